"""Every error in words: a sentence of its own, what to do next, in both languages."""

from __future__ import annotations

import re

import pytest

from iamport_desktop.api import errors as api
from iamport_desktop.desktop.keyring import errors as keyring
from iamport_desktop.desktop.keyring.serialization import CredentialFault, CredentialField, InvalidCredentials
from iamport_desktop.presentation.messages import describe
from iamport_desktop.presentation.messages.message import Remedy

HOST = "api.example.com"
DETAIL = "technical detail"


def of_proxy(error: api.TransportError) -> api.TransportError:
    """Return `error` as raised where the proxy was being asked."""
    error.is_proxy = True
    return error


LEAVES: list[Exception] = [
    api.RequestError(DETAIL),
    api.InvalidImpUid(DETAIL),
    *(api.InvalidApiUrl(fault, "ftp://somewhere.example") for fault in api.ApiUrlFault),
    api.DeadlineExceeded(DETAIL, host=HOST, seconds=15.0),
    api.NameNotFound(DETAIL, host=HOST),
    api.ConnectionRefused(DETAIL, host=HOST),
    api.NetworkUnreachable(DETAIL, host=HOST),
    api.ConnectionBroken(DETAIL, host=HOST),
    *(api.CertificateError(DETAIL, host=HOST, fault=fault) for fault in api.TlsFault),
    *(api.InvalidProxySetting(fault) for fault in api.ProxyFault),
    of_proxy(api.NameNotFound(DETAIL, host=HOST)),
    of_proxy(api.ConnectionRefused(DETAIL, host=HOST)),
    api.ProxyRefused(DETAIL, host=HOST, http_status=407),
    api.ProxyRefused(DETAIL, host=HOST, http_status=403),
    api.NotAnApiResponse(DETAIL, http_status=302),
    api.ResponseTooLarge(DETAIL, http_status=200, limit=16 * 2**20),
    api.MalformedResponse(DETAIL, http_status=200),
    api.WrongPayment(DETAIL),
    api.CredentialsRejected(DETAIL, http_status=401, code=-1),
    api.TokenRefused(DETAIL, http_status=401, code=-1),
    api.AccessDenied(DETAIL, http_status=403),
    api.PaymentNotFound(DETAIL, included_sandbox=False, asked="imp_900000000001"),
    api.PaymentNotFound(DETAIL, included_sandbox=True, asked="imp_900000000001"),
    api.PaymentNotFound(DETAIL, included_sandbox=None),
    api.BadRequest(DETAIL, http_status=400),
    api.RateLimited(DETAIL, retry_after=7.4),
    api.ServerError(DETAIL, http_status=503),
    api.ApiBusinessError(DETAIL, http_status=200, code=1),
    keyring.KeyringUnavailable(DETAIL),
    keyring.StoreLocked(DETAIL),
    keyring.PromptDismissed(DETAIL),
    keyring.KeyringWriteError(DETAIL),
    keyring.EntryUnreadable(DETAIL),
    keyring.StoreFailed(DETAIL),
    keyring.KeyringTimeout(),
    *(InvalidCredentials(field, fault) for field in CredentialField for fault in CredentialFault),
]
UNNAMED = [
    type("Unforeseen", (kind,), {}) for kind in (api.PortOneError, api.RequestError, api.TransportError)
]
UNNAMED += [type("Unforeseen", (kind,), {}) for kind in (api.UnusableResponse, keyring.CredentialStoreError)]


def leaves(kind: type[Exception]) -> set[type[Exception]]:
    subclasses = {subclass for subclass in kind.__subclasses__() if subclass.__module__ == kind.__module__}
    return set().union(*map(leaves, subclasses)) if subclasses else {kind}


def id_of(value: object) -> str | None:
    """Return the id of a test for an error that pytest could not name."""
    if not isinstance(value, Exception):
        return None
    details = [str(value) for value in vars(value).values() if value and value != DETAIL]
    return "-".join([type(value).__name__, *details])[:50]


def test_every_error_is_here() -> None:
    assert {type(error) for error in LEAVES} >= leaves(api.PortOneError) | leaves(
        keyring.CredentialStoreError
    )


@pytest.mark.parametrize("error", LEAVES, ids=id_of)
def test_sentence_and_next_step(error: Exception, language: str) -> None:
    message = describe(error)
    for text in (message.what, message.next_step):
        assert bool(re.search("[가-힣]", text)) == (language == "ko")
        assert not re.search(r"[{}]|%n|%1|\(s\)", text)
        assert text == text.strip()


def test_every_error_has_a_sentence_of_its_own(language: str) -> None:
    """And none that was foreseen is called unexpected."""
    sentences = [describe(error).what for error in (*LEAVES, ValueError())]
    assert sorted(sentences) == sorted(set(sentences))


@pytest.mark.parametrize("kind", UNNAMED, ids=lambda kind: kind.__base__.__name__)
def test_an_unknown_error_is_described_as_its_base_class(kind: type[Exception], language: str) -> None:
    message = describe(kind(DETAIL))
    assert bool(re.search("[가-힣]", message.what)) == (language == "ko")
    assert message.next_step
    assert message.technical.startswith("Unforeseen")


