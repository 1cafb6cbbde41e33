"""Short messages in the window: crashes."""

from __future__ import annotations

import re

from iamport_desktop.presentation.notices import (
    crash_message,
    previous_crash_message,
)


def test_a_crash_message_names_its_report(language: str) -> None:
    report = "/srv/desk/{report} %n.txt"
    texts = [crash_message(report), previous_crash_message(report)]
    assert all(report in text for text in texts)
    texts.append(crash_message(""))
    assert len(set(texts)) == 3
    assert all(bool(re.search("[가-힣]", text)) == (language == "ko") for text in texts)
