"""Short messages in the window: crashes, links, the clock, the stored key. No personal data."""

from __future__ import annotations

from datetime import datetime, timedelta

from iamport_desktop.api.origin import Origin
from iamport_desktop.domain.assessment import Assessment
from iamport_desktop.domain.attempts import Unasked
from iamport_desktop.domain.masking import MASKS
from iamport_desktop.presentation.formatting import duration, one_line, to_kst, whole_day
from iamport_desktop.presentation.i18n import translate

_SHOWN_OF_KEY = 4  # characters


def crash_message(report: str) -> str:
    """Say that something went wrong in the app. `report` is the path of the crash report, "" without one."""
    if not report:
        return translate(
            "Crash",
            "Something went wrong in this app, and no report of it could be written. "
            "If it happens again, restart the app.",
        )
    return translate(
        "Crash",
        "Something went wrong in this app. If it happens again, pass this report on to the person who looks after the "
        "app (it holds no personal data): {report}",
    ).format(report=report)


def previous_crash_message(report: str) -> str:
    """Say that the app crashed the last time. `report` is the path of the crash report."""
    return translate(
        "Crash",
        "The app ended unexpectedly the last time. If it happens again, pass this report on to the person who looks "
        "after the app (it holds no personal data): {report}",
    ).format(report=report)


def stored_key_message(imp_key: str, saved_at: datetime | None, origin: Origin) -> str:
    """Say which key is stored: its beginning, the day it was saved (aware; None: unknown), and its address."""
    shown = imp_key[: min(_SHOWN_OF_KEY, len(imp_key) // 2)] + "…"
    if saved_at is None:
        return translate("Key", "Stored on this computer: {key}, for {address}").format(
            key=shown, address=origin
        )
    return translate("Key", "Stored on this computer: {key}, since {day}, for {address}").format(
        key=shown, day=whole_day(to_kst(saved_at).date()), address=origin
    )


def link_message(imp_uid: str | None, order_number: str) -> str:
    """Ask whether to open the payment or the order that another program names, which would replace what is shown."""
    if imp_uid:
        return translate("Links", "Another program asks to open the payment {imp_uid}.").format(
            imp_uid=imp_uid
        )
    number = one_line(MASKS["merchant_uid"](order_number))
    return translate("Links", "Another program asks to open the order {number}.").format(number=number)


def desk_clock_message(offset: timedelta) -> str:
    """Say that the desk's clock is ahead of the server's by `offset`, or behind where negative."""
    if offset > timedelta(0):
        text = translate(
            "Clock",
            "This computer's clock is about {duration} ahead. Ages and deadlines are measured by the payment "
            "server's clock. Set the clock of this computer.",
        )
    else:
        text = translate(
            "Clock",
            "This computer's clock is about {duration} behind. Ages and deadlines are measured by the payment "
            "server's clock. Set the clock of this computer.",
        )
    minutes = round(abs(offset) / timedelta(minutes=1))
    return text.format(duration=duration(timedelta(minutes=minutes)))


def reply_caution(assessment: Assessment) -> str:
    """Say why the reply asks for no payment; "" where it may ask, or where there is nothing to pay."""
    if assessment.money_came or assessment.test or assessment.registration or assessment.may_invite_to_pay:
        return ""
    if assessment.paid_attempts:
        return translate(
            "Reply", "The reply does not ask the customer to pay: another payment for the same order is paid."
        )
    if assessment.other_attempts is Unasked.ASKING:
        return translate(
            "Reply",
            "The reply does not ask the customer to pay: the order's other payments are still being looked up.",
        )
    if not isinstance(assessment.other_attempts, tuple):
        return translate(
            "Reply", "The reply does not ask the customer to pay: the order's other payments are not known."
        )
    if any(attempt.may_be_paid for attempt in assessment.other_attempts):
        return translate(
            "Reply",
            "The reply does not ask the customer to pay: another payment for the same order may still be paid.",
        )
    return ""
