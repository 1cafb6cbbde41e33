"""Mask personal data: what the screen, the clipboard and the accessibility tree hold unless it is revealed.

Each mask keeps what an agent compares with the caller ("the last four digits?") and no more. A text that does not
look like its field's own kind is hidden whole: shops put names beside phone numbers, and remarks behind addresses.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping

Mask = Callable[[str], str]

HIDDEN = "••••••"
# In characters. A longer text is no name, number or address: it is hidden whole, and no pattern is matched.
MAX_LENGTH = 1000

_GAP = r"[\s._()/\u2010-\u2015\u2212-]{0,3}"
_PHONE_LIKE = re.compile(
    rf"(?<![0-9])(\+?82{_GAP}0?{_GAP}|0)1[016789]{_GAP}[0-9]{{3,4}}{_GAP}[0-9]{{4}}(?![0-9])"
)
_EMAIL_LIKE = re.compile(r"[^\s@/]@[^\s@/]+\.[^\s@/]")
_DOMAIN = re.compile(r"[\w-]+(\.[\w-]+)*\.[^\W\d_]{2,}")
_PROVINCE = re.compile(
    "(서울|부산|대구|인천|광주|대전|울산|세종|제주|경기|강원|충청?[남북]|전라?[남북]|경상?[남북])"
    "(특별자치시|특별자치도|특별시|광역시|시|도)?"
)
_DISTRICT = re.compile("[가-힣]{1,5}[시군구]")


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
    """Keep the first six and the last four digits. The rest may look real: KCP masks with zeros."""
    return HIDDEN if _has_foreign_letters(text) else _keep_ends(text, 6, 4)


def address(text: str) -> str:
    """Keep province and district of a Korean address: `서울특별시 강남구 ****`. Others begin with the house number."""
    words = text.split()
    if len(words) < 3 or not _PROVINCE.fullmatch(words[0]):
        return HIDDEN
    return " ".join([*words[: 2 if _DISTRICT.fullmatch(words[1]) else 1], "****"])


def order_number(text: str) -> str:
    """Keep an id that a shop made, unless the shop made it of a phone number or an e-mail address."""
    return hide(text) if looks_personal(text) else text


def hide(text: str) -> str:
    """Keep nothing but whether there is a text."""
    return HIDDEN if text else ""


def looks_personal(text: str) -> bool:
    """Return whether a text holds what looks like a mobile phone number or an e-mail address."""
    plain = "".join(
        char for char in unicodedata.normalize("NFKC", text) if unicodedata.category(char) != "Cf"
    )
    return bool(_PHONE_LIKE.search(plain) or _EMAIL_LIKE.search(plain))


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
    """Replace each letter and digit with `*`, but for the `first` and the `last` ones. A `*` counts as a digit."""
    positions = [index for index, char in enumerate(text) if char.isalnum() or char == "*"]
    masked = positions[first : max(len(positions) - last, first)]
    characters = list(text)
    for index in masked:
        characters[index] = "*"
    return "".join(characters)


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

# The mask of each field of the API that holds personal data.
MASKS: Mapping[str, Mask] = {field: _limited(mask) for field, mask in _MASKS.items()}
