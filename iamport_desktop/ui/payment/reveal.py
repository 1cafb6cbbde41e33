"""The timer that masks personal data again after it was revealed."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

translate = QCoreApplication.translate

SECONDS = 30


class RevealTimer(QObject):
    """Counts down the seconds for which personal data is shown.

    `changed` is emitted when it is revealed or masked, `ticked` every second in between.
    """

    changed = Signal(bool)
    ticked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.seconds_left = 0
        self._timer = QTimer(self, interval=1000)
        self._timer.timeout.connect(self._tick)

    @property
    def on(self) -> bool:
        """Whether personal data is shown now."""
        return self.seconds_left > 0

    def toggle(self) -> None:
        """Reveal for SECONDS, or mask before they are over."""
        if self.on:
            self.mask()
        else:
            self.seconds_left = SECONDS
            self._timer.start()
            self.changed.emit(True)

    def mask(self) -> None:
        """Mask now."""
        if self.on:
            self.seconds_left = 0
            self._timer.stop()
            self.changed.emit(False)

    def label(self) -> str:
        """Return the text of the button that toggles."""
        if not self.on:
            return translate("Reveal", "Show personal data")
        return translate("Reveal", "Personal data shown · %n s", None, self.seconds_left)

    def _tick(self) -> None:
        if self.seconds_left <= 1:
            self.mask()
        else:
            self.seconds_left -= 1
            self.ticked.emit()
