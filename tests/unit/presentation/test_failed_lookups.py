"""Failed lookups name what was looked up."""

from __future__ import annotations

import re

import pytest

from iamport_desktop.api.errors import DeadlineExceeded, PaymentNotFound
from iamport_desktop.api.identifiers import ImpUid
from iamport_desktop.desktop.keyring import StoreLocked
from iamport_desktop.lookup.state import Batch, Order, Subject
from iamport_desktop.presentation.messages import describe
from iamport_desktop.presentation.messages.lookups import describe_failure
from iamport_desktop.presentation.messages.message import Remedy

UID = ImpUid("imp_900000000001")
SUBJECTS: list[tuple[Subject, str]] = [
    (UID, UID),
    (Order("NO-SUCH-7"), "NO-SUCH-7"),
    (Order("900000000001", UID), "900000000001"),
    (Order("010-1234-5678"), "010-****-5678"),
    (Batch((UID, ImpUid("imp_2"))), "imp_2"),
]


@pytest.mark.parametrize(("subject", "name"), SUBJECTS)
@pytest.mark.parametrize("in_sample_mode", [True, False])
@pytest.mark.parametrize(
    "error",
    [
        PaymentNotFound(included_sandbox=False, asked=UID),
        DeadlineExceeded(host="api.example.com", seconds=15),
    ],
    ids=lambda error: type(error).__name__,
)
def test_a_failure_names_what_was_looked_up(
    language: str, subject: Subject, name: str, in_sample_mode: bool, error: Exception
) -> None:
    if isinstance(subject, Batch) and isinstance(error, PaymentNotFound):
        return  # a list says which ones were not found
    message = describe_failure(subject, error, in_sample_mode=in_sample_mode)
    words = f"{message.what} {message.technical}"
    assert name in words
    assert "1234" not in words
    assert bool(re.search("[가-힣]", message.what)) == (language == "ko")


def test_an_order_number_that_was_not_found(language: str) -> None:
    what = describe_failure(Order("NO-SUCH-7"), PaymentNotFound(), in_sample_mode=False).what
    korean, english = "이 주문번호의 결제가 없습니다", "there is no payment with this order number"
    assert what == f"NO-SUCH-7: {korean if language == 'ko' else english}."


@pytest.mark.parametrize(
    ("subject", "error", "remedies"),
    [
        (Order("A-1"), PaymentNotFound(), (Remedy.RETRY,)),
        (
            Order("1", ImpUid("imp_1")),
            PaymentNotFound(included_sandbox=False),
            (Remedy.RETRY, Remedy.INCLUDE_TEST_PAYMENTS),
        ),
        (Order("1", ImpUid("imp_1")), PaymentNotFound(included_sandbox=True), (Remedy.RETRY,)),
    ],
)
def test_what_can_be_done_about_an_order_number(
    subject: Subject, error: PaymentNotFound, remedies: tuple[Remedy, ...]
) -> None:
    assert describe_failure(subject, error, in_sample_mode=False).remedies == remedies


def test_an_unknown_sample_leads_to_the_list() -> None:
    assert describe_failure(UID, PaymentNotFound(), in_sample_mode=True).remedies == (Remedy.SAMPLES,)


def test_a_failure_of_the_keyring_names_no_payment() -> None:
    assert describe_failure(None, StoreLocked(), in_sample_mode=True) == describe(StoreLocked())
