"""Texts from outside, amounts and times as text."""

from __future__ import annotations

import re
import unicodedata
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iamport_desktop.presentation import formatting
from iamport_desktop.presentation.formatting import (
    MAX_SHOWN,
    collapse_whitespace,
    date_and_time,
    decimals,
    escape_formula,
    escape_invisible,
    freshness,
    money,
    near_time,
    one_line,
    time_ago,
    time_left,
    time_of_day,
    to_json_text,
    truncate,
)
from tests.conftest import NOW

EVERY_CHARACTER = [chr(code) for code in range(0x110000)]
# Default_Ignorable_Code_Point of Unicode that is no Cf: drawn as nothing though it counts as a letter or a mark.
# Without the selectors FE00-FE0F, which choose how an emoji looks.
FILLERS = "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2800\u3164\uffa0\U000e0100\U000e01ef"
ANY_TEXT = st.text(st.characters(codec=None, categories=None), max_size=60)


@pytest.mark.parametrize("category", ["Cc", "Cf", "Cs", "Co", "Zl", "Zp"])
def test_invisible_characters_are_escaped(category: str) -> None:
    unseen = [char for char in EVERY_CHARACTER if unicodedata.category(char) == category]
    assert unseen
    assert [hex(ord(char)) for char in unseen if not escape_invisible(char).isprintable()] == []
    assert [hex(ord(char)) for char in unseen if escape_invisible(char) == char] == []


@pytest.mark.parametrize("char", FILLERS, ids=ascii)
def test_a_filler_is_escaped(char: str) -> None:
    assert escape_invisible(char) == f"[U+{ord(char):04X}]"


def test_visible_characters_stay() -> None:
    text = "홍길동 \u1112\u1169\u11bc Hong Gil-dong é e\u0301 漢字 かな ＦＵＬＬ ❤\ufe0f 👍🏽 12,000원 ₩1 € “·” … ½ ℡"
    assert escape_invisible(text) == text
    seen = ("L", "M", "N", "P", "S")
    letters = [char for char in EVERY_CHARACTER if unicodedata.category(char).startswith(seen)]
    escaped = {char for char in letters if escape_invisible(char) != char}
    assert escaped <= {chr(code) for code in range(0xE0000, 0xE1000)} | set(FILLERS) | {
        "\ufffc",
        "\ufffd",
    }


