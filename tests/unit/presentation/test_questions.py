"""Questions about texts that are not sent at once."""

from __future__ import annotations

import re

import pytest

from iamport_desktop.presentation.messages.message import Remedy
from iamport_desktop.presentation.messages.questions import describe_question
from iamport_desktop.query.parse import MAX_ORDER_NUMBER, Question, Reason

PERSONAL = "010-1234-5678"


@pytest.mark.parametrize(
    ("reason", "order_number"), [(reason, number) for reason in Reason for number in ("", PERSONAL)][:-1]
)
def test_every_question_is_worded_and_masks_what_it_is_about(
    language: str, reason: Reason, order_number: str
) -> None:
    message = describe_question(Question(reason, order_number, (PERSONAL, "ORD-1")))
    words = f"{message.what} {message.next_step}"
    assert bool(re.search("[가-힣]", words)) == (language == "ko")
    assert "1234" not in words.replace("imp_123456789012", "")
    assert not re.search("[{}]", words)
    assert message.remedies == ((Remedy.LOOK_UP,) if order_number else ())


def test_each_kind_of_personal_data_has_its_own_reason() -> None:
    kinds = [
        reason
        for reason in Reason
        if reason not in (Reason.NO_NUMBER, Reason.SEVERAL, Reason.TOO_LONG, Reason.EMPTY)
    ]
    sentences = {describe_question(Question(reason, "x")).next_step for reason in kinds}
    assert len(sentences) == len(kinds)


def test_a_long_text_is_shown_by_its_beginning() -> None:
    message = describe_question(Question(Reason.SENTENCE, "word " * (MAX_ORDER_NUMBER // 5)))
    assert len(message.what) < 80
