"""Amounts of money as text. Nothing is ever rounded: more digits than the currency has are all shown."""

from __future__ import annotations

from decimal import Decimal

from iamport_desktop.presentation.text import one_line

# ISO 4217: the currencies whose minor unit is not a hundredth.
_WITHOUT_DECIMALS = frozenset("BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF".split())
# No price has as many. Beyond it is written as it came.
_MOST_DECIMALS = 40
_WITH_THREE = frozenset("BHD IQD JOD KWD LYD OMR TND".split())


def decimals(currency: str | None) -> int:
    """How many digits `currency` has behind the point; an unknown one has two, none at all has none."""
    if currency is None or currency in _WITHOUT_DECIMALS:
        return 0
    return 3 if currency in _WITH_THREE else 2


def money(amount: Decimal, currency: str | None, language: str) -> str:
    """`amount` in the major unit: `30,000원` or `₩30,000`, `US$12.30`-like codes as `12.30 USD`."""
    digits = _digits(amount, decimals(currency))
    if currency == "KRW":
        return f"{digits}원" if language == "ko" else f"₩{digits}".replace("₩-", "-₩")
    return f"{digits} {one_line(currency)}" if currency else digits


def _digits(amount: Decimal, least: int) -> str:
    if not amount:
        return f"{0:.{least}f}"  # a zero may come as -0.0, or with an exponent of its own
    _, digits, exponent = amount.as_tuple()
    if not isinstance(exponent, int) or exponent < -_MOST_DECIMALS:
        return one_line(str(amount))  # 1E-999999 would be a million characters long
    padding = 0
    while digits[-1 - padding] == 0 and exponent + padding < 0:  # normalize() would round to 28 digits
        padding += 1
    return f"{amount:,.{max(least, -exponent - padding)}f}"
