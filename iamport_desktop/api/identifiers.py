"""The imp_uid: recognise one, and find the one in pasted text.

Format: `imp_` (payments made in a window) or `imps_` (made through the API) and digits; 32 characters
at most (PortOne V1, `GET /payments/{imp_uid}`). Nothing else may ever reach a path of the API.
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

# A candidate between separators. Letters, digits, `_`, `-` and an inner `.` belong to an identifier of the
# shop ("order-imp_1", "imp_1.pdf"), so that next to them it is not a whole imp_uid. Korean letters are
# separators: particles are written without a space ("imp_1은").
_CANDIDATE = re.compile(
    r"(?<![0-9A-Za-z_])(?<![0-9A-Za-z][.\-])(imps?_[0-9]+)(?![0-9A-Za-z_])(?![.\-][0-9A-Za-z])",
    re.ASCII | re.IGNORECASE,
)
_MERCHANT_CODE = re.compile(r"(?<![0-9A-Za-z_])imp[0-9]{6,12}(?![0-9A-Za-z_])", re.ASCII | re.IGNORECASE)
_TRIES_TO_BE_ONE = re.compile(r"imps?_", re.ASCII | re.IGNORECASE)

# What the keys i, m, p and s give on a Korean keyboard left in Hangul mode, after NFKC.
_HANGUL_KEYS = str.maketrans({"\u1163": "i", "\u1173": "m", "\u1166": "p", "\u1102": "s"})
_HANGUL_PREFIX = re.compile("\u1163\u1173\u1166\u1102?_")

MAX_PASTED_CHARACTERS = 100_000


@dataclass(frozen=True, slots=True)
class OneImpUid:
    """Exactly one imp_uid."""

    imp_uid: ImpUid


@dataclass(frozen=True, slots=True)
class ManyImpUids:
    """More than one, in the order of the text."""

    imp_uids: tuple[ImpUid, ...]


@dataclass(frozen=True, slots=True)
class MerchantCode:
    """The merchant's own code (`imp12345678`), which names a shop and not a payment."""

    code: str


@dataclass(frozen=True, slots=True)
class Incomplete:
    """Something that begins like an imp_uid and is not a whole one."""


@dataclass(frozen=True, slots=True)
class NoMatch:
    """No imp_uid in it; `text` is what was typed, only trimmed: it may be an order number."""

    text: str


Recognition = OneImpUid | ManyImpUids | MerchantCode | Incomplete | NoMatch


def parse_imp_uid(text: str) -> ImpUid:
    """Return `text` as an imp_uid, exactly as it stands. Raises InvalidImpUid for anything else."""
    if not _WHOLE.fullmatch(text):
        raise InvalidImpUid("not an imp_uid")
    return ImpUid(text)


def recognise(text: str) -> Recognition:
    """Say what pasted or typed `text` holds. Never raises."""
    plain = _readable(text[:MAX_PASTED_CHARACTERS])
    if "%" in plain:
        plain = unquote(plain, errors="replace")
    candidates = [match.group(1).lower() for match in _CANDIDATE.finditer(plain)]
    whole = tuple(dict.fromkeys(ImpUid(each) for each in candidates if _WHOLE.fullmatch(each)))
    if len(whole) == 1:
        return OneImpUid(whole[0])
    if whole:
        return ManyImpUids(whole)
    if _TRIES_TO_BE_ONE.search(plain):
        return Incomplete()
    if merchant_code := _MERCHANT_CODE.search(plain):
        return MerchantCode(merchant_code.group().lower())
    return NoMatch(text[:MAX_PASTED_CHARACTERS].strip())


def _readable(text: str) -> str:
    """Full-width forms made plain, invisible characters gone, Hangul keys undone."""
    visible = "".join(char for char in text if unicodedata.category(char) != "Cf")
    normal = unicodedata.normalize("NFKC", visible)
    return _HANGUL_PREFIX.sub(lambda prefix: prefix.group().translate(_HANGUL_KEYS), normal)
