"""Why a text does not search."""

from __future__ import annotations

import re

import pytest

from iamport_desktop.api.identifiers import recognise
from iamport_desktop.presentation.notices import input_feedback


@pytest.mark.parametrize("text", ["imp_123456789012", "imp_123456789012 imp_123456789013"])
def test_what_searches_needs_no_hint(text: str) -> None:
    assert input_feedback(recognise(text)) == ""


def test_each_reason_has_its_sentence(language: str) -> None:
    hints = [input_feedback(recognise(text)) for text in ("imp12345678", "imp_12x", "", "order-1")]
    assert len(set(hints)) == 4
    assert all(bool(re.search("[가-힣]", text)) == (language == "ko") for text in hints)
    assert not any(re.search("[{}]", text) for text in hints)
    assert "imp12345678" in hints[0]
