"""What a second start asks of the window that runs already, as the one line that travels between the two.

Any program of this user can write that line, so that reading it is strict.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from iamport_desktop.api.errors import InvalidImpUid
from iamport_desktop.api.identifiers import ImpUid, parse_imp_uid

MAX_BYTES = 512
TAKEN, REFUSED = b"taken\n", b"refused\n"

_VERB = "show"
_NONE = "-"
_TOKEN = re.compile(r"[!-~]{1,256}", re.ASCII)


class InvalidRequest(ValueError):
    """Not the line that `ActivationRequest.to_line` makes."""


@dataclass(frozen=True, slots=True)
class ActivationRequest:
    """Come to the front, and look up `imp_uid` where there is one.

    `token` is what the desktop gave the second start to pass the focus on with ("" for none): the
    XDG_ACTIVATION_TOKEN of the freedesktop.org protocol xdg-activation-v1.
    """

    imp_uid: ImpUid | None = None
    token: str = ""

    def to_line(self) -> bytes:
        """The line. A token that does not fit into it is left out."""
        token = self.token if self.token != _NONE and _TOKEN.fullmatch(self.token) else _NONE
        return f"{_VERB} {self.imp_uid or _NONE} {token}\n".encode("ascii")

    @classmethod
    def from_line(cls, line: bytes) -> ActivationRequest:
        """Read the line, with its end. Raises InvalidRequest."""
        try:
            verb, imp_uid, token = line.decode("ascii").removesuffix("\n").split(" ")
            known = None if imp_uid == _NONE else parse_imp_uid(imp_uid)
        except (ValueError, InvalidImpUid):
            raise InvalidRequest("not a request") from None
        if len(line) > MAX_BYTES or verb != _VERB or not line.endswith(b"\n") or not _TOKEN.fullmatch(token):
            raise InvalidRequest("not a request")
        return cls(known, "" if token == _NONE else token)
