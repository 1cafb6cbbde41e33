"""Find clipped texts in every state, at two window sizes: `python -m tests.support.find_clipped_text ko`.

Writes them down as a list in JSON, with the number of texts that were looked at. A process of its own for each
scale, since Qt reads it once.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QLabel,
    QLineEdit,
    QMainWindow,
    QPushButton,
    QScrollArea,
    QTabBar,
    QTableView,
    QWidget,
)

from iamport_desktop.presentation.i18n import Translation
from iamport_desktop.ui.pages.results import ResultsView
from iamport_desktop.ui.payment.history_table import MAX_VISIBLE_ROWS
from iamport_desktop.ui.theme import LIGHT, apply_font
from iamport_desktop.ui.widgets.label import PlainLabel
from tests.support.window import seen, settle
from tests.support.window_states import STATES, StateGallery

SIZES = ((900, 600), (1240, 860))


def find_clipped_text(root: QWidget) -> Iterator[str]:
    """What is cut off in a window, dialog or menu."""
    for widget in seen(root, QWidget):
        needed = _needed(widget)
        if needed and (widget.width() < needed.width() or widget.height() < needed.height()):
            yield f"{_text(widget)!r} needs {needed.toTuple()} and has {widget.size().toTuple()}"
        if _text(widget) and not _is_within(widget, root):
            yield f"{_text(widget)!r} reaches beyond the window"
    for table in seen(root, QTableView):
        yield from _in_table(table)
    for area in seen(root, QScrollArea):
        if area.widget().width() > area.viewport().width():
            yield f"the page is {area.widget().width() - area.viewport().width()} wider than its window"


def _in_table(table: QTableView) -> Iterator[str]:
    """Headings that are cut off, and a last row that is covered; what is in the cells has a tooltip."""
    header, model = table.horizontalHeader(), table.model()
    for column in range(model.columnCount()):
        if header.sectionSize(column) < header.sectionSizeHint(column):
            yield f"the heading {model.headerData(column, Qt.Orientation.Horizontal)!r} is cut off"
    rows = min(model.rowCount(), MAX_VISIBLE_ROWS)
    if rows and table.viewport().height() < table.rowViewportPosition(rows - 1) + table.rowHeight(rows - 1):
        yield f"row {rows} of {table.accessibleName()!r} is covered"
    if isinstance(table, ResultsView) and header.length() > table.viewport().width():
        yield "the list is wider than its window"


def _text(widget: QWidget) -> str:
    if isinstance(widget, QLineEdit):
        return widget.text() or widget.placeholderText()
    return widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""


def _needed(widget: QWidget) -> QSize | None:
    """The room that the text takes; None where there is none."""
    metrics = widget.fontMetrics()
    match widget:
        case PlainLabel() if widget.text() and widget.hasHeightForWidth():
            return QSize(widget.minimumSizeHint().width(), widget.heightForWidth(widget.width()))
        case PlainLabel() if widget.text():
            return widget.sizeHint()
        case QPushButton() | QCheckBox() if widget.text():
            return widget.sizeHint()
        case QLineEdit():
            return QSize(metrics.horizontalAdvance(widget.placeholderText()) + 40, metrics.height())
        case QTabBar():
            return widget.sizeHint()
        case _:
            return None


def _is_within(widget: QWidget, root: QWidget) -> bool:
    """Whether it can be seen from left to right. Up and down pages may be scrolled, dialogs not."""
    box = widget.rect().translated(widget.mapTo(root, widget.rect().topLeft()))
    scrolled = isinstance(root, QMainWindow) and any(
        area.isAncestorOf(widget) for area in seen(root, QScrollArea)
    )
    if scrolled:
        return box.left() >= 0 and box.right() < root.width()
    return root.rect().contains(box)


def main() -> None:
    """Look at every state in the language that is named."""
    qt = QApplication(["iamport-desktop"])
    qt.setStyle("Fusion")
    apply_font(qt)
    translation = Translation(qt)
    gallery = StateGallery(qt, translation, "ko" if sys.argv[1] == "ko" else "en", LIGHT)
    found, count = [], 0
    for size in SIZES:
        gallery.window.resize(*size)
        gallery.window.show()
        for state in STATES:
            root = gallery.show(state)
            settle()
            assert gallery.window.size().toTuple() == size, (
                f"{state}: the window grew to {gallery.window.size()}"
            )
            count += sum(bool(_text(each)) for each in seen(root, QWidget))
            found += [f"{state} at {size[0]}: {each}" for each in find_clipped_text(root)]
    sys.stdout.write(
        json.dumps({"misfits": found, "looked at": count, "scale": gallery.window.devicePixelRatio()})
    )
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    main()
