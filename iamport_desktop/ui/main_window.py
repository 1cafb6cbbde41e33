"""The main window: the search bar, which is painted first, and the pages and bars below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QSize, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMainWindow, QVBoxLayout, QWidget

from iamport_desktop.presentation.severity import Severity
from iamport_desktop.ui.search_bar import SearchBar
from iamport_desktop.ui.theme import current_theme, style_sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtCore import QByteArray, QTranslator
    from PySide6.QtGui import QPaintEvent, QShowEvent

    from iamport_desktop.api.codes import Language
    from iamport_desktop.domain.attempts import OtherAttempts
    from iamport_desktop.domain.follow_ups import FollowUp
    from iamport_desktop.lookup.state import LookupState
    from iamport_desktop.presentation.view_model import FormatContext
    from iamport_desktop.ui.menus import MainMenu
    from iamport_desktop.ui.pages.samples import Samples
    from iamport_desktop.ui.pages.stack import PageStack
    from iamport_desktop.ui.widgets.message_bars import MessageBar, Text
    from iamport_desktop.ui.widgets.watch_list import WatchedPayments

translate = QCoreApplication.translate

SIZE = (1240, 860)
MINIMUM_SIZE = (760, 520)
SHARE_OF_SCREEN = 0.9  # at most, so that frame and title bar fit as well
UNPAINTED_MS = 1000  # a window that is started minimised is not painted; it is taken for painted after this


class MainWindow(QMainWindow):
    """Shows the search bar and a starting page at once, and everything else once `build_pages` was called.

    `first_painted` is emitted once: after the first paint or, without one, UNPAINTED_MS after the window was shown.
    """

    first_painted = Signal()
    menu: MainMenu
    pages: PageStack
    note: MessageBar
    link_bar: MessageBar
    watched: WatchedPayments

    def __init__(self) -> None:
        super().__init__()
        self._painted = False
        self._sample_mode = False
        self._foreign_address = ""
        self._early_search = ""
        self._theme = current_theme()
        self.setStyleSheet(style_sheet(self._theme))
        self.search = SearchBar()
        self.search.submitted.connect(self._keep_early_search)
        self.starting = StartingPage()
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.search)
        self._column.addWidget(self.starting, 1)
        self.setCentralWidget(content)
        self.resize(*SIZE)
        self.setMinimumSize(*MINIMUM_SIZE)
        self.search.box.setFocus()
        self._set_title()

    def fit_to_screen(self, saved: QByteArray) -> None:
        """Take the size and position of `saved`, the result of `saveGeometry`; fit them to the screen that there is now.

        A window that is too large for the screen, that lies outside of it, or that was never saved is centred.
        """
        self.setMinimumSize(0, 0)  # of a larger screen
        restored = self.restoreGeometry(saved)
        screen = QGuiApplication.screenAt(self.geometry().center()) or self.screen()
        available = screen.availableGeometry()
        largest = available.size() * SHARE_OF_SCREEN
        self.setMinimumSize(QSize(*MINIMUM_SIZE).boundedTo(largest))
        if self.isMaximized() or self.isFullScreen():
            return
        size = self.size().boundedTo(largest)
        if restored and size == self.size() and available.contains(self.geometry()):
            return
        self.resize(size)
        geometry = self.geometry()
        geometry.moveCenter(available.center())
        self.setGeometry(geometry)

    def build_pages(
        self, format_context: Callable[[], FormatContext], translators: Mapping[Language, QTranslator]
    ) -> None:
        """Build the menu, the bars and the pages, which the first paint does not wait for.

        `format_context` says how payments are formatted at the moment. `translators` are those of both languages.
        """
        from iamport_desktop.ui.menus import MainMenu
        from iamport_desktop.ui.pages.stack import PageStack
        from iamport_desktop.ui.widgets.message_bars import MessageBar
        from iamport_desktop.ui.widgets.sample_bar import SampleBar
        from iamport_desktop.ui.widgets.watch_list import WatchedPayments

        self.menu = MainMenu(self)
        self.search.set_menu(self.menu)
        self.search.add_icons()
        self.search.edited.connect(self.clear_note)
        self.crash_bar = MessageBar(Severity.ERROR, kind="banner")
        self.crash_bar.action_requested.connect(self.crash_bar.clear)
        self.sample_bar = SampleBar()
        self.watched = WatchedPayments()
        self.note = MessageBar(Severity.WARNING, kind="banner")
        self.setMenuWidget(self.crash_bar)
        self._column.insertWidget(0, self.sample_bar)
        self.link_bar = MessageBar(Severity.WAITING, kind="banner")
        self._column.addWidget(self.watched)
        self._column.addWidget(self.link_bar)
        self._column.addWidget(self.note)
        self.pages = PageStack(self.starting, format_context, translators)
        self.pages.focus_released.connect(self.search.box.setFocus)
        self._column.addWidget(self.pages, 1)
        for widget in self.pages.payment.findChildren(QWidget):
            widget.ensurePolished()  # apply the style sheet now, so that the first payment need not wait for it

    def take_early_search(self) -> str:
        """Return the search that was submitted during the start, "" without one, and keep no later one."""
        self.search.submitted.disconnect(self._keep_early_search)
        return self._early_search

    def show_state(self, state: LookupState) -> None:
        """Show `state` in place of the previous one."""
        self.clear_note()
        self.pages.show_state(state)
        # Lay everything out now, or Qt paints a part before the rest has its place.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)

    def add_follow_up(self, follow_up: FollowUp, outcome: object) -> None:
        """Show the outcome of a follow-up request for the shown payment: a record, or the error it ended with."""
        self.pages.payment.add_follow_up(follow_up, outcome)

    def show_other_attempts(self, other_attempts: OtherAttempts) -> None:
        """Show the other attempts for the order of the shown payment, or that they are not known."""
        self.pages.payment.show_other_attempts(other_attempts)

    def set_samples(self, samples: Samples | None) -> None:
        """Enter the sample mode, which lists `samples`; None leaves it."""
        self._sample_mode = samples is not None
        self.pages.set_samples(samples)
        if self._sample_mode:
            self.sample_bar.show_samples()
        else:
            self.sample_bar.clear()
        self._set_title()

    def set_foreign_address(self, address: str) -> None:
        """Name the address of an API that is not PortOne's own in the title; "" for PortOne's own."""
        self._foreign_address = address
        self._set_title()

    def show_note(self, text: Text) -> None:
        """Show and announce `text` under the search box until the next search or edit."""
        self.note.show_text(text)
        self.note.announce()

    def clear_note(self) -> None:
        """Hide the note."""
        self.note.clear()

    def show_crash(self, text: Text) -> None:
        """Show above everything that the app itself failed, until it is closed."""
        self.crash_bar.show_text(text, lambda: translate("MainWindow", "Close"))

    def changeEvent(self, event: QEvent) -> None:
        match event.type():
            case QEvent.Type.LanguageChange:
                self._set_title()
            case QEvent.Type.PaletteChange if current_theme() is not self._theme:
                self._theme = current_theme()
                self.setStyleSheet(style_sheet(self._theme))
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(UNPAINTED_MS, self._on_painted)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            QTimer.singleShot(0, self._on_painted)

    def _on_painted(self) -> None:
        if not self._painted:
            self._painted = True
            self.first_painted.emit()

    def _keep_early_search(self, text: str) -> None:
        self._early_search = text

    def _set_title(self) -> None:
        title = translate("MainWindow", "iamport desktop")
        if self._foreign_address and not self._sample_mode:
            title = f"{title} — {self._foreign_address}"
        if self._sample_mode:
            title = f"{title} — {translate('MainWindow', 'sample payments')}"
        self.setWindowTitle(title)


class StartingPage(QWidget):
    """Says what the start waits for."""

    def __init__(self) -> None:
        super().__init__()
        self._label = QLabel()
        self._label.setProperty("kind", "muted")
        row = QHBoxLayout(self)
        row.addStretch(1)
        row.addWidget(self._label)
        row.addStretch(1)
        self._retranslate()

    def show_failure(self, text: str) -> None:
        """Say that the app could not be started."""
        from PySide6.QtCore import Qt  # makes all enums of Qt, which the first paint does not need

        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setWordWrap(True)
        self._label.setText(text)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._label.setText(translate("Pages", "Fetching the key from the keyring…"))
