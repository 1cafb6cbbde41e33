"""Joins the watching of payments with the window: the button, the bars, the notifications."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject

from iamport_desktop.api.models import Payment
from iamport_desktop.desktop.notifications import Notifier
from iamport_desktop.domain.status import can_change, state_of
from iamport_desktop.lookup.controller import LookupController
from iamport_desktop.lookup.state import Loaded
from iamport_desktop.lookup.watcher import PaymentWatcher
from iamport_desktop.presentation.notices import (
    change_notification,
    stopped_watching_message,
    watching_message,
)
from iamport_desktop.presentation.severity import Severity
from iamport_desktop.presentation.status import status_view
from iamport_desktop.presentation.view_model import FormatContext
from iamport_desktop.ui.main_window import MainWindow


class WatchController(QObject):
    """What the agent sees and hears of watched payments."""

    def __init__(
        self,
        watching: PaymentWatcher,
        lookups: LookupController,
        window: MainWindow,
        format_context: Callable[[], FormatContext],
    ) -> None:
        super().__init__(window)
        self._watching, self._lookups = watching, lookups
        self._window, self._format_context = window, format_context
        self._notifier = Notifier(window)
        watching.asked.connect(self._tell_watching)
        watching.decided.connect(self._tell_change)
        watching.given_up.connect(self._tell_end)
        watching.ended.connect(self._end)
        window.watch_bars.stop_requested.connect(watching.stop)
        window.pages.watch_requested.connect(self._toggle)
        lookups.screen_changed.connect(self.show_button)

    def show_button(self) -> None:
        """Offer to watch the payment on screen, or to stop."""
        screen = self._lookups.screen
        if isinstance(screen, Loaded):
            possible = can_change(state_of(screen.payment, self._format_context().now))
            on = self._watching.watches(screen.imp_uid)
            self._window.pages.payment.view.header.show_watch(possible=possible, on=on)

    def _toggle(self) -> None:
        screen = self._lookups.screen
        if not isinstance(screen, Loaded):
            return
        if self._watching.watches(screen.imp_uid):
            self._watching.stop(screen.imp_uid)
        else:
            self._watching.start(screen, include_sandbox=self._lookups.includes_test_payments)
        self.show_button()

    def _tell_watching(self, imp_uid: str, payment: Payment, next_time: datetime) -> None:
        self._window.watch_bars.show_watching(
            imp_uid, lambda: watching_message(imp_uid, payment, next_time, self._format_context())
        )

    def _tell_change(self, imp_uid: str, payment: Payment) -> None:
        context = self._format_context()
        severity = status_view(payment, context.now).severity
        self._window.watch_bars.show_change(
            imp_uid,
            lambda: ": ".join(change_notification(imp_uid, payment, self._format_context())),
            severity,
        )
        self._notifier.notify(*change_notification(imp_uid, payment, context))

    def _tell_end(self, imp_uid: str, payment: Payment) -> None:
        self._window.watch_bars.show_change(
            imp_uid,
            lambda: stopped_watching_message(imp_uid, payment, self._format_context()),
            Severity.NEUTRAL,
        )

    def _end(self, imp_uid: str) -> None:
        self._window.watch_bars.end(imp_uid)
        self.show_button()
