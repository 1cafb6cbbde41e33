"""Synthetic personal data for every field that takes any: where a part of it is found, it has leaked to."""

from __future__ import annotations

from typing import Any

PERSONAL_DATA: dict[str, Any] = {
    "buyer_name": "남궁초롱빛",
    "buyer_tel": "010-9753-1864",
    "buyer_email": "canary.person@example.com",
    "buyer_addr": "서울특별시 강남구 비밀로 7531 카나리아동",
    "buyer_postcode": "80808",
    "vbank_num": "864209753113",
    "vbank_holder": "초롱빛상회",
    "card_number": "4026186420975399",
    "custom_data": '{"memo": "canary-custom"}',
    "merchant_uid": "order-010-9753-1864",
    "customer_uid": "canary.person@example.com",
    "secret_note": "canary-unknown",
}
# The parts that no mask may show.
MASKED_PARTS = (
    "궁초롱 9753 canary.person 비밀로 카나리아동 7531 80808 86420 롱빛상 40261864 642097 canary-custom canary-unknown"
).split()
