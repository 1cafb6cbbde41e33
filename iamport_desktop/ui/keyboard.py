"""What each key of the main window does, and the list of them (F1)."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence, QShortcut

from iamport_desktop.ui import shortcuts
from iamport_desktop.ui.dialogs.keyboard_map import KeyboardMap, KeyGroup
from iamport_desktop.ui.main_window import MainWindow

translate = QCoreApplication.translate


class Key(NamedTuple):
    """A key, its meaning, and what it does; without `act` a widget handles it."""

    keys: str
    meaning: str
    act: Callable[[], object] | None = None


def install_shortcuts(window: MainWindow) -> None:
    """Install every shortcut of `window`, whose pages are built."""
    for _, keys in key_groups(window):
        for key in keys:
            if key.act:
                QShortcut(QKeySequence(key.keys), window).activated.connect(key.act)
    window.menu.keys_requested.connect(lambda: show_keys(window))


def show_keys(window: MainWindow) -> KeyboardMap:
    """Show the list of keys over `window`, and return it."""
    groups = [
        KeyGroup(title, tuple((shortcuts.key_name(key.keys), key.meaning) for key in keys))
        for title, keys in key_groups(window)
    ]
    keyboard_map = KeyboardMap(groups, window)
    keyboard_map.open()
    return keyboard_map


def key_groups(window: MainWindow) -> list[tuple[str, list[Key]]]:
    """Return every key of `window` in the current language, in groups with their titles."""
    return [
        (translate("Shortcuts", "Look up"), _look_up_keys(window)),
        (translate("Shortcuts", "Copy"), _copy_keys(window)),
        (translate("Shortcuts", "Payment"), _payment_keys(window)),
        (translate("Shortcuts", "Window"), _window_keys(window)),
    ]


def _look_up_keys(window: MainWindow) -> list[Key]:
    search, step = window.search, window.pages.step_requested
    return [
        Key(shortcuts.LOOK_UP, translate("Shortcuts", "Look up what is in the search box")),
        Key(shortcuts.BOX, translate("Shortcuts", "Go to the search box"), search.focus),
        Key(
            shortcuts.ESCAPE,
            translate("Shortcuts", "Close what is open, cancel the lookup"),
            lambda: _escape(window),
        ),
        Key(shortcuts.REFRESH, translate("Shortcuts", "Look up again"), search.refreshed.emit),
        Key(shortcuts.BACK, translate("Shortcuts", "Previous payment"), search.back.emit),
        Key(shortcuts.FORWARD, translate("Shortcuts", "Next payment"), search.forward.emit),
        Key(
            shortcuts.NEXT_IN_LIST,
            translate("Shortcuts", "Next payment of the list"),
            lambda: step.emit(1),
        ),
        Key(
            shortcuts.PREVIOUS_IN_LIST,
            translate("Shortcuts", "Previous payment of the list"),
            lambda: step.emit(-1),
        ),
    ]


def _copy_keys(window: MainWindow) -> list[Key]:
    payment = window.pages.payment
    return [
        Key(
            shortcuts.COPY_REPLY,
            translate("Shortcuts", "Copy a reply to the customer"),
            payment.copy_popover.copy_reply,
        ),
        Key(
            shortcuts.COPY_SUMMARY,
            translate("Shortcuts", "Copy the summary"),
            payment.copy_popover.copy_summary,
        ),
        Key(
            shortcuts.COPY_APPROVAL,
            translate("Shortcuts", "Copy the approval number"),
            payment.copy_approval_number,
        ),
        Key(shortcuts.COPY_SELECTION, translate("Shortcuts", "Copy what is selected")),
    ]


def _payment_keys(window: MainWindow) -> list[Key]:
    payment = window.pages.payment
    return [
        Key(
            shortcuts.REVEAL,
            translate("Shortcuts", "Show personal data for 30 seconds"),
            payment.toggle_reveal,
        ),
        Key(shortcuts.RECEIPT, translate("Shortcuts", "Open the receipt"), payment.open_receipt),
        Key(shortcuts.WATCH, translate("Shortcuts", "Watch the payment, or stop"), payment.toggle_watch),
        Key(shortcuts.RAW_ANSWER, translate("Shortcuts", "The raw answer, and back"), payment.toggle_raw),
        Key(shortcuts.FIND, translate("Shortcuts", "Find in the raw answer"), payment.find_in_raw),
        Key(shortcuts.FIND_BACK, translate("Shortcuts", "Find the one before")),
    ]


def _window_keys(window: MainWindow) -> list[Key]:
    return [
        Key(shortcuts.SETTINGS, translate("Shortcuts", "Settings"), window.menu.settings.trigger),
        Key(shortcuts.MENU, translate("Shortcuts", "Open the menu"), window.search.open_menu),
        Key(shortcuts.HELP, translate("Shortcuts", "Show this list"), lambda: show_keys(window)),
        # A text field takes it as text.
        Key(
            shortcuts.HELP_OUTSIDE_OF_TEXT,
            translate("Shortcuts", "Show this list (outside of text fields)"),
            lambda: show_keys(window),
        ),
    ]


def _escape(window: MainWindow) -> None:
    """Close the popover, or else the search in the raw answer, or else stop the lookup under way."""
    if not window.pages.payment.close_what_is_open():
        window.search.cancelled.emit()
