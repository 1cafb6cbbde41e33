"""A payment in two tabs, what it means and the answer as it came; masked until its personal data is revealed."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QEvent, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from iamport_desktop.domain.follow_ups import FollowUp
from iamport_desktop.lookup.state import Loaded
from iamport_desktop.presentation.follow_ups import follow_up_section
from iamport_desktop.presentation.formatting import freshness
from iamport_desktop.presentation.payment import build_payment_view_model
from iamport_desktop.presentation.raw_json import raw_json
from iamport_desktop.presentation.view_model import Section
from iamport_desktop.ui.display_context import DisplayContext
from iamport_desktop.ui.menus import CopyMenu
from iamport_desktop.ui.payment.raw_json import RawView
from iamport_desktop.ui.payment.reveal import Reveal
from iamport_desktop.ui.payment.view import PaymentView
from iamport_desktop.ui.rehearsed import REHEARSED

translate = QCoreApplication.translate

AGEING_MILLISECONDS = 15_000
PAYMENT, RAW = 0, 1


class PaymentPage(QWidget):
    """Shows one found payment. What was revealed is masked again with the next one."""

    link_activated = Signal(str)
    watch_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found: Loaded | None = None
        self._outfit: DisplayContext | None = None
        self._related: dict[FollowUp, object] = {}
        self.view, self.raw = PaymentView(), RawView()
        self.reveal = Reveal(self)
        self.copy_menu = CopyMenu(self)
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self._stack = QStackedWidget()
        for each in (self.view, self.raw):
            self.tabs.addTab("")
            self._stack.addWidget(each)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tabs)
        column.addWidget(self._stack, 1)
        self._connect()
        self._retranslate()

    def _connect(self) -> None:
        header = self.view.header
        header.copy.setMenu(self.copy_menu)
        header.reveal_requested.connect(self.reveal.toggle)
        header.watch_requested.connect(self.watch_requested)
        self.view.open_requested.connect(self.link_activated)
        self.reveal.changed.connect(self._fill)
        self.reveal.ticked.connect(self._show_reveal)
        self.tabs.currentChanged.connect(self._turn)
        ageing = QTimer(self, interval=AGEING_MILLISECONDS)
        ageing.timeout.connect(self._show_age)
        ageing.start()

    def build_ahead(self, outfit: DisplayContext) -> Iterator[None]:
        """Build, a part a step, what the first payment needs; last, lay one out and paint it, to be seen by nobody.

        What Qt does at the first payment only, it has done then: 30 ms, a half of what a lookup takes without.
        """
        yield from self.view.build_ahead()
        for each in self.findChildren(QWidget):
            each.ensurePolished()
        yield
        if not self._found:
            self.view.show_sheet(build_payment_view_model(REHEARSED, outfit.reading()), outfit.theme, ())
        yield
        if not self._found:
            self.grab()

    def show_found(self, found: Loaded, outfit: DisplayContext) -> None:
        """Show `found`; nothing of the payment before stays, revealed or not."""
        if found is not self._found:
            self.reveal.mask()
            self._related = {}
            self.view.to_top()
        self._found, self._outfit = found, outfit
        self.copy_menu.offer(found.payment, outfit)
        self._fill()

    def add(self, follow_up: FollowUp, outcome: object) -> None:
        """Show what was asked after the payment, or why it could not be told."""
        if self._found and self._outfit:
            self._related[follow_up] = outcome
            self.view.show_more(self._more())

    def clear(self) -> None:
        """Forget the payment: another one is being looked up."""
        self.reveal.mask()
        self._found = None
        self.raw.show_text("")

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _fill(self) -> None:
        if not (self._found and self._outfit):
            return
        sheet = build_payment_view_model(self._found.payment, self._outfit.reading(revealed=self.reveal.on))
        self.view.show_sheet(sheet, self._outfit.theme, self._more())
        if self.tabs.currentIndex() != RAW:
            self.raw.show_text("")  # it may hold what is masked now, or another payment
        self.view.header.reveal.setVisible(sheet.holds_personal_data)
        self._show_reveal()
        self._show_age()
        self._turn()

    def _more(self) -> tuple[Section, ...]:
        if not (self._found and self._outfit):
            return ()
        reading = self._outfit.reading(revealed=self.reveal.on)
        payment = self._found.payment
        made = (follow_up_section(each, outcome, payment, reading) for each, outcome in self._related.items())
        return tuple(section for section in made if section)

    def _turn(self) -> None:
        """Show the tab that is chosen. The JSON is made only when somebody looks at it."""
        self._stack.setCurrentIndex(self.tabs.currentIndex())
        if self.tabs.currentIndex() == RAW and self._found:
            self.raw.show_text(raw_json(self._found.payment, revealed=self.reveal.on))

    def _show_age(self) -> None:
        if self._found and self._outfit:
            self.view.header.show_age(freshness(self._found.as_of, self._outfit.now()))

    def _show_reveal(self) -> None:
        self.view.header.show_reveal(self.reveal.label(), on=self.reveal.on)

    def _retranslate(self) -> None:
        self.tabs.setTabText(PAYMENT, translate("PaymentPage", "Payment"))
        self.tabs.setTabText(RAW, translate("PaymentPage", "Raw answer (JSON)"))
        self.tabs.setAccessibleName(translate("PaymentPage", "View"))
        self.view.setAccessibleName(translate("PaymentPage", "Payment"))
