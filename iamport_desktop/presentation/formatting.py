"""Format texts from outside, JSON values, amounts of money and times."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from iamport_desktop.api.fields import Json
from iamport_desktop.domain.business_days import KST
from iamport_desktop.presentation.i18n import QT_TRANSLATE_NOOP, translate

# In characters. Qt takes seconds to lay out a label of 100,000.
MAX_SHOWN = 300

# Control, format (bidi, zero-width), surrogate, private-use and separator characters; tags and filler letters, which
# are drawn as nothing. A plain space is none of them, nor are the selectors that colour an emoji.
_INVISIBLE = re.compile(
    "[\x00-\x1f\x7f-\xa0\xad\u034f\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u115f\u1160\u1680"
    "\u17b4\u17b5\u180b-\u180f\u2000-\u200f\u2028-\u202f\u205f-\u206f\u2800\u3164\ud800-\uf8ff\ufeff\uffa0"
    "\ufff0-\uffff\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U0010ffff]"
)
_SYMBOLS = {"\n": "⏎", "\t": "→"}


def escape_invisible(text: str) -> str:
    """Escape each character that is drawn as nothing: `[U+202E]`. Other spaces become plain ones."""
    if not _INVISIBLE.search(text):
        return text
    # One look at each different character: a text may hold thousands of the same one.
    return text.translate({ord(char): _escaped(char) for char in set(text)})


def _escaped(char: str) -> str:
    if not _INVISIBLE.match(char):
        return char
    if unicodedata.category(char) == "Zs":
        return " "
    return _SYMBOLS.get(char, f"[U+{ord(char):04X}]")


def truncate(text: str, limit: int = MAX_SHOWN) -> str:
    """Cut a text to `limit` characters, the last one an ellipsis."""
    return text if len(text) <= limit else text[: limit - 1] + "…"


def one_line(text: str) -> str:
    """Escape and truncate a text for a label."""
    return truncate(escape_invisible(text[: MAX_SHOWN + 1]))


def collapse_whitespace(text: str) -> str:
    """Escape a text on one line, each run of spaces, tabs and newlines being one space."""
    return escape_invisible(" ".join(text.split()))


# A leading quotation mark makes the spreadsheet read on over tabs and lines, and what it quotes may be a formula.
# Full-width signs begin one where the spreadsheet speaks Japanese.
_FORMULA_SIGNS = tuple('=+-@＝＋－＠"')


def escape_formula(text: str) -> str:
    """Return a text as one cell of tab-separated text, which a spreadsheet does not take for a formula."""
    cell = collapse_whitespace(text)
    return "'" + cell if cell.startswith(_FORMULA_SIGNS) else cell


def tab_separated(lines: Iterable[Sequence[str]]) -> str:
    """Return lines of cells as a spreadsheet takes them from the clipboard."""
    return "\n".join("\t".join(map(escape_formula, line)) for line in lines)


_MAX_DEPTH = 40


def to_json_text(value: Json) -> str:
    """Return a JSON value as compact JSON, but a string as it is. Numbers keep every digit."""
    return value if isinstance(value, str) else _compact(value, depth=0)


def json_scalar(value: Json) -> str:
    """Return a string, number, boolean or null as it stands in JSON."""
    return str(value) if isinstance(value, Decimal) else json.dumps(value, ensure_ascii=False)


def _compact(value: Json, depth: int) -> str:
    if depth > _MAX_DEPTH:
        return "…"
    if isinstance(value, dict):
        members = (f"{json_scalar(key)}: {_compact(member, depth + 1)}" for key, member in value.items())
        return "{" + ", ".join(members) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_compact(item, depth + 1) for item in value) + "]"
    return json_scalar(value)


# ISO 4217: the currencies whose minor unit is not a hundredth.
_WITHOUT_DECIMALS = frozenset("BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF".split())
_WITH_THREE_DECIMALS = frozenset("BHD IQD JOD KWD LYD OMR TND".split())
# No price has more. Such a number is shown as it came: 1E-999999 would be a million characters long.
_MAX_DECIMALS = 40


def decimals(currency: str | None) -> int:
    """Return how many digits `currency` has behind the point: two for an unknown one, none for None."""
    if currency is None or currency in _WITHOUT_DECIMALS:
        return 0
    return 3 if currency in _WITH_THREE_DECIMALS else 2


def money(amount: Decimal, currency: str | None, language: str) -> str:
    """Format `amount`, in the currency's major unit: `30,000원`, `₩30,000`, `12.30 USD`. Nothing is rounded."""
    digits = _digits(amount, decimals(currency))
    if currency == "KRW":
        return f"{digits}원" if language == "ko" else f"₩{digits}".replace("₩-", "-₩")
    return f"{digits} {one_line(currency)}" if currency else digits


