"""Find imp_uids in a text that may hold anything else."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import unquote

from iamport_desktop.api.errors import InvalidImpUid
from iamport_desktop.api.identifiers import ImpUid, parse_imp_uid

# Bounded by separators. Latin letters, digits, `_`, `-` and an inner `.` are none, because they make it part of
# another name ("order-imp_1", "imp_1.pdf"). Hangul is: particles follow without a space ("imp_1은").
_CANDIDATE = re.compile(
    r"(?<![0-9A-Za-z_])(?<![0-9A-Za-z][.\-])(imps?_[0-9]+)(?![0-9A-Za-z_])(?![.\-][0-9A-Za-z])",
    re.ASCII | re.IGNORECASE,
)
# The keys i, m, p and s of a Korean keyboard in Hangul mode, after NFKC.
_HANGUL_KEYS = str.maketrans({"\u1163": "i", "\u1173": "m", "\u1166": "p", "\u1102": "s"})
_HANGUL_PREFIX = re.compile("\u1163\u1173\u1166\u1102?_")
# An imp_uid without its underscore, or without its prefix.
_BARE = re.compile(r"(?:(?P<prefix>imps?)[ _.-]?)?(?P<digits>[0-9]+)", re.ASCII | re.IGNORECASE)

_INVISIBLE = ("Cf", "Cc", "Cs")  # formats, controls, halves of surrogate pairs


def find_imp_uids(text: str) -> tuple[ImpUid, ...]:
    """Return the imp_uids in `text`, each once, in its order."""
    plain = unicodedata.normalize("NFKC", without_invisible(text))
    plain = _HANGUL_PREFIX.sub(lambda prefix: prefix.group().translate(_HANGUL_KEYS), plain)
    if "%" in plain:
        plain = unquote(plain, errors="replace")
    candidates = (_as_imp_uid(match.group(1).lower()) for match in _CANDIDATE.finditer(plain))
    return tuple(dict.fromkeys(imp_uid for imp_uid in candidates if imp_uid))


def complete_imp_uid(text: str) -> ImpUid | None:
    """Return the imp_uid that `text` is without its underscore or its whole prefix, as when dictated; else None."""
    if not (bare := _BARE.fullmatch(text)):
        return None
    return _as_imp_uid(f"{(bare['prefix'] or 'imp').lower()}_{bare['digits']}")


def without_invisible(text: str) -> str:
    """Return `text` without characters that are drawn as nothing, or that no request can hold. Blanks stay."""
    if text.isprintable():
        return text
    return "".join(char for char in text if char.isspace() or unicodedata.category(char) not in _INVISIBLE)


def _as_imp_uid(text: str) -> ImpUid | None:
    try:
        return parse_imp_uid(text)
    except InvalidImpUid:
        return None
