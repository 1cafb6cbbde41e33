"""The pages under the search bar, of which one is shown at a time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QCoreApplication, QTimer, QTranslator, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from iamport_desktop.api.codes import Language
from iamport_desktop.lookup.state import (
    Asking,
    Failed,
    FirstStart,
    Loaded,
    Loading,
    LookupState,
    Ready,
    Results,
    Starting,
)
from iamport_desktop.presentation.messages.lookups import (
    describe_failure,
    subject_name,
)
from iamport_desktop.presentation.messages.questions import describe_question
from iamport_desktop.presentation.view_model import FormatContext
from iamport_desktop.ui.pages.curtain import PUT_AWAY, REFRESHING, Curtain, RefreshProgress
from iamport_desktop.ui.pages.message_pages import FirstStartPage, LoadingPage, ReadyPage, RemedyPage
from iamport_desktop.ui.pages.payment import PaymentPage
from iamport_desktop.ui.pages.results import ResultsPage
from iamport_desktop.ui.pages.samples import Samples, SamplesPage
from iamport_desktop.ui.widgets.accessibility import announce

translate = QCoreApplication.translate

LOADING_DELAY_MS = 100  # most answers come earlier and replace the previous page directly
LATE_SECONDS = 3


class PageStack(QStackedWidget):
    """Shows the page that belongs to a lookup state.

    `link_activated` asks to open a link in the browser, `cancelled` to stop the lookup under way, `step_requested` to
    open the payment that many rows further in the latest list. `focus_released`:
    the page that had the focus gives way to another.
    """

    link_activated = Signal(str)
    payment_chosen = Signal(str)
    remedy_chosen = Signal(object)
    watch_requested = Signal()
    credentials_requested = Signal()
    samples_requested = Signal()
    cancelled = Signal()
    step_requested = Signal(int)
    focus_released = Signal()

    def __init__(
        self,
        starting: QWidget,
        format_context: Callable[[], FormatContext],
        translators: Mapping[Language, QTranslator],
        parent: QWidget | None = None,
    ) -> None:
        """`starting` is the page that is shown until the first state."""
        super().__init__(parent)
        self._samples: Samples | None = None
        self._state: LookupState = Starting()
        self.starting, self.first_start, self.ready = starting, FirstStartPage(), ReadyPage()
        self.loading, self.samples = LoadingPage(), SamplesPage()
        self.problem, self.question = RemedyPage("status-contradictory"), RemedyPage("search")
        self.results = ResultsPage(format_context)
        self.payment = PaymentPage(format_context, translators, self.link_activated.emit)
        for page in (
            self.starting,
            self.first_start,
            self.ready,
            self.loading,
            self.problem,
            self.question,
            self.samples,
            self.results,
            self.payment,
        ):
            self.addWidget(page)
        self._loading_delay = QTimer(self, singleShot=True, interval=LOADING_DELAY_MS)
        self._loading_delay.timeout.connect(self._show_loading)
        self._seconds = QTimer(self, interval=1000)  # of the lookup under way
        self._seconds.timeout.connect(self._count_second)
        self._waited = 0
        self._put_away: QWidget | None = None  # the page of the question before
        self._curtain, self._refreshing = Curtain(self), RefreshProgress(self)
        self._connect()

    def _connect(self) -> None:
        self.first_start.enter_key.clicked.connect(self.credentials_requested)
        self.first_start.view_samples.clicked.connect(self.samples_requested)
        self.problem.remedy_chosen.connect(self.remedy_chosen)
        self.question.remedy_chosen.connect(self.remedy_chosen)
        self.loading.cancel.clicked.connect(self.cancelled)
        self._refreshing.cancelled.connect(self.cancelled)
        self.samples.chosen.connect(self.payment_chosen)
        self.results.view.chosen.connect(self.payment_chosen)
        self.payment.view.notices.payment_chosen.connect(self.payment_chosen)
        self.payment.view.header.watch.clicked.connect(self.watch_requested)

    def show_state(self, state: LookupState) -> None:
        """Show and announce `state`.

        A page that does not belong to the question any more is dimmed, and cannot be used. The loading page, or the
        bar over the page that is looked up again, comes after a delay.
        """
        self._state = state
        self.payment.reveal.mask()
        if not isinstance(state, Loaded) and not (isinstance(state, Loading) and state.shown):
            self.payment.clear()
        if isinstance(state, Loading):
            self._wait(state)
            return
        self._stop_waiting()
        self._show_page(self._filled_page(state))
        if not isinstance(state, Loaded):
            self.payment.view.clear()
        if not isinstance(state, Results):
            self.results.clear()
        if not isinstance(state, Failed):
            self.problem.clear()
        if not isinstance(state, Asking):
            self.question.clear()
        self.loading.clear()
        if self.currentWidget() is not self.samples:
            self.samples.clear()
        announce(self, self.spoken_text())  # the focus stays in the search box

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._curtain.setGeometry(self.rect())
        self._refreshing.place(self.rect())

    def _wait(self, state: Loading) -> None:
        self._stop_waiting()
        page = self.currentWidget()
        if not state.shown and page and page is not self.loading:
            self._release_focus()
            self._put_away = page
            page.setEnabled(False)
            self._curtain.cover(PUT_AWAY)
        self.loading.show_subject(subject_name(state.subject))
        self._loading_delay.start()
        self._seconds.start()
        self._waited = 0

    def _stop_waiting(self) -> None:
        self._loading_delay.stop()
        self._seconds.stop()
        self._curtain.hide()
        self._refreshing.clear()
        self.payment.show_refreshing(False)
        if self._put_away:
            self._put_away.setEnabled(True)
            self._put_away = None

    def _count_second(self) -> None:
        self._waited += 1
        if self._waited < LATE_SECONDS:
            return
        late = _late_text(self._waited)
        if self.currentWidget() is self.loading:
            self.loading.show_late(late)
        else:
            self._refreshing.show_late(late)
        if self._waited == LATE_SECONDS:
            announce(self, late)

    def _show_page(self, page: QWidget) -> None:
        if page is not self.currentWidget():
            self._release_focus()
        self.setCurrentWidget(page)

    def _release_focus(self) -> None:
        """Give the focus to the search box where a page has it, or else Qt gives it to any button of the next one."""
        focused = QApplication.focusWidget()
        if focused and self.isAncestorOf(focused):
            self.focus_released.emit()

    def _show_loading(self) -> None:
        if isinstance(self._state, Loading) and self._state.shown:
            self._curtain.cover(REFRESHING)
            self._refreshing.begin()
            self.payment.show_refreshing(True)
            return
        if self._put_away:
            self._put_away.setEnabled(True)
        self._curtain.hide()
        self._show_page(self.loading)
        self.payment.view.clear()
        self.results.clear()
        self.problem.clear()
        self.question.clear()

    def set_samples(self, samples: Samples | None) -> None:
        """List `samples` where nothing was looked up yet; None leaves the sample mode."""
        self._samples = samples
        if isinstance(self._state, Starting | Ready | Failed):  # which look otherwise in sample mode
            self._show_page(self._filled_page(self._state))
        if self.currentWidget() is not self.samples:
            self.samples.clear()

    def spoken_text(self) -> str:
        """Return the shown state in a sentence, for a screen reader; "" where nothing need be announced."""
        match self._state:
            case Loaded():
                return self.payment.view.header.spoken_text()
            case Results():
                return self.results.view.accessibleName()
            case Failed():
                return self.problem.spoken_text()
            case Asking():
                return self.question.spoken_text()
            case FirstStart():
                return self.first_start.spoken_text()
            case _:
                return ""

    def _filled_page(self, state: LookupState) -> QWidget:
        match state:
            case FirstStart():
                return self.first_start
            case Results():
                self.results.show_results(state)
                return self.results
            case Failed(subject, error):
                in_sample_mode = self._samples is not None
                self.problem.show_message(
                    partial(describe_failure, subject, error, in_sample_mode=in_sample_mode)
                )
                return self.problem
            case Asking(question):
                self.question.show_message(partial(describe_question, question))
                return self.question
            case Loaded():
                self.payment.show_payment(state)
                return self.payment
            case Ready() | Starting() if self._samples is not None:
                self.samples.show_samples(self._samples)
                return self.samples
            case Ready():
                return self.ready
            case _:
                return self.starting


def _late_text(seconds: int) -> str:
    return translate("Pages", "The answer is late ({seconds} s)").format(seconds=seconds)
