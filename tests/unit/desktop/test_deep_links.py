"""The link of another program: an imp_uid, an order number, or nothing."""

from __future__ import annotations

from urllib.parse import unquote

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from iamport_desktop.api.identifiers import is_order_number, parse_imp_uid
from iamport_desktop.desktop.deep_links import is_link, parse_link
from iamport_desktop.desktop.single_instance import ActivationRequest

START, ORDER = "iamport-desktop://payment/", "iamport-desktop://order/"


@pytest.mark.parametrize("imp_uid", ["imp_1", "imps_100000000002", "imp_" + "9" * 27])
def test_a_link_names_a_payment(imp_uid: str) -> None:
    assert parse_link(START + imp_uid) == ActivationRequest(parse_imp_uid(imp_uid))
    assert parse_link(f"{START}{imp_uid}/") == ActivationRequest(parse_imp_uid(imp_uid))


@pytest.mark.parametrize(
    ("encoded", "order_number"),
    [
        ("ORD-2026-0001", "ORD-2026-0001"),
        ("20261122_0001/", "20261122_0001"),
        ("ORD%2F1", "ORD/1"),
        ("ORD%231%26a%3Db%3F", "ORD#1&a=b?"),
        ("%EC%A3%BC%EB%AC%B8-1", "주문-1"),
        ("ORD%2541", "ORD%41"),  # decoded once
        ("imp12345678", "imp12345678"),
        ("0" * 100, "0" * 100),
        ("010-1234-5678", "010-1234-5678"),  # about which the window asks
    ],
)
def test_a_link_names_an_order(encoded: str, order_number: str) -> None:
    assert parse_link(ORDER + encoded) == ActivationRequest(order_number=order_number)


NO_LINKS = [
    "",
    "imp_1",
    START,
    f"{START}/imp_1",
    f"{START}imp_1//",
    f"{START}imp_1/cancel",
    f"{START}imp_1?api-url=https://example.com",
    f"{START}imp_1?",
    f"{START}imp_1#",
    f"{START}imp_1#imp_2",
    f"{START}imp_1&imp_2",
    f"{START}imp_1 --demo",
    f'{START}imp_1" --api-url "https://example.com',
    f"{START}imp_1\n",
    f"{START}imp_1\0",
    f"{START}imp_1%00",
    f"{START}%69mp_1",
    f"{START}../imp_1",
    f"{START}IMP_1",
    f"{START}imp_",
    f"{START}imp_" + "9" * 28,
    f"{START}imp_\u0661\u0662",
    f"{START}\uff49mp_1",
    f"{START}imp_1\u200b",
    f"\u202e{START}imp_1",
    f" {START}imp_1",
    "iamport-desktop:payment/imp_1",
    "iamport-desktop:/payment/imp_1",
    "iamport-desktop:///payment/imp_1",
    "iamport-desktop://payment:80/imp_1",
    "iamport-desktop://user@payment/imp_1",
    "iamport-desktop://payments/imp_1",
    "iamport-desktop://settings/imp_1",
    "iamport-desktop://imp_1",
    "iamport-desktop://PAYMENT/imp_1",
    "IAMPORT-DESKTOP://payment/imp_1",
    "https://payment/imp_1",
    ORDER,
    f"{ORDER}/",
    f"{ORDER}/ORD-1",
    f"{ORDER}ORD-1//",
    f"{ORDER}ORD-1/cancel",
    f"{ORDER}ORD-1?api-url=https://example.com",
    f"{ORDER}ORD-1#",
    f"{ORDER}ORD-1&ORD-2",
    f"{ORDER}ORD-1 --demo",
    f'{ORDER}ORD-1" --api-url "https://example.com',
    f"{ORDER}ORD-1\n",
    f"{ORDER}ORD-1%00",
    f"{ORDER}ORD-1%0A",
    f"{ORDER}ORD-1%1B%5D0",
    f"{ORDER}ORD-1%E2%80%AE",
    f"{ORDER}ORD-1%E2%80%8B",
    f"{ORDER}ORD-1%20ORD-2",
    f"{ORDER}ORD-1%C2%A0",
    f"{ORDER}ORD-1%FF",
    f"{ORDER}ORD-1%ED%A0%80",
    f"{ORDER}ORD-1%2",
    f"{ORDER}ORD-1%",
    f"{ORDER}ORD-1%zz",
    f"{ORDER}--demo",
    f"{ORDER}..%2Fusers%2FgetToken",
    f"{ORDER}%2Fetc%2Fpasswd",
    f"{ORDER}imp_1",
    f"{ORDER}imps_100000000002",
    f"{ORDER}주문-1",
    f"{ORDER}" + "0" * 101,
    f"{ORDER}" + "%EC%A3%BC" * 101,
    "iamport-desktop://orders/ORD-1",
    "iamport-desktop://order:80/ORD-1",
    "iamport-desktop://user@order/ORD-1",
    "iamport-desktop://ORDER/ORD-1",
    "iamport-desktop:order/ORD-1",
    "https://order/ORD-1",
]


@pytest.mark.parametrize("link", NO_LINKS)
def test_anything_else_is_nothing(link: str) -> None:
    assert parse_link(link) is None


FORMS = st.from_regex(r"iamport-desktop://payment/imps?_[0-9]{1,27}/?.{0,3}", fullmatch=True) | st.from_regex(
    r"iamport-desktop://order/([A-Z0-9-]|%[0-9A-F]{2}){1,9}/?.{0,3}", fullmatch=True
)


@given(st.text() | FORMS)
@example(START + "imp_1/")
@example(ORDER + "ORD-1/")
def test_what_a_link_names_is_part_of_its_text(text: str) -> None:
    request = parse_link(text)
    if request and request.imp_uid:
        assert parse_imp_uid(request.imp_uid) == request.imp_uid
        assert text in (START + request.imp_uid, f"{START}{request.imp_uid}/")
    elif request:
        assert is_order_number(request.order_number)
        assert unquote(text.removesuffix("/")) == ORDER + request.order_number


@pytest.mark.parametrize("link", [START + "imp_1", "IAMPORT-Desktop:anything", "iamport-desktop:"])
def test_a_bad_link_is_one_still(link: str) -> None:
    assert is_link(link)


@pytest.mark.parametrize(
    "text", ["", "imp_1", "iamport-desktop", " iamport-desktop:x", "https://example.com"]
)
def test_other_text_is_no_link(text: str) -> None:
    assert not is_link(text)
