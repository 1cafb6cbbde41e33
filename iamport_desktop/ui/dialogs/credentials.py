"""The dialog for the REST API key and secret: test, save, use once, remove."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QShowEvent
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

from iamport_desktop.api.origin import PORTONE, Origin
from iamport_desktop.presentation.severity import Severity
from iamport_desktop.ui.widgets.accessibility import set_description
from iamport_desktop.ui.widgets.icons import icon
from iamport_desktop.ui.widgets.label import PlainLabel
from iamport_desktop.ui.widgets.message_bars import MessageBar, Text

translate = QCoreApplication.translate

# Where the key is, by the vendor's documentation: [결제 연동] > [식별코드·API Keys] > [V1 API].
CONSOLE = "https://admin.portone.io"
WIDTH = 520  # a line that is read without moving the head

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
    link_activated = Signal(str)
    edited = Signal()

    def __init__(self, origin: Origin, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._origin = origin
        self._stored: Text | None = None
        self._busy = False
        self._on_action: Callable[[], object] | None = None
        self._foreign = MessageBar(Severity.WARNING)
        self._intro = PlainLabel()
        self._stored_label = PlainLabel(kind="muted")
        self._key_label = PlainLabel(kind="label", one_line=True)
        self._secret_label = PlainLabel(kind="label", one_line=True)
        self.key, self.secret = QLineEdit(), SecretField()
        self.key.setInputMethodHints(_HINTS)
        self.once, self._console = QCheckBox(), QPushButton()
        self.notes = {
            severity: MessageBar(severity)
            for severity in (Severity.SUCCESS, Severity.WAITING, Severity.WARNING, Severity.ERROR)
        }
        self._check, self._remove, self._close, self._save = (QPushButton() for _ in range(4))
        if origin != PORTONE:
            self._foreign.show_text(self._foreign_text)
        self._compose()
        self._connect()
        self._retranslate()

    def _compose(self) -> None:
        form = QGridLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        for row_index, (label, field) in enumerate(
            ((self._key_label, self.key), (self._secret_label, self.secret))
        ):
            form.addWidget(label, row_index, 0, Qt.AlignmentFlag.AlignVCenter)
            form.addWidget(field, row_index, 1)
        below = QHBoxLayout()
        below.addWidget(self.once, 1)
        below.addWidget(self._console)
        form.addLayout(below, 2, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._check)
        buttons.addWidget(self._remove)
        buttons.addStretch(1)
        buttons.addWidget(self._close)
        buttons.addWidget(self._save)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(self._foreign)
        column.addWidget(self._intro)
        column.addWidget(self._stored_label)
        column.addLayout(form)
        column.addLayout(buttons)
        for note in self.notes.values():  # last, so that no message moves a button
            column.addWidget(note)
        self._console.setProperty("kind", "small")
        self._console.setVisible(self._origin == PORTONE)
        self._save.setProperty("kind", "primary")
        self._save.setDefault(True)
        self.key.setFocus()

    def _connect(self) -> None:
        self.key.textEdited.connect(self._on_edited)
        self.secret.line.textEdited.connect(self._on_edited)
        self.once.toggled.connect(self._retranslate)
        self._check.clicked.connect(lambda: self.check_requested.emit(*self._entered()))
        self._save.clicked.connect(self._submit)
        self._remove.clicked.connect(self.remove_requested)
        self._close.clicked.connect(self.reject)
        self._console.clicked.connect(lambda: self.link_activated.emit(CONSOLE))
        for note in self.notes.values():
            note.action_requested.connect(self._act)

    def show_stored(self, sentence: Text | None) -> None:
        """Show which key is stored, and offer to remove it; None where none is known to be."""
        self._stored = sentence
        self._retranslate()

    def show_status(
        self,
        text: Text,
        severity: Severity,
        action: Text | None = None,
        on_action: Callable[[], object] | None = None,
    ) -> None:
        """Show and announce how checking or storing goes; a button named by `action` calls `on_action`."""
        self.clear_status()
        self._on_action = on_action
        self.notes[severity].show_text(text, action)
        self.notes[severity].announce()

    def clear_status(self) -> None:
        """Show nothing about checking or storing."""
        self._on_action = None
        for note in self.notes.values():
            note.clear()

    def set_busy(self, busy: bool) -> None:
        """Disable what must not be requested twice. Close, and using the key for this run, always work."""
        if busy and self.focusWidget() in (self._check, self._remove, self._save):
            self.secret.setFocus()  # else Qt moves the focus to any widget that is enabled
        self._busy = busy
        self._enable()

    def done(self, code: int) -> None:
        """Close, and clear what was typed."""
        self.key.clear()
        self.secret.line.clear()
        super().done(code)

    def showEvent(self, event: QShowEvent) -> None:
        self._fit()
        super().showEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:  # a text came, went, or is in another language
            self._fit()
        return super().event(event)

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

    def _act(self) -> None:
        if self._on_action:
            self._on_action()

    def _enable(self) -> None:
        self._check.setEnabled(not self._busy)
        self._save.setEnabled(not self._busy or self.once.isChecked())
        self._remove.setEnabled(not self._busy)

    def _fit(self) -> None:
        """Give the dialog the height of its content: it neither grows nor shrinks by itself."""
        self._column.activate()
        self.resize(WIDTH, self._column.totalHeightForWidth(WIDTH))

    def _retranslate(self) -> None:
        title = translate("CredentialsDialog", "REST API key")
        self.setWindowTitle(title if self._origin == PORTONE else f"{title} — {self._origin}")
        self._intro.setText(self._intro_text())
        self._stored_label.setText(self._stored() if self._stored else "")
        self._stored_label.setVisible(self._stored is not None)
        self._key_label.setText(translate("CredentialsDialog", "REST API key"))
        self._secret_label.setText(translate("CredentialsDialog", "REST API secret"))
        self.key.setAccessibleName(self._key_label.text())
        self.secret.line.setAccessibleName(self._secret_label.text())
        show_text = translate("CredentialsDialog", "Show the secret while pressed")
        set_description(self.secret.show_button, show_text)
        self.secret.show_button.setAccessibleName(show_text)
        self.once.setText(translate("CredentialsDialog", "Use once, don't save"))
        self._console.setText(translate("CredentialsDialog", "Open PortOne console"))
        self._check.setText(translate("CredentialsDialog", "Test key"))
        self._remove.setText(translate("CredentialsDialog", "Remove stored key"))
        self._remove.setVisible(self._stored is not None)
        self._close.setText(translate("CredentialsDialog", "Close"))
        save, use = translate("CredentialsDialog", "Save"), translate("CredentialsDialog", "Use")
        widths = []
        for text in (save, use) if self.once.isChecked() else (use, save):
            self._save.setText(text)
            widths.append(self._save.sizeHint().width())
        self._save.setMinimumWidth(max(widths))  # for either text, or Close would move
        self._enable()

    def _intro_text(self) -> str:
        return translate(
            "CredentialsDialog",
            "Enter the REST API key and REST API secret of the PortOne console ([식별코드·API Keys] → [V1 API]). "
            "They are kept safely on this computer alone and sent to {address} only.",
        ).format(address=self._origin)

    def _foreign_text(self) -> str:
        return translate(
            "CredentialsDialog",
            "This is not PortOne's own address: {address}. Enter a key only if you know who runs it.",
        ).format(address=self._origin)
