"""What a PG's text about a failure usually means. PGs have no common codes; they share words."""

from __future__ import annotations

import re

from iamport_desktop.presentation.marks import QT_TRANSLATE_NOOP
from iamport_desktop.presentation.speech import translate

# The first that matches wins: what the customer did stands before what the bank says.
_MEANINGS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), meaning)
    for pattern, meaning in (
        (
            r"결제포기|취소하셨|취소를? ?(하였|했)|결제를 취소|사용자.{0,6}(취소|중단|종료)|창을? ?닫"
            r"|cancell?ed by|user cancel",
            QT_TRANSLATE_NOOP("Failures", "The customer closed the payment window or pressed cancel."),
        ),
        (
            r"한도|(?<!time )limit",
            QT_TRANSLATE_NOOP(
                "Failures", "The limit of the card or account is used up. The customer should ask the issuer."
            ),
        ),
        (
            r"잔액|잔고|예금 ?부족|insufficient",
            QT_TRANSLATE_NOOP("Failures", "There is not enough money in the account."),
        ),
        (
            r"분실|도난|정지|거래 ?중지|사용 ?불가|lost|stolen|blocked",
            QT_TRANSLATE_NOOP(
                "Failures", "The card is blocked or reported lost. The customer should ask the issuer."
            ),
        ),
        (
            r"유효 ?기간|만료된? ?카드|(?<!session )expired",
            QT_TRANSLATE_NOOP("Failures", "The card has expired, or its expiry date was entered wrongly."),
        ),
        (
            r"비밀 ?번호|password|\bpin\b",
            QT_TRANSLATE_NOOP("Failures", "The password was wrong, perhaps several times."),
        ),
        (
            r"카드 ?번호|cvc|card number",
            QT_TRANSLATE_NOOP("Failures", "The card number or its security code (CVC) were entered wrongly."),
        ),
        (
            r"본인 ?인증|인증 ?(실패|오류)|3-?d ?secure|authentication",
            QT_TRANSLATE_NOOP("Failures", "The customer could not be verified by the card company."),
        ),
        (
            r"시간 ?초과|time ?-?out|time limit|세션|session",
            QT_TRANSLATE_NOOP("Failures", "It took too long. The customer can simply try again."),
        ),
        (
            r"점검|장애|시스템|통신|system|maintenance",
            QT_TRANSLATE_NOOP(
                "Failures", "The bank or card company had trouble. The customer should try again later."
            ),
        ),
        (
            r"중복|이미 (결제|처리)|duplicate",
            QT_TRANSLATE_NOOP("Failures", "The order was already paid; look for the other attempt."),
        ),
    )
)
_SEARCHED = 500


def plain_reason(fail_reason: str) -> str:
    """What `fail_reason` usually means, as a sentence; "" when nobody can tell."""
    for pattern, meaning in _MEANINGS:
        if pattern.search(fail_reason[:_SEARCHED]):
            return translate("Failures", meaning)
    return ""
