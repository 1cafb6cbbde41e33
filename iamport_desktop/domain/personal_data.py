"""Find personal data in texts that may hold anything: reasons, product names, order numbers, addresses of links.

What is found: e-mail addresses, phone numbers, numbers of cards, of bank accounts and of residents. They are found in
whatever digits they are written (full-width, Arabic, circled, …), percent-encoded, and between invisible characters.
A number that reads as a date, a time or a counter is none of them. Names and addresses cannot be told from other words
and are not looked for. Every pattern is bounded, so that the time grows with the length of the text and no faster.
"""

from __future__ import annotations

import json
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from urllib.parse import unquote

from iamport_desktop.resources import resource_path


class Kind(StrEnum):
    """What a part of a text is."""

    EMAIL = "e-mail address"
    PHONE = "phone number"
    CARD = "card number"
    RESIDENT = "resident registration number"
    ACCOUNT = "bank account number"


@dataclass(frozen=True, slots=True)
class PersonalData:
    """A part of a text: from `start` to `end` in the text as it came; `plain` is the same in plain characters."""

    start: int
    end: int
    kind: Kind
    plain: str


def find_personal_data(text: str) -> list[PersonalData]:
    """Return the personal data in a text, from left to right, without overlaps."""
    return _find(text, _IN_ANY_TEXT) if _may_hold_any(text) else []


def find_in_order_number(text: str) -> list[PersonalData]:
    """Return the personal data in an order number, which is more often a counter than a text is."""
    return _find(text, _IN_ORDER_NUMBERS) if _may_hold_any(text) else []


# Written in other ways than in plain digits, or an e-mail address.
_UNUSUAL = re.compile(r"[@%]|[^\x00-\x7f가-힣]")
_FEWEST_DIGITS = 7  # of a resident registration number whose last six the sender has masked


def _may_hold_any(text: str) -> bool:
    """Return False for most reasons and product names, quickly: they are a few words."""
    return sum(map(text.count, "0123456789")) >= _FEWEST_DIGITS or bool(_UNUSUAL.search(text))


def _find(text: str, finders: Iterable[tuple[Kind, _Finder]]) -> list[PersonalData]:
    plain = _PlainText(text)
    rest, found = plain.text, []
    for kind, finder in finders:
        spans = list(finder(rest))
        found += [PersonalData(*plain.source(*span), kind, rest[slice(*span)]) for span in spans]
        rest = _blanked(rest, spans)
    return sorted(found, key=lambda part: part.start)


def _blanked(text: str, spans: list[tuple[int, int]]) -> str:
    """Replace what was found, so that it is not found again as something else."""
    pieces, position = [], 0
    for start, end in spans:
        pieces += [text[position:start], "\0" * (end - start)]
        position = end
    return "".join([*pieces, text[position:]]) if spans else text


# Characters that are written in another way than plain ones, each one unit: percent-encoded (also several times over),
# decomposed Hangul, and all others outside ASCII and the Hangul syllables. "50%010-…" holds no encoded control character.
_ESCAPE = r"%(?:25){0,4}"
# A run of those that are drawn as nothing is one unit: a text may hold thousands of them.
_NOTHING = "[\xad\u034f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\U000e0000-\U000e01ef]"
_UNIT = re.compile(
    rf"{_NOTHING}+|{_ESCAPE}(?:0[9AaDd]|[2-7][0-9A-Fa-f])|{_ESCAPE}[C-Fc-f][0-9A-Fa-f](?:{_ESCAPE}[89ABab][0-9A-Fa-f]){{1,3}}"
    r"|[\u1100-\u11ff]+|[^\x00-\x7f가-힣]"
)
_NESTED = re.compile(r"%(?:25)+(?=[0-9A-Fa-f]{2})")
# Drawn as nothing, or as a dash or a dot, without having that category.
_LOOKALIKES = {"\u115f": " ", "\u1160": " ", "\u2800": " ", "\u30fc": "-", "\u3161": "-", "\u1173": "-"}
_LOOKALIKES |= {"\u2212": "-", "\u00b7": ".", "\u30fb": ".", "\u318d": ".", "\u301c": "~", "\u223c": "~"}


