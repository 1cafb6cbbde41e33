"""The keyboard of the main window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QKeySequence

from iamport_desktop.ui import shortcuts
from iamport_desktop.ui.main_window import MainWindow
from iamport_desktop.ui.payment_page import PAYMENT, RAW
from iamport_desktop.ui.shortcuts import Key

translate = QCoreApplication.translate


def install_window_shortcuts(window: MainWindow) -> None:
    """Make every key work in `window`, which is furnished; those too that were pressed before."""
    keys = keys_of(window)
    shortcuts.install(keys, window)
    # But for the way to the search box, which had the focus: what has been typed into it since must stay.
    late = [key for key in keys if key.act != window.search.focus]
    acts = {QKeySequence(key.keys): key.act for key in late if key.act}
    for event in window.take_early_keys():
        if act := acts.get(QKeySequence(event.keyCombination())):
            QTimer.singleShot(0, window, act)
    window.body.menu.keys_requested.connect(lambda: show_keys(window))


def show_keys(window: MainWindow) -> None:
    """Show the keyboard map over `window`."""
    shortcuts.ShortcutsDialog(keys_of(window), window).open()


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
