"""The grammar of an imp_uid.

An imp_uid is `imp_` (a payment made in a payment window) or `imps_` (made through the API) and digits, 32
characters at most. Source: PortOne V1, `GET /payments/{imp_uid}`. Nothing else may reach a path of the API.
"""

from __future__ import annotations

import re
from typing import NewType

from iamport_desktop.api.errors import InvalidImpUid

ImpUid = NewType("ImpUid", str)

MAX_ORDER_NUMBER = 100  # characters. The API takes 40; some shops keep longer ones

_WHOLE = re.compile(r"imps?_[0-9]{1,27}", re.ASCII)


def parse_imp_uid(text: str) -> ImpUid:
    """Return `text`, unchanged, as an imp_uid. Raises InvalidImpUid if it is anything else."""
    if not _WHOLE.fullmatch(text):
        raise InvalidImpUid("not an imp_uid")
    return ImpUid(text)


def is_order_number(text: str) -> bool:
    """Return whether `text` may be the order number (merchant_uid) that an argument or another program names.

    It begins with a letter or a digit, holds no blanks and no characters that are drawn as nothing, and is no imp_uid.
    """
    return (
        0 < len(text) <= MAX_ORDER_NUMBER
        and text.isprintable()
        and text[0].isalnum()
        and not any(map(str.isspace, text))
        and not _WHOLE.fullmatch(text)
    )
