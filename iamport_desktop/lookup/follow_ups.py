"""Questions that follow a found payment: cash receipt, delivery, balance. None of them holds the payment up."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from iamport_desktop.api.identifiers import ImpUid
from iamport_desktop.domain.follow_ups import FollowUp, applicable_follow_ups
from iamport_desktop.lookup.session import Connection
from iamport_desktop.lookup.state import Loaded, LookupState
from iamport_desktop.lookup.worker import Answer, ApiWorker, Question

_LANES = {f"follow-up {follow_up}": follow_up for follow_up in FollowUp}


class FollowUps(QObject):
    """Asks on a connection of its own, so that the next lookup finds its own one free. Each fails on its own."""

    answered = Signal(FollowUp, object)

    def __init__(self, network: ApiWorker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._network = network
        self._connection: Connection | None = None
        network.answered.connect(self._take)

    def use(self, connection: Connection | None) -> None:
        """Ask `connection`, which nobody else uses; None when there is no key."""
        self.stop()
        if self._connection:
            self._network.ask("follow-up farewell", self._connection.close)
        self._connection = connection

    def follow(self, screen: LookupState) -> None:
        """Ask what `screen` gives reason to; anything asked for another one is dropped."""
        self.stop()
        if isinstance(screen, Loaded) and self._connection:
            for follow_up in applicable_follow_ups(screen.payment):
                question = _question(follow_up, self._connection, screen.imp_uid)
                self._network.ask(f"follow-up {follow_up}", question)

    def stop(self) -> None:
        """Drop whatever is under way."""
        for lane in _LANES:
            self._network.cancel(lane)

    def _take(self, answer: Answer) -> None:
        if follow_up := _LANES.get(answer.lane):
            self.answered.emit(follow_up, answer.outcome)


def _question(follow_up: FollowUp, connection: Connection, imp_uid: ImpUid) -> Question:
    ask = {
        FollowUp.CASH_RECEIPT: connection.cash_receipt,
        FollowUp.DELIVERY: connection.delivery,
        FollowUp.BALANCE: connection.balance,
    }[follow_up]
    return lambda: ask(imp_uid)
