"""The link by which another program opens a payment: `iamport-desktop://payment/imp_…`.

Whoever makes a page can make a link, so that it says which payment and nothing else.
"""

from __future__ import annotations

from iamport_desktop.api.errors import InvalidImpUid
from iamport_desktop.api.identifiers import ImpUid, parse_imp_uid

SCHEME = "iamport-desktop"
_START = f"{SCHEME}://payment/"


def is_link(text: str) -> bool:
    """Whether `text` is of this scheme, in whatever case; it need not be a good link."""
    return text[: len(SCHEME) + 1].lower() == f"{SCHEME}:"


def parse_link(text: str) -> ImpUid | None:
    """Return the imp_uid that the link `text` names, None for anything but the exact form.

    One slash may follow it: some programs put one at the end of a link.
    """
    if not text.startswith(_START):
        return None
    try:
        return parse_imp_uid(text.removeprefix(_START).removesuffix("/"))
    except InvalidImpUid:
        return None
