"""Questions that follow a found payment: cash receipt, delivery, balance. None of them holds the payment up."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from iamport_desktop.api.identifiers import ImpUid
from iamport_desktop.lookup.session import Connection
from iamport_desktop.lookup.state import Loaded, LookupState
from iamport_desktop.lookup.worker import Answer, ApiWorker, Question
from iamport_desktop.presentation.related import Related, worth_asking

_LANES = {f"follow-up {related}": related for related in Related}


class FollowUps(QObject):
    """Asks on a connection of its own, so that the next lookup finds its own one free. Each fails on its own."""

    answered = Signal(Related, object)

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
            for related in worth_asking(screen.payment):
                question = _question(related, self._connection, screen.imp_uid)
                self._network.ask(f"follow-up {related}", question)

    def stop(self) -> None:
        """Drop whatever is under way."""
        for lane in _LANES:
            self._network.cancel(lane)

    def _take(self, answer: Answer) -> None:
        if related := _LANES.get(answer.lane):
            self.answered.emit(related, answer.outcome)


def _question(related: Related, connection: Connection, imp_uid: ImpUid) -> Question:
    ask = {
        Related.CASH_RECEIPT: connection.cash_receipt,
        Related.DELIVERY: connection.delivery,
        Related.BALANCE: connection.balance,
    }[related]
    return lambda: ask(imp_uid)
