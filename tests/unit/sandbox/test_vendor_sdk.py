"""The vendor's own Python client, iamport-rest-client, on the sandbox."""

from collections.abc import Iterator

import iamport
import pytest

from iamport_desktop.sandbox import Sandbox


def client_of(sandbox: Sandbox, secret: str) -> iamport.Iamport:
    client = iamport.Iamport(sandbox.imp_key, secret, imp_url=sandbox.url + "/")
    client.requests_session.trust_env = False  # no proxy of the environment to loopback
    return client


@pytest.fixture
def client(sandbox: Sandbox) -> Iterator[iamport.Iamport]:
    made = client_of(sandbox, sandbox.imp_secret)
    with made.requests_session:
        yield made


def test_it_finds_every_live_payment(sandbox: Sandbox, client: iamport.Iamport) -> None:
    live = [payment for payment in sandbox.payments if not payment.sandbox]
    assert len(live) == 73
    for payment in live:
        assert client.find_by_imp_uid(payment.imp_uid) == {
            name: value for name, value in payment.body.items() if name != "extension"
        }
    sent = sandbox.requests[-1].headers["authorization"]
    assert not sent.startswith("Bearer ")


@pytest.mark.parametrize("imp_uid", ["imp_100000000023", "imp_100000000024", "imp_999999999999"])
def test_test_payments_and_unknown_ones_are_404(client: iamport.Iamport, imp_uid: str) -> None:
    with pytest.raises(iamport.Iamport.HttpError) as caught:
        client.find_by_imp_uid(imp_uid)
    assert caught.value.code == 404


def test_a_wrong_secret_is_401(sandbox: Sandbox) -> None:
    client = client_of(sandbox, "wrong")
    with client.requests_session, pytest.raises(iamport.Iamport.HttpError) as caught:
        client.find_by_imp_uid("imp_100000000001")
    assert caught.value.code == 401


def test_code_1_is_its_response_error(client: iamport.Iamport) -> None:
    with pytest.raises(iamport.Iamport.ResponseError) as caught:
        client.find_by_imp_uid("imp_100000000999")
    assert caught.value.code == 1
    assert caught.value.message


def test_it_finds_by_order_number(client: iamport.Iamport) -> None:
    assert client.find_by_merchant_uid("ORD-SAMPLE-0001")["imp_uid"] == "imp_100000000001"


def test_it_cannot_cancel(client: iamport.Iamport) -> None:
    with pytest.raises(iamport.Iamport.HttpError) as caught:
        client.cancel_by_imp_uid("imp_100000000001", "a reason")
    assert caught.value.code == 405
