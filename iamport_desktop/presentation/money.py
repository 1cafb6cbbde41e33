"""Amounts of money as text. Nothing is ever rounded: more digits than the currency has are all shown."""

from __future__ import annotations

from decimal import Decimal

from iamport_desktop.presentation.text import one_line

# ISO 4217: the currencies whose minor unit is not a hundredth.
_WITHOUT_DECIMALS = frozenset("BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF".split())
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
    plain = amount.normalize()
    exponent = plain.as_tuple().exponent
    own = -exponent if isinstance(exponent, int) and exponent < 0 else 0
    return f"{plain:,.{max(least, own)}f}"
