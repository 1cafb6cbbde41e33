"""The banner of the sample mode."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from iamport_desktop.presentation.severity import Severity
from iamport_desktop.ui.widgets.message_bars import MessageBar

translate = QCoreApplication.translate


class SampleBar(MessageBar):
    """Says that nothing is real. `action_requested` asks for the list of samples, `leave_requested` ends the mode."""

    leave_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Severity.WAITING, parent, kind="banner")
        self.leave = QPushButton()
        self.leave.setProperty("kind", "small")
        self.leave.clicked.connect(self.leave_requested)
        self._row.addWidget(self.leave)

    def show_samples(self) -> None:
        """Show the banner."""
        self.show_text(
            lambda: translate("MainWindow", "Sample payments: nothing here is real, and no key is used."),
            lambda: translate("MainWindow", "Show all samples"),
        )

    def _retranslate(self) -> None:
        super()._retranslate()
        self.leave.setText(translate("MainWindow", "Leave sample mode"))