def _digits(amount: Decimal, min_decimals: int) -> str:
    if not amount:
        return f"{0:.{min_decimals}f}"  # a zero may come as -0.0, or with an exponent of its own
    _, digits, exponent = amount.as_tuple()
    if not isinstance(exponent, int) or exponent < -_MAX_DECIMALS:
        return one_line(str(amount))
    trailing_zeros = 0
    while digits[-1 - trailing_zeros] == 0 and exponent + trailing_zeros < 0:
        trailing_zeros += 1  # not by normalize(), which rounds to 28 digits
    return f"{amount:,.{max(min_decimals, -exponent - trailing_zeros)}f}"


# The last moment that has a date in Korea; what comes after stays in UTC.
_LAST_IN_KST = datetime(9999, 12, 31, 15, tzinfo=UTC)

_YEAR, _MONTH, _DAY = timedelta(days=365), timedelta(days=30), timedelta(days=1)
_HOUR, _MINUTE = timedelta(hours=1), timedelta(minutes=1)


def to_kst(moment: datetime) -> datetime:
    """Return an aware time in Korean time."""
    return moment.astimezone(KST) if moment < _LAST_IN_KST else moment


def date_and_time(moment: datetime) -> str:
    """Format an aware time as `2026-11-22 14:02:11 KST`."""
    return f"{to_kst(moment):%Y-%m-%d %H:%M:%S %Z}"


def weekday_and_time(moment: datetime) -> str:
    """Format an aware time as `2026-11-22(Sun) 14:02:11 KST`."""
    korean = to_kst(moment)
    return f"{whole_day(korean.date())} {korean:%H:%M:%S %Z}"


def whole_day(day: date) -> str:
    """Format a day as `2026-11-22(Sun)`."""
    return f"{day:%Y-%m-%d}({_weekday(day)})"


def near_day(day: date, today: date) -> str:
    """Format a day as `11-27(Fri)`; with the year where that is not today's."""
    return f"{day.month}-{day.day}({_weekday(day)})" if day.year == today.year else whole_day(day)


def short_time(moment: datetime, now: datetime) -> str:
    """Format an aware time as `11-27(Fri) 23:04`; with the year where that is not today's."""
    korean = to_kst(moment)
    return f"{near_day(korean.date(), to_kst(now).date())} {korean:%H:%M}"


def near_time(moment: datetime, now: datetime) -> str:
    """Format an aware time as `today 19:09`, `yesterday 19:09`, or else as `short_time`."""
    korean = to_kst(moment)
    days_ago = (to_kst(now).date() - korean.date()).days
    if days_ago not in (0, 1):
        return short_time(moment, now)
    text = translate("Times", "yesterday {time}") if days_ago else translate("Times", "today {time}")
    return text.format(time=f"{korean:%H:%M}")


_MONTHS = ("January February March April May June July August September October November December").split()


def spoken_day(day: date, today: date, language: str) -> str:
    """Format a day for a customer: `11월 25일(수)`, `Wed, November 25`; with the year where that is not today's."""
    other_year = day.year != today.year
    if language == "ko":
        year = f"{day.year}년 " if other_year else ""
        return f"{year}{day.month}월 {day.day}일({_weekday(day)})"
    year = f", {day.year}" if other_year else ""
    return f"{_weekday(day)}, {_MONTHS[day.month - 1]} {day.day}{year}"


def spoken_time(moment: datetime, now: datetime, language: str) -> str:
    """Format an aware time for a customer, in Korea: `11월 25일(수) 오후 9시 5분`, `Wed, November 25, 9:05 PM …`."""
    korean = to_kst(moment)
    day, hour = spoken_day(korean.date(), to_kst(now).date(), language), korean.hour
    if language == "ko":
        minute = f" {korean.minute}분" if korean.minute else ""
        return f"{day} {'오전' if hour < 12 else '오후'} {hour - 12 if hour > 12 else hour}시{minute}"
    return f"{day}, {hour % 12 or 12}:{korean.minute:02} {'AM' if hour < 12 else 'PM'} (Korean time)"


