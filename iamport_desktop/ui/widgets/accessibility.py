"""Tooltips, descriptions and announcements for screen readers."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QLabel, QWidget


def tooltip_of(text: str) -> str:
    """Return `text` escaped as rich text: Qt would take a plain text with tags in it for rich text."""
    from PySide6.QtGui import Qt  # makes all enums of Qt, which the first paint does not need

    return Qt.convertFromPlainText(text, Qt.WhiteSpaceMode.WhiteSpaceNormal) if text else ""


def set_description(widget: QWidget, text: str) -> None:
    """Set `text` as tooltip and accessible description of `widget`."""
    if widget.accessibleDescription() != text:
        widget.setToolTip(tooltip_of(text))
        widget.setAccessibleDescription(text)  # the default is the tooltip, markup included


def announce(widget: QWidget, text: str) -> None:
    """Have a screen reader read `text` aloud, after what it is reading now."""
    if text:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))


def clear_texts(widget: QWidget) -> None:
    """Empty the labels in `widget`: what is hidden stays in the tree that screen readers read."""
    for label in widget.findChildren(QLabel):
        label.setText("")
        label.setAccessibleName("")
        set_description(label, "")
