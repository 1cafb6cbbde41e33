"""The course of a payment as a line of steps."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iamport_desktop.presentation.view_model import Step
from iamport_desktop.ui.theme import Theme
from iamport_desktop.ui.widgets.card_layouts import EvenGrid
from iamport_desktop.ui.widgets.cards import Card
from iamport_desktop.ui.widgets.label import PlainLabel

translate = QCoreApplication.translate

LEAST_WIDTH, MOST_WIDTH = 158, 260
DOT = 5.0
RAIL = 14


class StepView(QWidget):
    """One step: a dot on the line, its name, when, how long ago."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dot, self._line = QColor(), QColor()
        self._title = PlainLabel(kind="step")
        self._when, self._more = PlainLabel(kind="muted"), PlainLabel(kind="muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, RAIL + 4, 0, 0)
        column.setSpacing(1)
        for each in (self._title, self._when, self._more):
            each.setAlignment(Qt.AlignmentFlag.AlignTop)
            column.addWidget(each)
        column.addStretch(1)

    def show_step(self, step: Step, theme: Theme) -> None:
        """Show `step` in the colours of `theme`."""
        self._dot, self._line = QColor(theme.severities[step.severity].text), QColor(theme.border)
        self._title.setText(" ".join(filter(None, (step.title, step.amount))))
        self._when.setText(step.when)
        self._more.setText(step.ago)
        self._more.setVisible(bool(step.ago))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = RAIL / 2
        painter.setPen(QPen(self._line, 2))
        painter.drawLine(QPointF(2 * DOT + 4, middle), QPointF(self.width(), middle))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._dot)
        painter.drawEllipse(QPointF(DOT, middle), DOT, DOT)


class TimelineCard(Card):
    """All steps, from left to right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: list[StepView] = []
        self._line = EvenGrid(LEAST_WIDTH, MOST_WIDTH, 8)
        self.column.addWidget(self._line)

    def show_steps(self, steps: tuple[Step, ...], theme: Theme) -> None:
        """Show `steps` in place of those before."""
        self.setVisible(bool(steps))
        self.setAccessibleName(translate("Timeline", "Course of the payment"))
        self.reserve(len(steps))
        for place, view in enumerate(self._steps):
            if place < len(steps):
                view.show_step(steps[place], theme)
            view.setVisible(place < len(steps))
        self._line.set_members(self._steps[: len(steps)])

    def reserve(self, count: int) -> None:
        """Have so many steps at hand."""
        while len(self._steps) < count:
            step = StepView(self._line)
            step.hide()
            self._steps.append(step)
