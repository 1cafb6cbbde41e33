"""Sentences that must not be missed, each on a tint."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from iamport_desktop.presentation.view_model import Notice
from iamport_desktop.ui.labels import PlainLabel, set_look


class NoticeBar(QFrame):
    """One sentence on a tint."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "notice")
        self._text = PlainLabel()
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 9, 14, 9)
        row.addWidget(self._text)

    def show_notice(self, notice: Notice) -> None:
        """Show `notice` in its colours."""
        self._text.setText(notice.text)
        self._text.set_tone(notice.tone.value)
        set_look(self, "tone", notice.tone.value)


class Notices(QWidget):
    """All notices of a payment."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars: list[NoticeBar] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)

    def show_notices(self, notices: tuple[Notice, ...]) -> None:
        """Show `notices` in place of those before; none take no room."""
        while len(self._bars) < len(notices):
            self._bars.append(NoticeBar())
            self._column.addWidget(self._bars[-1])
        for place, bar in enumerate(self._bars):
            if place < len(notices):
                bar.show_notice(notices[place])
            bar.setVisible(place < len(notices))
        self.setVisible(bool(notices))
