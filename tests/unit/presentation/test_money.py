"""Amounts as text: every digit that came, and no other."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iamport_desktop.presentation.formatting import decimals, money


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


def test_a_tiny_amount_does_not_fill_the_window() -> None:
    assert money(Decimal("1E-999999999"), "USD", "en") == "1E-999999999 USD"
    assert len(money(Decimal("1." + "7" * 10_000), "USD", "en")) < 400


def test_a_currency_is_text_from_outside() -> None:
    assert money(Decimal(1), "U\u202eSD", "en") == "1.00 U[U+202E]SD"
    assert len(money(Decimal(1), "X" * 10_000, "en")) < 400


@given(
    st.decimals(min_value=-(10**15), max_value=10**15, allow_nan=False, places=4),
    st.sampled_from(["KRW", "USD", "JPY", "KWD", "XYZ", None]),
    st.sampled_from(["ko", "en"]),
)
def test_the_number_can_be_read_back(amount: Decimal, currency: str | None, language: str) -> None:
    text = money(amount, currency, language)  # type: ignore[arg-type]
    digits = "".join(char for char in text if char in "-.0123456789")
    assert Decimal(digits) == amount
    assert len(digits.partition(".")[2]) >= decimals(currency)
