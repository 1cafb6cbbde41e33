"""Tells a screen reader what has come up while the keyboard's focus is elsewhere."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def tooltip_of(text: str) -> str:
    """`text` as a tooltip that cannot become rich text: Qt guesses, so it is given escaped rich text."""
    from PySide6.QtGui import Qt  # whose enums take their time to be made; the first paint has no tooltip

    return Qt.convertFromPlainText(text, Qt.WhiteSpaceMode.WhiteSpaceNormal) if text else ""


def explain(widget: QWidget, text: str) -> None:
    """Say `text` about `widget`."""
    if widget.accessibleDescription() != text:
        widget.setToolTip(tooltip_of(text))
        widget.setAccessibleDescription(text)  # else it would be the tooltip with its markup


def announce(widget: QWidget, text: str) -> None:
    """Have `text` read out where anybody listens, after what is being read now."""
    if text:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))
