"""The clipboard: every text that the app copies goes through here. What was copied while revealed leaves it again."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QMimeData, QObject, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from iamport_desktop.presentation.formatting import choose_particles
from iamport_desktop.ui.widgets.toast import show_toast

translate = QCoreApplication.translate

SECRET_SECONDS = 60

# Formats by which a program asks histories and clouds to leave a text out: two of them are numbers, 0 for "no".
# https://learn.microsoft.com/windows/win32/dataxchg/clipboard-formats#cloud-clipboard-and-clipboard-history-formats
SECRET_FORMATS = {
    'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"': b"1",
    'application/x-qt-windows-mime;value="CanIncludeInClipboardHistory"': b"\0\0\0\0",
    'application/x-qt-windows-mime;value="CanUploadToCloudClipboard"': b"\0\0\0\0",
    "x-kde-passwordManagerHint": b"secret",
}


def copy_text(source: QWidget, text: str, name: str) -> None:
    """Copy `text`, and say in the window of `source` that what is called `name` was copied.

    Copied while personal data is revealed, it leaves the clipboard after SECRET_SECONDS.
    """
    guard = _guard(source)
    is_secret = guard.revealed
    guard.put(text, is_secret=is_secret)
    said = copied_sentence(name)
    if is_secret:
        shown = translate("Clipboard", "It leaves the clipboard after %n s.", None, SECRET_SECONDS)
    else:
        shown = text.partition("\n")[0]
    show_toast(source, said, shown)


def copy_masked(source: QWidget, text: str) -> None:
    """Copy `text`, which is masked even while personal data is revealed, and say nothing."""
    _guard(source).put(text, is_secret=False)


def copied_sentence(name: str) -> str:
    """Say that what is called `name` was copied."""
    return choose_particles(translate("Clipboard", "{name} copied").format(name=name))


def as_mime_data(source: QWidget, text: str) -> QMimeData:
    """Return `text` as `source` gives a selection to the clipboard; secret while personal data is revealed."""
    return _mime_data(text, is_secret=_guard(source).revealed)


def set_revealed(source: QWidget, revealed: bool) -> None:
    """Take what is copied in the window of `source` for personal data from now on, or not.

    Masking also takes away what is selected, which X11 pastes with the middle button.
    """
    _guard(source).revealed = revealed
    clipboard = QGuiApplication.clipboard()
    if not revealed and clipboard.ownsSelection():
        clipboard.clear(QClipboard.Mode.Selection)


class _Guard(QObject):
    """Remembers the secret that is in the clipboard, until it is taken away."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.revealed = False
        self._text, self._is_secret = "", False  # what this window copied last
        self._timer = QTimer(self, singleShot=True, interval=SECRET_SECONDS * 1000)
        self._timer.timeout.connect(self.clear)
        QGuiApplication.clipboard().dataChanged.connect(self._on_changed)
        if app := QApplication.instance():
            app.aboutToQuit.connect(self.clear)

    def put(self, text: str, *, is_secret: bool) -> None:
        self._text, self._is_secret = text, is_secret
        if is_secret:
            QGuiApplication.clipboard().setMimeData(_mime_data(text, is_secret=True))
            self._timer.start()
        else:
            QGuiApplication.clipboard().setText(text)
            self._timer.stop()

    def clear(self) -> None:
        clipboard = QGuiApplication.clipboard()
        if self._is_secret and clipboard.text() == self._text:
            clipboard.clear()
        self._text, self._is_secret = "", False
        self._timer.stop()

    def _on_changed(self) -> None:
        """Guard what a text field copied by itself as well."""
        clipboard = QGuiApplication.clipboard()
        if self.revealed and clipboard.ownsClipboard() and clipboard.text() not in ("", self._text):
            self.put(clipboard.text(), is_secret=True)


def _guard(source: QWidget) -> _Guard:
    """Return the guard of the window of `source`, which its dialogs share."""
    window = source.window()
    while parent := window.parentWidget():
        window = parent.window()
    return window.findChild(_Guard) or _Guard(window)


def _mime_data(text: str, *, is_secret: bool) -> QMimeData:
    data = QMimeData()
    data.setText(text)
    if is_secret:
        for name, value in SECRET_FORMATS.items():
            data.setData(name, value)
    return data
