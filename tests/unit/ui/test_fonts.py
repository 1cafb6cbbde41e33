"""The fonts in use have a glyph for everything that the window says; widths alone look normal without one."""

from __future__ import annotations

import itertools
import xml.etree.ElementTree as ET
from collections.abc import Iterable

import pytest
from PySide6.QtGui import QFont, QTextLayout
from PySide6.QtWidgets import QApplication

from iamport_desktop.resources import resource_path

PACKAGE = "fonts-noto-cjk"
# Every initial, vowel and final of Hangul once, what a keyboard composes, and what stands between words.
HANGUL = "".join(chr(0xAC00 + 588 * (n % 19) + 28 * (n % 21) + n % 28) for n in range(399))
JAMO = "ㄱㄲㄴㅎㅏㅑㅡㅔㅣ"
SIGNS = "₩원…·•—–→←“”‘’＊⏎"


def missing(text: Iterable[str]) -> set[str]:
    """The characters for which no installed font has a glyph."""
    return {character for character in text if not character.isspace() and not _drawn(character)}


def _drawn(character: str) -> bool:
    layout = QTextLayout(character, QFont(QApplication.font()))
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    glyphs = list(itertools.chain.from_iterable(run.glyphIndexes() for run in layout.glyphRuns()))
    return bool(glyphs) and 0 not in glyphs  # 0 is .notdef, the empty box


def fail_for(characters: set[str]) -> None:
    if characters:
        shown = " ".join(f"{each} (U+{ord(each):04X})" for each in sorted(characters)[:20])
        pytest.fail(f"No font here can draw {shown}. One that can comes with: apt-get install {PACKAGE}")


@pytest.mark.parametrize("text", [HANGUL, JAMO, SIGNS], ids=["hangul", "jamo", "signs"])
def test_korean_can_be_drawn(styled_app: QApplication, text: str) -> None:
    fail_for(missing(text))


def test_every_translation_can_be_drawn(styled_app: QApplication) -> None:
    source = ET.fromstring(resource_path("i18n", "iamport_desktop_ko.ts").read_text(encoding="utf-8"))  # noqa: S314
    said = {text for each in source.iter("translation") for text in each.itertext()}
    assert any("결제" in text for text in said)
    fail_for(missing(set("".join(said))))


def test_what_no_font_has_is_noticed(styled_app: QApplication) -> None:
    assert missing("가\U000f0000") == {"\U000f0000"}
