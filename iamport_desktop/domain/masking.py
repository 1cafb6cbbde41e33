"""Personal data masked, as it stands on the screen, in the clipboard and in the accessibility tree by default.

Each mask keeps what an agent compares with the caller ("the last four digits?") and no more. What does not look
like the field's own kind is hidden whole: shops put names beside phone numbers, and remarks behind addresses.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping

Mask = Callable[[str], str]

LONGEST = 1000  # characters of a name, a number or an address


def order_number(text: str) -> str:
    """Ids that a shop makes are shown, unless it made them of phone numbers or e-mail addresses."""
    return hidden(text) if looks_personal(text) else text


def _within_reason(mask: Mask) -> Mask:
    """`mask`, but for a text that is far longer than what it masks: it is hidden whole, and costs no time."""

    def masked(text: str) -> str:
        return mask(text) if len(text) <= LONGEST else hidden(text)

    return masked


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

HIDDEN = "••••••"


def name(text: str) -> str:
    """`홍*동`, `H** G****-d***`: the first letter of each word; the last one too for three and more Korean."""
    return " ".join(_word(word) for word in text.split(" "))


def _word(word: str) -> str:
    if len(word) >= 3 and not word.isascii():
        return word[0] + "*" * (len(word) - 2) + word[-1]
    # A single letter may be the whole name, or a third of one that is written apart.
    return word[0] + "*" * (len(word) - 1) if len(word) > 1 else "*" * len(word)


def email(text: str) -> str:
    """`h***@example.com`: the first letter and the domain. What is no address is hidden whole."""
    local, _, domain = text.rpartition("@")
    return f"{local[0]}***@{domain}" if local and _DOMAIN.fullmatch(domain) else HIDDEN


def phone(text: str) -> str:
    """`010-****-1234`: the last four digits, and the operator's three where that leaves three hidden."""
    digits = sum(char.isalnum() for char in text)
    return _kept(text, 3 if digits >= 10 else 0, 4) if digits >= 8 and not _has_letters(text) else HIDDEN


def account(text: str) -> str:
    """An account number with its last four characters. Some banks have Latin letters in them."""
    characters = sum(char.isalnum() for char in text)
    return _kept(text, 0, 4) if characters >= 8 and not _has_foreign_letters(text) else HIDDEN


def card_number(text: str) -> str:
    """At most the first six and the last four digits. A masked number can look complete: KCP masks with zeros."""
    return HIDDEN if _has_foreign_letters(text) else _kept(text, 6, 4)


def address(text: str) -> str:
    """`서울특별시 강남구 ****`: province and district. Elsewhere addresses begin with the house; they are hidden."""
    words = text.split()
    if len(words) < 3 or not _PROVINCE.fullmatch(words[0]):
        return HIDDEN
    return " ".join([*words[: 2 if _DISTRICT.fullmatch(words[1]) else 1], "****"])


def hidden(text: str) -> str:
    """Nothing of it but that something stands there."""
    return HIDDEN if text else ""


def looks_personal(text: str) -> bool:
    """Whether an order number holds what looks like a mobile phone number or an e-mail address."""
    plain = "".join(
        char for char in unicodedata.normalize("NFKC", text) if unicodedata.category(char) != "Cf"
    )
    return bool(_PHONE_LIKE.search(plain) or _EMAIL_LIKE.search(plain))


def _has_letters(text: str) -> bool:
    return any(char.isalnum() and not (char.isascii() and char.isdigit()) for char in text)


def _has_foreign_letters(text: str) -> bool:
    return any(char.isalnum() and not char.isascii() for char in text)


def _kept(text: str, first: int, last: int) -> str:
    """`text` with every letter, digit and `*` made `*` but for the `first` and the `last` ones."""
    places = sum(_is_place(char) for char in text)
    place = 0
    kept = []
    for char in text:
        if _is_place(char):
            kept.append(char if place < first or place >= max(places - last, first) else "*")
            place += 1
        else:
            kept.append(char)
    return "".join(kept)


def _is_place(char: str) -> bool:
    return char.isalnum() or char == "*"


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
    "buyer_postcode": hidden,
    "depositor_name": name,
    # Shops and PGs put anything in here.
    "custom_data": hidden,
    "extension": hidden,
}

MASKS: Mapping[str, Mask] = {name: _within_reason(mask) for name, mask in _MASKS.items()}
