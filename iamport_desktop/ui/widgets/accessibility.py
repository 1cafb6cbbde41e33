"""Tooltips, and what a screen reader reads: roles, descriptions, announcements."""

from __future__ import annotations

import re
from typing import Literal

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QLabel, QWidget

_LONG_WORD = re.compile(r"\S{60}(?=\S)")  # which a tooltip would not break, but let run out of the screen
_ROLE = "accessible_role"  # the property of a widget that holds it


def set_role(widget: QWidget, role: Literal["Heading", "List", "ListItem", "Whitespace"]) -> None:
    """Have a screen reader take `widget` for a heading, a list, or an item, which is read as one by its name.

    "Whitespace" hides a widget that shows once more what stands elsewhere.
    """
    widget.setProperty(_ROLE, role)


class _Node(QAccessibleWidget):
    """A widget without parts. Its name is its accessible name, or else its text."""

    def childCount(self) -> int:  # noqa: N802 - Qt's name
        return 0

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def text(self, kind: QAccessible.Text) -> str:
        widget = self.widget()
        if kind == QAccessible.Text.Name and isinstance(widget, QLabel) and not widget.accessibleName():
            return widget.text()
        return super().text(kind)


def _interface(class_name: str, widget: QObject) -> QAccessibleInterface | None:
    if not isinstance(widget, QWidget) or not (role := widget.property(_ROLE)):
        return None  # Qt has one for each kind of widget
    kind = QAccessibleWidget if role == "List" else _Node
    return kind(widget, QAccessible.Role[role])


QAccessible.installFactory(_interface)


def tooltip_of(text: str) -> str:
    """Return `text` escaped as rich text: Qt would take a plain text with tags in it for rich text."""
    text = _LONG_WORD.sub("\\g<0>\n", text)
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
