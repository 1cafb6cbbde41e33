"""Which field is masked how. Used by the page, the tables and the raw JSON alike."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from iamport_desktop.presentation import privacy

Mask = Callable[[str], str]


def order_number(text: str) -> str:
    """Ids that a shop makes are shown, unless it made them of phone numbers or e-mail addresses."""
    return privacy.hidden(text) if privacy.looks_personal(text) else text


MASKS: Mapping[str, Mask] = {
    "merchant_uid": order_number,
    "customer_uid": order_number,
    "card_number": privacy.card_number,
    "vbank_num": privacy.account,
    "vbank_holder": privacy.name,
    "buyer_name": privacy.name,
    "buyer_tel": privacy.phone,
    "buyer_email": privacy.email,
    "buyer_addr": privacy.address,
    "buyer_postcode": privacy.hidden,
    "depositor_name": privacy.name,
    # What shops and PGs put in here is anybody's guess.
    "custom_data": privacy.hidden,
    "extension": privacy.hidden,
}
