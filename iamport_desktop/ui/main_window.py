"""The window: the search bar above, one page under it. It shows screens and passes on what the agent wants."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from iamport_desktop.api.errors import PaymentNotFound
from iamport_desktop.presentation import screens
from iamport_desktop.presentation.attempts import attempt_list
from iamport_desktop.presentation.masks import MASKS
from iamport_desktop.presentation.message import Remedy
from iamport_desktop.presentation.messages import describe, sample_not_found
from iamport_desktop.presentation.text import one_line
from iamport_desktop.presentation.tone import Tone
from iamport_desktop.ui import shortcuts
from iamport_desktop.ui.announcing import announce
from iamport_desktop.ui.attempts_page import AttemptsPage
from iamport_desktop.ui.main_menu import MainMenu
from iamport_desktop.ui.message_bar import MessageBar
from iamport_desktop.ui.outfit import Outfit
from iamport_desktop.ui.pages import FirstStartPage, LoadingPage, ProblemPage, ReadyPage
from iamport_desktop.ui.payment_page import PAYMENT, RAW, PaymentPage
from iamport_desktop.ui.samples_page import SamplesPage
from iamport_desktop.ui.search_bar import SearchBar
from iamport_desktop.ui.watch_bars import WatchBars

translate = QCoreApplication.translate

SIZE = (1240, 860)
SMALLEST = (760, 520)
LOADING_AFTER = 100  # most answers are there before, and take the place of what is shown in one step


class MainWindow(QMainWindow):
    """Shows one screen at a time, and says what the agent asked for."""

    link_activated = Signal(str)
    remedy_chosen = Signal(Remedy)
    sample_chosen = Signal(str)
    first_painted = Signal()

    def __init__(self, outfit: Outfit) -> None:
        super().__init__()
        self._outfit = outfit
        self._screen: screens.Screen = screens.Starting()
        self._samples: tuple[tuple[str, str], ...] = ()
        self._painted = False
        self.menu = MainMenu(self)
        self.search = SearchBar(self.menu)
        self.banner, self.note = (
            MessageBar(Tone.WAITING, kind="banner"),
            MessageBar(Tone.PARTLY, kind="banner"),
        )
        self.first_start, self.ready, self.loading = FirstStartPage(), ReadyPage(), LoadingPage()
        self.problem, self.samples_page, self.payment = ProblemPage(), SamplesPage(), PaymentPage()
        self.attempts = AttemptsPage()
        self.watch_bars = WatchBars()
        self._pages = QStackedWidget()
        self._patience = QTimer(self, singleShot=True, interval=LOADING_AFTER)
        self._compose()
        self._connect()
        shortcuts.install(self._keys(), self)
        self.resize(*SIZE)
        self.setMinimumSize(*SMALLEST)
        self.show_screen(self._screen)

    def _compose(self) -> None:
        for page in (
            self.first_start,
            self.ready,
            self.loading,
            self.problem,
            self.samples_page,
            self.payment,
            self.attempts,
        ):
            self._pages.addWidget(page)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for each in (self.banner, self.search, self.watch_bars, self.note):
            column.addWidget(each)
        column.addWidget(self._pages, 1)
        self.setCentralWidget(body)

    def _connect(self) -> None:
        self.payment.link_activated.connect(self.link_activated)
        self.problem.remedy_chosen.connect(self.remedy_chosen)
        self.samples_page.chosen.connect(self.sample_chosen)
        self.search.typing.connect(lambda: self.note.say(""))
        self.menu.keys_requested.connect(self.show_keys)
        self._patience.timeout.connect(lambda: self._pages.setCurrentWidget(self.loading))

    def _keys(self) -> list[shortcuts.Key]:
        search, page, copy = self.search, self.payment, self.payment.copy_menu
        return [
            shortcuts.Key("Return", translate("Shortcuts", "Look up what is in the search box")),
            shortcuts.Key("Ctrl+L", translate("Shortcuts", "Go to the search box"), search.focus),
            shortcuts.Key("Esc", translate("Shortcuts", "Cancel the lookup"), search.cancelled.emit),
            shortcuts.Key("F5", translate("Shortcuts", "Look up again"), search.refreshed.emit),
            shortcuts.Key("Alt+Left", translate("Shortcuts", "Previous payment"), search.back.emit),
            shortcuts.Key("Alt+Right", translate("Shortcuts", "Next payment"), search.forward.emit),
            shortcuts.Key(
                "F8", translate("Shortcuts", "Show personal data for 30 seconds"), self._toggle_reveal
            ),
            shortcuts.Key("Ctrl+Shift+C", translate("Shortcuts", "Copy the summary"), copy.copy_summary),
            shortcuts.Key(
                "Ctrl+Shift+R",
                translate("Shortcuts", "Copy a reply to the customer"),
                copy.copy_reply,
            ),
            shortcuts.Key(
                "Ctrl+1", translate("Shortcuts", "The payment"), lambda: page.tabs.setCurrentIndex(PAYMENT)
            ),
            shortcuts.Key(
                "Ctrl+2", translate("Shortcuts", "The raw answer"), lambda: page.tabs.setCurrentIndex(RAW)
            ),
            shortcuts.Key("Ctrl+F", translate("Shortcuts", "Find in the raw answer")),
            shortcuts.Key("Ctrl+C", translate("Shortcuts", "Copy the selected rows of a table")),
            shortcuts.Key("F10", translate("Shortcuts", "Open the menu"), search.open_menu),
            shortcuts.Key("F1", translate("Shortcuts", "Show this list"), self.show_keys),
            # A text field takes it for itself.
            shortcuts.Key(
                "?", translate("Shortcuts", "Show this list (outside of text fields)"), self.show_keys
            ),
        ]

    def show_keys(self) -> None:
        """Show the keyboard map."""
        shortcuts.ShortcutsDialog(self._keys(), self).open()

    def dress(self, outfit: Outfit, samples: Sequence[tuple[str, str]] = ()) -> None:
        """Show the same in another language or in other colours; with `samples` to choose from, in sample mode."""
        self._outfit = outfit
        self._samples = tuple(samples)
        self._fill()

    def show_screen(self, screen: screens.Screen) -> None:
        """Show `screen` in place of the one before."""
        self._screen = screen
        self.note.say("")
        if not isinstance(screen, screens.Found):
            self.payment.clear()
            self.payment.copy_menu.withdraw()
        self._fill()
        announce(self, self._spoken())

    def show_note(self, text: str, action: str = "") -> None:
        """Say `text` under the search box, until the next search."""
        self.note.say(text, action)
        announce(self.note, text)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.first_painted.emit)

    def _fill(self) -> None:
        page = self._filled_page()
        if page is self.loading:
            self._patience.start()
        else:
            self._patience.stop()
            self._pages.setCurrentWidget(page)
        self.search.set_busy(isinstance(self._screen, screens.Loading))
        self._name_window()
        # Now, or half of it is painted before the rest has found its place.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)

    def _filled_page(self) -> QWidget:
        match self._screen:
            case screens.FirstStart():
                self.first_start.show_page()
                return self.first_start
            case screens.Loading(subject):
                self.loading.show_page(_named(subject))
                return self.loading
            case screens.Attempts() as attempts:
                self.attempts.show_list(attempt_list(attempts, self._outfit.reading()), self._outfit.theme)
                return self.attempts
            case screens.Problem(error=error):
                unknown_sample = self._samples and isinstance(error, PaymentNotFound)
                self.problem.show_page(sample_not_found() if unknown_sample else describe(error))
                return self.problem
            case screens.Found() as found:
                self.payment.show_found(found, self._outfit)
                return self.payment
            case screens.Starting() | screens.Ready() as screen:
                return self._filled_empty_page(starting=isinstance(screen, screens.Starting))

    def _filled_empty_page(self, *, starting: bool) -> QWidget:
        if self._samples:
            self.samples_page.show_samples(self._samples)
            return self.samples_page
        self.ready.show_page(starting=starting)
        return self.ready

    def _spoken(self) -> str:
        """The result in a sentence; the keyboard's focus is still in the search box."""
        match self._screen:
            case screens.Found():
                return self.payment.view.header.spoken()
            case screens.Attempts():
                return self.attempts.view.accessibleName()
            case screens.Problem():
                return self.problem.spoken()
            case screens.FirstStart():
                return self.first_start.spoken()
            case _:
                return ""

    def _toggle_reveal(self) -> None:
        if isinstance(self._screen, screens.Found):
            self.payment.reveal.toggle()

    def _name_window(self) -> None:
        product = translate("MainWindow", "iamport desktop")
        sample = translate("MainWindow", "sample payments")
        self.setWindowTitle(f"{product} — {sample}" if self._samples else product)
        explained = translate("MainWindow", "Sample payments: nothing here is real, and no key is used.")
        others = translate("MainWindow", "Show all samples")
        self.banner.say(explained if self._samples else "", others)


def _named(subject: screens.Subject) -> str:
    match subject:
        case screens.Order(merchant_uid):
            return one_line(MASKS["merchant_uid"](merchant_uid))
        case screens.Batch(imp_uids):
            return ", ".join(imp_uids[:3]) + ("…" if len(imp_uids) > 3 else "")
        case imp_uid:
            return imp_uid
