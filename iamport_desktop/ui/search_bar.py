"""The search box with what belongs to it: back, forward, look up, cancel, refresh, menu."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QStringListModel, Qt, Signal, SignalInstance
from PySide6.QtGui import QAction, QInputMethodEvent
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLineEdit, QMenu, QPushButton, QToolButton, QWidget

from iamport_desktop.ui.icons import icon
from iamport_desktop.ui.tooltips import explain

translate = QCoreApplication.translate

LONGEST = 20_000  # a long web page; Qt lays a line out whole, and takes half a second for five times as much


class SearchBox(QLineEdit):
    """A line that knows whether somebody is in the middle of typing into it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._composes = False

    def is_being_typed_into(self) -> bool:
        """Whether its text was changed by hand, or an input method composes a syllable that is no text yet."""
        return self._composes or self.isModified()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composes = bool(event.preeditString())
        super().inputMethodEvent(event)


class SearchBar(QWidget):
    """Takes any text; what it holds is judged by whoever hears `submitted`."""

    submitted = Signal(str)
    cancelled = Signal()
    refreshed = Signal()
    back = Signal()
    forward = Signal()
    typing = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._back, self._forward = self._tool("back", self.back), self._tool("forward", self.forward)
        self._refresh = self._tool("refresh", self.refreshed)
        self._menu = self._tool("menu", None)
        self._menu.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.box = SearchBox()
        self.box.setProperty("kind", "search")
        self._clear = self._clearing_button()
        self.box.setMaxLength(LONGEST)
        self.box.textEdited.connect(self.typing)
        self.box.returnPressed.connect(self._submit)
        self._known = QStringListModel(self)
        self.box.setCompleter(self._completer())
        self._go, self._cancel = QPushButton(), QPushButton()
        self._go.setProperty("kind", "primary")
        self._go.clicked.connect(self._submit)
        self._cancel.clicked.connect(self.cancelled)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 10, 12, 10)
        row.setSpacing(8)
        for each in (self._back, self._forward, self.box, self._go, self._cancel, self._refresh, self._menu):
            row.addWidget(each, 1 if each is self.box else 0)
        self.set_busy(False)
        self._retranslate()

    def set_menu(self, menu: QMenu) -> None:
        """Have the menu button open `menu`."""
        self._menu.setMenu(menu)

    def offer(self, imp_uids: list[str]) -> None:
        """Offer these as completions, in this order."""
        self._known.setStringList(imp_uids)

    def show_text(self, text: str) -> None:
        """Put `text` into the box, where whatever is typed or pasted next replaces it."""
        self.box.setText(text)
        self.box.selectAll()

    def show_result(self, text: str) -> None:
        """Name what is shown now, unless another text is being typed: the answer may come in the middle of it."""
        if not self.box.is_being_typed_into():
            self.show_text(text)

    def focus(self) -> None:
        """Make the box ready for the next imp_uid."""
        self.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.box.selectAll()

    def open_menu(self) -> None:
        """Open the menu."""
        self._menu.showMenu()

    def set_busy(self, busy: bool) -> None:
        """Offer Cancel while a lookup is under way, else Look up."""
        self._go.setVisible(not busy)
        self._cancel.setVisible(busy)

    def set_ways(self, *, back: bool, forward: bool, refresh: bool) -> None:
        """Enable what would do something."""
        self._back.setEnabled(back)
        self._forward.setEnabled(forward)
        self._refresh.setEnabled(refresh)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _submit(self) -> None:
        # A click on the button ends a Korean syllable that is still being composed, and commits it.
        self.submitted.emit(self.box.text())

    def _completer(self) -> QCompleter:
        completer = QCompleter(self._known, self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setMaxVisibleItems(10)
        return completer

    def _clearing_button(self) -> QToolButton:
        """Qt's own one would look through the desktop's icon themes before the first paint: 40 ms."""
        clear = QAction(icon("close"), "", self.box)
        clear.setVisible(False)
        clear.triggered.connect(self._empty)
        self.box.textChanged.connect(lambda text: clear.setVisible(bool(text)))
        self.box.addAction(clear, QLineEdit.ActionPosition.TrailingPosition)
        return self.box.findChildren(QToolButton)[0]

    def _empty(self) -> None:
        self.box.clear()
        self.typing.emit()

    def _tool(self, icon_name: str, signal: SignalInstance | None) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon(icon_name))
        button.setFixedSize(38, 38)
        if signal is not None:
            button.clicked.connect(signal)
        return button

    def _retranslate(self) -> None:
        self.box.setPlaceholderText(translate("SearchBar", "imp_uid, or any text with one in it"))
        self.box.setAccessibleName(translate("SearchBar", "Payment to look up"))
        self._clear.setAccessibleName(translate("SearchBar", "Clear the search box"))
        self._go.setText(translate("SearchBar", "Look up"))
        self._cancel.setText(translate("SearchBar", "Cancel"))
        _name(self._go, translate("SearchBar", "Look up"), "Enter")
        _name(self._cancel, translate("SearchBar", "Cancel"), "Esc")
        _name(self._back, translate("SearchBar", "Back"), "Alt+←")
        _name(self._forward, translate("SearchBar", "Forward"), "Alt+→")
        _name(self._refresh, translate("SearchBar", "Look up again"), "F5")
        _name(self._menu, translate("SearchBar", "Menu"), "F10")


def _name(button: QPushButton | QToolButton, name: str, shortcut: str) -> None:
    button.setAccessibleName(name)
    explain(button, f"{name} ({shortcut})")
