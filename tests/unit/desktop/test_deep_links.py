"""The link of another program: an imp_uid or nothing."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from iamport_desktop.api.identifiers import parse_imp_uid
from iamport_desktop.desktop.deep_links import is_link, parse_link

START = "iamport-desktop://payment/"


@pytest.mark.parametrize("imp_uid", ["imp_1", "imps_100000000002", "imp_" + "9" * 27])
def test_a_link_names_a_payment(imp_uid: str) -> None:
    assert parse_link(START + imp_uid) == imp_uid
    assert parse_link(f"{START}{imp_uid}/") == imp_uid


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
]


@pytest.mark.parametrize("link", NO_LINKS)
def test_anything_else_is_nothing(link: str) -> None:
    assert parse_link(link) is None


@given(st.text() | st.from_regex(r"iamport-desktop://payment/imps?_[0-9]{1,27}/?.{0,3}", fullmatch=True))
@example(START + "imp_1/")
def test_the_imp_uid_of_a_link_is_part_of_its_text(text: str) -> None:
    if imp_uid := parse_link(text):
        assert parse_imp_uid(imp_uid) == imp_uid
        assert text in (START + imp_uid, f"{START}{imp_uid}/")


@pytest.mark.parametrize("link", [START + "imp_1", "IAMPORT-Desktop:anything", "iamport-desktop:"])
def test_a_bad_link_is_one_still(link: str) -> None:
    assert is_link(link)


@pytest.mark.parametrize(
    "text", ["", "imp_1", "iamport-desktop", " iamport-desktop:x", "https://example.com"]
)
def test_other_text_is_no_link(text: str) -> None:
    assert not is_link(text)
