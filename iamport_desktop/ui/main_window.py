"""What stands under the search bar: one page at a time, and hints."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from iamport_desktop.api.errors import PaymentNotFound
from iamport_desktop.domain.follow_ups import FollowUp
from iamport_desktop.domain.masking import MASKS
from iamport_desktop.lookup import state
from iamport_desktop.presentation.formatting import one_line
from iamport_desktop.presentation.messages import describe, sample_not_found
from iamport_desktop.presentation.messages.message import Remedy
from iamport_desktop.presentation.results import attempt_list
from iamport_desktop.presentation.severity import Severity
from iamport_desktop.ui.display_context import DisplayContext
from iamport_desktop.ui.menus import MainMenu
from iamport_desktop.ui.pages.message_pages import FirstStartPage, LoadingPage, ProblemPage, ReadyPage
from iamport_desktop.ui.pages.payment import PaymentPage
from iamport_desktop.ui.pages.results import AttemptsPage
from iamport_desktop.ui.pages.samples import SamplesPage
from iamport_desktop.ui.search_bar import SearchBar
from iamport_desktop.ui.theme import Theme, dress
from iamport_desktop.ui.turns import in_turns
from iamport_desktop.ui.widgets.accessibility import announce
from iamport_desktop.ui.widgets.message_bars import MessageBar, WatchBars

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QKeyEvent, QPaintEvent, QShowEvent

    pass


translate = QCoreApplication.translate

SIZE = (1240, 860)
SMALLEST = (760, 520)
UNPAINTED_MS = 1000  # the slowest of desks has painted a window by then


class MainWindow(QMainWindow):
    """Holds the search bar from the first paint on, and the body from `furnish` on.

    `first_painted` comes once: after the first paint, or where there is none, UNPAINTED_MS after the window was shown.
    """

    first_painted = Signal()
    body: Body
    theme: Theme

    def __init__(self) -> None:
        super().__init__()
        self._painted = False
        self._early_search = ""
        self._early_keys: list[QKeyEvent] = []
        self.search = SearchBar()
        self.search.submitted.connect(self._keep)
        self.starting = StartingPage()
        middle = QWidget()
        self._column = QVBoxLayout(middle)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.search)
        self._column.addWidget(self.starting, 1)
        self.setCentralWidget(middle)
        self.setWindowTitle(translate("MainWindow", "iamport desktop"))
        self.search.box.setFocus()
        self.resize(*SIZE)
        self.setMinimumSize(*SMALLEST)

    def wear(self, theme: Theme) -> None:
        """Wear the shapes and colours of `theme`."""
        self.theme = theme
        dress(self, theme)

    def change(self, theme: Theme) -> Iterator[None]:
        """Wear `theme` after another one. The steps take 20 to 30 ms each; nothing is painted between them."""
        self.setUpdatesEnabled(False)
        yield  # the application's palette has taken a step's time already
        self.setStyleSheet("")  # where one sheet takes another's place, Qt needs a quarter more
        yield
        self.wear(theme)
        yield
        self.setUpdatesEnabled(True)

    def retranslate(self) -> None:
        """Speak the language that is installed now."""
        self.search.retranslate()
        self.starting.retranslate()

    def furnish(self, body: Body) -> None:
        """Put `body`, which has taken the starting page up, under the search bar, and its banner above."""
        self.body = body
        self._column.insertWidget(0, body.banner)
        self._column.addWidget(body, 1)

    def take_early_search(self) -> str:
        """What was submitted before anybody heard it; nobody is told of later ones. "" for nothing."""
        self.search.submitted.disconnect(self._keep)
        return self._early_search

    def take_early_keys(self) -> list[QKeyEvent]:
        """What was pressed before the body was there, and meant nothing to the search box."""
        early, self._early_keys = self._early_keys, []
        return early

    def _keep(self, text: str) -> None:
        self._early_search = text

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not hasattr(self, "body"):
            self._early_keys.append(event.clone())
        super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(UNPAINTED_MS, self._be_painted)  # a window that is started minimised is not painted

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            QTimer.singleShot(0, self._be_painted)

    def _be_painted(self) -> None:
        if not self._painted:
            self._painted = True
            self.first_painted.emit()


class StartingPage(QWidget):
    """Says what takes a moment."""

    def __init__(self) -> None:
        super().__init__()
        self._sentence = QLabel()
        self._sentence.setProperty("kind", "muted")
        self._sentence.setProperty(
            "textFormat", 0
        )  # Qt.TextFormat.PlainText, without making all of Qt's enums
        row = QHBoxLayout(self)
        row.addStretch(1)
        row.addWidget(self._sentence)
        row.addStretch(1)
        self.retranslate()

    def say(self, text: str) -> None:
        """Say something else, as that nothing will come."""
        self._sentence.setText(text)
        self._sentence.setWordWrap(True)

    def retranslate(self) -> None:
        """Speak the language that is installed now."""
        self._sentence.setText(translate("Pages", "Fetching the key from the keyring…"))


_Page = TypeVar("_Page", bound=QWidget)

LOADING_AFTER = 100  # most answers are there before, and take the place of what is shown in one step


class Body(QWidget):
    """Shows one screen at a time, and says what the agent asked for. A page is built when it is first wanted."""

    link_activated = Signal(str)
    remedy_chosen = Signal(Remedy)
    sample_chosen = Signal(str)
    attempt_chosen = Signal(str)
    watch_requested = Signal()
    credentials_requested = Signal()
    samples_requested = Signal()

    def __init__(self, window: MainWindow, outfit: DisplayContext) -> None:
        super().__init__()
        self._window, self._outfit = window, outfit
        self._screen: state.LookupState = state.Starting()
        self._samples: tuple[tuple[str, str], ...] = ()
        self.menu = MainMenu(window)
        self.menu.credentials_requested.connect(self.credentials_requested)
        self.banner, self.note = (
            MessageBar(Severity.WAITING, kind="banner"),
            MessageBar(Severity.WARNING, kind="banner"),
        )
        self.watch_bars = WatchBars()
        self._pages = QStackedWidget()
        self._pages.addWidget(window.starting)
        self._dressing = False
        self._patience = QTimer(self, singleShot=True, interval=LOADING_AFTER)
        self._patience.timeout.connect(lambda: self._pages.setCurrentWidget(self.loading))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for each in (self.watch_bars, self.note):
            column.addWidget(each)
        column.addWidget(self._pages, 1)
        window.search.complete(self.menu)
        window.search.typing.connect(lambda: self.note.say(""))
        window.furnish(self)

    @cached_property
    def first_start(self) -> FirstStartPage:
        """Offers the two ways on without a key."""
        page = FirstStartPage()
        page.credentials_requested.connect(self.credentials_requested)
        page.samples_requested.connect(self.samples_requested)
        return self._added(page)

    @cached_property
    def ready(self) -> ReadyPage:
        """Waits for an imp_uid."""
        return self._added(ReadyPage())

    @cached_property
    def loading(self) -> LoadingPage:
        """Stands there while a lookup takes long."""
        return self._added(LoadingPage())

    @cached_property
    def problem(self) -> ProblemPage:
        """Says what went wrong."""
        page = ProblemPage()
        page.remedy_chosen.connect(self.remedy_chosen)
        return self._added(page)

    @cached_property
    def samples_page(self) -> SamplesPage:
        """Lists the sample payments."""
        page = SamplesPage()
        page.chosen.connect(self.sample_chosen)
        return self._added(page)

    @cached_property
    def attempts(self) -> AttemptsPage:
        """Lists what was found under an order number."""
        page = AttemptsPage()
        page.chosen.connect(self.attempt_chosen)
        return self._added(page)

    @cached_property
    def payment(self) -> PaymentPage:
        """Shows a payment."""
        page = PaymentPage()
        page.link_activated.connect(self.link_activated)
        page.watch_requested.connect(self.watch_requested)
        return self._added(page)

    def build_ahead(self) -> Iterator[None]:
        """Build, a part a step, what a lookup may lead to."""
        for page in ("payment", "loading", "problem", "attempts"):
            getattr(self, page)
            yield
        self.payment.resize(self._pages.size())
        yield from self.payment.build_ahead(self._outfit)

    def dress(self, outfit: DisplayContext, samples: Sequence[tuple[str, str]] = ()) -> None:
        """Show the same in another language or, a few turns later, in other colours.

        With `samples` to choose from, in sample mode.
        """
        self._outfit = outfit
        self._samples = tuple(samples)
        if not self._dressing:
            in_turns(self, self._dress())

    def _dress(self) -> Iterator[None]:
        self._dressing = True
        while self._window.theme is not self._outfit.theme:
            yield from self._window.change(self._outfit.theme)
        self._dressing = False
        self._window.retranslate()
        self._fill()

    def show_screen(self, screen: state.LookupState) -> None:
        """Show `screen` in place of the one before."""
        self._screen = screen
        self.note.say("")
        if "payment" in vars(self) and not isinstance(screen, state.Loaded):
            self.payment.clear()
            self.payment.copy_menu.withdraw()
        self._fill()
        announce(self, self._spoken())

    def show_note(self, text: str, action: str = "") -> None:
        """Say `text` under the search box, until the next search."""
        self.note.say(text, action)
        announce(self.note, text)

    def add_related(self, follow_up: FollowUp, outcome: object) -> None:
        """Show what was asked after the payment on screen, or why it could not be told."""
        if isinstance(self._screen, state.Loaded):
            self.payment.add(follow_up, outcome)

    def toggle_reveal(self) -> None:
        """Show the personal data of the payment on screen, or mask it again."""
        if isinstance(self._screen, state.Loaded):
            self.payment.reveal.toggle()

    def _added(self, page: _Page) -> _Page:
        self._pages.addWidget(page)
        return page

    def _fill(self) -> None:
        page = self._filled_page()
        if isinstance(page, LoadingPage):
            self._patience.start()
        else:
            self._patience.stop()
            self._pages.setCurrentWidget(page)
        self._window.search.set_busy(isinstance(self._screen, state.Loading))
        self._name_window()
        # Now, or half of it is painted before the rest has found its place.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)

    def _filled_page(self) -> QWidget:
        match self._screen:
            case state.FirstStart():
                self.first_start.show_page()
                return self.first_start
            case state.Loading(subject):
                self.loading.show_page(_named(subject))
                return self.loading
            case state.Results() as attempts:
                self.attempts.show_list(attempt_list(attempts, self._outfit.reading()), self._outfit.theme)
                return self.attempts
            case state.Failed(error=error):
                unknown_sample = self._samples and isinstance(error, PaymentNotFound)
                self.problem.show_page(sample_not_found() if unknown_sample else describe(error))
                return self.problem
            case state.Loaded() as found:
                self.payment.show_found(found, self._outfit)
                return self.payment
            case state.Starting() | state.Ready() as screen:
                return self._filled_empty_page(starting=isinstance(screen, state.Starting))

    def _filled_empty_page(self, *, starting: bool) -> QWidget:
        if self._samples:
            self.samples_page.show_samples(self._samples)
            return self.samples_page
        if starting:
            return self._window.starting
        self.ready.show_page()
        return self.ready

    def _spoken(self) -> str:
        """The result in a sentence; the keyboard's focus is still in the search box."""
        match self._screen:
            case state.Loaded():
                return self.payment.view.header.spoken()
            case state.Results():
                return self.attempts.view.accessibleName()
            case state.Failed():
                return self.problem.spoken()
            case state.FirstStart():
                return self.first_start.spoken()
            case _:
                return ""

    def _name_window(self) -> None:
        product = translate("MainWindow", "iamport desktop")
        sample = translate("MainWindow", "sample payments")
        self._window.setWindowTitle(f"{product} — {sample}" if self._samples else product)
        explained = translate("MainWindow", "Sample payments: nothing here is real, and no key is used.")
        others = translate("MainWindow", "Show all samples")
        self.banner.say(explained if self._samples else "", others)


def _named(subject: state.Subject) -> str:
    match subject:
        case state.Order(merchant_uid):
            return one_line(MASKS["merchant_uid"](merchant_uid))
        case state.Batch(imp_uids):
            return ", ".join(imp_uids[:3]) + ("…" if len(imp_uids) > 3 else "")
        case imp_uid:
            return imp_uid
