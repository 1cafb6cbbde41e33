"""Which field is masked how. Used by the page, the tables and the raw JSON alike."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from iamport_desktop.presentation import privacy

Mask = Callable[[str], str]

LONGEST = 1000  # characters of a name, a number or an address


def order_number(text: str) -> str:
    """Ids that a shop makes are shown, unless it made them of phone numbers or e-mail addresses."""
    return privacy.hidden(text) if privacy.looks_personal(text) else text


def _within_reason(mask: Mask) -> Mask:
    """`mask`, but for a text that is far longer than what it masks: it is hidden whole, and costs no time."""

    def masked(text: str) -> str:
        return mask(text) if len(text) <= LONGEST else privacy.hidden(text)

    return masked


_MASKS: Mapping[str, Mask] = {
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

MASKS: Mapping[str, Mask] = {name: _within_reason(mask) for name, mask in _MASKS.items()}
