"""What is said about a payment that is being watched. Names the payment, never a person."""

from __future__ import annotations

from datetime import datetime

from iamport_desktop.api.models import Payment
from iamport_desktop.presentation.money import money
from iamport_desktop.presentation.rows import Reading
from iamport_desktop.presentation.speech import translate
from iamport_desktop.presentation.status import status_view
from iamport_desktop.presentation.times import clock


def watched(imp_uid: str, payment: Payment, next_time: datetime, reading: Reading) -> str:
    """That `payment` is watched, and when it is asked next."""
    text = translate("Watch", "Watching {payment} ({status}). Next check at {time}.")
    word = status_view(payment, reading.now).word
    return text.format(payment=_named(imp_uid, payment, reading), status=word, time=clock(next_time))


def news(imp_uid: str, payment: Payment, reading: Reading) -> tuple[str, str]:
    """Title and body of the notification that `payment` has changed."""
    return status_view(payment, reading.now).word, _named(imp_uid, payment, reading)


def given_up(imp_uid: str, payment: Payment, reading: Reading) -> str:
    """That `payment` is watched no longer, though nothing was seen to change."""
    text = translate("Watch", "Stopped watching {payment}: no change was seen.")
    return text.format(payment=_named(imp_uid, payment, reading))


def _named(imp_uid: str, payment: Payment, reading: Reading) -> str:
    amount = money(payment.amount, payment.currency, reading.language) if payment.amount is not None else ""
    return " · ".join(part for part in (imp_uid, amount) if part)
