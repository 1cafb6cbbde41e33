"""Requests that follow a loaded payment: cash receipt, delivery, balance. None of them delays the payment."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from iamport_desktop.api.identifiers import ImpUid
from iamport_desktop.domain.follow_ups import FollowUp, applicable_follow_ups
from iamport_desktop.domain.rules import Rules
from iamport_desktop.lookup.session import Session
from iamport_desktop.lookup.state import Loaded, LookupState
from iamport_desktop.lookup.worker import PendingRequest

if TYPE_CHECKING:
    from iamport_desktop.api.client import PortOneClient


class FollowUps(QObject):
    """Sends the follow-up requests of the payment on screen. `answered` gets each result, or its PortOneError."""

    answered = Signal(FollowUp, object)

    def __init__(self, rules: Rules, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rules = rules
        self._session: Session | None = None
        self._requests: list[PendingRequest] = []

    def set_session(self, session: Session | None) -> None:
        """Use `session`, and close the one before; None without a key.

        It should serve nothing else: the next lookup must not wait for a connection.
        """
        self.cancel()
        if self._session:
            self._session.close()
        self._session = session

    def follow(self, state: LookupState) -> None:
        """Send what applies to `state`, in place of what was sent for another one."""
        self.cancel()
        if isinstance(state, Loaded) and self._session:
            self._requests = [
                self._session.submit(
                    _request(follow_up, state.imp_uid), partial(self.answered.emit, follow_up)
                )
                for follow_up in applicable_follow_ups(state.payment, self._rules.pg)
            ]

    @property
    def is_pending(self) -> bool:
        """Whether an outcome is still to come."""
        return any(request.is_pending for request in self._requests)

    def cancel(self) -> None:
        """Stop what is under way."""
        for request in self._requests:
            request.cancel()
        self._requests = []


def _request(follow_up: FollowUp, imp_uid: ImpUid) -> Callable[[PortOneClient], Coroutine[Any, Any, object]]:
    match follow_up:
        case FollowUp.CASH_RECEIPT:
            return lambda client: client.get_cash_receipt(imp_uid)
        case FollowUp.DELIVERY:
            return lambda client: client.get_delivery(imp_uid)
        case FollowUp.BALANCE:
            return lambda client: client.get_balance(imp_uid)
