"""The page of a payment with two tabs: what it means, and the raw answer. Personal data is masked until revealed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QTimer, QTranslator
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from iamport_desktop.api.codes import Language
from iamport_desktop.api.models import CashReceipt
from iamport_desktop.domain.attempts import OtherAttempts, Unasked
from iamport_desktop.domain.follow_ups import FollowUp
from iamport_desktop.lookup.state import Loaded
from iamport_desktop.presentation.follow_ups import follow_up_section
from iamport_desktop.presentation.formatting import freshness
from iamport_desktop.presentation.payment import build_payment_view_model
from iamport_desktop.presentation.raw_json import raw_json
from iamport_desktop.presentation.view_model import FormatContext, Row, Section
from iamport_desktop.ui.payment.copy_popover import CopyPopover
from iamport_desktop.ui.payment.raw_json import RawJsonView
from iamport_desktop.ui.payment.reveal import RevealTimer
from iamport_desktop.ui.payment.view import PaymentView
from iamport_desktop.ui.widgets.buttons import OpenLink
from iamport_desktop.ui.widgets.clipboard import copy_text, set_revealed
from iamport_desktop.ui.widgets.toast import hide_toast, show_toast

translate = QCoreApplication.translate

CLOCK_INTERVAL_MS = 15_000
PAYMENT, RAW = 0, 1  # the tabs


class PaymentPage(QWidget):
    """Shows one payment. It masks what was revealed when another payment is shown."""

    def __init__(
        self,
        format_context: Callable[[], FormatContext],
        translators: Mapping[Language, QTranslator],
        open_link: OpenLink,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._format_context = format_context
        self.loaded: Loaded | None = None  # what is shown
        self._approval: Row | None = None
        self._follow_ups: dict[FollowUp, object] = {}
        self._other_attempts: OtherAttempts = Unasked.NOT_ASKED
        self._is_refreshing = False
        self.view, self.raw = PaymentView(open_link), RawJsonView()
        self.reveal = RevealTimer(self)
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self._stack = QStackedWidget()
        for tab in (self.view, self.raw):
            self.tabs.addTab("")
            self._stack.addWidget(tab)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tabs)
        column.addWidget(self._stack, 1)
        self.copy_popover = CopyPopover(
            format_context, translators, (self.view.strip.copy, self.view.header.copy), self
        )
        self._before_raw: QWidget | None = None  # where the focus was before the raw answer was shown
        self._before_find: tuple[int, QWidget | None] | None = None  # tab and focus
        self._connect()
        self._retranslate()

    def _connect(self) -> None:
        for part in (self.view.header, self.view.strip):
            part.copy.clicked.connect(self.copy_popover.open)
            part.reveal.clicked.connect(self.toggle_reveal)
        self.reveal.changed.connect(partial(set_revealed, self))
        self.reveal.changed.connect(self._show_revealed)
        self.reveal.ticked.connect(self._show_reveal_button)
        self.tabs.currentChanged.connect(self._show_tab)
        clock = QTimer(self, interval=CLOCK_INTERVAL_MS)
        clock.timeout.connect(self._update)
        clock.start()

    def show_payment(self, loaded: Loaded) -> None:
        """Show `loaded`, masked, in place of the previous payment; the same one stays where it is scrolled to."""
        is_same = self.loaded is not None and self.loaded.imp_uid == loaded.imp_uid
        scrolled = self.view.verticalScrollBar().value() if is_same else 0
        self.clear()
        if not is_same:
            self.tabs.setCurrentIndex(PAYMENT)
        self.loaded, self._follow_ups, self._other_attempts = loaded, {}, Unasked.NOT_ASKED
        self.copy_popover.set_payment(loaded.payment, loaded.as_of)
        self._fill(same_payment=False)
        self.view.verticalScrollBar().setValue(scrolled)
        self._show_tab()

    def add_follow_up(self, follow_up: FollowUp, outcome: object) -> None:
        """Show the outcome of a follow-up request: a record, or the error that it ended with."""
        if self.loaded:
            self._follow_ups[follow_up] = outcome
            if isinstance(outcome, CashReceipt):
                self.copy_popover.set_cash_receipt(outcome)
            self.view.show_follow_ups(self._follow_up_sections())

    def show_other_attempts(self, other_attempts: OtherAttempts) -> None:
        """Show the other attempts for the payment's order, or why they are not known."""
        if self.loaded is None or other_attempts == self._other_attempts:
            return
        self._other_attempts = other_attempts
        self.copy_popover.set_other_attempts(other_attempts)
        if other_attempts is not Unasked.ASKING:  # which shows nothing new
            self._update()
            self.view.notices.announce_links()

    def clear(self) -> None:
        """Forget the payment: another one is being looked up."""
        self.reveal.mask()
        hide_toast(self)
        self.loaded, self._approval = None, None
        self._before_raw = self._before_find = None
        self.copy_popover.set_payment(None)
        self.raw.show_text("")

    def show_refreshing(self, refreshing: bool) -> None:
        """Say beside the payment's time whether it is being looked up again."""
        if refreshing != self._is_refreshing:
            self._is_refreshing = refreshing
            if self.loaded:
                self._show_age(self._context())

    def toggle_reveal(self) -> None:
        """Reveal the personal data of the payment, or mask it again."""
        if self.loaded:
            self.reveal.toggle()

    def toggle_raw(self) -> None:
        """Show the raw answer, or the payment again."""
        if self.loaded is None:
            return
        if self.tabs.currentIndex() == PAYMENT:
            self._before_raw = QApplication.focusWidget()
            self.tabs.setCurrentIndex(RAW)
            self.raw.text.setFocus()
        else:
            self.tabs.setCurrentIndex(PAYMENT)
            _focus_again(self._before_raw)

    def find_in_raw(self) -> None:
        """Go to the search in the raw answer, from wherever the focus is."""
        if self.loaded is None:
            return
        if self._before_find is None:
            self._before_find = self.tabs.currentIndex(), QApplication.focusWidget()
        self.tabs.setCurrentIndex(RAW)
        self.raw.focus_search()

    def close_what_is_open(self) -> bool:
        """Close the popover, or else the search in the raw answer; return whether there was either."""
        if self.copy_popover.isVisible():
            self.copy_popover.close_popover()
            return True
        if self.tabs.currentIndex() != RAW or not (self.raw.line.hasFocus() or self.raw.line.text()):
            return False
        tab, focused = self._before_find or (RAW, self.raw.text)
        self._before_find = None
        self.raw.line.clear()
        self.tabs.setCurrentIndex(tab)
        _focus_again(focused)
        return True

    def open_receipt(self) -> None:
        """Open the receipt in the browser, as its button does."""
        if self.loaded and not self.view.header.receipt.open():
            show_toast(self, translate("PaymentPage", "There is no receipt to open."))

    def toggle_watch(self) -> None:
        """Watch the payment, or stop, as the button does."""
        if self.loaded and self.view.header.watch.isVisibleTo(self.view.header):
            self.view.header.watch.click()

    def copy_approval_number(self) -> None:
        """Copy the approval number."""
        if self.loaded and self._approval:
            copy_text(self, self._approval.copied, self._approval.label)
        elif self.loaded:
            show_toast(self, translate("PaymentPage", "This payment has no approval number."))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.copy_popover.follow_page()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._update()
        super().changeEvent(event)

    def _update(self) -> None:
        """Show the same payment in the current language, at the current time, masked or revealed."""
        if self.loaded:
            self._fill(same_payment=True)

    def _fill(self, *, same_payment: bool) -> None:
        assert self.loaded is not None  # noqa: S101 - the callers have seen it
        context = self._context()
        view_model = build_payment_view_model(self.loaded.payment, context, self._other_attempts)
        self._approval = view_model.header.approval
        self.view.show_payment(view_model, same_payment=same_payment)
        self.view.show_follow_ups(self._follow_up_sections())
        self.view.header.reveal.setVisible(view_model.holds_personal_data)
        self.view.strip.reveal.setVisible(view_model.holds_personal_data)
        self._show_age(context)
        self._show_reveal_button()

    def _show_age(self, context: FormatContext) -> None:
        assert self.loaded is not None  # noqa: S101 - the callers have seen it
        age = freshness(self.loaded.as_of, context.now, refreshing=self._is_refreshing)
        self.view.header.show_age(age)

    def _follow_up_sections(self) -> tuple[Section, ...]:
        if self.loaded is None:
            return ()
        context, payment = self._context(), self.loaded.payment
        sections = (follow_up_section(*item, payment, context) for item in self._follow_ups.items())
        return tuple(section for section in sections if section)

    def _context(self) -> FormatContext:
        return replace(self._format_context(), revealed=self.reveal.on)

    def _show_revealed(self) -> None:
        if self.tabs.currentIndex() != RAW:
            self.raw.show_text("")  # it may hold what is masked now
        self._update()
        self._show_tab()

    def _show_tab(self) -> None:
        """Show the chosen tab. The raw answer is formatted when its tab is opened."""
        self._stack.setCurrentIndex(self.tabs.currentIndex())
        if self.tabs.currentIndex() == RAW and self.loaded:
            self.raw.show_text(raw_json(self.loaded.payment, revealed=self.reveal.on))

    def _show_reveal_button(self) -> None:
        self.view.header.show_reveal(self.reveal.label(), on=self.reveal.on)
        self.view.strip.show_reveal(self.reveal.label(), on=self.reveal.on)

    def _retranslate(self) -> None:
        self.tabs.setTabText(PAYMENT, translate("PaymentPage", "Payment"))
        self.tabs.setTabText(RAW, translate("PaymentPage", "Raw answer (JSON)"))
        self.tabs.setAccessibleName(translate("PaymentPage", "View"))
        self.view.setAccessibleName(translate("PaymentPage", "Payment"))


def _focus_again(widget: QWidget | None) -> None:
    if widget and widget.isVisible():
        widget.setFocus()
