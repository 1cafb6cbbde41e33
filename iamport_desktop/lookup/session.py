"""Token and connection made ready before they are needed, so that a lookup costs one round trip."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from iamport_desktop.api.credentials import Credentials
from iamport_desktop.api.identifiers import ImpUid
from iamport_desktop.api.models import Balance, CashReceipt, Delivery, Payment
from iamport_desktop.api.origin import Origin
from iamport_desktop.lookup.worker import ApiWorker

if TYPE_CHECKING:
    from iamport_desktop.api.client import PortOneClient


class Connection:
    """What the window may ask the API. Every method raises PortOneError."""

    def __init__(self, origin: Origin, credentials: Credentials) -> None:
        self._origin = origin
        self._credentials = credentials
        self._made: PortOneClient | None = None

    async def payment(self, imp_uid: ImpUid, *, include_sandbox: bool) -> Payment:
        """`GET /payments/{imp_uid}`."""
        return await self._client().get_payment(imp_uid, include_sandbox=include_sandbox)

    async def order(self, merchant_uid: str) -> tuple[Payment, ...]:
        """Every attempt to pay an order: `GET /payments/findAll/{merchant_uid}`."""
        return await self._client().find_payments(merchant_uid)

    async def payments(self, imp_uids: Sequence[ImpUid]) -> tuple[Payment, ...]:
        """Several payments at once: `GET /payments`."""
        return await self._client().get_payments(imp_uids)

    async def cash_receipt(self, imp_uid: ImpUid) -> CashReceipt:
        """`GET /receipts/{imp_uid}`."""
        return await self._client().get_cash_receipt(imp_uid)

    async def delivery(self, imp_uid: ImpUid) -> Delivery:
        """`GET /escrows/logis/{imp_uid}`."""
        return await self._client().get_delivery(imp_uid)

    async def balance(self, imp_uid: ImpUid) -> Balance:
        """`GET /payments/{imp_uid}/balance`."""
        return await self._client().get_balance(imp_uid)

    async def check_once(self) -> None:
        """Whether the API accepts the key: `POST /users/getToken`. The connection is closed again."""
        try:
            await self._client().check_credentials()
        finally:
            await self.close()

    async def warm_up(self) -> None:
        """Fetch the token and open the connection, so that the next lookup costs one round trip."""
        await self._client().warm_up()

    async def close(self) -> None:
        """Close what is open."""
        if self._made is not None:
            await self._made.aclose()

    def _client(self) -> PortOneClient:
        from iamport_desktop.api.client import PortOneClient

        if self._made is None:
            self._made = PortOneClient(self._origin, self._credentials)
        return self._made


LANE = "warm-up"
# Shorter than the 5 seconds after which many servers close a connection that idles.
LASTS = 4.0


class ConnectionWarmer(QObject):
    """Warms up when a connection comes into use, and when somebody begins to type after a while."""

    def __init__(
        self,
        network: ApiWorker,
        parent: QObject | None = None,
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self._network = network
        self._clock = clock
        self._connection: Connection | None = None
        self._asked_at = 0.0

    def use(self, connection: Connection | None) -> None:
        """Keep `connection` ready from now on; None when there is no key."""
        self._network.cancel(LANE)
        self._connection = connection
        self._warm_up()

    def somebody_types(self) -> None:
        """A lookup is likely to follow. Only the first key after a while asks anything."""
        if self._clock() - self._asked_at >= LASTS and not self._network.busy(LANE):
            self._warm_up()

    def _warm_up(self) -> None:
        if self._connection:
            self._asked_at = self._clock()
            self._network.ask(LANE, self._connection.warm_up)
