"""Parse an imp_uid, and find imp_uids in pasted text.

An imp_uid is `imp_` (a payment made in a payment window) or `imps_` (made through the API) and digits, 32
characters at most. Source: PortOne V1, `GET /payments/{imp_uid}`. Nothing else may reach a path of the API.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import NewType
from urllib.parse import unquote

from iamport_desktop.api.errors import InvalidImpUid

ImpUid = NewType("ImpUid", str)

_WHOLE = re.compile(r"imps?_[0-9]{1,27}", re.ASCII)

# Bounded by separators. Latin letters, digits, `_`, `-` and an inner `.` are none, because they make it part of
# another name ("order-imp_1", "imp_1.pdf"). Hangul is: particles follow without a space ("imp_1은").
_CANDIDATE = re.compile(
    r"(?<![0-9A-Za-z_])(?<![0-9A-Za-z][.\-])(imps?_[0-9]+)(?![0-9A-Za-z_])(?![.\-][0-9A-Za-z])",
    re.ASCII | re.IGNORECASE,
)
_MERCHANT_CODE = re.compile(r"(?<![0-9A-Za-z_])imp[0-9]{6,12}(?![0-9A-Za-z_])", re.ASCII | re.IGNORECASE)
_PARTIAL = re.compile(r"imps?_", re.ASCII | re.IGNORECASE)

# The keys i, m, p and s of a Korean keyboard in Hangul mode, after NFKC.
_HANGUL_KEYS = str.maketrans({"\u1163": "i", "\u1173": "m", "\u1166": "p", "\u1102": "s"})
_HANGUL_PREFIX = re.compile("\u1163\u1173\u1166\u1102?_")

MAX_PASTED_CHARACTERS = 100_000  # the rest of a text is not searched


@dataclass(frozen=True, slots=True)
class OneImpUid:
    """Exactly one imp_uid."""

    imp_uid: ImpUid


@dataclass(frozen=True, slots=True)
class ManyImpUids:
    """Several imp_uids, each once, in the order of the text."""

    imp_uids: tuple[ImpUid, ...]


@dataclass(frozen=True, slots=True)
class MerchantCode:
    """A merchant code (`imp12345678`), which names a shop and not a payment."""

    code: str


@dataclass(frozen=True, slots=True)
class Incomplete:
    """Text with the beginning of an imp_uid, and no whole one."""


@dataclass(frozen=True, slots=True)
class NoMatch:
    """Text without an imp_uid. `text` is the input without surrounding whitespace; it may be an order number."""

    text: str


Recognition = OneImpUid | ManyImpUids | MerchantCode | Incomplete | NoMatch


def parse_imp_uid(text: str) -> ImpUid:
    """Return `text`, unchanged, as an imp_uid. Raises InvalidImpUid if it is anything else."""
    if not _WHOLE.fullmatch(text):
        raise InvalidImpUid("not an imp_uid")
    return ImpUid(text)


def parse_input(text: str) -> Recognition:
    """Find imp_uids in typed or pasted `text`. Never raises."""
    plain = _normalise(text[:MAX_PASTED_CHARACTERS])
    if "%" in plain:
        plain = unquote(plain, errors="replace")
    candidates = [match.group(1).lower() for match in _CANDIDATE.finditer(plain)]
    imp_uids = tuple(dict.fromkeys(ImpUid(found) for found in candidates if _WHOLE.fullmatch(found)))
    if len(imp_uids) == 1:
        return OneImpUid(imp_uids[0])
    if imp_uids:
        return ManyImpUids(imp_uids)
    if _PARTIAL.search(plain):
        return Incomplete()
    if merchant_code := _MERCHANT_CODE.search(plain):
        return MerchantCode(merchant_code.group().lower())
    return NoMatch(text[:MAX_PASTED_CHARACTERS].strip())


def _normalise(text: str) -> str:
    """Drop invisible characters, convert full-width ones, and undo Hangul mode at the start of an imp_uid."""
    visible = "".join(char for char in text if unicodedata.category(char) != "Cf")
    normal = unicodedata.normalize("NFKC", visible)
    return _HANGUL_PREFIX.sub(lambda prefix: prefix.group().translate(_HANGUL_KEYS), normal)
