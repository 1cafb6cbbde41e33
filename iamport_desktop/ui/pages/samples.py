"""The list of sample payments, shown in sample mode where else the empty window would be."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from iamport_desktop.ui.widgets.cards import Card
from iamport_desktop.ui.widgets.label import PlainLabel

translate = QCoreApplication.translate


class SamplesPage(QWidget):
    """Each sample by its imp_uid and what it shows; Enter or a click opens it."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
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

    def show_samples(self, samples: Sequence[tuple[str, str]]) -> None:
        """Show pairs of imp_uid and description."""
        self._title.setText(translate("SamplesPage", "Choose a sample payment"))
        self._list.setAccessibleName(self._title.text())
        self._list.clear()
        self._list.addTopLevelItems([QTreeWidgetItem(list(each)) for each in samples])
        self._list.resizeColumnToContents(0)

    def _choose(self, item: QTreeWidgetItem) -> None:
        self.chosen.emit(item.text(0))
