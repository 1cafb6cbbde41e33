"""The search box with what belongs to it: back, forward, look up, cancel, refresh, menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal, SignalInstance
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QMenu, QPushButton, QToolButton, QWidget

from iamport_desktop.ui.widgets.accessibility import explain

if TYPE_CHECKING:
    from PySide6.QtGui import QInputMethodEvent


LONGEST = 20_000  # a long web page; Qt lays a line out whole, and takes half a second for five times as much


class SearchBox(QLineEdit):
    """A line that knows whether somebody is in the middle of typing into it."""

    emptied = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._composes = False
        self.setProperty("kind", "search")
        self.setMaxLength(LONGEST)

    def complete(self) -> None:
        """Add what the first paint does not show: completions, and the button that empties the line."""
        from PySide6.QtCore import QStringListModel, Qt
        from PySide6.QtGui import QAction
        from PySide6.QtWidgets import QCompleter

        from iamport_desktop.ui.widgets.icons import icon

        self._known = QStringListModel(self)
        completer = QCompleter(self._known, self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setMaxVisibleItems(10)
        self.setCompleter(completer)
        # Not Qt's own: that one looks through the desktop's icon themes, for 40 ms.
        clear = QAction(icon("close"), "", self)
        clear.setVisible(bool(self.text()))
        clear.triggered.connect(self.clear)
        clear.triggered.connect(self.emptied)
        self.textChanged.connect(lambda text: clear.setVisible(bool(text)))
        self.addAction(clear, QLineEdit.ActionPosition.TrailingPosition)

    @property
    def clearing_button(self) -> QToolButton:
        """The button that empties the line; it is there when this is complete."""
        return self.findChildren(QToolButton)[0]

    def offer(self, texts: list[str]) -> None:
        """Offer these as completions, in this order."""
        self._known.setStringList(texts)

    def is_being_typed_into(self) -> bool:
        """Whether its text was changed by hand, or an input method composes a syllable that is no text yet."""
        return self._composes or self.isModified()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composes = bool(event.preeditString())
        super().inputMethodEvent(event)


translate = QCoreApplication.translate


class SearchBar(QFrame):
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
        self._complete = False
        self._back, self._forward = _tool(self.back), _tool(self.forward)
        self._refresh, self._menu = _tool(self.refreshed), _tool(None)
        self.box = SearchBox()
        self.box.textEdited.connect(self.typing)
        self.box.emptied.connect(self.typing)
        self.box.returnPressed.connect(self._submit)
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
        self.retranslate()

    def complete(self, menu: QMenu) -> None:
        """Add what the first paint does not wait for: icons, the `menu` behind its button, completions, tooltips."""
        from iamport_desktop.ui.widgets.icons import icon

        for button, name in self._icons().items():
            button.setIcon(icon(name))
        self._menu.setMenu(menu)
        self._menu.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.box.complete()
        self._complete = True
        self.retranslate()

    def retranslate(self) -> None:
        """Speak the language that is installed now."""
        self.box.setPlaceholderText(translate("SearchBar", "imp_uid, or any text with one in it"))
        self.box.setAccessibleName(translate("SearchBar", "Payment to look up"))
        self._go.setText(translate("SearchBar", "Look up"))
        self._cancel.setText(translate("SearchBar", "Cancel"))
        if self._complete:
            self._explain()

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
        self.box.setFocus()
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

    def _submit(self) -> None:
        # A click on the button ends a Korean syllable that is still being composed, and commits it.
        self.submitted.emit(self.box.text())

    def _icons(self) -> dict[QToolButton, str]:
        return {self._back: "back", self._forward: "forward", self._refresh: "refresh", self._menu: "menu"}

    def _explain(self) -> None:
        self.box.clearing_button.setAccessibleName(translate("SearchBar", "Clear the search box"))
        for button, name, shortcut in (
            (self._go, translate("SearchBar", "Look up"), "Enter"),
            (self._cancel, translate("SearchBar", "Cancel"), "Esc"),
            (self._back, translate("SearchBar", "Back"), "Alt+←"),
            (self._forward, translate("SearchBar", "Forward"), "Alt+→"),
            (self._refresh, translate("SearchBar", "Look up again"), "F5"),
            (self._menu, translate("SearchBar", "Menu"), "F10"),
        ):
            button.setAccessibleName(name)
            explain(button, f"{name} ({shortcut})")


def _tool(signal: SignalInstance | None) -> QToolButton:
    button = QToolButton()
    button.setFixedSize(38, 38)
    if signal is not None:
        button.clicked.connect(signal)
    return button
