"""List the widgets of the app's window at its first paint, for a plain window with as many.

python -m tests.bench.widgets FILE
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path

from PySide6 import QtWidgets
from PySide6.QtWidgets import QApplication, QWidget

from iamport_desktop.application import Application
from iamport_desktop.settings import Options, Settings


def plain_kind(widget: QWidget) -> str:
    """Return the name of Qt's own class that this widget derives from."""
    kinds = (each.__name__ for each in type(widget).__mro__ if each.__module__ == "PySide6.QtWidgets")
    kind = next(kinds)
    return kind if hasattr(QtWidgets, kind) and kind != "QMainWindow" else "QWidget"


def main() -> None:
    """Write for each widget Qt's class, its text, and whether it is visible."""
    qt = QApplication(["widgets"])
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(Path(folder) / "settings.ini")
        window = Application(qt, Options(language="ko"), settings).window
        widgets = [
            (plain_kind(each), each.text() if hasattr(each, "text") else "", each.isVisibleTo(window))
            for each in window.findChildren(QWidget)
        ]
    Path(sys.argv[1]).write_text(json.dumps(widgets, ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    main()