def spoken_deadline(deadline: datetime, now: datetime, language: str, *, keeps_hour: bool) -> str:
    """Format a deadline (aware) as `spoken_time`; as `spoken_day` where the whole day counts."""
    if keeps_hour:
        return spoken_time(deadline, now, language)
    return spoken_day(to_kst(deadline).date(), to_kst(now).date(), language)


_PARTICLES = re.compile(r"(\S)(이\(가\)|은\(는\)|을\(를\))")
# The names of these end in a consonant: 영 일 삼 육 칠 팔, 엘 엠 엔 알.
_END_IN_CONSONANT = frozenset("013678LMNR")


def choose_particles(text: str) -> str:
    """Choose the Korean particle that fits the word before it: `원이(가)` becomes `원이`, `USD이(가)` `USD가`."""
    return _PARTICLES.sub(_particle, text)


def _particle(match: re.Match[str]) -> str:
    last, particles = match[1], match[2]
    has_final = "가" <= last <= "힣" and (ord(last) - ord("가")) % 28 != 0
    return last + (particles[0] if has_final or last.upper() in _END_IN_CONSONANT else particles[2])


_WEEKDAYS = (
    QT_TRANSLATE_NOOP("Times", "Mon"),
    QT_TRANSLATE_NOOP("Times", "Tue"),
    QT_TRANSLATE_NOOP("Times", "Wed"),
    QT_TRANSLATE_NOOP("Times", "Thu"),
    QT_TRANSLATE_NOOP("Times", "Fri"),
    QT_TRANSLATE_NOOP("Times", "Sat"),
    QT_TRANSLATE_NOOP("Times", "Sun"),
)


def _weekday(day: date) -> str:
    return translate("Times", _WEEKDAYS[day.weekday()])


def deadline_text(deadline: datetime, *, keeps_hour: bool) -> str:
    """Format a deadline (aware) as `weekday_and_time`; as `whole_day` where the whole day counts."""
    return weekday_and_time(deadline) if keeps_hour else whole_day(to_kst(deadline).date())


def time_of_day(moment: datetime) -> str:
    """Format an aware time as `14:05:11`."""
    return f"{to_kst(moment):%H:%M:%S}"


# Each text stands in a call of its own: in a table, lupdate would not see that it has a plural.


def time_ago(moment: datetime, now: datetime) -> str:
    """Say how long before `now` that was, in the largest whole unit; "" for the future."""
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


def time_left(moment: datetime, now: datetime) -> str:
    """Say about how long from `now` until then, in the largest unit of which there are two or more; "" for the past."""
    remaining = moment - now
    if remaining <= timedelta(0):
        return ""
    if (days := _rounded(remaining, _DAY)) > 1:
        return translate("Times", "about %n day(s) left", None, days)
    if (hours := _rounded(remaining, _HOUR)) > 1:
        return translate("Times", "about %n hour(s) left", None, hours)
    if remaining >= _MINUTE:
        return translate("Times", "about %n minute(s) left", None, _rounded(remaining, _MINUTE))
    return translate("Times", "less than a minute left")


def _rounded(length: timedelta, unit: timedelta) -> int:
    return (length + unit / 2) // unit


def duration(length: timedelta) -> str:
    """Say how long that is, in the largest whole unit from minutes to days."""
    if length >= _DAY:
        return translate("Times", "%n day(s)", None, length // _DAY)
    if length >= _HOUR:
        return translate("Times", "%n hour(s)", None, length // _HOUR)
    return translate("Times", "%n minute(s)", None, length // _MINUTE)


FRESH = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Freshness:
    """When the payment was as it is shown; no longer `fresh` after a minute."""

    text: str
    fresh: bool


def freshness(as_of: datetime, now: datetime, *, refreshing: bool = False) -> Freshness:
    """Say `As of 14:05:11`, and how long ago that was after a minute, or that it is being looked up again."""
    text = translate("Freshness", "As of {time}").format(time=time_of_day(as_of))
    if refreshing:
        return Freshness(f"{text} · {translate('Freshness', 'looking up again')}", fresh=True)
    if now - as_of < FRESH:
        return Freshness(text, fresh=True)
    return Freshness(f"{text} · {time_ago(as_of, now)}", fresh=False)
