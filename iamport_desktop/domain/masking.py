"""Mask personal data: what the screen, the clipboard and the accessibility tree hold unless it is revealed.

Each mask keeps what an agent compares with the caller ("the last four digits?") and no more. A text that does not
look like its field's own kind is hidden whole: shops put names beside phone numbers, and remarks behind addresses.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from iamport_desktop.domain.personal_data import (
    Kind,
    PersonalData,
    find_in_order_number,
    find_personal_data,
)

Mask = Callable[[str], str]

HIDDEN = "••••••"
# In characters. A longer text is no name, number or address: it is hidden whole.
MAX_LENGTH = 1000

_DOMAIN = re.compile(r"[\w-]+(\.[\w-]+)*\.[^\W\d_]{2,}")
_PROVINCE = re.compile(
    "(서울|부산|대구|인천|광주|대전|울산|세종|제주|경기|강원|충청?[남북]|전라?[남북]|경상?[남북])"
    "(특별자치시|특별자치도|특별시|광역시|시|도)?"
)
_DISTRICT = re.compile("[가-힣]{1,5}[시군구]")
# The parts of a link. What stands before an @ is no host.
_LINK = re.compile(
    r"(?P<scheme>[A-Za-z][A-Za-z0-9+.-]{0,15}://)(?:[^/?#@]*@)*(?P<host>[^/?#@]*)(?P<rest>.*)", re.DOTALL
)
# How digits are written that the sender has masked already, beside `*`.
_MASKED_DIGITS = "*xX●•#"


def free_text(text: str) -> str:
    """Mask the phone numbers, e-mail addresses and numbers of cards, accounts and residents in a text of any kind.

    Everything else stays. The time grows with the length of the text and no faster.
    """
    return _with_masked(text, find_personal_data(text))


def link(url: str) -> str:
    """Keep scheme and host: `https://example.com/…`. What is no link with a host is hidden whole."""
    parts = _LINK.fullmatch(url)
    if not parts or not parts["host"]:
        return hide(url)
    host = parts["scheme"] + free_text(parts["host"])
    return host + (parts["rest"] if parts["rest"] in ("", "/") else "/…")


def name(text: str) -> str:
    """Keep the first letter of each word, and the last one of three or more Korean: `홍*동`, `H** G****-d***`."""
    return " ".join(_word(word) for word in text.split(" "))


def email(text: str) -> str:
    """Keep the first letter and the domain: `h***@example.com`."""
    local, _, domain = text.rpartition("@")
    return f"{local[0]}***@{domain}" if local and _DOMAIN.fullmatch(domain) else HIDDEN


def phone(text: str) -> str:
    """Keep the last four digits, and the first three of ten or more: `010-****-1234`."""
    digits = sum(char.isalnum() for char in text)
    return _keep_ends(text, 3 if digits >= 10 else 0, 4) if digits >= 8 and not _has_letters(text) else HIDDEN


def account(text: str) -> str:
    """Keep the last four characters of an account number. Some banks have Latin letters in them."""
    characters = sum(char.isalnum() for char in text)
    return _keep_ends(text, 0, 4) if characters >= 8 and not _has_foreign_letters(text) else HIDDEN


def card_number(text: str) -> str:
    """Keep the first six and the last four digits where at least six are hidden, else the last four.

    The rest may look real: KCP masks with zeros. A number that is no card's, by its length, is hidden whole.
    """
    if not any(char.isalnum() for char in text):
        return text  # masked as a whole by the sender
    if any(char.isalnum() and not (char.isascii() and char.isdigit()) and char not in "xX" for char in text):
        return HIDDEN
    digits = sum(char.isdigit() or char in _MASKED_DIGITS for char in text)
    if not 12 <= digits <= 19:
        return hide(text)
    return _keep_ends(text, 6 if digits >= 16 else 0, 4)


def address(text: str) -> str:
    """Keep province and district of a Korean address: `서울특별시 강남구 ****`. Others begin with the house number."""
    words = text.split()
    if len(words) < 3 or not _PROVINCE.fullmatch(words[0]):
        return HIDDEN
    return " ".join([*words[: 2 if _DISTRICT.fullmatch(words[1]) else 1], "****"])


def order_number(text: str) -> str:
    """Keep an id that a shop made, unless the shop made it of a phone number or other personal data."""
    return hide(text) if looks_personal(text) else text


def hide(text: str) -> str:
    """Keep nothing but whether there is a text."""
    return HIDDEN if text else ""


def looks_personal(text: str) -> bool:
    """Return whether an id holds a phone number, an e-mail address or the number of a card, account or resident."""
    return bool(find_in_order_number(text))


def mask_of(field: str) -> Mask | None:
    """Return the mask of a field of the API; None for an id that the server or the PG made."""
    return None if field in _IDS else MASKS.get(field, free_text)


def _with_masked(text: str, found: Iterable[PersonalData]) -> str:
    pieces, position = [], 0
    for part in found:
        if part.start >= position:
            pieces += [text[position : part.start], _IN_TEXTS[part.kind](part.plain)]
            position = part.end
    return "".join([*pieces, text[position:]])


def _word(word: str) -> str:
    if len(word) >= 3 and not word.isascii():
        return word[0] + "*" * (len(word) - 2) + word[-1]
    # A single letter may be the whole name, or a third of one that is written apart.
    return word[0] + "*" * (len(word) - 1) if len(word) > 1 else "*" * len(word)


def _has_letters(text: str) -> bool:
    return any(char.isalnum() and not (char.isascii() and char.isdigit()) for char in text)


def _has_foreign_letters(text: str) -> bool:
    return any(char.isalnum() and not char.isascii() for char in text)


def _keep_ends(text: str, first: int, last: int) -> str:
    """Replace each letter and digit with `*`, but for the `first` and the `last` ones. Masked digits count as well."""
    positions = [index for index, char in enumerate(text) if char.isalnum() or char in _MASKED_DIGITS]
    masked = positions[first : max(len(positions) - last, first)]
    characters = list(text)
    for index in masked:
        characters[index] = "*"
    return "".join(characters)


def _hide_digits(text: str) -> str:
    return re.sub("[0-9]", "*", text)


# How each kind of personal data is masked inside a text.
_IN_TEXTS: Mapping[Kind, Mask] = {
    Kind.EMAIL: email,
    Kind.PHONE: phone,
    Kind.CARD: card_number,
    Kind.RESIDENT: _hide_digits,
    Kind.ACCOUNT: account,
}


def _limited(mask: Mask) -> Mask:
    def limited(text: str) -> str:
        return mask(text) if len(text) <= MAX_LENGTH else hide(text)

    return limited


_MASKS: Mapping[str, Mask] = {
    "merchant_uid": order_number,
    "customer_uid": order_number,
    "card_number": card_number,
    "vbank_num": account,
    "vbank_holder": name,
    "buyer_name": name,
    "buyer_tel": phone,
    "buyer_email": email,
    "buyer_addr": address,
    "buyer_postcode": hide,
    "depositor_name": name,
    # Shops and PGs put anything in here.
    "custom_data": hide,
    "extension": hide,
}

# The mask of each field of the API that holds personal data or a link.
MASKS: Mapping[str, Mask] = {
    **{field: _limited(mask) for field, mask in _MASKS.items()},
    "receipt_url": link,
    "cancel_receipt_urls": link,
}
# Ids with digits that could pass for a phone number, and are none.
_IDS = frozenset("imp_uid pg_tid pg_id apply_num cancellation_id receipt_tid invoice".split())
