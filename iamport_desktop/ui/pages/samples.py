"""The list of sample payments, shown in sample mode when nothing was looked up yet."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, Signal
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from iamport_desktop.ui.widgets.cards import Card
from iamport_desktop.ui.widgets.label import PlainLabel

translate = QCoreApplication.translate

Samples = Callable[[], Sequence[tuple[str, str]]]  # imp_uid and description, in the current language


class SamplesPage(QWidget):
    """Each sample by its imp_uid and what it shows; Enter or a click opens it."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._samples: Samples = tuple
        self._title = PlainLabel(kind="headline")
        self._list = QTreeWidget()
        self._list.setHeaderHidden(True)
        self._list.setRootIsDecorated(False)
        self._list.setColumnCount(2)
        self._list.itemActivated.connect(self._choose)
        self._list.itemClicked.connect(self._choose)
        card = Card()
        card.column.addWidget(self._list)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(self._title)
        column.addWidget(card, 1)
        self._retranslate()

    def show_samples(self, samples: Samples) -> None:
        """Show what `samples` returns."""
        self._samples = samples
        self._list.clear()
        self._list.addTopLevelItems([QTreeWidgetItem([imp_uid, ""]) for imp_uid, _ in samples()])
        self._list.resizeColumnToContents(0)
        self._retranslate()

    def clear(self) -> None:
        """Forget the samples: another page is shown, and some programs read hidden lists all the same."""
        self._samples = tuple
        self._list.clear()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._title.setText(translate("SamplesPage", "Choose a sample payment"))
        self._list.setAccessibleName(self._title.text())
        for row, (_, description) in enumerate(self._samples()):
            if item := self._list.topLevelItem(row):
                item.setText(1, description)

    def _choose(self, item: QTreeWidgetItem) -> None:
        self.chosen.emit(item.text(0))
