"""From a text to what one Enter does with it: ask for imp_uids, ask for an order number, or ask the agent first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from iamport_desktop.api.identifiers import ImpUid
from iamport_desktop.domain.personal_data import Kind, PersonalData, find_in_order_number, find_personal_data
from iamport_desktop.query.imp_uids import complete_imp_uid, find_imp_uids, without_invisible

MAX_ORDER_NUMBER = 200  # characters. The API takes 40; some shops keep longer ones


@dataclass(frozen=True, slots=True)
class ImpUids:
    """One imp_uid or several, each once, in the order of the text."""

    imp_uids: tuple[ImpUid, ...]


@dataclass(frozen=True, slots=True)
class OrderNumber:
    """An order number (merchant_uid) to ask for at once, and the imp_uid to ask for where no order has that number.

    Digits alone can be either. The order number is asked for first: customers have it in writing, while an imp_uid
    without `imp_` is at most dictated.
    """

    order_number: str
    or_imp_uid: ImpUid | None = None


class Reason(StrEnum):
    """Why a text is not sent to the server before the agent says so."""

    PHONE = "phone"
    EMAIL = "email"
    CARD = "card"
    RESIDENT = "resident"
    ACCOUNT = "account"
    MASKED = "masked"  # with stars, as personal data is shown
    NAME = "name"
    SENTENCE = "sentence"
    INCOMPLETE = "incomplete"  # begins like an imp_uid
    NO_NUMBER = "no-number"  # a card company's message, a day, an amount
    SEVERAL = "several"
    TOO_LONG = "too-long"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class Question:
    """A text that is asked for only if the agent says so: as `order_number`, unless that is "".

    `numbers` are the order numbers in the text where there are several.
    """

    reason: Reason
    order_number: str = field(default="", repr=False)
    numbers: tuple[str, ...] = field(default=(), repr=False)


Query = ImpUids | OrderNumber | Question

_REASONS = {
    Kind.EMAIL: Reason.EMAIL,
    Kind.PHONE: Reason.PHONE,
    Kind.CARD: Reason.CARD,
    Kind.RESIDENT: Reason.RESIDENT,
    Kind.ACCOUNT: Reason.ACCOUNT,
}

_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: " "}

_SAYS = r"[\"']?\s?(?:은|는|이|가)?\s?[:=#]?\s?[\"']?"
_LABELLED = re.compile(
    rf"(?:주문\s?(?:번호|no\.?)|(?<![A-Za-z])order[_ ]?(?:no|id|number)\.?|merchant_uid){_SAYS}"
    r"(?P<value>(?=[^\s0-9]{0,40}[0-9])[0-9A-Za-z][0-9A-Za-z._:/#-]*)",
    re.IGNORECASE,
)
_CARD_MESSAGE = re.compile(
    r"\[(?:web|국제|국외|해외|로밍|fw)?\s?발신\]|(?:카드|체크|법인|은행|뱅크|페이)\S{0,8}\s?(?:승인|취소|출금|입금)"
    r"|일시불|누적\s?[0-9]|[0-9]\s?개월|잔액\s?[0-9]",
    re.IGNORECASE,
)
_DAY = re.compile(
    r"(?<![0-9./-])(?:20[0-9]{2}|[0-9]{2})\s?[-./년]\s?[0-9]{1,2}\s?[-./월]\s?[0-9]{1,2}(?:\s?일)?(?![0-9/A-Za-z_-])"
    r"|(?<![0-9./])[0-9]{1,2}/[0-9]{1,2}(?![0-9/])|[0-9]{1,2}\s?월(?:\s?[0-9]{1,2}\s?일)?"
    r"|(?<![0-9./-])[01]?[0-9][-.][0-3]?[0-9](?=\s[0-2]?[0-9]:[0-9]{2})"
    r"|[0-9]{1,3}\s?일\s?전|(?:그저께|그제|엊그제|어제|오늘|지난주|이번\s?주)|[월화수목금토일]요일"
)
_TIME = re.compile(
    r"(?<![0-9:T])[0-2]?[0-9]:[0-5][0-9](?::[0-5][0-9])?(?![0-9:])|[0-9]{1,2}\s?시(?:\s?[0-9]{1,2}\s?분)?"
)
_NUMBER = r"(?<![0-9A-Za-z.,_-])[0-9][0-9,.]{0,15}"
_CURRENCY = "(?:KRW|USD|JPY|EUR|CNY)"
_AMOUNT = re.compile(
    rf"-?{_NUMBER}\s?(?:[억만천백]\s?[0-9,]{{0,5}}\s?){{0,4}}(?:원|달러|엔|유로|위안)"
    rf"|{_NUMBER}\s?[억만천](?![가-힣])|{_NUMBER}\s?{_CURRENCY}\b|(?:[$€£¥₩]|\b{_CURRENCY})\s?[0-9][0-9,.]{{0,15}}"
    r"|(?<![0-9A-Za-z.,_-])[0-9]{1,3}(?:,[0-9]{3}){1,4}(?![0-9A-Za-z,_-])"
)
# Numbers that are called something else, and those of companies' telephones.
_OTHER_NUMBER = re.compile(
    r"(?:승인|거래|계좌|송장|운송장|사업자|등록|카드|전화|우편)\s?번호\s?(?:은|는)?\s?[:=#]?\s?[0-9A-Za-z*_-]+"
    r"|(?<![0-9-])1[568][0-9]{2}[- ]?[0-9]{4}(?![0-9-])|(?:끝|뒷|뒤)\s?(?:자리|번호)\s?[:=]?\s?[0-9]{4}"
)
_TOKEN = re.compile(r"[0-9A-Za-z*._#@%+-]+")
_PLAIN = re.compile("[0-9A-Za-z._#-]+")
_CODE = re.compile(r"(?P<code>[0-9A-Za-z][0-9A-Za-z._#-]*)[가-힣?!.,~]*")
_QUANTITY = re.compile(r"[0-9]{1,5}[A-Za-z]{1,3}")
_PREFIXED = re.compile("[A-Za-z]+[A-Za-z0-9]*[_-]")
_UPPER_CASE = re.compile("[A-Z0-9]{2,}(?:[_-][A-Z0-9]{2,}){2,}")  # in parts, as nothing else is written
_MIN_DIGITS_WITH_LETTERS = 4
_MIN_DIGITS = 9  # of a number in a sentence; fewer may be a card's, an amount, an approval number
_SPOKEN = re.compile(r"(?:요|다|까|죠|나)[.?!~]*$|\?$")
_MAX_NUMBER_IN_WORDS = 40  # characters of an order number with blanks in it
_PAIRS = ('""', "''", "“”", "‘’", "「」", "()", "[]", "<>")
_BEGUN = re.compile("imps?_", re.IGNORECASE)
_HANGUL = re.compile("[가-힣]+")
_LONGEST_NAME = 4  # characters
_HONORIFIC = re.compile("(?:고객)?(?:님|씨)$")
_NAME = re.compile(
    "(?:[김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구민나지엄채원천방공현함변염여추도소"
    "석선설마길연위표명기반왕금옥육인맹제모탁국][가-힣]{2}|[가-힣]{2,4}(?:고객)?(?:님|씨))"
)


def parse(text: str) -> Query:
    """Return what one Enter does with `text`. Never raises, in a time that grows with its length and no faster.

    An imp_uid is found in any text, an order number where it is the whole text, is called one, or is the only one in
    it. What looks like personal data, a sentence, a card company's message, a day or an amount becomes a question.
    """
    if imp_uids := find_imp_uids(text):
        return ImpUids(imp_uids)
    plain = _unquoted(without_invisible(text).translate(_FULL_WIDTH).strip())
    if not plain:
        return Question(Reason.EMPTY)
    is_token = not re.search(r"\s|://", plain)
    return _of_token(plain) if is_token else _of_words(plain)


def parse_order_number(number: str) -> OrderNumber | Question:
    """Return what is done with an order number that another program names: that number alone, or a question."""
    reason = _reason_to_ask(number)
    return _question(reason, number) if reason else OrderNumber(number)


def _unquoted(text: str) -> str:
    """Return `text` without the quotation marks or brackets round the whole of it."""
    return text[1:-1].strip() if len(text) > 2 and text[0] + text[-1] in _PAIRS else text


def _of_token(token: str) -> Query:
    """A text without blanks: an order number, but for what reads as something else."""
    if reason := _reason_to_ask(token):
        return _question(reason, token)
    if not _PLAIN.fullmatch(token) and (labelled := _LABELLED.search(token)):
        return _order_number(labelled["value"])
    if (code := _CODE.fullmatch(token)) and sum(map(str.isdigit, code["code"])) >= 4:
        return _order_number(code["code"])
    return _order_number(token)


def _reason_to_ask(token: str) -> Reason | None:
    if personal := _personal(find_in_order_number(token)):
        return personal
    if "*" in token:
        return Reason.MASKED
    if _BEGUN.match(token):
        return Reason.INCOMPLETE
    if _HANGUL.fullmatch(token) and not _DAY.fullmatch(token):
        return Reason.NAME if len(_HONORIFIC.sub("", token)) <= _LONGEST_NAME else Reason.SENTENCE
    if not any(map(str.isalnum, token)):
        return Reason.SENTENCE
    rest, has_conditions = _without_conditions(token)
    return Reason.NO_NUMBER if has_conditions and not any(map(str.isalnum, rest)) else None


def _of_words(text: str) -> Query:
    """A sentence, a message, a table, or an order number with blanks in it."""
    if labelled := _LABELLED.search(text):
        return _order_number(labelled["value"])
    if _CARD_MESSAGE.search(text):
        return Question(Reason.NO_NUMBER)
    personal = find_personal_data(text)
    rest, has_conditions = _without_conditions(_blanked(text, ((part.start, part.end) for part in personal)))
    numbers = tuple(dict.fromkeys(_order_numbers(rest)))
    if len(numbers) > 1:
        return Question(Reason.SEVERAL, numbers=numbers)
    if numbers:
        return _order_number(numbers[0])
    if reason := _personal(personal):
        return _question(reason, text)
    if has_conditions:
        return Question(Reason.NO_NUMBER)
    return _of_plain_words(text)


def _of_plain_words(text: str) -> Query:
    words = text.split()
    if "*" in text:
        return _question(Reason.MASKED, text)
    if _is_sentence(text, words):
        return _question(Reason.SENTENCE, text)
    if any(_NAME.fullmatch(word) for word in words):
        return _question(Reason.NAME, text)
    return _order_number(text)


def _is_sentence(text: str, words: list[str]) -> bool:
    has_digits = any(map(str.isdigit, text))
    return (
        len(text) > _MAX_NUMBER_IN_WORDS
        or "://" in text
        or not has_digits
        or bool(_SPOKEN.search(text))
        or sum(map(str.isalpha, words)) >= 2
    )


def _without_conditions(text: str) -> tuple[str, bool]:
    """Return `text` without days, times, amounts and numbers of other things, and whether it held any."""
    rest = text
    for pattern in (_OTHER_NUMBER, _AMOUNT, _DAY, _TIME):
        rest = _blanked(rest, (match.span() for match in pattern.finditer(rest)))
    return rest, rest != text


def _order_numbers(text: str) -> Iterator[str]:
    """Yield the words that can be nothing but a number of an order."""
    for match in _TOKEN.finditer(text):
        token = match.group().strip("._#-")
        if not token or not set("*@%+").isdisjoint(match.group()) or _QUANTITY.fullmatch(token):
            continue
        if _is_order_number(token):
            yield token


def _is_order_number(word: str) -> bool:
    digits = sum(map(str.isdigit, word))
    if any(map(str.isalpha, word)):
        if _UPPER_CASE.fullmatch(word):
            return True
        return digits >= _MIN_DIGITS_WITH_LETTERS or bool(digits and _PREFIXED.match(word))
    return digits >= _MIN_DIGITS and bool(re.fullmatch("[0-9_-]+", word))


def _order_number(text: str) -> Query:
    number = text.rstrip(".:/#-") or text
    if len(number) > MAX_ORDER_NUMBER:
        return Question(Reason.TOO_LONG)
    if personal := _personal(find_in_order_number(number)):
        return _question(personal, number)
    return OrderNumber(number, complete_imp_uid(number))


def _question(reason: Reason, text: str) -> Question:
    return Question(reason, text if len(text) <= MAX_ORDER_NUMBER else "")


def _personal(found: Sequence[PersonalData]) -> Reason | None:
    return _REASONS[found[0].kind] if found else None


def _blanked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """Return `text` with blanks in place of `spans`, so that they are not read as something else."""
    pieces, position = [], 0
    for start, end in spans:
        pieces += [text[position:start], " " * (end - start)]
        position = end
    return "".join([*pieces, text[position:]])
