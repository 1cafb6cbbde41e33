"""Watched payments: the button, the list, the notifications."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from iamport_desktop.desktop.notifications import Notifier
from iamport_desktop.lookup.controller import LookupController
from iamport_desktop.lookup.state import Loaded, WatchedPayment, WatchState
from iamport_desktop.lookup.watcher import PaymentWatcher
from iamport_desktop.presentation.view_model import FormatContext
from iamport_desktop.presentation.watching import WatchList, change_notification, watch_list
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
        watcher.items_changed.connect(self._show_items)
        watcher.ended.connect(self._on_ended)
        window.watched.forget_requested.connect(watcher.forget)
        window.watched.forget_all_requested.connect(watcher.forget_all)
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
            self._watcher.forget(state.imp_uid)
        else:
            include_sandbox = self._lookups.include_test_payments or state.payment.sandbox is True
            self._watcher.start(state, include_sandbox=include_sandbox)

    def _show_items(self) -> None:
        self._window.watched.show_list(self._watch_list)
        self.update_button()

    def _watch_list(self) -> WatchList:
        return watch_list(self._watcher.items(), self._format_context())

    def _on_ended(self, item: WatchedPayment) -> None:
        self._window.watched.announce()
        if item.state is WatchState.CHANGED:
            self._notifier.notify(*change_notification(item, self._format_context()))
