"""The grammar of an imp_uid.

An imp_uid is `imp_` (a payment made in a payment window) or `imps_` (made through the API) and digits, 32
characters at most. Source: PortOne V1, `GET /payments/{imp_uid}`. Nothing else may reach a path of the API.
"""

from __future__ import annotations

import re
from typing import NewType

from iamport_desktop.api.errors import InvalidImpUid

ImpUid = NewType("ImpUid", str)

_WHOLE = re.compile(r"imps?_[0-9]{1,27}", re.ASCII)


def parse_imp_uid(text: str) -> ImpUid:
    """Return `text`, unchanged, as an imp_uid. Raises InvalidImpUid if it is anything else."""
    if not _WHOLE.fullmatch(text):
        raise InvalidImpUid("not an imp_uid")
    return ImpUid(text)
