"""Qt's mark for texts in tables: `lupdate` finds them by this name, and they are translated when shown.

PySide6 has the same function, typed so that its result is no str.
"""


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: N802 - the name that lupdate looks for
    """Return `text` as it is."""
    return text
