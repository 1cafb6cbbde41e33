"""Ask for the shop's name that a reply to the customer begins with."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QInputDialog, QWidget

translate = QCoreApplication.translate


def ask_shop_name(current: str, on_accepted: Callable[[str], None], parent: QWidget) -> QInputDialog:
    """Open the dialog over `parent`; `on_accepted` gets the name, "" to leave it out."""
    dialog = QInputDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setInputMode(QInputDialog.InputMode.TextInput)
    dialog.setWindowTitle(translate("ShopName", "Shop name"))
    dialog.setLabelText(
        translate("ShopName", "A reply to the customer begins with this name. Empty leaves it out.")
    )
    dialog.setTextValue(current)
    dialog.textValueSelected.connect(on_accepted)
    dialog.open()
    return dialog
