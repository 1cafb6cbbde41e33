"""Find clipped texts in every state, at two window sizes: `python -m tests.support.find_clipped_text ko`.

Prints them as JSON, with the number of texts. Each QT_SCALE_FACTOR needs its own process.
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
    """Yield a sentence for each clipped text in a window, dialog or menu."""
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
    """Yield clipped headings and a covered last row; cells have a tooltip."""
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
    """Return the size that the text needs; None without one."""
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
    """Return whether it is visible in its whole width; pages may be scrolled vertically, dialogs not."""
    box = widget.rect().translated(widget.mapTo(root, widget.rect().topLeft()))
    scrolled = isinstance(root, QMainWindow) and any(
        area.isAncestorOf(widget) for area in seen(root, QScrollArea)
    )
    if scrolled:
        return box.left() >= 0 and box.right() < root.width()
    return root.rect().contains(box)


def main() -> None:
    """Check every state in the language that the command line names."""
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
