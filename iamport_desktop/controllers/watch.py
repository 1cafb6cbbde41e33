"""Watched payments: the button, the bars, the notifications."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject

from iamport_desktop.api.models import Payment
from iamport_desktop.desktop.notifications import Notifier
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
    """Starts and stops watches from the window, and reports there how they go."""

    def __init__(
        self,
        watcher: PaymentWatcher,
        lookups: LookupController,
        window: MainWindow,
        format_context: Callable[[], FormatContext],
    ) -> None:
        super().__init__(window)
        self._watcher, self._lookups = watcher, lookups
        self._window, self._format_context = window, format_context
        self._notifier = Notifier(window)
        watcher.scheduled.connect(self._on_scheduled)
        watcher.changed.connect(self._on_changed)
        watcher.expired.connect(self._on_expired)
        watcher.stopped.connect(self._on_stopped)
        window.watch_bars.stop_requested.connect(watcher.stop)
        window.pages.watch_requested.connect(self._toggle)

    def update_button(self) -> None:
        """Offer to watch the payment on screen, or to stop."""
        state = self._lookups.state
        if isinstance(state, Loaded):
            is_possible = self._format_context().assess(state.payment).watchable
            is_watched = self._watcher.is_watched(state.imp_uid)
            self._window.pages.payment.view.header.show_watch(possible=is_possible, on=is_watched)

    def _toggle(self) -> None:
        state = self._lookups.state
        if not isinstance(state, Loaded):
            return
        if self._watcher.is_watched(state.imp_uid):
            self._watcher.stop(state.imp_uid)
        else:
            include_sandbox = self._lookups.include_test_payments or state.payment.sandbox is True
            self._watcher.start(state, include_sandbox=include_sandbox)
        self.update_button()

    # Texts are handed over as functions: the bars call them again when the language changes.

    def _on_scheduled(self, imp_uid: str, payment: Payment, next_time: datetime) -> None:
        text = partial(self._formatted, watching_message, imp_uid, payment, next_time)
        self._window.watch_bars.show_watching(imp_uid, text)

    def _on_changed(self, imp_uid: str, payment: Payment) -> None:
        context = self._format_context()
        title, body = change_notification(imp_uid, payment, context)
        severity = status_view(context.assess(payment)).severity
        self._window.watch_bars.show_change(
            imp_uid,
            lambda: ": ".join(change_notification(imp_uid, payment, self._format_context())),
            severity,
        )
        self._notifier.notify(title, body)

    def _on_expired(self, imp_uid: str, payment: Payment) -> None:
        text = partial(self._formatted, stopped_watching_message, imp_uid, payment)
        self._window.watch_bars.show_change(imp_uid, text, Severity.NEUTRAL)

    def _on_stopped(self, imp_uid: str) -> None:
        self._window.watch_bars.end(imp_uid)
        self.update_button()

    def _formatted(self, text: Callable[..., str], *arguments: object) -> str:
        return text(*arguments, self._format_context())
