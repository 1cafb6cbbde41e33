"""The keys of the window, as Qt writes them, and as they are named on the keyboard and shown to the agent."""

from __future__ import annotations

import sys

LOOK_UP, ESCAPE, BOX, REFRESH = "Return", "Esc", "Ctrl+L", "F5"
BACK, FORWARD = "Alt+Left", "Alt+Right"
NEXT_IN_LIST, PREVIOUS_IN_LIST = "Ctrl+PgDown", "Ctrl+PgUp"
REVEAL, RECEIPT, WATCH, RAW_ANSWER = "F8", "Ctrl+O", "Ctrl+D", "Ctrl+J"
FIND, FIND_BACK = "Ctrl+F", "Shift+Return"
COPY_REPLY, COPY_SUMMARY, COPY_APPROVAL, COPY_SELECTION = (
    "Ctrl+Shift+R",
    "Ctrl+Shift+C",
    "Ctrl+Shift+A",
    "Ctrl+C",
)
SETTINGS, MENU, HELP, HELP_OUTSIDE_OF_TEXT = "Ctrl+,", "F10", "F1", "?"

_NAMES = {"Return": "Enter", "Left": "←", "Right": "→", "PgDown": "PgDn"}


def key_name(keys: str) -> str:
    """Return `keys` as they stand on the keyboard: `Alt+←` for `Alt+Left`."""
    if sys.platform == "darwin":
        from PySide6.QtGui import QKeySequence  # which the first paint does not need

        return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
    return "+".join(_NAMES.get(key, key) for key in keys.split("+"))


def with_key(text: str, keys: str) -> str:
    """Return the tooltip `text` with `keys` behind it."""
    return f"{text} ({key_name(keys)})"