@pytest.mark.parametrize(
    ("text", "escaped"),
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
def test_escape_invisible(text: str, escaped: str) -> None:
    assert escape_invisible(text) == escaped


@given(ANY_TEXT)
def test_escaped_text_can_be_printed(text: str) -> None:
    assert not [
        char
        for char in escape_invisible(text)
        if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp")
    ]
    escape_invisible(text).encode("utf-8")
    assert escape_invisible(escape_invisible(text)) == escape_invisible(text)


def test_truncate() -> None:
    assert truncate("12345", 5) == "12345"
    assert truncate("123456", 5) == "1234…"


@pytest.mark.parametrize("text", ["x" * 10**6, "\x00" * 10**6, "가\n" * 10**6])
def test_a_label_costs_no_more_for_a_longer_text(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a million characters no more are escaped than a label shows."""
    escaped_length = 0

    def counted(part: str) -> str:
        nonlocal escaped_length
        escaped_length += len(part)
        return escape_invisible(part)

    monkeypatch.setattr(formatting, "escape_invisible", counted)
    assert len(one_line(text)) == MAX_SHOWN
    assert one_line(text).endswith("…")
    assert escaped_length <= 2 * (MAX_SHOWN + 1)


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
def test_to_json_text(value: Any, text: str) -> None:
    assert to_json_text(value) == text


def test_deep_nesting_is_cut() -> None:
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
def test_escape_formula(text: str, cell: str) -> None:
    assert escape_formula(text) == cell


@given(ANY_TEXT)
def test_a_cell_stays_one_cell_and_text(text: str) -> None:
    cell = escape_formula(text)
    assert not cell.startswith(tuple('=+-@\t\r\n"＝＋－＠ '))
    assert not set(cell) & set("\t\r\n\v\f\x00")
    assert escape_formula(cell) == cell


def test_collapse_whitespace() -> None:
    assert collapse_whitespace(" a \t b\n\nc\u200b ") == "a b c[U+200B]"


@pytest.mark.parametrize(
    ("amount", "currency", "korean", "english"),
    [
        ("30000", "KRW", "30,000원", "₩30,000"),
        ("0", "KRW", "0원", "₩0"),
        ("1", "KRW", "1원", "₩1"),
        ("-30000", "KRW", "-30,000원", "-₩30,000"),
        ("30000.00", "KRW", "30,000원", "₩30,000"),
        ("1000.5", "KRW", "1,000.5원", "₩1,000.5"),  # more than the currency has: shown, not rounded
        ("1E+4", "KRW", "10,000원", "₩10,000"),
        ("999999999999999", "KRW", "999,999,999,999,999원", "₩999,999,999,999,999"),
        ("12.3", "USD", "12.30 USD", "12.30 USD"),
        ("12", "USD", "12.00 USD", "12.00 USD"),
        ("1234567.891", "USD", "1,234,567.891 USD", "1,234,567.891 USD"),
        ("-0.50", "USD", "-0.50 USD", "-0.50 USD"),
        ("2750", "JPY", "2,750 JPY", "2,750 JPY"),
        ("2750.00", "JPY", "2,750 JPY", "2,750 JPY"),
        ("1.5", "KWD", "1.500 KWD", "1.500 KWD"),
        ("1.5", "XYZ", "1.50 XYZ", "1.50 XYZ"),  # an unknown currency has hundredths, as most have
        ("1.5", None, "1.5", "1.5"),
        ("30000", None, "30,000", "30,000"),
        # Zeros are zero.
        ("-0", "KRW", "0원", "₩0"),
        ("-0.0", "KRW", "0원", "₩0"),
        ("-0.00", "USD", "0.00 USD", "0.00 USD"),
        ("0E-999999999", "KRW", "0원", "₩0"),
        ("0E+20", "USD", "0.00 USD", "0.00 USD"),
        # More digits than decimal's context keeps.
        (
            "0.1234567890123456789012345678901234567",
            "USD",
            "0.1234567890123456789012345678901234567 USD",
            "0.1234567890123456789012345678901234567 USD",
        ),
    ],
)
def test_money(amount: str, currency: str | None, korean: str, english: str) -> None:
    assert money(Decimal(amount), currency, "ko") == korean
    assert money(Decimal(amount), currency, "en") == english


@pytest.mark.parametrize(
    ("currency", "count"), [("KRW", 0), ("JPY", 0), ("USD", 2), ("KWD", 3), ("XYZ", 2), (None, 0), ("", 2)]
)
def test_decimals(currency: str | None, count: int) -> None:
    assert decimals(currency) == count


def test_a_tiny_amount_stays_short() -> None:
    assert money(Decimal("1E-999999999"), "USD", "en") == "1E-999999999 USD"
    assert len(money(Decimal("1." + "7" * 10_000), "USD", "en")) < 400


def test_a_currency_is_escaped_and_truncated() -> None:
    assert money(Decimal(1), "U\u202eSD", "en") == "1.00 U[U+202E]SD"
    assert len(money(Decimal(1), "X" * 10_000, "en")) < 400


@given(
    st.decimals(min_value=-(10**15), max_value=10**15, allow_nan=False, places=4),
    st.sampled_from(["KRW", "USD", "JPY", "KWD", "XYZ", None]),
    st.sampled_from(["ko", "en"]),
)
def test_an_amount_can_be_read_back(amount: Decimal, currency: str | None, language: str) -> None:
    text = money(amount, currency, language)
    digits = "".join(char for char in text if char in "-.0123456789")
    assert Decimal(digits) == amount
    assert len(digits.partition(".")[2]) >= decimals(currency)


# fmt: off
PAST = [
    (timedelta(0), "just now", "방금"),
    (timedelta(seconds=59), "just now", "방금"),
    (timedelta(minutes=1), "1 minute ago", "1분 전"),
    (timedelta(minutes=2), "2 minutes ago", "2분 전"),
    (timedelta(minutes=59, seconds=59), "59 minutes ago", "59분 전"),
    (timedelta(hours=1), "1 hour ago", "1시간 전"),
    (timedelta(hours=23, minutes=59), "23 hours ago", "23시간 전"),
    (timedelta(days=1), "1 day ago", "1일 전"),
    (timedelta(days=29), "29 days ago", "29일 전"),
    (timedelta(days=30), "1 month ago", "1개월 전"),
    (timedelta(days=364), "12 months ago", "12개월 전"),
    (timedelta(days=365), "1 year ago", "1년 전"),
    (timedelta(days=3650), "10 years ago", "10년 전"),
]
FUTURE = [
    (timedelta(seconds=59), "less than a minute left", "1분 미만 남음"),
    (timedelta(minutes=1), "about 1 minute left", "약 1분 남음"),
    (timedelta(minutes=59), "about 59 minutes left", "약 59분 남음"),
    (timedelta(hours=1), "about 60 minutes left", "약 60분 남음"),
    (timedelta(hours=1, minutes=30), "about 2 hours left", "약 2시간 남음"),
    (timedelta(hours=30), "about 30 hours left", "약 30시간 남음"),
    (timedelta(hours=36), "about 2 days left", "약 2일 남음"),
    (timedelta(hours=47, minutes=59), "about 2 days left", "약 2일 남음"),
    (timedelta(days=4000), "about 4000 days left", "약 4000일 남음"),
]
# fmt: on


@pytest.mark.parametrize(("passed", "english", "korean"), PAST)
def test_time_ago(passed: timedelta, english: str, korean: str, language: str) -> None:
    assert time_ago(NOW - passed, NOW) == (korean if language == "ko" else english)


@pytest.mark.parametrize(("remaining", "english", "korean"), FUTURE)
def test_time_left(remaining: timedelta, english: str, korean: str, language: str) -> None:
    assert time_left(NOW + remaining, NOW) == (korean if language == "ko" else english)


def test_the_future_is_not_ago_and_the_past_not_left() -> None:
    second = timedelta(seconds=1)
    assert time_ago(NOW + second, NOW) == ""
    assert time_left(NOW - second, NOW) == time_left(NOW, NOW) == ""


@pytest.mark.parametrize(
    ("moment", "text"),
    [
        (datetime(2026, 11, 22, 5, 2, 11, tzinfo=UTC), "2026-11-22 14:02:11 KST"),
        (datetime(2026, 11, 22, 15, 0, tzinfo=UTC), "2026-11-23 00:00:00 KST"),
        (datetime(1970, 1, 1, 0, 0, 1, tzinfo=UTC), "1970-01-01 09:00:01 KST"),
        (datetime(2026, 7, 1, 0, 0, tzinfo=timezone(timedelta(hours=-7))), "2026-07-01 16:00:00 KST"),
        (datetime(9999, 12, 31, 0, 0, tzinfo=UTC), "9999-12-31 09:00:00 KST"),
        (datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC), "9999-12-31 23:59:59 UTC"),  # there is no year 10000
    ],
)
def test_date_and_time(moment: datetime, text: str) -> None:
    assert date_and_time(moment) == text


@pytest.mark.parametrize(
    ("moment", "korean", "english"),
    [
        ("2026-11-22T00:00", "오늘 00:00", "today 00:00"),
        ("2026-11-22T19:09", "오늘 19:09", "today 19:09"),
        ("2026-11-21T23:59", "어제 23:59", "yesterday 23:59"),
        ("2026-11-20T23:59", "11-20(금) 23:59", "11-20(Fri) 23:59"),
        ("2026-11-23T00:00", "11-23(월) 00:00", "11-23(Mon) 00:00"),
        ("2025-11-22T19:09", "2025-11-22(토) 19:09", "2025-11-22(Sat) 19:09"),
    ],
)
def test_near_time(moment: str, korean: str, english: str, language: str) -> None:
    """NOW is 2026-11-22 14:00 in Korea."""
    text = near_time(datetime.fromisoformat(f"{moment}+09:00"), NOW)
    assert text == (korean if language == "ko" else english)


def test_the_year_9999(language: str) -> None:
    last = datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC)
    assert re.search(r"[0-9]{7}", time_left(last, NOW))
    assert time_ago(NOW, last)


@pytest.mark.parametrize(
    ("moment", "korean", "english"),
    [
        (
            datetime(2026, 11, 25, 12, 5, tzinfo=UTC),
            "11월 25일(수) 오후 9시 5분",
            "Wed, November 25, 9:05 PM",
        ),
        (datetime(2026, 11, 25, 3, 0, tzinfo=UTC), "11월 25일(수) 오후 12시", "Wed, November 25, 12:00 PM"),
        (datetime(2026, 1, 1, 15, 9, tzinfo=UTC), "1월 2일(금) 오전 0시 9분", "Fri, January 2, 12:09 AM"),
        (
            datetime(2025, 12, 31, 14, 59, tzinfo=UTC),
            "2025년 12월 31일(수) 오후 11시 59분",
            "Wed, December 31, 2025, 11:59 PM",
        ),
    ],
    ids=str,
)
def test_a_time_for_customers(moment: datetime, korean: str, english: str, language: str) -> None:
    expected = korean if language == "ko" else f"{english} (Korean time)"
    assert formatting.spoken_time(moment, NOW, language) == expected


def test_a_deadline_for_customers(language: str) -> None:
    deadline = datetime(2026, 11, 25, 12, 5, tzinfo=UTC)
    assert formatting.spoken_deadline(deadline, NOW, language, keeps_hour=False) == (
        "11월 25일(수)" if language == "ko" else "Wed, November 25"
    )


@pytest.mark.parametrize(
    ("text", "chosen"),
    [
        ("30,000원이(가) 취소", "30,000원이 취소"),
        ("10.05 USD이(가) 취소", "10.05 USD가 취소"),
        ("3 EUR은(는) 결제", "3 EUR은 결제"),
        ("3 JPY은(는) 결제", "3 JPY는 결제"),
        ("1,000을(를) 2을(를)", "1,000을 2를"),
        ("금액은(는)", "금액은"),
        ("페이코이(가)", "페이코가"),
        ("이(가)", "이(가)"),
    ],
)
def test_particles(text: str, chosen: str) -> None:
    assert formatting.choose_particles(text) == chosen


def test_time_of_day() -> None:
    assert time_of_day(datetime(2026, 11, 22, 5, 5, 11, tzinfo=UTC)) == "14:05:11"


def test_freshness(language: str) -> None:
    new, old = freshness(NOW, NOW + timedelta(seconds=59)), freshness(NOW, NOW + timedelta(minutes=2))
    assert new.fresh
    assert not old.fresh
    assert new.text == ("14:00:00 기준" if language == "ko" else "As of 14:00:00")
    assert old.text == new.text + (" · 2분 전" if language == "ko" else " · 2 minutes ago")
    assert freshness(NOW, NOW - timedelta(hours=1)).fresh  # the clock was set back in between
