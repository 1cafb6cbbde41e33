"""A badge: an icon and a word on a tint. Colour is never the only sign."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from iamport_desktop.presentation.severity import Severity
from iamport_desktop.ui.widgets.icons import IconLabel
from iamport_desktop.ui.widgets.label import PlainLabel, set_style_property

ICON_SIZE = 18


class Badge(QFrame):
    """A tinted pill with an icon and a word."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "badge")
        self._icon = IconLabel(ICON_SIZE)
        self._word = PlainLabel(kind="badge-word", one_line=True)
        font = self._word.font()
        font.setBold(True)
        self._word.setFont(font)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 5, 12, 5)
        row.setSpacing(6)
        row.addWidget(self._icon)
        row.addWidget(self._word)

    def show_word(self, icon_name: str, word: str, severity: Severity, *, accessible_name: str = "") -> None:
        """Show `word` with the icon `icon_name` in the colours of `severity`."""
        self._icon.set_icon(icon_name, severity)
        self._word.setText(word)
        self._word.set_severity(severity.value)
        self._word.setAccessibleName(accessible_name)
        set_style_property(self, "severity", severity.value)

    def spoken_text(self) -> str:
        """Return what a screen reader says: the accessible name, or else the word."""
        return self._word.accessibleName() or self._word.text()
