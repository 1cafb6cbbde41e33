"""Watched payments: the button, the list, the notifications."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, Signal

from iamport_desktop.desktop.foreground import activate_window
from iamport_desktop.desktop.notifications import Notifier
from iamport_desktop.lookup.controller import LookupController
from iamport_desktop.lookup.state import Loaded, WatchedPayment, WatchState
from iamport_desktop.lookup.watcher import PaymentWatcher
from iamport_desktop.presentation.view_model import FormatContext
from iamport_desktop.presentation.watching import WatchList, change_notification, watch_list
from iamport_desktop.ui.main_window import MainWindow

translate = QCoreApplication.translate


class WatchController(QObject):
    """Starts and stops watches from the window, and reports there how they go.

    `open_requested` gets the WatchedPayment that was chosen in the list or by a click on its notification. Before a
    click on a notification is answered, the window comes to the front.
    """

    open_requested = Signal(object)

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
        self._notifier.clicked.connect(self._on_notification_clicked)
        window.watched.open_requested.connect(self._open)
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
            title, body = change_notification(item, self._format_context())
            self._notifier.notify(title, body, translate("Watch", "Open"), item)

    def _open(self, imp_uid: str) -> None:
        item = next((item for item in self._watcher.items() if item.imp_uid == imp_uid), None)
        if item:
            self._answer(item)

    def _on_notification_clicked(self, item: WatchedPayment, token: str) -> None:
        activate_window(self._window, token)
        self._answer(item)

    def _answer(self, item: WatchedPayment) -> None:
        if item.state is not WatchState.WAITING:
            self._watcher.forget(item.imp_uid)  # it is read
        self.open_requested.emit(item)