class _PlainText:
    """A text in plain characters, and where in the source each of them came from."""

    def __init__(self, source: str) -> None:
        pieces: list[str] = []
        # Where each piece begins, in the plain text and in the source. Pieces are units, and the texts between them.
        self._plain_starts, self._source_starts, self._are_units = [0], [0], [False]
        length = position = 0
        for unit in _UNIT.finditer(source):
            between, plain = source[position : unit.start()], _plain_unit(unit[0])
            pieces += [between, plain]
            length += len(between)
            self._begin(length, unit.start(), is_unit=True)
            length += len(plain)
            position = unit.end()
            self._begin(length, position, is_unit=False)
        self._source_length = len(source)
        self.text = "".join([*pieces, source[position:]])

    def _begin(self, plain: int, source: int, *, is_unit: bool) -> None:
        self._plain_starts.append(plain)
        self._source_starts.append(source)
        self._are_units.append(is_unit)

    def source(self, start: int, end: int) -> tuple[int, int]:
        """Return where the plain characters from `start` to `end` stand in the source, units as a whole."""
        first, last = self._piece(start), self._piece(end - 1)
        source_start = self._source_starts[first]
        if not self._are_units[first]:
            source_start += start - self._plain_starts[first]
        if self._are_units[last]:
            return source_start, self._source_starts[last + 1]
        return source_start, self._source_starts[last] + end - self._plain_starts[last]

    def _piece(self, position: int) -> int:
        return bisect_right(self._plain_starts, position) - 1


def _plain_unit(unit: str) -> str:
    if re.match(_NOTHING, unit):
        return ""
    if unit[0] != "%":
        return _plain(unit)
    decoded = unquote(_NESTED.sub("%", unit), errors="replace")
    return decoded if decoded.isascii() else "".join(map(_plain, decoded))


@lru_cache(maxsize=4096)
def _plain(text: str) -> str:
    """Return a character, or decomposed Hangul, in plain characters; "" for what is drawn as nothing."""
    return "".join(map(_plain_char, unicodedata.normalize("NFKC", text)))


def _plain_char(char: str) -> str:
    if char in _LOOKALIKES:
        return _LOOKALIKES[char]
    if (digit := unicodedata.digit(char, None)) is not None:
        return str(digit)
    category = unicodedata.category(char)
    if category in ("Cf", "Mn", "Me", "Cc") and not char.isascii():
        return ""
    return {"Pd": "-", "Zs": " ", "Zl": " ", "Zp": " "}.get(category, char)


_Finder = Callable[[str], Iterator[tuple[int, int]]]


def _matches(
    pattern: str, is_meant: Callable[[re.Match[str]], bool] = lambda match: True, flags: int = re.ASCII
) -> _Finder:
    """Return a finder of what `pattern` matches, or its group `it`, where `is_meant` agrees."""
    compiled = re.compile(pattern, flags)
    group = "it" if "it" in compiled.groupindex else 0

    def find(text: str) -> Iterator[tuple[int, int]]:
        return (match.span(group) for match in compiled.finditer(text) if is_meant(match))

    return find


def _digits(text: str) -> str:
    return re.sub("[^0-9]", "", text)


# Of an order. A birthday may be earlier.
_YEARS = range(2010, 2036)
_MONTH_AND_DAY = re.compile("(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])")


def _begins_with_date(digits: str) -> bool:
    """Return whether digits begin as yyyymmdd does, in the years of orders."""
    return digits[:4].isdigit() and int(digits[:4]) in _YEARS and bool(_MONTH_AND_DAY.match(digits, 4))


def _begins_with_short_date(digits: str) -> bool:
    """Return whether digits begin as yymmdd does, in the years of orders."""
    return _begins_with_date("20" + digits)


def _reads_as_date(number: str) -> bool:
    """Return whether a number in groups begins with a date, or has one in a group of its own."""
    groups = re.split("[^0-9]+", number)
    if _begins_with_date("".join(groups)):
        return True
    if len(groups) >= 3 and all(len(group) == 2 for group in groups[:3]):
        return _begins_with_short_date("".join(groups))
    if len(groups) == 1:
        return False
    return any(
        (len(group) == 6 and _begins_with_short_date(group)) or (len(group) == 8 and _begins_with_date(group))
        for group in groups
    )


# --- e-mail addresses -------------------------------------------------------------------------------------------------

_find_emails = _matches(r"(?<![\w.+-])[\w.+-]++@(?:[\w-]+\.)+[^\W\d_]{2,}", flags=re.UNICODE)


# --- phone numbers ----------------------------------------------------------------------------------------------------

