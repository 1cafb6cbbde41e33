"""The tables are whole, and a code finds its name."""

import json
import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

from iamport_desktop.api import codes
from iamport_desktop.api.codes import CodeTables
from iamport_desktop.resources import resource_path

# Rows of the documented tables; a row that gets lost in an edit shows here.
ROWS = {
    "bank": 86,
    "card": 33,
    "card_type": 2,
    "cash_receipt_type": 2,
    "channel": 3,
    "customer_uid_usage": 3,
    "delivery_company": 11,
    "emb_pg_provider": 13,
    "easy_pay_gateway": 9,
    "pay_method_of_pg": 1,
    "pay_method": 45,
    "pg_provider": 56,
    "status": 5,
}


@pytest.fixture(scope="module")
def tables() -> CodeTables:
    return CodeTables.load(resource_path("codes"))


def test_every_table_is_there_with_all_its_rows(tables: CodeTables) -> None:
    assert {name: len(rows) for name, rows in tables.tables.items()} == ROWS
    assert set(ROWS) == set(get_args(codes.Table))


def all_names() -> Iterator[tuple[str, str, dict[str, str]]]:
    for file in resource_path("codes").glob("*.json"):
        for code, names in json.loads(file.read_bytes()).items():
            yield file.stem, code, names


def test_every_row_has_a_name_in_both_languages_and_no_stray_space() -> None:
    for table, code, names in all_names():
        assert set(names) == {"ko", "en"}, (table, code)
        for name in names.values():
            assert name == name.strip() != "", (table, code)
        assert not re.search("[가-힣]", names["en"]), (table, code)


def test_no_code_stands_twice_in_a_file() -> None:
    def unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
        assert len(dict(pairs)) == len(pairs)
        return dict(pairs)

    for file in resource_path("codes").glob("*.json"):
        json.loads(file.read_bytes(), object_pairs_hook=unique)


@pytest.mark.parametrize(
    ("table", "code", "korean", "english"),
    [
        ("pay_method", "vbank", "가상계좌", "Virtual account"),
        ("pay_method", "samsungpay", "삼성페이", "Samsung Pay"),
        ("pay_method", "naverpay_point", "네이버페이 포인트", "Naver Pay points"),
        ("pg_provider", "html5_inicis", "KG이니시스(웹표준)", "KG Inicis"),
        ("emb_pg_provider", "payco", "페이코", "PAYCO"),
        ("channel", "mobile", "모바일 결제", "Mobile"),
        ("customer_uid_usage", "payment.scheduled", "예약결제", "Scheduled payment"),
        ("card_type", "1", "체크카드", "Debit card"),
        ("card", "041", "우리카드", "Woori Card"),
        ("card", "AMX", "해외아멕스카드", "American Express (overseas)"),
        ("bank", "088", "신한은행", "Shinhan Bank"),
        ("bank", "092", "토스뱅크", "Toss Bank"),
        ("bank", "278", "신한투자증권", "Shinhan Securities"),
        ("delivery_company", "CJGLS", "CJ대한통운", "CJ Logistics"),
        ("cash_receipt_type", "company", "지출증빙(법인)", "Proof of expense (business)"),
        ("status", "pending", "승인대기", "Pending approval"),
    ],
)
def test_a_documented_code_has_its_name(
    tables: CodeTables, table: codes.Table, code: str, korean: str, english: str
) -> None:
    assert tables.name(table, code, "ko") == korean
    assert tables.name(table, code, "en") == english


@pytest.mark.parametrize("code", ["4", "04", "004"])
def test_a_short_bank_code_is_padded(tables: CodeTables, code: str) -> None:
    assert tables.name("bank", code, "en") == "KB Kookmin Bank"


@pytest.mark.parametrize("code", ["", "999", "0004", "BK04", "４", "-4"])
def test_an_unknown_bank_code_has_no_name(tables: CodeTables, code: str) -> None:
    assert tables.name("bank", code, "ko") is None


def test_an_unknown_method_has_no_name(tables: CodeTables) -> None:
    assert tables.name("pay_method", "newpay", "ko") is None


def test_a_damaged_data_file_says_so(tmp_path: Path) -> None:
    (tmp_path / "bank.json").write_text("{", encoding="utf-8")
    with pytest.raises(ValueError, match="Expecting"):
        CodeTables.load(tmp_path)


def test_reading_all_tables_is_cheap_enough_for_the_start() -> None:
    best = 1.0
    for _ in range(5):
        start = time.perf_counter()
        CodeTables.load(resource_path("codes"))
        best = min(best, time.perf_counter() - start)
    assert best < 0.003
