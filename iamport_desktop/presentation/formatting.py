"""How old what is shown is."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal

from iamport_desktop.api.fields import Json
from iamport_desktop.presentation.i18n import translate

# Qt takes seconds to lay out a label of 100,000 characters; nobody reads more than this in one.
MAX_SHOWN = 300

# Control, format (bidi, zero-width), surrogate, private-use and separator characters; tag and filler letters
# that are drawn as nothing. A plain space is no such character, nor are the selectors that colour an emoji.
_SUSPICIOUS = re.compile(
    "[\x00-\x1f\x7f-\xa0\xad\u034f\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u115f\u1160\u1680"
    "\u17b4\u17b5\u180b-\u180f\u2000-\u200f\u2028-\u202f\u205f-\u206f\u2800\u3164\ud800-\uf8ff\ufeff\uffa0"
    "\ufff0-\uffff\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U0010ffff]"
)
_REMEMBERED = 20_000
_PICTURES = {"\n": "⏎", "\t": "→"}


def escape_invisible(text: str) -> str:
    """`text` with every character that would not be seen written out, as in `[U+202E]`."""
    return text.translate(_WRITTEN_OUT) if _SUSPICIOUS.search(text) else text


class _WrittenOut(dict[int, str]):
    """What stands for each character. Filled while it is used, so that a million of them take no second."""

    def __missing__(self, code: int) -> str:
        if len(self) >= _REMEMBERED:
            self.clear()
        self[code] = _written_out(chr(code))
        return self[code]


_WRITTEN_OUT = _WrittenOut()


def _written_out(char: str) -> str:
    if not _SUSPICIOUS.match(char):
        return char
    if unicodedata.category(char) == "Zs":
        return " "
    return _PICTURES.get(char, f"[U+{ord(char):04X}]")


def truncate(text: str, limit: int = MAX_SHOWN) -> str:
    """`text` cut to `limit` characters, with an ellipsis where something is missing."""
    return text if len(text) <= limit else text[: limit - 1] + "…"


def one_line(text: str) -> str:
    """Visible and short: what a label may show."""
    return truncate(escape_invisible(text[: MAX_SHOWN + 1]))


def to_json_text(value: Json) -> str:
    """A JSON value as compact JSON text, strings as they are. Numbers keep every digit."""
    return value if isinstance(value, str) else _compact(value, depth=0)


_DEEPEST = 40


def _compact(value: Json, depth: int) -> str:
    if depth > _DEEPEST:
        return "…"
    if isinstance(value, dict):
        members = (f"{_quoted(key)}: {_compact(each, depth + 1)}" for key, each in value.items())
        return "{" + ", ".join(members) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_compact(each, depth + 1) for each in value) + "]"
    return scalar(value)


def scalar(value: Json) -> str:
    """A JSON string, number, boolean or null as it stands in JSON."""
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, Decimal):
        return str(value)
    return _quoted(value) if isinstance(value, str) else str(value)


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + escaped.replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t") + '"'


def collapse_whitespace(text: str) -> str:
    """`text` made visible on one line, every run of spaces, tabs and newlines being one space."""
    return escape_invisible(" ".join(text.split()))


# A leading quotation mark has the spreadsheet read on over tabs and lines, and what it quotes may be a formula.
# Full-width signs begin one where the spreadsheet speaks Japanese.
_FORMULA = tuple('=+-@＝＋－＠"')


def escape_formula(text: str) -> str:
    """`text` as one cell of tab-separated text, which a spreadsheet takes for text and not for a formula."""
    cell = collapse_whitespace(text)
    return "'" + cell if cell.startswith(_FORMULA) else cell


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


# A fixed offset: Korea has no daylight saving, and Windows has no zone database.
KST = timezone(timedelta(hours=9), "KST")

_LIMIT = datetime(9999, 12, 31, 15, tzinfo=UTC)

_YEAR, _MONTH, _DAY = timedelta(days=365), timedelta(days=30), timedelta(days=1)
_HOUR, _MINUTE = timedelta(hours=1), timedelta(minutes=1)


def to_kst(moment: datetime) -> datetime:
    """The same moment on the Korean clock; the last hours of the year 9999, which it cannot show, stay in UTC."""
    return moment.astimezone(KST) if moment < _LIMIT else moment


def date_and_time(moment: datetime) -> str:
    """`2026-11-22 14:02:11 KST`."""
    return f"{to_kst(moment):%Y-%m-%d %H:%M:%S %Z}"


def clock(moment: datetime) -> str:
    """`14:05:11`, for what happened today on this desk."""
    return f"{to_kst(moment):%H:%M:%S}"


# The texts stand in calls of their own: from a table, `lupdate` would not learn that they have plurals.


def ago(moment: datetime, now: datetime) -> str:
    """How long before `now` that was, in the largest whole unit; "" when it lies ahead."""
    passed = now - moment
    if passed < timedelta(0):
        return ""
    if passed >= _YEAR:
        return translate("Times", "%n year(s) ago", None, passed // _YEAR)
    if passed >= _MONTH:
        return translate("Times", "%n month(s) ago", None, passed // _MONTH)
    if passed >= _DAY:
        return translate("Times", "%n day(s) ago", None, passed // _DAY)
    if passed >= _HOUR:
        return translate("Times", "%n hour(s) ago", None, passed // _HOUR)
    if passed >= _MINUTE:
        return translate("Times", "%n minute(s) ago", None, passed // _MINUTE)
    return translate("Times", "just now")


def left(moment: datetime, now: datetime) -> str:
    """How long from `now` until then, in the largest whole unit; "" when it has passed."""
    remaining = moment - now
    if remaining <= timedelta(0):
        return ""
    if remaining >= _DAY:
        return translate("Times", "%n day(s) left", None, remaining // _DAY)
    if remaining >= _HOUR:
        return translate("Times", "%n hour(s) left", None, remaining // _HOUR)
    if remaining >= _MINUTE:
        return translate("Times", "%n minute(s) left", None, remaining // _MINUTE)
    return translate("Times", "less than a minute left")


FRESH = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Freshness:
    """`text` tells when the payment was like that; after a minute it is no longer fresh."""

    text: str
    fresh: bool


def freshness(as_of: datetime, now: datetime) -> Freshness:
    """`As of 14:05:11`, and how long ago once that is a minute."""
    text = translate("Freshness", "As of {time}").format(time=clock(as_of))
    if now - as_of < FRESH:
        return Freshness(text, fresh=True)
    return Freshness(f"{text} · {ago(as_of, now)}", fresh=False)
