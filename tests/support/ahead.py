"""What the app builds before it is needed."""

from __future__ import annotations

from inspect import GEN_CLOSED, getgeneratorstate

from iamport_desktop.controllers.app import App


def has_built_ahead(app: App) -> bool:
    """Whether it is done with that, the payment that nobody sees included."""
    return getgeneratorstate(app._ahead) == GEN_CLOSED
