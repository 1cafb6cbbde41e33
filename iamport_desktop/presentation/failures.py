"""What a PG's text about a failed payment means, in words."""

from __future__ import annotations

from enum import Enum

from iamport_desktop.domain.assessment import Assessment
from iamport_desktop.domain.failure_reasons import Explanation
from iamport_desktop.domain.status import State
from iamport_desktop.presentation.i18n import QT_TRANSLATE_NOOP, translate


class Remedy(Enum):
    """What the customer can do; offered only where the customer may be invited to pay."""

    AGAIN = QT_TRANSLATE_NOOP("Failures", "The customer can pay again.")
    CORRECT = QT_TRANSLATE_NOOP("Failures", "The customer can correct that and pay again.")
    OTHER_MEANS = QT_TRANSLATE_NOOP("Failures", "The customer can pay by other means.")
    LATER = QT_TRANSLATE_NOOP("Failures", "The customer can pay again later, or by other means.")


# Each explanation's cause, and what the customer can do about it; None where that is not up to the customer.
_SENTENCES: dict[Explanation, tuple[str, Remedy | None]] = {
    Explanation.CUSTOMER_CANCELLED: (
        QT_TRANSLATE_NOOP("Failures", "The customer cancelled, closed the payment window or went back."),
        Remedy.AGAIN,
    ),
    Explanation.TOO_LATE: (
        QT_TRANSLATE_NOOP("Failures", "The payment window was open for too long."),
        Remedy.AGAIN,
    ),
    Explanation.DUPLICATE_ORDER: (
        QT_TRANSLATE_NOOP(
            "Failures",
            "The PG had already received this order number. Look for the order's other attempt before "
            "anything else.",
        ),
        None,
    ),
    Explanation.CANCELLED_BY_SYSTEM: (
        QT_TRANSLATE_NOOP(
            "Failures",
            "The system cancelled the payment; it may have been approved before. If the customer has an "
            "approval message, check the cancellation in the PG's console.",
        ),
        None,
    ),
    Explanation.RESULT_UNKNOWN: (
        QT_TRANSLATE_NOOP(
            "Failures",
            "The PG did not get a final result, or another attempt was still running; it may have been "
            "approved. Check it in the PG's console.",
        ),
        None,
    ),
    Explanation.RISK_REFUSED: (
        QT_TRANSLATE_NOOP(
            "Failures",
            "The payment was refused as suspicious. Only the PG or the card company can tell more; the "
            "customer follows their message, if one came.",
        ),
        Remedy.OTHER_MEANS,
    ),
    Explanation.BELOW_MINIMUM: (
        QT_TRANSLATE_NOOP("Failures", "The amount is below the minimum for this payment method."),
        Remedy.OTHER_MEANS,
    ),
    Explanation.ABOVE_MAXIMUM: (
        QT_TRANSLATE_NOOP("Failures", "The amount is above the maximum for this payment method."),
        Remedy.OTHER_MEANS,
    ),
    Explanation.SHOP_CONTRACT: (
        QT_TRANSLATE_NOOP(
            "Failures",
            "The cause is the shop's contract, registration or settings at the PG or card company, not the "
            "customer. Ask the PG.",
        ),
        None,
    ),
    Explanation.SHOP_LIMIT: (
        QT_TRANSLATE_NOOP(
            "Failures",
            "A limit of the shop at the PG is reached, not the customer's. Ask the PG to raise it.",
        ),
        Remedy.OTHER_MEANS,
    ),
    Explanation.SHOP_REQUEST: (
        QT_TRANSLATE_NOOP(
            "Failures",
            "The PG did not accept what the shop's payment page sent. The customer cannot change that; tell "
            "those who run the payment page.",
        ),
        None,
    ),
    Explanation.SHOP_TO_ASK: (
        QT_TRANSLATE_NOOP(
            "Failures",
            "The PG refers the customer to the shop and gives no further reason. Ask the PG what is the "
            "matter.",
        ),
        None,
    ),
    Explanation.CARD_NOT_TAKEN: (
        QT_TRANSLATE_NOOP("Failures", "This kind of card is not taken here."),
        Remedy.OTHER_MEANS,
    ),
    Explanation.OVERSEAS_CARD_NOT_TAKEN: (
        QT_TRANSLATE_NOOP("Failures", "The shop does not take cards issued abroad."),
        Remedy.OTHER_MEANS,
    ),
    Explanation.CURRENCY_NOT_TAKEN: (
        QT_TRANSLATE_NOOP("Failures", "This card or shop cannot be paid in that currency."),
        Remedy.OTHER_MEANS,
    ),
    Explanation.INSTALLMENT_NOT_POSSIBLE: (
        QT_TRANSLATE_NOOP("Failures", "Installments are not possible with this card or at this shop."),
        Remedy.CORRECT,
    ),
    Explanation.INSTALLMENT_MONTHS: (
        QT_TRANSLATE_NOOP("Failures", "The number of installment months is not allowed."),
        Remedy.CORRECT,
    ),
    Explanation.INSTALLMENT_AMOUNT: (
        QT_TRANSLATE_NOOP("Failures", "The amount is too small for installments."),
        Remedy.CORRECT,
    ),
    Explanation.CARD_LIMIT: (
        QT_TRANSLATE_NOOP(
            "Failures",
            "A limit of the card is reached (amount or number of payments). The card company can tell the "
            "customer more.",
        ),
        Remedy.OTHER_MEANS,
    ),
    Explanation.LIMIT_OR_BALANCE: (
        QT_TRANSLATE_NOOP(
            "Failures",
            "The limit is reached, or there is not enough money. The card company or bank can tell the "
            "customer more.",
        ),
        Remedy.OTHER_MEANS,
    ),
    Explanation.PERSONAL_LIMIT: (
        QT_TRANSLATE_NOOP(
            "Failures",
            "A limit per person is reached; the text does not say whether it is the card company's or the "
            "PG's. If the card company knows of none, ask the PG.",
        ),
        Remedy.OTHER_MEANS,
    ),
    Explanation.CARD_STOPPED: (
        QT_TRANSLATE_NOOP(
            "Failures",
            "The card is blocked, cancelled or reported lost or stolen. The customer should ask the card "
            "company.",
        ),
        Remedy.OTHER_MEANS,
    ),
    Explanation.CARD_NOT_ACTIVATED: (
        QT_TRANSLATE_NOOP(
            "Failures",
            "The card is not registered for use yet, or a newly issued card replaces it. The customer can "
            "register it with the card company.",
        ),
        Remedy.OTHER_MEANS,
    ),
    Explanation.CARD_REFUSED: (
        QT_TRANSLATE_NOOP(
            "Failures",
            "The card company refused and gives no reason to the shop. Only the customer can ask the card "
            "company.",
        ),
        Remedy.OTHER_MEANS,
    ),
    Explanation.CARD_NUMBER: (QT_TRANSLATE_NOOP("Failures", "The card number was wrong."), Remedy.CORRECT),
    Explanation.CARD_EXPIRY: (
        QT_TRANSLATE_NOOP("Failures", "The card has expired, or its expiry date was entered wrongly."),
        Remedy.CORRECT,
    ),
    Explanation.CARD_CVC: (
        QT_TRANSLATE_NOOP("Failures", "The security code (CVC) was wrong."),
        Remedy.CORRECT,
    ),
    Explanation.CARD_DETAILS: (
        QT_TRANSLATE_NOOP("Failures", "Some of the card's details were entered wrongly."),
        Remedy.CORRECT,
    ),
    Explanation.CARD_HOLDER: (
        QT_TRANSLATE_NOOP(
            "Failures",
            "The card is not in the customer's own name, or the birth date or ID number does not match the "
            "cardholder.",
        ),
        Remedy.CORRECT,
    ),
    Explanation.PASSWORD: (
        QT_TRANSLATE_NOOP(
            "Failures",
            "The password was wrong, perhaps too many times. If it is locked, the card company, bank or pay "
            "service unlocks it.",
        ),
        Remedy.CORRECT,
    ),
    Explanation.PASSWORD_NOT_SET: (
        QT_TRANSLATE_NOOP(
            "Failures",
            "No password is registered for this card. The customer can register one with the card company.",
        ),
        Remedy.OTHER_MEANS,
    ),
    Explanation.AUTHENTICATION: (
        QT_TRANSLATE_NOOP(
            "Failures",
            "The authentication at the card company was not completed (failed, stopped or not possible with "
            "this card).",
        ),
        Remedy.AGAIN,
    ),
    Explanation.CERTIFICATE: (
        QT_TRANSLATE_NOOP(
            "Failures", "The customer's certificate has expired or is not valid and must be renewed."
        ),
        Remedy.OTHER_MEANS,
    ),
    Explanation.BALANCE: (
        QT_TRANSLATE_NOOP(
            "Failures", "There is not enough money in the account (for a debit card: the account behind it)."
        ),
        Remedy.OTHER_MEANS,
    ),
    Explanation.POINT_BALANCE: (
        QT_TRANSLATE_NOOP("Failures", "There are not enough points or prepaid money."),
        Remedy.OTHER_MEANS,
    ),
    Explanation.POINTS_NOT_USABLE: (
        QT_TRANSLATE_NOOP("Failures", "The card's points cannot be used for this payment."),
        Remedy.CORRECT,
    ),
    Explanation.ACCOUNT_LIMIT: (
        QT_TRANSLATE_NOOP(
            "Failures", "The account's transfer limit is reached. The customer can ask the bank."
        ),
        Remedy.OTHER_MEANS,
    ),
    Explanation.ACCOUNT_DETAILS: (
        QT_TRANSLATE_NOOP("Failures", "The bank account is wrong, or not registered for withdrawals."),
        Remedy.CORRECT,
    ),
    Explanation.ACCOUNT_STOPPED: (
        QT_TRANSLATE_NOOP(
            "Failures",
            "The bank account is suspended, closed or reported lost. The customer should ask the bank.",
        ),
        Remedy.OTHER_MEANS,
    ),
    Explanation.VBANK_DEADLINE_OVER: (
        QT_TRANSLATE_NOOP(
            "Failures",
            "The virtual account's deadline is over. If the customer says that they paid, check the deposit "
            "in the PG's console first.",
        ),
        None,
    ),
    Explanation.VBANK_CLOSED: (
        QT_TRANSLATE_NOOP(
            "Failures",
            "The virtual account was closed before a deposit. The customer must not send money to it; ask the"
            " PG about a transfer already made.",
        ),
        None,
    ),
    Explanation.PAYPAL_FUNDING: (
        QT_TRANSLATE_NOOP("Failures", "PayPal could not charge the card or account that the customer chose."),
        Remedy.OTHER_MEANS,
    ),
    Explanation.PAYPAL_ACCOUNT: (
        QT_TRANSLATE_NOOP(
            "Failures",
            "The customer's PayPal account cannot pay at the moment. Only PayPal can tell the customer why.",
        ),
        Remedy.OTHER_MEANS,
    ),
    Explanation.CARRIER_LIMIT: (
        QT_TRANSLATE_NOOP(
            "Failures", "The phone payment limit is reached. The customer can ask the mobile carrier."
        ),
        Remedy.OTHER_MEANS,
    ),
    Explanation.CARRIER_UNPAID: (
        QT_TRANSLATE_NOOP(
            "Failures",
            "Phone payment is blocked by an unpaid phone bill. The customer should ask the mobile carrier.",
        ),
        Remedy.OTHER_MEANS,
    ),
    Explanation.CARRIER_BLOCKED: (
        QT_TRANSLATE_NOOP(
            "Failures",
            "Phone payment is switched off for this number. The customer can have the carrier switch it on.",
        ),
        Remedy.OTHER_MEANS,
    ),
    Explanation.CARRIER_PHONE_STOPPED: (
        QT_TRANSLATE_NOOP(
            "Failures",
            "The phone number is suspended or no longer in service. The customer should ask the mobile "
            "carrier.",
        ),
        Remedy.OTHER_MEANS,
    ),
    Explanation.CARRIER_PHONE_NOT_ALLOWED: (
        QT_TRANSLATE_NOOP(
            "Failures", "This kind of phone contract (corporate, prepaid, minor) cannot pay by phone."
        ),
        Remedy.OTHER_MEANS,
    ),
    Explanation.CARRIER_IDENTITY: (
        QT_TRANSLATE_NOOP("Failures", "The details entered do not match the phone's subscriber."),
        Remedy.CORRECT,
    ),
    Explanation.CARRIER_CODE: (
        QT_TRANSLATE_NOOP("Failures", "The code sent to the phone was wrong or too late."),
        Remedy.AGAIN,
    ),
    Explanation.PHONE_POLICY: (
        QT_TRANSLATE_NOOP(
            "Failures",
            "The phone payment company restricts this customer by its own policy. The customer can ask that "
            "company.",
        ),
        Remedy.OTHER_MEANS,
    ),
    Explanation.TECHNICAL: (QT_TRANSLATE_NOOP("Failures", "There was technical trouble."), Remedy.LATER),
    Explanation.TECHNICAL_CARD_COMPANY: (
        QT_TRANSLATE_NOOP("Failures", "The card company had technical trouble."),
        Remedy.LATER,
    ),
    Explanation.TECHNICAL_BANK: (
        QT_TRANSLATE_NOOP("Failures", "The bank was down or outside its service hours."),
        Remedy.LATER,
    ),
    Explanation.TECHNICAL_CARRIER: (
        QT_TRANSLATE_NOOP("Failures", "The mobile carrier had technical trouble."),
        Remedy.LATER,
    ),
}


def remedy(failure: Explanation | None) -> Remedy | None:
    """Return what the customer can do about a failure; None where that is not known, or not up to the customer."""
    return _SENTENCES[failure][1] if failure is not None else None


def explain_failure(assessment: Assessment) -> str:
    """Say what is known about a failure; "" where the PG's text does not name its subject."""
    if assessment.failure is None or assessment.state is State.CLOSED_BEFORE_DEPOSIT:
        return ""  # the state says it
    cause, remedy_ = _SENTENCES[assessment.failure]
    sentences = [translate("Failures", cause)]
    if remedy_ is not None and assessment.may_invite_to_pay:
        sentences.append(translate("Failures", remedy_.value))
    return " ".join(sentences)