_GAP = r"[\s._()/~,+-]{0,3}"
_SOME_GAP = r"[\s._()/~,+-]{1,3}"
_AREA = r"(?:2|3[1-3]|4[1-4]|5[1-5]|6[1-4]|[78]0|50[0-9])"
# Mobile phones. 010 has four digits in its middle, and any number of digits may follow. The old ones (011, 016 to 019)
# may have three. Without gaps they must not run on into letters: an id in hexadecimal may begin with 019.
_MOBILE = (
    rf"(?:0|(?:\+|00)?82{_GAP}0?{_GAP})"
    rf"(?:1[01]{_GAP}[0-9]{{4}}{_GAP}[0-9]{{4}}"
    rf"|1[016789]{_SOME_GAP}[0-9]{{3,4}}{_GAP}[0-9]{{4}}"
    r"|1[16789][0-9]{8}(?=[0-9]*+(?![A-Za-z]))"
    r"|1[16789][0-9]{7}(?![0-9A-Za-z]))"
)
_DATE_OR_EPOCH = (
    r"(?:(?:20)?[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])(?:[0-9]{6})?|1[5-9][0-9]{8}(?:[0-9]{3})?)"
)

_find_mobiles = _matches(rf"(?<![0-9]){_MOBILE}")
# Behind a date or a time, and at the end.
_find_mobiles_behind_dates = _matches(rf"(?<![0-9]){_DATE_OR_EPOCH}(?P<it>010[0-9]{{8}})(?![0-9])")
# A spreadsheet takes the zero away.
_find_mobiles_without_zero = _matches(
    r"(?<![0-9])(?<![0-9][.,-])10([ .-]?)[1-9][0-9]{3}\1[0-9]{4}(?![0-9])",
    lambda match: not _begins_with_short_date(_digits(match[0])),
)
_find_landlines = _matches(
    rf"(?<![0-9])(?<![0-9][./-])(?:0|(?:\+|00)82{_GAP}0?){_AREA}{_SOME_GAP}[1-9][0-9]{{2,3}}{_GAP}[0-9]{{4}}(?![0-9])"
)
_find_foreign_phones = _matches(
    r"(?<![0-9A-Za-z+])\+(?!20[0-9]{2}-)[1-9](?:[ ().-]{0,2}[0-9]){9,14}(?![0-9])"
)
# mmddHHMMSS
_DAY_AND_TIME = re.compile(_MONTH_AND_DAY.pattern + "([01][0-9]|2[0-3])[0-5][0-9][0-5][0-9]")
_find_landlines_without_gaps = _matches(
    rf"(?<![0-9])0{_AREA}[1-9][0-9]{{6,7}}(?![0-9])",
    lambda match: not _DAY_AND_TIME.fullmatch(match[0]),
)


# --- card numbers -----------------------------------------------------------------------------------------------------


def _passes_luhn(number: str) -> bool:
    digits = [int(digit) for digit in reversed(number)]
    doubled = sum(sum(divmod(2 * digit, 10)) for digit in digits[1::2])
    return (sum(digits[::2]) + doubled) % 10 == 0


# In front of the number, and perhaps a few words in between.
_CARD_WORD = re.compile(r"(?:카드|card)[^0-9]{0,12}$", re.IGNORECASE)


def _is_card(match: re.Match[str]) -> bool:
    number = match[0]
    if _begins_with_date(number):
        return False
    if _CARD_WORD.search(match.string, max(0, match.start() - 16), match.start()):
        return True
    return len(number) in (15, 16) and number[0] in "34569" and _passes_luhn(number)


_find_cards_in_groups = _matches(
    # Not the groups of a UUID.
    r"(?<![0-9A-Za-z])(?:[0-9]{4}([ .-])[0-9]{4}\1[0-9]{4}\1[0-9]{4}|3[0-9]{3}([ .-])[0-9]{6}\2[0-9]{4,5})"
    r"(?!-?[0-9A-Za-z])",
    lambda match: not _reads_as_date(match[0]),
)
_find_cards = _matches(r"(?<![0-9])[0-9]{14,19}(?![0-9])", _is_card)


# --- resident registration numbers ------------------------------------------------------------------------------------


# Years of birth that may be those of an order: of a date and a counter or, without a hyphen, of milliseconds since 1970.
_YEARS_OF_ORDERS, _YEARS_OF_TODDLERS = range(12, 36), range(22, 36)


def _is_resident(match: re.Match[str]) -> bool:
    years = _YEARS_OF_TODDLERS if match[3] else _YEARS_OF_ORDERS
    return int(match[1]) not in years and bool(_MONTH_AND_DAY.fullmatch(match[2]))


def _is_resident_in_order_number(match: re.Match[str]) -> bool:
    return int(match[1]) not in _YEARS_OF_ORDERS and _is_resident(match)


_RESIDENT = r"(?<![0-9])([0-9]{2})([0-9]{4})( ?[- ] ?|)[1-8](?:[0-9]{6}|[*xX]{6})(?![0-9])"
_find_residents = _matches(_RESIDENT, _is_resident)
_find_residents_in_order_numbers = _matches(_RESIDENT, _is_resident_in_order_number)


