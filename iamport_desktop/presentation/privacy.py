"""Personal data masked, as it stands on the screen, in the clipboard and in the accessibility tree by default.

Each mask keeps what an agent compares with the caller ("the last four digits?") and no more.
"""

from __future__ import annotations

import re

_DIGIT = re.compile(r"[0-9]")
_PHONE_LIKE = re.compile(r"(?<![0-9])(\+?82[\s-]?)?0?1[016789][\s.-]?[0-9]{3,4}[\s.-]?[0-9]{4}(?![0-9])")
_EMAIL_LIKE = re.compile(r"[^\s@/]+@[^\s@/]+\.[^\s@/]+")

HIDDEN = "••••••"


def name(text: str) -> str:
    """`홍*동`, `H** G****-d***`: the first letter of each word; the last one too for three and more Korean."""
    return " ".join(_word(word) for word in text.split(" "))


def _word(word: str) -> str:
    if len(word) >= 3 and not word.isascii():
        return word[0] + "*" * (len(word) - 2) + word[-1]
    return word[:1] + "*" * max(len(word) - 1, 1) if word else word


def email(text: str) -> str:
    """`h***@example.com`: the first letter and the domain. What is no address is hidden whole."""
    local, at, domain = text.rpartition("@")
    return f"{local[:1]}***@{domain}" if at and local else HIDDEN


def phone(text: str) -> str:
    """`010-****-1234`: the last four digits and the operator's three."""
    digits = len(_DIGIT.findall(text))
    return _kept(text, range(3), range(max(digits - 4, 3), digits)) if digits >= 8 else HIDDEN


def account(text: str) -> str:
    """An account number with its last four characters."""
    characters = sum(char.isalnum() for char in text)
    return _kept(text, range(0), range(characters - 4, characters)) if characters >= 8 else HIDDEN


def card_number(text: str) -> str:
    """At most the first six and the last four digits. A masked number can look complete: KCP masks with zeros."""
    places = sum(char.isalnum() or char == "*" for char in text)
    return _kept(text, range(6), range(max(places - 4, 6), places)) if places >= 10 else text


def address(text: str) -> str:
    """The first two words (province and city or district)."""
    words = text.split(" ")
    return " ".join([*words[:2], "****"]) if len(words) > 2 else HIDDEN


def hidden(text: str) -> str:
    """Nothing of it but that something stands there."""
    return HIDDEN if text else ""


def looks_personal(text: str) -> bool:
    """Whether an order number holds what looks like a mobile phone number or an e-mail address."""
    return bool(_PHONE_LIKE.search(text) or _EMAIL_LIKE.search(text))


def _kept(text: str, first: range, last: range) -> str:
    """`text` with every letter and digit made `*` but those whose place, counted among them, is in the ranges."""
    place = 0
    kept = []
    for char in text:
        if not (char.isalnum() or char == "*"):
            kept.append(char)
            continue
        kept.append(char if place in first or place in last else "*")
        place += 1
    return "".join(kept)
