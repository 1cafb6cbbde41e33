"""The search box with its buttons: back, forward, look up, refresh, menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEvent, Signal, SignalInstance
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPushButton,
    QToolButton,
    QWidget,
)

from iamport_desktop.ui import shortcuts

if TYPE_CHECKING:
    from PySide6.QtCore import QStringListModel
    from PySide6.QtGui import QIcon, QInputMethodEvent, QKeyEvent

translate = QCoreApplication.translate

MAX_LENGTH = 20_000  # characters of a long web page; Qt lays the line out whole, which takes long for more
MAX_COMPLETIONS = 10
COMPLETION_STYLE = "::item { padding: 7px 9px; }"  # aligned with the text of the box


class SearchBox(QLineEdit):
    """A line that offers completions, can be cleared, and knows whether it is being edited."""

    cleared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_composing = False
        self._completions: QStringListModel | None = None
        self.setProperty("kind", "search")
        self.setMaxLength(MAX_LENGTH)

    def add_clear_button(self, icon: QIcon) -> QToolButton:
        """Add the button that clears the line. Qt's own would search the icon themes of the desktop."""
        clear = self.addAction(icon, QLineEdit.ActionPosition.TrailingPosition)
        clear.setVisible(bool(self.text()))
        clear.triggered.connect(self.clear)
        clear.triggered.connect(self.cleared)
        self.textChanged.connect(lambda text: clear.setVisible(bool(text)))
        (button,) = self.findChildren(QToolButton)
        return button

    def set_completions(self, texts: list[str]) -> None:
        """Offer `texts` as completions, in this order."""
        if self._completions is None:
            self._completions = self._add_completer()
        self._completions.setStringList(texts)

    def is_being_edited(self) -> bool:
        """Return whether the text was changed by hand, or an input method is composing a syllable."""
        return self._is_composing or self.isModified()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.isAutoRepeat() and _is_enter(event):
            return  # held down, it would answer the question that it has just caused
        if self._completions is not None and not self.text() and _is_down(event):
            self.completer().setCompletionPrefix("")
            self.completer().complete()
            return
        super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._is_composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def _add_completer(self) -> QStringListModel:
        from PySide6.QtCore import QStringListModel, Qt
        from PySide6.QtWidgets import QCompleter, QListView

        model = QStringListModel(self)
        completer = QCompleter(model, self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setMaxVisibleItems(MAX_COMPLETIONS)
        popup = QListView()  # a window of its own, which the style sheet of this one does not reach
        completer.setPopup(popup)
        self.setCompleter(completer)
        popup.setFont(self.font())
        popup.setStyleSheet(COMPLETION_STYLE)
        return model


class SearchBar(QFrame):
    """Takes any text. Receivers of `submitted` decide what it means."""

    submitted = Signal(str)
    cancelled = Signal()
    refreshed = Signal()
    back = Signal()
    forward = Signal()
    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "bar")
        self._back, self._forward = _tool_button(self.back), _tool_button(self.forward)
        self._refresh, self._menu = _tool_button(self.refreshed), _tool_button()
        self._clear: QToolButton | None = None
        self._last_click, self._clicked_text = QElapsedTimer(), ""
        self.box = SearchBox()
        self.box.textEdited.connect(self.edited)
        self.box.cleared.connect(self.edited)
        self.box.returnPressed.connect(self._submit)
        self._submit_button = QPushButton()
        self._submit_button.setProperty("kind", "primary")
        self._submit_button.clicked.connect(self._click)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 10, 12, 10)
        row.setSpacing(8)
        row.addWidget(self._back)
        row.addWidget(self._forward)
        row.addWidget(self.box, 1)
        for button in (self._submit_button, self._refresh, self._menu):
            row.addWidget(button)
        self._retranslate()

    def set_menu(self, menu: QMenu) -> None:
        """Open `menu` with the menu button."""
        self._menu.setMenu(menu)
        self._menu.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)

    def add_icons(self) -> None:
        """Add the icons and the clear button. The first paint does not wait for them."""
        from iamport_desktop.ui.widgets.icons import icon

        for button, name in (
            (self._back, "back"),
            (self._forward, "forward"),
            (self._refresh, "refresh"),
            (self._menu, "menu"),
        ):
            button.setIcon(icon(name))
        self._clear = self.box.add_clear_button(icon("close"))
        self._retranslate()

    def show_text(self, text: str) -> None:
        """Put `text` into the box, selected, so that typing or pasting replaces it."""
        self.box.setText(text)
        self.box.selectAll()

    def show_result(self, text: str) -> None:
        """Put the name of the result into the box, unless another text is being typed there."""
        if not self.box.is_being_edited():
            self.show_text(text)

    def focus(self) -> None:
        """Focus the box and select its text."""
        self.box.setFocus()
        self.box.selectAll()

    def open_menu(self) -> None:
        """Open the menu."""
        self._menu.showMenu()

    def set_enabled(self, *, back: bool, forward: bool, refresh: bool) -> None:
        """Enable the buttons that would do something."""
        self._back.setEnabled(back)
        self._forward.setEnabled(forward)
        self._refresh.setEnabled(refresh)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _click(self) -> None:
        """Submit, unless it is the second click of a double click: that is no answer to a question."""
        is_double = self._last_click.isValid() and not self._last_click.hasExpired(
            QApplication.doubleClickInterval()
        )
        self._last_click.start()
        if not (is_double and self._clicked_text == self.box.text()):
            self._submit()
        self._clicked_text = self.box.text()

    def _submit(self) -> None:
        # A click on the button ends a Korean syllable that is still being composed, and commits it.
        self.box.setModified(False)  # it is asked for now, and gives way to the result
        self.submitted.emit(self.box.text())

    def _retranslate(self) -> None:
        self.box.setPlaceholderText(
            translate("SearchBar", "imp_uid or order number, or any text with one in it")
        )
        self.box.setAccessibleName(translate("SearchBar", "Payment to look up"))
        if self._clear:
            self._clear.setAccessibleName(translate("SearchBar", "Clear the search box"))
        self._submit_button.setText(translate("SearchBar", "Look up"))
        for button, name, keys in (
            (self._submit_button, translate("SearchBar", "Look up"), shortcuts.LOOK_UP),
            (self._back, translate("SearchBar", "Back"), shortcuts.BACK),
            (self._forward, translate("SearchBar", "Forward"), shortcuts.FORWARD),
            (self._refresh, translate("SearchBar", "Look up again"), shortcuts.REFRESH),
            (self._menu, translate("SearchBar", "Menu"), shortcuts.MENU),
        ):
            button.setAccessibleName(name)
            button.setToolTip(shortcuts.with_key(name, keys))


def _is_enter(event: QKeyEvent) -> bool:
    from PySide6.QtCore import Qt  # makes all enums of Qt, which the first paint does not need

    return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def _is_down(event: QKeyEvent) -> bool:
    from PySide6.QtCore import Qt

    return event.key() == Qt.Key.Key_Down


def _tool_button(clicked: SignalInstance | None = None) -> QToolButton:
    button = QToolButton()
    button.setFixedSize(38, 38)
    if clicked is not None:
        button.clicked.connect(clicked)
    return button
