"""The colour-coded status: an icon and a word on a tint. Colour is never the only sign."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from iamport_desktop.presentation.severity import Severity
from iamport_desktop.ui.theme import Theme
from iamport_desktop.ui.widgets.icons import drawn
from iamport_desktop.ui.widgets.label import PlainLabel, set_look

ICON = 18


class Badge(QFrame):
    """A tinted pill with an icon and a word."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "badge")
        self._picture = QLabel(self)
        self._picture.setFixedSize(ICON, ICON)
        self._word = PlainLabel(kind="badge-word", one_line=True)
        font = self._word.font()
        font.setBold(True)
        self._word.setFont(font)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 5, 12, 5)
        row.setSpacing(6)
        row.addWidget(self._picture)
        row.addWidget(self._word)

    def show_state(
        self, icon_name: str, word: str, severity: Severity, theme: Theme, *, said: str = ""
    ) -> None:
        """Show `word` with the icon `icon_name` in the colours of `tone`; a screen reader says `said` instead."""
        self._picture.setPixmap(
            drawn(icon_name, theme.severities[severity].text, ICON, self.devicePixelRatioF())
        )
        self._word.setText(word)
        self._word.set_severity(severity.value)
        self._word.setAccessibleName(said)
        set_look(self, "severity", severity.value)

    def said(self) -> str:
        """What a screen reader says of it."""
        return self._word.accessibleName() or self._word.text()
