"""The About dialog: version, licenses, and the diagnostics that a support person asks for."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from iamport_desktop.ui.widgets.clipboard import copy_text
from iamport_desktop.ui.widgets.label import PlainLabel
from iamport_desktop.ui.widgets.text_view import TextView

translate = QCoreApplication.translate

SIZE = (560, 480)  # fits the smallest window


class AboutDialog(QDialog):
    """Shows both texts as they are. Deletes itself when it is closed."""

    def __init__(self, version: str, diagnostics: str, licenses: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._version = version
        self._name = PlainLabel(kind="headline", one_line=True)
        self._purpose = PlainLabel(kind="muted")
        self._diagnostics_label, self._licenses_label = (
            PlainLabel(kind="title", one_line=True) for _ in range(2)
        )
        self.diagnostics, self.licenses = _text_view(diagnostics), _text_view(licenses)
        self.copy_button, self.close_button = QPushButton(), QPushButton()
        self.copy_button.clicked.connect(self._copy)
        self.close_button.clicked.connect(self.accept)
        self._compose()
        self._retranslate()

    def _compose(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addWidget(self.copy_button)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(8)
        column.addWidget(self._name)
        column.addWidget(self._purpose)
        column.addWidget(self._diagnostics_label)
        column.addWidget(self.diagnostics, 5)
        column.addWidget(self._licenses_label)
        column.addWidget(self.licenses, 2)
        column.addLayout(buttons)
        self.close_button.setDefault(True)
        self.close_button.setFocus()
        self.resize(*SIZE)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _copy(self) -> None:
        copy_text(self, self.diagnostics.toPlainText(), translate("AboutDialog", "Diagnostics"))

    def _retranslate(self) -> None:
        self.setWindowTitle(translate("AboutDialog", "About"))
        self._name.setText(f"{translate('MainWindow', 'iamport desktop')} {self._version}")
        self._purpose.setText(
            translate("AboutDialog", "Looks up payments of PortOne V1 (i'mport), and changes none.")
        )
        self._diagnostics_label.setText(translate("AboutDialog", "Diagnostics (no personal data, no key)"))
        self._licenses_label.setText(translate("AboutDialog", "Licenses"))
        self.diagnostics.setAccessibleName(self._diagnostics_label.text())
        self.licenses.setAccessibleName(self._licenses_label.text())
        self.copy_button.setText(translate("AboutDialog", "Copy diagnostics"))
        self.close_button.setText(translate("AboutDialog", "Close"))


def _text_view(text: str) -> TextView:
    view = TextView()
    view.setPlainText(text)
    view.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return view
