"""Sample payments on the embedded sandbox: no key, no keyring, nothing remembered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iamport_desktop.api.codes import Language
from iamport_desktop.api.credentials import Credentials
from iamport_desktop.api.origin import Origin, parse_origin

if TYPE_CHECKING:
    from iamport_desktop.sandbox import Sandbox


class SampleMode:
    """On while a sandbox runs inside this process."""

    def __init__(self) -> None:
        self._sandbox: Sandbox | None = None

    @property
    def on(self) -> bool:
        """Whether samples are shown."""
        return self._sandbox is not None

    def enter(self) -> tuple[Origin, Credentials]:
        """Start the sandbox; return where it is and its key."""
        from iamport_desktop.sandbox import Sandbox

        self._sandbox = Sandbox()
        self._sandbox.start()
        credentials = Credentials(self._sandbox.imp_key, self._sandbox.imp_secret)
        return parse_origin(self._sandbox.url), credentials

    def leave(self) -> None:
        """Stop the sandbox."""
        if self._sandbox:
            self._sandbox.stop()
            self._sandbox = None

    def samples(self, language: Language) -> list[tuple[str, str]]:
        """Each sample's imp_uid and what it shows; none while this mode is off."""
        payments = self._sandbox.payments if self._sandbox else ()
        return [(each.imp_uid, each.shows_ko if language == "ko" else each.shows_en) for each in payments]
