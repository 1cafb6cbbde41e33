"""Text from outside: nothing invisible, nothing endless, no formula."""

from __future__ import annotations

import unicodedata
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iamport_desktop.presentation import formatting as module
from iamport_desktop.presentation.formatting import (
    MAX_SHOWN,
    collapse_whitespace,
    escape_formula,
    escape_invisible,
    one_line,
    to_json_text,
    truncate,
)

EVERY_CHARACTER = [chr(code) for code in range(0x110000)]
# Default_Ignorable_Code_Point of Unicode that is no Cf: drawn as nothing though it counts as a letter or a mark.
# Without the selectors FE00-FE0F, which choose how an emoji looks.
FILLERS = "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2800\u3164\uffa0\U000e0100\U000e01ef"
ANY_TEXT = st.text(st.characters(codec=None, categories=None), max_size=60)


@pytest.mark.parametrize("category", ["Cc", "Cf", "Cs", "Co", "Zl", "Zp"])
def test_no_character_of_this_kind_stays_unseen(category: str) -> None:
    unseen = [char for char in EVERY_CHARACTER if unicodedata.category(char) == category]
    assert unseen
    assert [hex(ord(char)) for char in unseen if not escape_invisible(char).isprintable()] == []
    assert [hex(ord(char)) for char in unseen if escape_invisible(char) == char] == []


@pytest.mark.parametrize("char", FILLERS, ids=ascii)
def test_a_filler_is_written_out(char: str) -> None:
    assert escape_invisible(char) == f"[U+{ord(char):04X}]"


def test_what_can_be_read_stays() -> None:
    text = "홍길동 \u1112\u1169\u11bc Hong Gil-dong é e\u0301 漢字 かな ＦＵＬＬ ❤\ufe0f 👍🏽 12,000원 ₩1 € “·” … ½ ℡"
    assert escape_invisible(text) == text
    seen = ("L", "M", "N", "P", "S")
    letters = [char for char in EVERY_CHARACTER if unicodedata.category(char).startswith(seen)]
    written_out = {char for char in letters if escape_invisible(char) != char}
    assert written_out <= {chr(code) for code in range(0xE0000, 0xE1000)} | set(FILLERS) | {
        "\ufffc",
        "\ufffd",
    }


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("\u202eFDP.exe\u202c", "[U+202E]FDP.exe[U+202C]"),
        ("a\u200bb", "a[U+200B]b"),
        ("\x1b[31m", "[U+001B][31m"),
        ("cut off \ud83d", "cut off [U+D83D]"),
        ("a\nb\r\nc\td", "a⏎b[U+000D]⏎c→d"),
        ("\x00\x7f\x85", "[U+0000][U+007F][U+0085]"),
        ("a\u00a0b\u2003c\u202fd", "a b c d"),
        ("\u2028\u2029", "[U+2028][U+2029]"),
        ("\U000e0041\U0010fffd", "[U+E0041][U+10FFFD]"),
    ],
)
def test_visible(text: str, seen: str) -> None:
    assert escape_invisible(text) == seen


@given(ANY_TEXT)
def test_visible_text_can_be_printed(text: str) -> None:
    assert not [
        char
        for char in escape_invisible(text)
        if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp")
    ]
    escape_invisible(text).encode("utf-8")
    assert escape_invisible(escape_invisible(text)) == escape_invisible(text)


def test_shortened() -> None:
    assert truncate("12345", 5) == "12345"
    assert truncate("123456", 5) == "1234…"


@pytest.mark.parametrize("text", ["x" * 10**6, "\x00" * 10**6, "가\n" * 10**6])
def test_a_label_costs_no_more_for_a_longer_text(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Counted, not timed: of a million characters no more are looked at than a label shows."""
    looked_at = 0

    def counted(part: str) -> str:
        nonlocal looked_at
        looked_at += len(part)
        return escape_invisible(part)

    monkeypatch.setattr(module, "escape_invisible", counted)
    assert len(one_line(text)) == MAX_SHOWN
    assert one_line(text).endswith("…")
    assert looked_at <= 2 * (MAX_SHOWN + 1)


@given(ANY_TEXT)
def test_one_line_is_one_short_line(text: str) -> None:
    assert len(one_line(text).splitlines()) <= 1
    assert len(one_line(text)) <= MAX_SHOWN


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ('as it is "quoted"', 'as it is "quoted"'),
        (None, "null"),
        (True, "true"),
        (5, "5"),
        (Decimal("0.10"), "0.10"),
        (Decimal("12345678901234567890.5"), "12345678901234567890.5"),
        ([], "[]"),
        ({}, "{}"),
        (["a", 'b"\\\n\r\t'], '["a", "b\\"\\\\\\n\\r\\t"]'),
        ({"k": [1, None, {"x": False}]}, '{"k": [1, null, {"x": false}]}'),
    ],
)
def test_written(value: Any, text: str) -> None:
    assert to_json_text(value) == text


def test_what_is_nested_without_end_ends() -> None:
    value: Any = 1
    for _ in range(5_000):
        value = [value]
    assert to_json_text(value).count("[") < 100


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("order 1", "order 1"),
        ("=1+1", "'=1+1"),
        ("+82 10", "'+82 10"),
        ("-5", "'-5"),
        ("@SUM(1)", "'@SUM(1)"),
        (" =1+1", "'=1+1"),
        ("\t=1+1", "'=1+1"),
        ("\r\n=1+1", "'=1+1"),
        ("\u00a0\u3000=1+1", "'=1+1"),
        ("＝1+1", "'＝1+1"),
        ("＠x", "'＠x"),
        ('"=1+1"', '\'"=1+1"'),  # a spreadsheet takes the quotation marks off, and has a formula
        ('"', "'\""),  # ... and reads on to the next one, over tabs and lines
        ("\u200b=1+1", "[U+200B]=1+1"),
        ("\ufeff=1+1", "[U+FEFF]=1+1"),
        ("\x00=1+1", "[U+0000]=1+1"),
        ("a\tb\nc\r\nd\x0be\u2028f", "a b c d e f"),
        ('5" screen', '5" screen'),
        ("a=b", "a=b"),
        ("'=1", "'=1"),
        ("", ""),
        ("  ", ""),
        ("-", "'-"),
    ],
)
def test_spreadsheet_cell(text: str, cell: str) -> None:
    assert escape_formula(text) == cell


@given(ANY_TEXT)
def test_a_cell_stays_one_cell_and_text(text: str) -> None:
    cell = escape_formula(text)
    assert not cell.startswith(tuple('=+-@\t\r\n"＝＋－＠ '))
    assert not set(cell) & set("\t\r\n\v\f\x00")
    assert escape_formula(cell) == cell


def test_flat() -> None:
    assert collapse_whitespace(" a \t b\n\nc\u200b ") == "a b c[U+200B]"
