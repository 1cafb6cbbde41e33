"""imp_uids in texts that hold anything else."""

import unicodedata

import pytest

from iamport_desktop.api.identifiers import parse_imp_uid
from iamport_desktop.query.imp_uids import complete_imp_uid, find_imp_uids

UID = "imp_123456789012"


@pytest.mark.parametrize(
    "text",
    [
        UID,
        f"  {UID}\t\r\n",
        f"'{UID}'",
        f'"{UID}"',
        f"“{UID}”",
        f"「{UID}」",
        f"({UID})",
        f"[{UID}]",
        f"<{UID}>",
        f"{UID}.",
        f"{UID},",
        f"{UID}!",
        f"{UID}…",
        f"...{UID}...",
        f"- {UID}",
        f"-{UID}-",
        f"아임포트 번호는 {UID}입니다",
        f"{UID}은 얼마인가요?",
        f"주문({UID})확인",
        f"https://api.iamport.kr/payments/{UID}",
        f"https://api.iamport.kr/payments/{UID}/balance?include_sandbox=true",
        f"https://shop.example/done?imp_uid={UID}&merchant_uid=order-1&imp_success=true",
        f"https://shop.example/done?next=%2Fpayments%2F{UID}%3Fa%3Db",
        "https://shop.example/done?imp_uid=imp%5F123456789012",
        f"https://shop.example/#/{UID}",
        f'{{"imp_uid":"{UID}","merchant_uid":"order-1"}}',
        f"[2026-11-22 14:05:11] INFO pay.ok imp_uid={UID};amount=1000",
        f"2026-11-22T14:05:11.123Z|{UID}|paid",
        f"imp_uid\t{UID}\nmerchant_uid\torder-1",
        f"=HYPERLINK({UID})",
        f"{UID} {UID}",
        f"{UID}\n{UID.upper()}",
        "IMP_123456789012",
        "Imp_123456789012",
        "ｉｍｐ＿１２３４５６７８９０１２",
        "ＩＭＰ＿123456789012",
        "ㅑㅡㅔ_123456789012",
        unicodedata.normalize("NFD", "ㅑㅡㅔ_123456789012"),
        f"\ufeff{UID}",
        f"\u200b{UID}\u200b",
        "imp_\u200b1234\u200d5678\u2060 9012".replace(" ", ""),
        f"\u202e{UID}\u202c",
        "i\u00admp_123456789012",
    ],
)
def test_the_one_imp_uid_is_found(text: str) -> None:
    assert find_imp_uids(text) == (parse_imp_uid(UID),)


@pytest.mark.parametrize(
    ("text", "imp_uid"),
    [
        ("imp_1", "imp_1"),
        ("imp_1416557733458", "imp_1416557733458"),
        ("imps_123456789012", "imps_123456789012"),
        ("ㅑㅡㅔㄴ_123456789012", "imps_123456789012"),
        ("imps_" + "9" * 27, "imps_" + "9" * 27),
        ("imp_000000000001", "imp_000000000001"),
    ],
)
def test_forms_of_an_imp_uid(text: str, imp_uid: str) -> None:
    assert find_imp_uids(text) == (parse_imp_uid(imp_uid),)


@pytest.mark.parametrize(
    "text",
    [
        "imp_",
        "imp_uid",
        "imp_abc",
        "imp_12345678901x",
        "imp_123_456",
        "ximp_123456789012",
        "order-imp_123456789012",
        "order_imp_123456789012",
        "a.imp_123456789012",
        "imp_123456789012.pdf",
        "imp_123456789012-1",
        "imp_123456789012_1",
        "imp_" + "9" * 28,
        "imp_-1",
        "imp_ 123456789012",
        "imp_٣٤٥",
        "imp_..%2F..%2Fusers",
    ],
)
def test_what_only_begins_like_one_is_none(text: str) -> None:
    assert find_imp_uids(text) == ()


def test_several_keep_their_order() -> None:
    assert find_imp_uids("imp_2 imp_1 imps_3 imp_2") == tuple(
        map(parse_imp_uid, ["imp_2", "imp_1", "imps_3"])
    )


@pytest.mark.parametrize(
    ("text", "imp_uid"),
    [
        ("123456789012", UID),
        ("imp123456789012", UID),
        ("IMP 123456789012", UID),
        ("imps-123456789012", "imps_123456789012"),
        ("9" * 28, None),
        ("123456789012x", None),
        ("\u0661\u0662\u0663", None),
        ("", None),
    ],
)
def test_an_imp_uid_without_its_prefix_is_completed(text: str, imp_uid: str | None) -> None:
    assert complete_imp_uid(text) == imp_uid
