"""The payments that are watched, and how watches ended: the line in the window, its list, and the notification.

They are named by product, order number and amount, masked also while the payment on screen is revealed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from iamport_desktop.api.models import Payment
from iamport_desktop.domain.masking import MASKS, free_text
from iamport_desktop.lookup.state import WatchedPayment, WatchState
from iamport_desktop.presentation.formatting import one_line, time_of_day, truncate
from iamport_desktop.presentation.i18n import translate
from iamport_desktop.presentation.severity import Severity
from iamport_desktop.presentation.status import status_view
from iamport_desktop.presentation.view_model import FormatContext

MAX_PRODUCT = 60  # characters in a sentence; the list elides what does not fit


@dataclass(frozen=True, slots=True)
class WatchRow:
    """One payment: what it waits for or how the watch ended, product, order number, amount, and the next check."""

    imp_uid: str
    cells: tuple[str, ...]
    severity: Severity
    forget: str  # the text of the button that ends the watch, or removes the row


@dataclass(frozen=True, slots=True)
class WatchList:
    """`title` counts the rows; `latest` is the imp_uid of the last watch that ended, and `sentence` says how."""

    title: str = ""
    rows: tuple[WatchRow, ...] = ()
    latest: str = ""
    sentence: str = ""
    severity: Severity = Severity.NEUTRAL


def watch_list(items: Iterable[WatchedPayment], context: FormatContext) -> WatchList:
    """Return the list of `items`: those that ended first, the latest of them at the top."""
    items = list(items)
    if not items:
        return WatchList()
    rows = tuple(_row(item, context) for item in items)
    title = translate("Watch", "%n watched payment(s)", None, len(rows))
    latest = items[0]
    if latest.state is WatchState.WAITING:
        return WatchList(title, rows)
    return WatchList(title, rows, latest.imp_uid, watch_sentence(latest, context), rows[0].severity)


def watch_sentence(item: WatchedPayment, context: FormatContext) -> str:
    """Say how the watch of `item` ended."""
    return f"{_word(item, context)} · {_named(item.payment, context)}"


def change_notification(item: WatchedPayment, context: FormatContext) -> tuple[str, str]:
    """Return title and body of the notification that a payment has changed."""
    return _word(item, context), _named(item.payment, context)


def _row(item: WatchedPayment, context: FormatContext) -> WatchRow:
    is_waiting = item.state is WatchState.WAITING
    next_check = ""
    if item.next_check:
        next_check = translate("Watch", "Next check {time}").format(time=time_of_day(item.next_check))
    product, order, amount = _parts(item.payment, context)
    cells = (_word(item, context), product, order, amount, next_check)
    forget = translate("Watch", "Stop") if is_waiting else translate("Watch", "Dismiss")
    return WatchRow(item.imp_uid, cells, _severity(item, context), forget)


def _word(item: WatchedPayment, context: FormatContext) -> str:
    match item.state:
        case WatchState.CHANGED:
            return status_view(context.assess(item.payment)).word
        case WatchState.TIME_OVER:
            return translate("Watch", "Stopped watching: no change seen")
        case WatchState.KEY_GONE:
            return translate("Watch", "Stopped watching: key changed or removed")
    if context.assess(item.payment).may_still_be_paid == "deposit":
        return translate("Watch", "Notify on deposit")
    return translate("Watch", "Notify on payment")


def _severity(item: WatchedPayment, context: FormatContext) -> Severity:
    if item.state is WatchState.CHANGED:
        return status_view(context.assess(item.payment)).severity
    return Severity.NEUTRAL if item.state is WatchState.WAITING else Severity.WARNING


def _named(payment: Payment, context: FormatContext) -> str:
    product, order, amount = _parts(payment, context)
    return " · ".join(part for part in (truncate(product, MAX_PRODUCT), order, amount) if part)


def _parts(payment: Payment, context: FormatContext) -> tuple[str, str, str]:
    """Return product, order number and amount. A payment with neither of the first two is named by its imp_uid."""
    product = one_line(free_text(payment.name or ""))
    order = one_line(MASKS["merchant_uid"](payment.merchant_uid or ""))
    if not (product or order):
        order = one_line(payment.imp_uid or "")
    return product, order, context.money(payment.amount, payment.currency)
