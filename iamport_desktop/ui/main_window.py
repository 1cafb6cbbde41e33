"""The window: the search bar above, one page under it. It shows screens and passes on what the agent wants."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QPaintEvent, QShortcut
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from iamport_desktop.api.codes import CodeTables, Language
from iamport_desktop.api.errors import PaymentNotFound
from iamport_desktop.presentation import screens
from iamport_desktop.presentation.freshness import freshness
from iamport_desktop.presentation.message import Remedy
from iamport_desktop.presentation.messages import describe, sample_not_found
from iamport_desktop.presentation.payment_sheet import payment_sheet
from iamport_desktop.presentation.rows import Reading
from iamport_desktop.presentation.status import Tone
from iamport_desktop.ui.main_menu import MainMenu
from iamport_desktop.ui.message_bar import MessageBar
from iamport_desktop.ui.pages import FirstStartPage, LoadingPage, ProblemPage, ReadyPage
from iamport_desktop.ui.payment_view import PaymentView
from iamport_desktop.ui.reveal import Reveal
from iamport_desktop.ui.samples_page import SamplesPage
from iamport_desktop.ui.search_bar import SearchBar
from iamport_desktop.ui.theme import Theme

translate = QCoreApplication.translate

AGEING_MILLISECONDS = 15_000
SIZE = (1240, 860)
SMALLEST = (760, 520)


@dataclass(frozen=True, slots=True)
class Outfit:
    """How everything is shown: language, names of codes, colours, and whose clock."""

    language: Language
    codes: CodeTables
    theme: Theme
    now: Callable[[], datetime]


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
        self.banner, self.note = MessageBar(Tone.WAITING, kind="banner"), MessageBar(Tone.PARTLY)
        self.first_start, self.ready, self.loading = FirstStartPage(), ReadyPage(), LoadingPage()
        self.problem, self.samples_page, self.payment = ProblemPage(), SamplesPage(), PaymentView()
        self.reveal = Reveal(self)
        self._pages = QStackedWidget()
        self._compose()
        self._connect()
        self._add_shortcuts()
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
        ):
            self._pages.addWidget(page)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for each in (self.banner, self.search, self.note):
            column.addWidget(each)
        column.addWidget(self._pages, 1)
        self.setCentralWidget(body)

    def _connect(self) -> None:
        self.payment.open_requested.connect(self.link_activated)
        self.problem.remedy_chosen.connect(self.remedy_chosen)
        self.samples_page.chosen.connect(self.sample_chosen)
        self.payment.header.reveal_requested.connect(self.reveal.toggle)
        self.reveal.changed.connect(self._refill)
        self.reveal.ticked.connect(self._show_reveal)
        self.search.typing.connect(lambda: self.note.say(""))
        ageing = QTimer(self, interval=AGEING_MILLISECONDS)
        ageing.timeout.connect(self._show_age)
        ageing.start()

    def _add_shortcuts(self) -> None:
        for keys, slot in (
            (QKeySequence(Qt.Key.Key_Escape), self.search.cancelled),
            (QKeySequence(Qt.Key.Key_F5), self.search.refreshed),
            (QKeySequence("Ctrl+L"), self.search.focus),
            (QKeySequence("Alt+Left"), self.search.back),
            (QKeySequence("Alt+Right"), self.search.forward),
            (QKeySequence(Qt.Key.Key_F10), self.search.open_menu),
            (QKeySequence(Qt.Key.Key_F8), self._toggle_reveal),
        ):
            QShortcut(keys, self).activated.connect(slot)

    def dress(self, outfit: Outfit) -> None:
        """Show the same in another language or in other colours."""
        self._outfit = outfit
        self._refill()

    def show_samples(self, samples: Sequence[tuple[str, str]]) -> None:
        """Be in sample mode, with these to choose from; out of it with none."""
        self._samples = tuple(samples)
        self._refill()

    def show_screen(self, screen: screens.Screen) -> None:
        """Show `screen` in place of the one before. What was revealed is masked again."""
        self.reveal.mask()
        self._screen = screen
        self.note.say("")
        self._fill()
        if isinstance(screen, screens.Found):
            self.payment.to_top()

    def show_note(self, text: str) -> None:
        """Say `text` under the search box, until the next search."""
        self.note.say(text)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.first_painted.emit)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._refill()
        super().changeEvent(event)

    def _refill(self) -> None:
        """The same screen again, as it is to be seen now."""
        self._fill()

    def _fill(self) -> None:
        page: QWidget
        match self._screen:
            case screens.FirstStart():
                page = self.first_start
                self.first_start.show_page()
            case screens.Starting() | screens.Ready() as screen:
                page = self._fill_empty(starting=isinstance(screen, screens.Starting))
            case screens.Loading(imp_uid):
                page = self.loading
                self.loading.show_page(imp_uid)
            case screens.Problem() as screen:
                page = self.problem
                self._fill_problem(screen)
            case screens.Found() as screen:
                page = self.payment
                self._fill_payment(screen)
        self._pages.setCurrentWidget(page)
        self.search.set_busy(isinstance(self._screen, screens.Loading))
        self._name_window()

    def _fill_empty(self, *, starting: bool) -> QWidget:
        if self._samples:
            self.samples_page.show_samples(self._samples)
            return self.samples_page
        self.ready.show_page(starting=starting)
        return self.ready

    def _fill_problem(self, screen: screens.Problem) -> None:
        unknown_sample = self._samples and isinstance(screen.error, PaymentNotFound)
        self.problem.show_page(sample_not_found() if unknown_sample else describe(screen.error))

    def _fill_payment(self, screen: screens.Found) -> None:
        reading = Reading(self._outfit.language, self._outfit.codes, self._outfit.now(), self.reveal.on)
        sheet = payment_sheet(screen.payment, reading)
        self.payment.show_sheet(sheet, self._outfit.theme)
        self.payment.header.reveal.setVisible(sheet.holds_personal_data)
        self._show_reveal()
        self._show_age()

    def _show_age(self) -> None:
        if isinstance(self._screen, screens.Found):
            self.payment.header.show_age(freshness(self._screen.as_of, self._outfit.now()))

    def _toggle_reveal(self) -> None:
        if isinstance(self._screen, screens.Found):
            self.reveal.toggle()

    def _show_reveal(self) -> None:
        self.payment.header.show_reveal(self.reveal.label(), on=self.reveal.on)

    def _name_window(self) -> None:
        product = translate("MainWindow", "iamport desktop")
        sample = translate("MainWindow", "sample payments")
        self.setWindowTitle(f"{product} — {sample}" if self._samples else product)
        explained = translate("MainWindow", "Sample payments: nothing here is real, and no key is used.")
        others = translate("MainWindow", "Show all samples")
        self.banner.say(explained if self._samples else "", others)
