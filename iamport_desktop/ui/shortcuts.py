"""The keyboard of the main window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QVBoxLayout,
    QWidget,
)

from iamport_desktop.ui.main_window import MainWindow
from iamport_desktop.ui.pages.payment import PAYMENT, RAW
from iamport_desktop.ui.widgets.label import PlainLabel

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Key:
    """A key (as Qt writes it), what it means, and what it does; without `act` a widget listens itself."""

    keys: str
    meaning: str
    act: Callable[[], object] | None = None


class ShortcutsDialog(QDialog):
    """The keyboard map."""

    def __init__(self, keys: list[Key], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("Shortcuts", "Keyboard"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(10)
        for row, key in enumerate(keys):
            shown = QKeySequence(key.keys).toString(QKeySequence.SequenceFormat.NativeText)
            grid.addWidget(PlainLabel(shown, kind="step", one_line=True), row, 0)
            grid.addWidget(PlainLabel(key.meaning, one_line=True), row, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(20)
        column.addLayout(grid)
        column.addWidget(buttons)


def install(keys: list[Key], window: QWidget) -> None:
    """Make each key of `keys` work in `window`."""
    for key in keys:
        if key.act:
            QShortcut(QKeySequence(key.keys), window).activated.connect(key.act)


def install_window_shortcuts(window: MainWindow) -> None:
    """Make every key work in `window`, which is furnished; those too that were pressed before."""
    keys = keys_of(window)
    install(keys, window)
    # But for the way to the search box, which had the focus: what has been typed into it since must stay.
    late = [key for key in keys if key.act != window.search.focus]
    acts = {QKeySequence(key.keys): key.act for key in late if key.act}
    for event in window.take_early_keys():
        if act := acts.get(QKeySequence(event.keyCombination())):
            QTimer.singleShot(0, window, act)
    window.body.menu.keys_requested.connect(lambda: show_keys(window))


def show_keys(window: MainWindow) -> None:
    """Show the keyboard map over `window`."""
    ShortcutsDialog(keys_of(window), window).open()


def keys_of(window: MainWindow) -> list[Key]:
    """Every key of `window`, with what it means."""
    search, body = window.search, window.body
    return [
        Key("Return", translate("Shortcuts", "Look up what is in the search box")),
        Key("Ctrl+L", translate("Shortcuts", "Go to the search box"), search.focus),
        Key("Esc", translate("Shortcuts", "Cancel the lookup"), search.cancelled.emit),
        Key("F5", translate("Shortcuts", "Look up again"), search.refreshed.emit),
        Key("Alt+Left", translate("Shortcuts", "Previous payment"), search.back.emit),
        Key("Alt+Right", translate("Shortcuts", "Next payment"), search.forward.emit),
        Key("F8", translate("Shortcuts", "Show personal data for 30 seconds"), body.toggle_reveal),
        Key(
            "Ctrl+Shift+C",
            translate("Shortcuts", "Copy the summary"),
            lambda: body.payment.copy_menu.copy_summary(),
        ),
        Key(
            "Ctrl+Shift+R",
            translate("Shortcuts", "Copy a reply to the customer"),
            lambda: body.payment.copy_menu.copy_reply(),
        ),
        Key(
            "Ctrl+1",
            translate("Shortcuts", "The payment"),
            lambda: body.payment.tabs.setCurrentIndex(PAYMENT),
        ),
        Key(
            "Ctrl+2",
            translate("Shortcuts", "The raw answer"),
            lambda: body.payment.tabs.setCurrentIndex(RAW),
        ),
        Key("Ctrl+F", translate("Shortcuts", "Find in the raw answer")),
        Key("Ctrl+C", translate("Shortcuts", "Copy the selected rows of a table")),
        Key("F10", translate("Shortcuts", "Open the menu"), search.open_menu),
        Key("F1", translate("Shortcuts", "Show this list"), lambda: show_keys(window)),
        # A text field takes it for itself.
        Key(
            "?", translate("Shortcuts", "Show this list (outside of text fields)"), lambda: show_keys(window)
        ),
    ]