# --- account numbers --------------------------------------------------------------------------------------------------

# In characters: how far a word may stand before or behind the number that it is about.
_BEFORE, _BEHIND = 24, 14
_NUMBER = re.compile(r"(?<![0-9])[0-9](?:[ .]?-?[ .]?[0-9]){9,13}(?![0-9])", re.ASCII)


# Words of banks' names that are other things as well.
_OTHER_THINGS = frozenset("지역 Korea China America Investment Development Industrial Exchange NICE".split())


@cache
def _account_words() -> re.Pattern[str]:
    """Match what says that a number is an account's: the word itself, or a bank, also by its short name."""
    names = json.loads(resource_path("codes", "bank.json").read_bytes()).values()
    korean = {"계좌", "예금주"}.union(*(_short_names(name["ko"]) for name in names)) - _OTHER_THINGS
    english = {"account", "acct"}.union(
        *(re.findall(r"[A-Z][a-z]{3,}(?= Bank\b)|^[A-Z]{2,}(?!.*Securities)\b", name["en"]) for name in names)
    )
    # "국민" is a bank where it is a word of its own, "국민은행" in any word.
    short = {word for word in korean if not re.search("(은행|뱅크|금고|증권|협|우체국|계좌|예금주)$", word)}
    patterns = (
        _any_of(korean - short),
        rf"(?<![가-힣]){_any_of(short)}(?![가-힣])",
        # Next to a digit or a hyphen, Latin letters are the prefix of an id.
        rf"(?<![A-Za-z])(?i:{_any_of(english - _OTHER_THINGS)})(?![A-Za-z0-9_-])",
    )
    return re.compile(rf"(?:{'|'.join(patterns)})(?!\s?(?:국민)?카드)")


def _any_of(words: Iterable[str]) -> str:
    return f"(?:{'|'.join(sorted(words, key=lambda word: (-len(word), word)))})"


def _short_names(name: str) -> Iterator[str]:
    """Yield the words of a Korean bank's name, with and without the word for a bank at their end."""
    for word in re.findall("[가-힣]{2,}", re.sub("구 |현 ", " ", name)):
        yield word
        if len(short := re.sub("(은행|뱅크|금고|(금융)?(투자)?증권)$", "", word)) >= 2:
            yield short


def _is_labelled(text: str, start: int, end: int) -> bool:
    """Return whether a word for an account stands beside the number, and does not belong to another number."""
    before = re.search(r"[^0-9\n]*$", text[max(0, start - _BEFORE) : start])
    if before and _account_words().search(before[0]):
        return True
    behind = re.match(r"[^0-9\n]*", text[end : end + _BEHIND])
    if not behind or not _account_words().search(behind[0]):
        return False
    return not _NUMBER.match(text, end + len(behind[0]))


def _find_labelled_accounts(text: str) -> Iterator[tuple[int, int]]:
    for match in _NUMBER.finditer(text):
        if _is_labelled(text, *match.span()) and not _reads_as_date(match[0]) and not _is_amount(match):
            yield match.span()


def _is_amount(match: re.Match[str]) -> bool:
    return match.string[match.end() : match.end() + 2].lstrip().startswith("원")


def _is_account(match: re.Match[str]) -> bool:
    return 10 <= len(_digits(match[0])) <= 14 and not _reads_as_date(match[0])


_find_hyphenated_accounts = _matches(
    r"(?<![0-9A-Za-z])(?<![0-9A-Za-z][_-])[0-9]{2,8}(?: ?- ?[0-9]{1,8}){2,3}(?![0-9A-Za-z])(?! ?- ?[0-9A-Za-z])",
    _is_account,
)

_IN_BOTH: tuple[tuple[Kind, _Finder], ...] = (
    (Kind.CARD, _find_cards_in_groups),
    (Kind.CARD, _find_cards),
    (Kind.PHONE, _find_mobiles),
    (Kind.PHONE, _find_mobiles_behind_dates),
    (Kind.PHONE, _find_landlines),
    (Kind.PHONE, _find_foreign_phones),
    (Kind.PHONE, _find_mobiles_without_zero),
    (Kind.ACCOUNT, _find_labelled_accounts),
    (Kind.ACCOUNT, _find_hyphenated_accounts),
)
_IN_ORDER_NUMBERS = (
    (Kind.EMAIL, _find_emails),
    (Kind.RESIDENT, _find_residents_in_order_numbers),
    *_IN_BOTH,
)
_IN_ANY_TEXT = (
    (Kind.EMAIL, _find_emails),
    (Kind.RESIDENT, _find_residents),
    *_IN_BOTH,
    (Kind.PHONE, _find_landlines_without_gaps),
)
