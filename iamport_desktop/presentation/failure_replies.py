"""Why a payment failed, in words for the customer."""

from __future__ import annotations

from iamport_desktop.domain.failure_reasons import Explanation
from iamport_desktop.presentation.i18n import QT_TRANSLATE_NOOP, translate

_OUR_SETTINGS = QT_TRANSLATE_NOOP(
    "FailureReplies",
    "The cause was a matter of our payment settings, not your card or account. We are sorry for the trouble.",
)
# Without an entry, the customer is not told a cause: it is not known, or the payment may have been approved.
_CAUSES: dict[Explanation, str] = {
    Explanation.CUSTOMER_CANCELLED: QT_TRANSLATE_NOOP(
        "FailureReplies", "It was cancelled before it was completed."
    ),
    Explanation.TOO_LATE: QT_TRANSLATE_NOOP("FailureReplies", "The time for paying had run out."),
    Explanation.RISK_REFUSED: QT_TRANSLATE_NOOP(
        "FailureReplies", "It was not approved for reasons of security."
    ),
    Explanation.BELOW_MINIMUM: QT_TRANSLATE_NOOP(
        "FailureReplies", "It was not approved because the amount is below the minimum for this way to pay."
    ),
    Explanation.ABOVE_MAXIMUM: QT_TRANSLATE_NOOP(
        "FailureReplies", "It was not approved because the amount is above the maximum for this way to pay."
    ),
    Explanation.SHOP_CONTRACT: _OUR_SETTINGS,
    Explanation.SHOP_LIMIT: _OUR_SETTINGS,
    Explanation.SHOP_REQUEST: _OUR_SETTINGS,
    Explanation.CARD_NOT_TAKEN: QT_TRANSLATE_NOOP(
        "FailureReplies", "It was not approved because we cannot take this kind of card."
    ),
    Explanation.OVERSEAS_CARD_NOT_TAKEN: QT_TRANSLATE_NOOP(
        "FailureReplies", "It was not approved because we cannot take cards issued abroad."
    ),
    Explanation.CURRENCY_NOT_TAKEN: QT_TRANSLATE_NOOP(
        "FailureReplies", "It was not approved because it cannot be paid in this currency."
    ),
    Explanation.INSTALLMENT_NOT_POSSIBLE: QT_TRANSLATE_NOOP(
        "FailureReplies", "It was not approved because installments are not possible."
    ),
    Explanation.INSTALLMENT_MONTHS: QT_TRANSLATE_NOOP(
        "FailureReplies", "It was not approved because this number of installment months is not possible."
    ),
    Explanation.INSTALLMENT_AMOUNT: QT_TRANSLATE_NOOP(
        "FailureReplies", "It was not approved because the amount is too small for installments."
    ),
    Explanation.CARD_LIMIT: QT_TRANSLATE_NOOP(
        "FailureReplies", "It was not approved because the card's limit was reached."
    ),
    Explanation.LIMIT_OR_BALANCE: QT_TRANSLATE_NOOP(
        "FailureReplies", "It was not approved because the limit was reached or the balance was too low."
    ),
    Explanation.PERSONAL_LIMIT: QT_TRANSLATE_NOOP(
        "FailureReplies", "It was not approved because a limit per person was reached."
    ),
    Explanation.CARD_STOPPED: QT_TRANSLATE_NOOP(
        "FailureReplies",
        "It was not approved because the card cannot be used (blocked, cancelled or reported lost). "
        "Your card company can tell you more.",
    ),
    Explanation.CARD_NOT_ACTIVATED: QT_TRANSLATE_NOOP(
        "FailureReplies",
        "It was not approved because the card is not registered for use, or a newly issued one replaces it. "
        "Your card company can register it.",
    ),
    Explanation.CARD_REFUSED: QT_TRANSLATE_NOOP(
        "FailureReplies", "The card company did not approve it, and can tell you why."
    ),
    Explanation.CARD_NUMBER: QT_TRANSLATE_NOOP(
        "FailureReplies", "It was not approved because the card number was not right."
    ),
    Explanation.CARD_EXPIRY: QT_TRANSLATE_NOOP(
        "FailureReplies",
        "It was not approved because the card has expired, or its expiry date was entered wrongly.",
    ),
    Explanation.CARD_CVC: QT_TRANSLATE_NOOP(
        "FailureReplies", "It was not approved because the security code (CVC) was not right."
    ),
    Explanation.CARD_DETAILS: QT_TRANSLATE_NOOP(
        "FailureReplies", "It was not approved because some of the card's details were not right."
    ),
    Explanation.CARD_HOLDER: QT_TRANSLATE_NOOP(
        "FailureReplies",
        "It was not approved because the card is not in your own name, or the details entered do not match its "
        "holder.",
    ),
    Explanation.PASSWORD: QT_TRANSLATE_NOOP(
        "FailureReplies",
        "It was not approved because the password was not right, or had been wrong too many times.",
    ),
    Explanation.PASSWORD_NOT_SET: QT_TRANSLATE_NOOP(
        "FailureReplies", "It was not approved because no password is registered for the card."
    ),
    Explanation.AUTHENTICATION: QT_TRANSLATE_NOOP(
        "FailureReplies", "It was not approved because the card company's authentication was not completed."
    ),
    Explanation.CERTIFICATE: QT_TRANSLATE_NOOP(
        "FailureReplies", "It was not approved because the certificate has expired or is not valid."
    ),
    Explanation.BALANCE: QT_TRANSLATE_NOOP(
        "FailureReplies", "It was not approved because the balance of the account was too low."
    ),
    Explanation.POINT_BALANCE: QT_TRANSLATE_NOOP(
        "FailureReplies", "It was not approved because there were not enough points or prepaid money."
    ),
    Explanation.POINTS_NOT_USABLE: QT_TRANSLATE_NOOP(
        "FailureReplies", "It was not approved because the card's points cannot be used for it."
    ),
    Explanation.ACCOUNT_LIMIT: QT_TRANSLATE_NOOP(
        "FailureReplies", "It was not approved because the account's transfer limit was reached."
    ),
    Explanation.ACCOUNT_DETAILS: QT_TRANSLATE_NOOP(
        "FailureReplies",
        "It was not approved because the account is not right, or not registered for withdrawals.",
    ),
    Explanation.ACCOUNT_STOPPED: QT_TRANSLATE_NOOP(
        "FailureReplies",
        "It was not approved because the account cannot be used (suspended, closed or reported lost). "
        "Your bank can tell you more.",
    ),
    Explanation.PAYPAL_FUNDING: QT_TRANSLATE_NOOP(
        "FailureReplies", "PayPal could not charge the card or account that you chose."
    ),
    Explanation.PAYPAL_ACCOUNT: QT_TRANSLATE_NOOP(
        "FailureReplies", "Your PayPal account cannot pay at the moment. Only PayPal can tell you why."
    ),
    Explanation.CARRIER_LIMIT: QT_TRANSLATE_NOOP(
        "FailureReplies", "It was not approved because the phone payment limit was reached."
    ),
    Explanation.CARRIER_UNPAID: QT_TRANSLATE_NOOP(
        "FailureReplies", "It was not approved because of an unpaid phone bill."
    ),
    Explanation.CARRIER_BLOCKED: QT_TRANSLATE_NOOP(
        "FailureReplies", "It was not approved because phone payment is switched off for your number."
    ),
    Explanation.CARRIER_PHONE_STOPPED: QT_TRANSLATE_NOOP(
        "FailureReplies", "It was not approved because the phone number is suspended or no longer in service."
    ),
    Explanation.CARRIER_PHONE_NOT_ALLOWED: QT_TRANSLATE_NOOP(
        "FailureReplies",
        "It was not approved because this kind of phone contract (corporate, prepaid, minor) cannot pay by phone.",
    ),
    Explanation.CARRIER_IDENTITY: QT_TRANSLATE_NOOP(
        "FailureReplies",
        "It was not approved because the details entered do not match the phone's subscriber.",
    ),
    Explanation.CARRIER_CODE: QT_TRANSLATE_NOOP(
        "FailureReplies", "It was not approved because the code sent to your phone was wrong or too late."
    ),
    Explanation.PHONE_POLICY: QT_TRANSLATE_NOOP(
        "FailureReplies",
        "It was not approved because the phone payment company restricts the use. It can tell you why.",
    ),
    Explanation.TECHNICAL: QT_TRANSLATE_NOOP(
        "FailureReplies", "It was not completed because of technical trouble."
    ),
    Explanation.TECHNICAL_CARD_COMPANY: QT_TRANSLATE_NOOP(
        "FailureReplies", "It was not completed because of technical trouble at the card company."
    ),
    Explanation.TECHNICAL_BANK: QT_TRANSLATE_NOOP(
        "FailureReplies", "It was not completed because the bank was down or outside its service hours."
    ),
    Explanation.TECHNICAL_CARRIER: QT_TRANSLATE_NOOP(
        "FailureReplies", "It was not completed because of technical trouble at the mobile carrier."
    ),
}


def cause_for_customer(failure: Explanation | None) -> str:
    """Say why a payment failed; "" where that is not known, or not to be told."""
    cause = _CAUSES.get(failure) if failure is not None else None
    return translate("FailureReplies", cause) if cause else ""
