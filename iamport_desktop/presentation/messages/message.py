"""What a message to the agent consists of."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from iamport_desktop.api import errors
from iamport_desktop.domain.masking import free_text
from iamport_desktop.presentation.formatting import one_line


class Remedy(StrEnum):
    """A button beside a message."""

    LOOK_UP = "look-up"
    RETRY = "retry"
    RELOAD_KEY = "reload-key"
    CREDENTIALS = "credentials"
    SAMPLES = "samples"
    INCLUDE_TEST_PAYMENTS = "include-test-payments"
    AS_ORDER_NUMBER = "as-order-number"


@dataclass(frozen=True, slots=True)
class Message:
    """One sentence on what happened, one on what to do next, and a line of technical details."""

    what: str
    next_step: str
    technical: str = ""
    remedies: tuple[Remedy, ...] = (Remedy.RETRY,)


def technical(error: errors.PortOneError) -> str:
    """Return the technical line: type of error, HTTP status, the envelope's code, the server's or the system's words."""
    parts = [type(error).__name__]
    if isinstance(error, errors.ApiError):
        parts += [f"HTTP {error.http_status}"]
        parts += [f"code {error.code}"] if error.code is not None else []
    elif isinstance(error, errors.UnusableResponse | errors.ProxyRefused) and error.http_status:
        parts += [f"HTTP {error.http_status}"]
    return " · ".join([*parts, one_line(free_text(error.detail))] if error.detail else parts)
