"""What the PG's document about a payment is called."""

from __future__ import annotations

from dataclasses import dataclass

from iamport_desktop.domain.payment_method import PaymentMethod
from iamport_desktop.domain.status import MONEY_CAME, State
from iamport_desktop.domain.url_safety import UrlCheck, UrlFault
from iamport_desktop.presentation.i18n import translate


@dataclass(frozen=True, slots=True)
class ReceiptName:
    """The document's name, and what the button says that opens it."""

    label: str
    open_text: str


def receipt_name(state: State, method: PaymentMethod) -> ReceiptName:
    """Return the name of the document behind `receipt_url`: before money came, it is no receipt."""
    if state in (State.AWAITING_DEPOSIT, State.CLOSED_BEFORE_DEPOSIT):
        return ReceiptName(
            translate("Receipts", "Slip before the deposit"),
            translate("Receipts", "Open slip before the deposit"),
        )
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


def link_warning(check: UrlCheck) -> str:
    """Say why a link is not opened, or that the way to its host is not encrypted; "" for an encrypted one."""
    if check.fault is None:
        return "" if check.secure else translate("Receipts", "Not encrypted")
    return {
        UrlFault.NOT_A_WEB_ADDRESS: translate("Receipts", "Not opened: not a web address"),
        UrlFault.TOO_LONG: translate("Receipts", "Not opened: too long an address"),
        UrlFault.UNEXPECTED_CHARACTER: translate("Receipts", "Not opened: a character that no address has"),
        UrlFault.USERINFO: translate("Receipts", "Not opened: a user name hides the host"),
        UrlFault.BAD_HOST: translate("Receipts", "Not opened: no valid host"),
        UrlFault.NOT_PUBLIC: translate("Receipts", "Not opened: inside a private network"),
    }[check.fault]


def link_hint(check: UrlCheck) -> str:
    """Say which host a link leads to, after what there is to warn of, or why it is not opened."""
    return ": ".join(filter(None, (link_warning(check), check.host)))
