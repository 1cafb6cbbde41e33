"""What the PG's document about a payment is called."""

from __future__ import annotations

from dataclasses import dataclass

from iamport_desktop.domain.payment_method import PaymentMethod
from iamport_desktop.domain.status import MONEY_CAME, State
from iamport_desktop.domain.url_safety import UrlCheck
from iamport_desktop.presentation.i18n import translate


@dataclass(frozen=True, slots=True)
class ReceiptName:
    """The document's name, and what the button says that opens it."""

    label: str
    open_text: str


def receipt_name(state: State, method: PaymentMethod) -> ReceiptName:
    """Return the name of the document behind `receipt_url`: before money came, it is no receipt."""
    if state not in MONEY_CAME:
        return ReceiptName(translate("Receipts", "Slip (not paid)"), translate("Receipts", "Open slip"))
    if method in (PaymentMethod.CARD, PaymentMethod.CHECK_CARD):
        return ReceiptName(translate("Receipts", "Card sales slip"), translate("Receipts", "Open sales slip"))
    return ReceiptName(translate("Receipts", "Receipt"), translate("Receipts", "Open receipt"))


def cancellation_slip() -> ReceiptName:
    """Return the name of the document about a cancellation."""
    return ReceiptName(
        translate("Receipts", "Cancellation slip"), translate("Receipts", "Open cancellation slip")
    )


def cash_receipt() -> ReceiptName:
    """Return the name of the document about a cash receipt."""
    return ReceiptName(translate("Receipts", "Cash receipt"), translate("Receipts", "Open cash receipt"))


def link_hint(check: UrlCheck) -> str:
    """Say which host a link leads to, or that it is not opened."""
    if not check.openable:
        return translate("Receipts", "not a web address that may be opened")
    if check.secure:
        return check.host
    return translate("Receipts", "{host} (not encrypted)").format(host=check.host)
