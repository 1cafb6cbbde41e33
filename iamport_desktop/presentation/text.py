"""Text from outside, made fit to be shown: nothing invisible, nothing endless, always plain."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from iamport_desktop.api.fields import Json

# Qt takes seconds to lay out a label of 100,000 characters; nobody reads more than this in one.
SHOWN_CHARACTERS = 300

# Control, format (bidi, zero-width), surrogate, private-use and separator characters; tag and filler letters
# that are drawn as nothing. A plain space is no such character, nor are the selectors that colour an emoji.
_SUSPICIOUS = re.compile(
    "[\x00-\x1f\x7f-\xa0\xad\u034f\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u115f\u1160\u1680"
    "\u17b4\u17b5\u180b-\u180f\u2000-\u200f\u2028-\u202f\u205f-\u206f\u2800\u3164\ud800-\uf8ff\ufeff\uffa0"
    "\ufff0-\uffff\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U0010ffff]"
)
_REMEMBERED = 20_000
_PICTURES = {"\n": "⏎", "\t": "→"}


def visible(text: str) -> str:
    """`text` with every character that would not be seen written out, as in `[U+202E]`."""
    return text.translate(_WRITTEN_OUT) if _SUSPICIOUS.search(text) else text


class _WrittenOut(dict[int, str]):
    """What stands for each character. Filled while it is used, so that a million of them take no second."""

    def __missing__(self, code: int) -> str:
        if len(self) >= _REMEMBERED:
            self.clear()
        self[code] = _written_out(chr(code))
        return self[code]


_WRITTEN_OUT = _WrittenOut()


def _written_out(char: str) -> str:
    if not _SUSPICIOUS.match(char):
        return char
    if unicodedata.category(char) == "Zs":
        return " "
    return _PICTURES.get(char, f"[U+{ord(char):04X}]")


def shortened(text: str, limit: int = SHOWN_CHARACTERS) -> str:
    """`text` cut to `limit` characters, with an ellipsis where something is missing."""
    return text if len(text) <= limit else text[: limit - 1] + "…"


def one_line(text: str) -> str:
    """Visible and short: what a label may show."""
    return shortened(visible(text[: SHOWN_CHARACTERS + 1]))


def written(value: Json) -> str:
    """A JSON value as compact JSON text, strings as they are. Numbers keep every digit."""
    return value if isinstance(value, str) else _compact(value, depth=0)


_DEEPEST = 40


def _compact(value: Json, depth: int) -> str:
    if depth > _DEEPEST:
        return "…"
    if isinstance(value, dict):
        members = (f"{_quoted(key)}: {_compact(each, depth + 1)}" for key, each in value.items())
        return "{" + ", ".join(members) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_compact(each, depth + 1) for each in value) + "]"
    return scalar(value)


def scalar(value: Json) -> str:
    """A JSON string, number, boolean or null as it stands in JSON."""
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, Decimal):
        return str(value)
    return _quoted(value) if isinstance(value, str) else str(value)


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + escaped.replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t") + '"'


def flat(text: str) -> str:
    """`text` made visible on one line, every run of spaces, tabs and newlines being one space."""
    return visible(" ".join(text.split()))


# A leading quotation mark has the spreadsheet read on over tabs and lines, and what it quotes may be a formula.
# Full-width signs begin one where the spreadsheet speaks Japanese.
_FORMULA = tuple('=+-@＝＋－＠"')


def spreadsheet_cell(text: str) -> str:
    """`text` as one cell of tab-separated text, which a spreadsheet takes for text and not for a formula."""
    cell = flat(text)
    return "'" + cell if cell.startswith(_FORMULA) else cell
