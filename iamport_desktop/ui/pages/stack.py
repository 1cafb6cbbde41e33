"""The pages under the search bar, of which one is shown at a time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QTimer, QTranslator, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from iamport_desktop.api.codes import Language
from iamport_desktop.api.errors import PaymentNotFound
from iamport_desktop.domain.masking import MASKS
from iamport_desktop.lookup.state import (
    Asking,
    Batch,
    Failed,
    FirstStart,
    Loaded,
    Loading,
    LookupState,
    Order,
    Ready,
    Results,
    Starting,
    Subject,
)
from iamport_desktop.presentation.formatting import one_line
from iamport_desktop.presentation.messages import describe, sample_not_found
from iamport_desktop.presentation.messages.questions import describe_question
from iamport_desktop.presentation.view_model import FormatContext
from iamport_desktop.ui.pages.message_pages import FirstStartPage, LoadingPage, ReadyPage, RemedyPage
from iamport_desktop.ui.pages.payment import PaymentPage
from iamport_desktop.ui.pages.results import ResultsPage
from iamport_desktop.ui.pages.samples import Samples, SamplesPage
from iamport_desktop.ui.widgets.accessibility import announce

LOADING_DELAY_MS = 100  # most answers come earlier and replace the previous page directly


class PageStack(QStackedWidget):
    """Shows the page that belongs to a lookup state. `link_activated` asks to open a link in the browser."""

    link_activated = Signal(str)
    payment_chosen = Signal(str)
    remedy_chosen = Signal(object)
    watch_requested = Signal()
    credentials_requested = Signal()
    samples_requested = Signal()

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
        self._connect()

    def _connect(self) -> None:
        self.first_start.enter_key.clicked.connect(self.credentials_requested)
        self.first_start.view_samples.clicked.connect(self.samples_requested)
        self.problem.remedy_chosen.connect(self.remedy_chosen)
        self.question.remedy_chosen.connect(self.remedy_chosen)
        self.samples.chosen.connect(self.payment_chosen)
        self.results.view.chosen.connect(self.payment_chosen)
        self.payment.view.notices.payment_chosen.connect(self.payment_chosen)
        self.payment.view.header.watch.clicked.connect(self.watch_requested)

    def show_state(self, state: LookupState) -> None:
        """Show and announce `state`. The loading page comes after a delay."""
        self._state = state
        if not isinstance(state, Loaded):
            self.payment.clear()
        if isinstance(state, Loading):
            self.loading.show_subject(_subject_text(state.subject))
            self._loading_delay.start()
            return
        self._loading_delay.stop()
        self.setCurrentWidget(self._filled_page(state))
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

    def _show_loading(self) -> None:
        self.setCurrentWidget(self.loading)
        self.payment.view.clear()
        self.results.clear()
        self.problem.clear()
        self.question.clear()

    def set_samples(self, samples: Samples | None) -> None:
        """List `samples` where nothing was looked up yet; None leaves the sample mode."""
        self._samples = samples
        if isinstance(self._state, Starting | Ready | Failed):  # which look otherwise in sample mode
            self.setCurrentWidget(self._filled_page(self._state))
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
            case Failed(error=error):
                unknown_sample = self._samples is not None and isinstance(error, PaymentNotFound)
                self.problem.show_message(sample_not_found if unknown_sample else partial(describe, error))
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


def _subject_text(subject: Subject) -> str:
    match subject:
        case Order(merchant_uid=merchant_uid):
            return one_line(MASKS["merchant_uid"](merchant_uid))
        case Batch(imp_uids):
            return ", ".join(imp_uids[:3]) + ("…" if len(imp_uids) > 3 else "")
        case imp_uid:
            return imp_uid
