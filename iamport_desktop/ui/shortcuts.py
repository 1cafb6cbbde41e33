"""The keyboard shortcuts of the main window, and the dialog that lists them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QVBoxLayout,
    QWidget,
)

from iamport_desktop.ui.main_window import MainWindow
from iamport_desktop.ui.menus import KEYS_KEY, SETTINGS_KEY
from iamport_desktop.ui.pages.payment import PAYMENT, RAW
from iamport_desktop.ui.widgets.label import PlainLabel

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Key:
    """A key as Qt writes it, its meaning, and what it does; without `act` a widget handles it."""

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


def install_shortcuts(window: MainWindow) -> None:
    """Install every shortcut of `window`, whose pages are built."""
    for key in shortcut_keys(window):
        if key.act:
            QShortcut(QKeySequence(key.keys), window).activated.connect(key.act)
    window.menu.keys_requested.connect(lambda: show_keys(window))


def show_keys(window: MainWindow) -> None:
    """Show the keyboard map over `window`."""
    ShortcutsDialog(shortcut_keys(window), window).open()


def shortcut_keys(window: MainWindow) -> list[Key]:
    """Return every key of `window` with its meaning."""
    search, payment = window.search, window.pages.payment
    return [
        Key("Return", translate("Shortcuts", "Look up the imp_uid or order number in the search box")),
        Key("Ctrl+L", translate("Shortcuts", "Go to the search box"), search.focus),
        Key("Esc", translate("Shortcuts", "Cancel the lookup or the question"), search.cancelled.emit),
        Key("F5", translate("Shortcuts", "Look up again"), search.refreshed.emit),
        Key("Alt+Left", translate("Shortcuts", "Previous payment"), search.back.emit),
        Key("Alt+Right", translate("Shortcuts", "Next payment"), search.forward.emit),
        Key("F8", translate("Shortcuts", "Show personal data for 30 seconds"), payment.toggle_reveal),
        Key(
            "Ctrl+Shift+C",
            translate("Shortcuts", "Copy the summary"),
            payment.copy_menu.copy_summary,
        ),
        Key(
            "Ctrl+Shift+R",
            translate("Shortcuts", "Copy a reply to the customer"),
            payment.copy_menu.copy_reply,
        ),
        Key(
            "Ctrl+1",
            translate("Shortcuts", "The payment"),
            lambda: payment.tabs.setCurrentIndex(PAYMENT),
        ),
        Key(
            "Ctrl+2",
            translate("Shortcuts", "The raw answer"),
            lambda: payment.tabs.setCurrentIndex(RAW),
        ),
        Key("Ctrl+F", translate("Shortcuts", "Find in the raw answer")),
        Key("Ctrl+C", translate("Shortcuts", "Copy the selected rows of a table")),
        Key(SETTINGS_KEY, translate("Shortcuts", "Settings"), window.menu.settings.trigger),
        Key("F10", translate("Shortcuts", "Open the menu"), search.open_menu),
        Key(KEYS_KEY, translate("Shortcuts", "Show this list"), lambda: show_keys(window)),
        # A text field takes it as text.
        Key(
            "?", translate("Shortcuts", "Show this list (outside of text fields)"), lambda: show_keys(window)
        ),
    ]
