"""The dialog for the REST API key and secret: check, save, replace, remove."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from iamport_desktop.presentation.severity import Severity
from iamport_desktop.ui.widgets.accessibility import set_description
from iamport_desktop.ui.widgets.icons import icon
from iamport_desktop.ui.widgets.label import PlainLabel
from iamport_desktop.ui.widgets.message_bars import MessageBar, Text

translate = QCoreApplication.translate

_HINTS = (
    Qt.InputMethodHint.ImhNoPredictiveText
    | Qt.InputMethodHint.ImhNoAutoUppercase
    | Qt.InputMethodHint.ImhSensitiveData
)


class SecretField(QWidget):
    """A password line that is shown while a button is held down."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = QLineEdit()
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.setInputMethodHints(_HINTS | Qt.InputMethodHint.ImhHiddenText)
        self.show_button = QToolButton()
        self.show_button.setIcon(icon("show"))
        self.show_button.pressed.connect(lambda: self.line.setEchoMode(QLineEdit.EchoMode.Normal))
        self.show_button.released.connect(lambda: self.line.setEchoMode(QLineEdit.EchoMode.Password))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.line, 1)
        row.addWidget(self.show_button)
        self.setFocusProxy(self.line)


class CredentialsDialog(QDialog):
    """Takes key and secret. The receivers of its signals check and store them, and show how it went.

    `edited` is emitted when key or secret was changed, which clears what was said about them.
    """

    check_requested = Signal(str, str)
    save_requested = Signal(str, str)
    use_once_requested = Signal(str, str)
    remove_requested = Signal()
    edited = Signal()

    def __init__(self, origin: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._origin = origin
        self._stored = self._busy = False
        self._intro = PlainLabel()
        self._where = PlainLabel(kind="muted")
        self._key_label = PlainLabel(kind="label", one_line=True)
        self._secret_label = PlainLabel(kind="label", one_line=True)
        self.key, self.secret = QLineEdit(), SecretField()
        self.key.setInputMethodHints(_HINTS)
        self.once = QCheckBox()
        self.notes = {
            severity: MessageBar(severity)
            for severity in (Severity.SUCCESS, Severity.WAITING, Severity.ERROR)
        }
        self._check, self._remove, self._cancel, self._save = (QPushButton() for _ in range(4))
        self._compose()
        self._connect()
        self._retranslate()
        self._enable()

    def _compose(self) -> None:
        form = QGridLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        for row_index, (label, field) in enumerate(
            ((self._key_label, self.key), (self._secret_label, self.secret))
        ):
            form.addWidget(label, row_index, 0, Qt.AlignmentFlag.AlignVCenter)
            form.addWidget(field, row_index, 1)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(self._intro)
        column.addWidget(self._where)
        column.addLayout(form)
        column.addWidget(self.once)
        for note in self.notes.values():
            column.addWidget(note)
        column.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._check)
        row.addWidget(self._remove)
        row.addStretch(1)
        row.addWidget(self._cancel)
        row.addWidget(self._save)
        column.addLayout(row)
        self.setMinimumWidth(540)
        self._save.setProperty("kind", "primary")
        self._save.setDefault(True)
        for button in (self._check, self._remove, self._cancel):
            button.setAutoDefault(False)

    def _connect(self) -> None:
        self.key.textEdited.connect(self._on_edited)
        self.secret.line.textEdited.connect(self._on_edited)
        self.key.textChanged.connect(self._enable)
        self.secret.line.textChanged.connect(self._enable)
        self.once.toggled.connect(self._retranslate)
        self._check.clicked.connect(lambda: self.check_requested.emit(*self._entered()))
        self._save.clicked.connect(self._submit)
        self._remove.clicked.connect(self.remove_requested)
        self._cancel.clicked.connect(self.reject)

    def offer_removal(self, stored: bool) -> None:
        """Set whether a key is stored, which can be removed or replaced."""
        self._stored = stored
        self._retranslate()

    def show_status(self, text: Text, severity: Severity) -> None:
        """Show how checking or storing goes."""
        self.clear_status()
        self.notes[severity].show_text(text)
        # A dialog does not grow by itself for a label that needs more lines.
        self._column.activate()
        self.resize(self.width(), max(self.height(), self._column.heightForWidth(self.width())))

    def clear_status(self) -> None:
        """Show nothing about checking or storing."""
        for note in self.notes.values():
            note.clear()

    def set_busy(self, busy: bool) -> None:
        """Disable what must not be requested twice. Cancel, and using the key for this run, always work."""
        self._busy = busy
        self._enable()

    def done(self, code: int) -> None:
        """Close, and clear what was typed."""
        self.key.clear()
        self.secret.line.clear()
        super().done(code)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _on_edited(self) -> None:
        if not self._busy:
            self.clear_status()
        self.edited.emit()

    def _entered(self) -> tuple[str, str]:
        return self.key.text(), self.secret.line.text()

    def _submit(self) -> None:
        signal = self.use_once_requested if self.once.isChecked() else self.save_requested
        signal.emit(*self._entered())

    def _enable(self) -> None:
        complete = all(text.strip() for text in self._entered())
        self._check.setEnabled(complete and not self._busy)
        self._save.setEnabled(complete and (not self._busy or self.once.isChecked()))
        self._remove.setEnabled(not self._busy)

    def _retranslate(self) -> None:
        self.setWindowTitle(translate("CredentialsDialog", "REST API key"))
        self._intro.setText(
            translate(
                "CredentialsDialog",
                "Enter the V1 REST API key and REST API secret of the PortOne console. They are kept safely on "
                "this computer alone and sent to this address only:",
            )
        )
        self._where.setText(self._origin)
        self._key_label.setText(translate("CredentialsDialog", "REST API key"))
        self._secret_label.setText(translate("CredentialsDialog", "REST API secret"))
        self.key.setAccessibleName(self._key_label.text())
        self.secret.line.setAccessibleName(self._secret_label.text())
        show_text = translate("CredentialsDialog", "Show the secret while pressed")
        set_description(self.secret.show_button, show_text)
        self.secret.show_button.setAccessibleName(show_text)
        self.once.setText(translate("CredentialsDialog", "Use once, don't save"))
        self._check.setText(translate("CredentialsDialog", "Test key"))
        self._remove.setText(translate("CredentialsDialog", "Remove stored key"))
        self._remove.setVisible(self._stored)
        self._cancel.setText(translate("CredentialsDialog", "Cancel"))
        if self.once.isChecked():
            self._save.setText(translate("CredentialsDialog", "Use now"))
        elif self._stored:
            self._save.setText(translate("CredentialsDialog", "Replace"))
        else:
            self._save.setText(translate("CredentialsDialog", "Save"))
        self._enable()
