"""The timeline of a payment: its steps from left to right."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iamport_desktop.presentation.severity import Severity
from iamport_desktop.presentation.view_model import Step
from iamport_desktop.ui.theme import current_theme
from iamport_desktop.ui.widgets.accessibility import clear_texts, set_description, set_role
from iamport_desktop.ui.widgets.cards import Card, FlowGrid
from iamport_desktop.ui.widgets.label import PlainLabel

translate = QCoreApplication.translate

MIN_STEP_WIDTH, MAX_STEP_WIDTH, STEP_SPACING = 158, 260, 8
DOT_RADIUS = 5.0
LINE_HEIGHT = 14  # of the strip with the line and the dot


class StepView(QWidget):
    """One step: its dot, its name, when, how long ago, and the line to the next one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "ListItem")
        self._severity = Severity.NEUTRAL
        self._leads_on = False
        self._title = PlainLabel(kind="step")
        self._when, self._ago = PlainLabel(kind="muted"), PlainLabel(kind="muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, LINE_HEIGHT + 4, 0, 0)
        column.setSpacing(1)
        for label in (self._title, self._when, self._ago):
            label.setAlignment(Qt.AlignmentFlag.AlignTop)
            column.addWidget(label)
        column.addStretch(1)

    def show_step(self, step: Step, *, leads_on: bool) -> None:
        """Show `step`, with a line to the next one if it `leads_on`."""
        self._severity, self._leads_on = step.severity, leads_on
        self._title.setText(" ".join(filter(None, (step.title, step.amount))))
        self._when.setText(step.when)
        self._ago.setText(step.ago)
        self._ago.setVisible(bool(step.ago))
        self.setAccessibleName(", ".join(filter(None, (self._title.text(), step.when, step.ago))))
        set_description(self, step.exact)
        self.update()

    def clear(self) -> None:
        """Forget the step: hidden texts are read by some programs all the same."""
        self.setAccessibleName("")
        set_description(self, "")
        clear_texts(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = LINE_HEIGHT / 2
        if self._leads_on:
            painter.setPen(QPen(QColor(theme.border), 2))
            painter.drawLine(QPointF(2 * DOT_RADIUS + 4, middle), QPointF(self.width(), middle))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.severities[self._severity].text))
        painter.drawEllipse(QPointF(DOT_RADIUS, middle), DOT_RADIUS, DOT_RADIUS)


class TimelineCard(Card):
    """All steps, from left to right; a list for a screen reader."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: list[StepView] = []
        self._grid = FlowGrid(MIN_STEP_WIDTH, MAX_STEP_WIDTH, STEP_SPACING)
        set_role(self._grid, "List")
        self.column.addWidget(self._grid)

    def show_steps(self, steps: tuple[Step, ...]) -> None:
        """Show `steps` in place of the previous ones."""
        self.setVisible(bool(steps))
        self._grid.setAccessibleName(translate("Timeline", "Course of the payment"))
        self.make_steps(len(steps))
        for index, view in enumerate(self._steps):
            if index < len(steps):
                view.show_step(steps[index], leads_on=index < len(steps) - 1)
            else:
                view.clear()
            view.setVisible(index < len(steps))
        self._grid.set_widgets(self._steps[: len(steps)])

    def make_steps(self, count: int) -> None:
        """Make widgets until there are `count`."""
        while len(self._steps) < count:
            step = StepView(self._grid)
            step.hide()
            self._steps.append(step)
