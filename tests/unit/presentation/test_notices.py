"""Short messages in the window: rejected texts, crashes."""

from __future__ import annotations

import re

import pytest

from iamport_desktop.api.identifiers import parse_input
from iamport_desktop.presentation.notices import (
    crash_message,
    input_feedback,
    previous_crash_message,
)


@pytest.mark.parametrize("text", ["imp_123456789012", "imp_123456789012 imp_123456789013"])
def test_a_text_that_is_searched_for_needs_no_feedback(text: str) -> None:
    assert input_feedback(parse_input(text)) == ""


def test_every_reason_has_its_sentence(language: str) -> None:
    texts = [input_feedback(parse_input(text)) for text in ("imp12345678", "imp_12x", "", "order-1")]
    assert len(set(texts)) == 4
    assert all(bool(re.search("[가-힣]", text)) == (language == "ko") for text in texts)
    assert not any(re.search("[{}]", text) for text in texts)
    assert "imp12345678" in texts[0]


def test_a_crash_message_names_its_report(language: str) -> None:
    report = "/srv/desk/{report} %n.txt"
    texts = [crash_message(report), previous_crash_message(report)]
    assert all(report in text for text in texts)
    texts.append(crash_message(""))
    assert len(set(texts)) == 3
    assert all(bool(re.search("[가-힣]", text)) == (language == "ko") for text in texts)