def test_an_unknown_api_error_has_the_server_message(language: str) -> None:
    unforeseen = type("Unforeseen", (api.ApiError,), {})
    assert "PG점검중입니다" in describe(unforeseen("PG점검중입니다", http_status=418)).what
    assert describe(unforeseen("", http_status=418)).what


def test_an_unexpected_error_names_its_type_alone(language: str) -> None:
    message = describe(ValueError("imp_secret=synthetic-secret"))
    assert message.technical == "ValueError"
    assert "synthetic" not in message.what + message.next_step
    assert bool(re.search("[가-힣]", message.what)) == (language == "ko")


@pytest.mark.parametrize(
    ("error", "technical"),
    [
        (api.ConnectionBroken("reset by peer", host=HOST), "ConnectionBroken · reset by peer"),
        (api.ConnectionBroken(host=HOST), "ConnectionBroken"),
        (api.NotAnApiResponse("redirected", http_status=302), "NotAnApiResponse · HTTP 302 · redirected"),
        (api.ProxyRefused(http_status=407), "ProxyRefused · HTTP 407"),
        (
            api.ApiBusinessError("안 됩니다", http_status=200, code=1),
            "ApiBusinessError · HTTP 200 · code 1 · 안 됩니다",
        ),
        (api.ServerError(http_status=502), "ServerError · HTTP 502"),
        (keyring.StoreFailed("D-Bus said no"), "StoreFailed · D-Bus said no"),
    ],
    ids=id_of,
)
def test_the_technical_line(error: Exception, technical: str) -> None:
    assert describe(error).technical == technical


@pytest.mark.parametrize(
    "error",
    [
        api.ApiBusinessError("<b>\n\u202e{host}%n" + "x" * 10_000, http_status=200, code=1),
        api.NotAnApiResponse("\x00{status}\n" + "x" * 10_000),
        api.InvalidApiUrl(api.ApiUrlFault.NOT_A_URL, "{url}\n\u202e" + "x" * 10_000),
        keyring.StoreFailed("\n{detail}\u200b" + "x" * 10_000),
        api.ConnectionRefused(host="{host}.example"),
    ],
    ids=id_of,
)
def test_foreign_words_stay_one_short_line(error: Exception, language: str) -> None:
    message = describe(error)
    for text in (message.what, message.next_step, message.technical):
        assert text.isprintable()
        assert len(text) < 700


def test_numbers_in_sentences(language: str) -> None:
    late = describe(api.DeadlineExceeded(host=HOST, seconds=15.0)).what
    soon = describe(api.RateLimited(retry_after=7.4)).next_step
    at_once = describe(api.RateLimited(retry_after=0.0)).next_step
    some_day = describe(api.RateLimited(retry_after=1e18)).next_step
    assert [re.findall("[0-9]+", text) for text in (late, soon, at_once, some_day)] == [
        ["15"],
        ["7"],
        ["1"],
        ["86400"],
    ]


def test_the_three_reasons_of_a_404(language: str) -> None:
    message = describe(api.PaymentNotFound(included_sandbox=False)).next_step
    assert [word in message for word in ("mistyped", "another shop", "test payment")] == [
        language == "en"
    ] * 3


@pytest.mark.parametrize(
    ("error", "remedies"),
    [
        (api.CredentialsRejected(http_status=401), (Remedy.CREDENTIALS, Remedy.RETRY)),
        (
            api.PaymentNotFound(included_sandbox=False),
            (Remedy.RETRY, Remedy.INCLUDE_TEST_PAYMENTS, Remedy.AS_ORDER_NUMBER),
        ),
        (api.PaymentNotFound(included_sandbox=True), (Remedy.RETRY, Remedy.AS_ORDER_NUMBER)),
        (api.NetworkUnreachable(host=HOST), (Remedy.RETRY,)),
        (keyring.KeyringUnavailable(), (Remedy.RELOAD_KEY, Remedy.CREDENTIALS)),
        (keyring.KeyringTimeout(), (Remedy.RELOAD_KEY, Remedy.CREDENTIALS)),
        (keyring.EntryUnreadable(), (Remedy.CREDENTIALS,)),
        (api.InvalidImpUid(), ()),
    ],
    ids=str,
)
def test_remedies(error: Exception, remedies: tuple[Remedy, ...]) -> None:
    assert describe(error).remedies == remedies


@pytest.mark.parametrize(
    ("included", "english", "korean"),
    [
        (False, "No payment imp_900000000001 was found.", "imp_900000000001 결제를 찾을 수 없습니다."),
        (
            True,
            "No payment imp_900000000001 was found, nor among test payments.",
            "imp_900000000001 결제를 찾을 수 없습니다. 테스트 결제에도 없습니다.",
        ),
    ],
)
def test_what_was_not_found_is_named(included: bool, english: str, korean: str, language: str) -> None:
    error = api.PaymentNotFound(included_sandbox=included, asked="imp_900000000001")
    assert describe(error).what == (korean if language == "ko" else english)
