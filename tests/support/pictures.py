"""Compare pictures of the window."""

from __future__ import annotations

from PySide6.QtGui import QColor, QImage

from iamport_desktop.presentation.severity import Severity
from iamport_desktop.ui.theme import LIGHT

_BADGE = 500  # pixels; the tint stands behind a word at least


def shows(picture: QImage, severity: Severity) -> bool:
    """Return whether the badge of a payment with this severity is visible, in the light theme."""
    wanted = QColor(LIGHT.severities[severity].tint).rgb()
    rows = range(0, picture.height(), 2)
    return sum(picture.pixel(x, y) == wanted for y in rows for x in range(0, picture.width(), 2)) * 4 > _BADGE


def likeness(one: QImage, other: QImage) -> float:
    """Return the share of equal pixels, 0 to 1."""
    assert one.size() == other.size()
    places = [(x, y) for y in range(0, one.height(), 2) for x in range(0, one.width(), 2)]
    return sum(one.pixel(x, y) == other.pixel(x, y) for x, y in places) / len(places)
