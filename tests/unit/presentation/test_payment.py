"""The view model of a payment: header, notices, sections, histories."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from iamport_desktop.api.models import Payment
from iamport_desktop.domain.masking import HIDDEN
from iamport_desktop.domain.status import State
from iamport_desktop.presentation import view_model as view_model_module
from iamport_desktop.presentation.fields import MAX_OTHER_ROWS
from iamport_desktop.presentation.formatting import escape_formula, escape_invisible
from iamport_desktop.presentation.payment import build_payment_view_model
from iamport_desktop.presentation.severity import Severity
from iamport_desktop.presentation.view_model import MAX_COPIED, FormatContext, Header, Row
from tests.conftest import NOW
from tests.support.view_model_texts import rows_of

NOW_S = int(NOW.timestamp())


def payment(**fields: Any) -> Payment:
    usual = {"imp_uid": "imp_900000000001", "status": "paid", "amount": 30_000, "currency": "KRW"}
    return Payment.from_json(usual | fields)


def header(context: FormatContext, **fields: Any) -> Header:
    return build_payment_view_model(payment(**fields), context).header


def row(context: FormatContext, name: str, **fields: Any) -> Row:
    (matching,) = [
        row for row in rows_of(build_payment_view_model(payment(**fields), context)) if row.name == name
    ]
    return matching


@pytest.mark.parametrize(
    ("fields", "amounts"),
    [
        ({}, ("₩30,000", "", "")),
        ({"cancel_amount": 0}, ("₩30,000", "", "")),
        ({"cancel_amount": 10_000}, ("₩30,000", "₩10,000", "₩20,000")),
        ({"cancel_amount": 30_000}, ("₩30,000", "₩30,000", "₩0")),
        ({"cancel_amount": 40_000}, ("₩30,000", "₩40,000", "")),  # what is left is unknown
        ({"cancel_amount": -1}, ("₩30,000", "-₩1", "")),
        (
            {"currency": "USD", "amount": "12.30", "cancel_amount": "2.3"},
            ("12.30 USD", "2.30 USD", "10.00 USD"),
        ),
        ({"currency": "KWD", "amount": "1.5"}, ("1.500 KWD", "", "")),
        ({"currency": None, "amount": 5}, ("5", "", "")),
        ({"amount": None}, ("Amount unknown", "", "")),
        ({"amount": [1]}, ("Amount unknown", "", "")),
    ],
    ids=str,
)
def test_how_much_and_how_much_is_left(
    fields: dict[str, Any], amounts: tuple[str, str, str], context: FormatContext
) -> None:
    shown = header(context, **fields)
    assert (shown.amount, shown.cancelled, shown.remaining) == amounts


@pytest.mark.parametrize(
    ("fields", "method"),
    [
        ({"pay_method": "card", "card_name": "신한카드", "card_code": "366"}, "Card · Shinhan Card"),
        ({"pay_method": "card", "card_code": "366"}, "Card · Shinhan Card"),
        ({"pay_method": "point", "pg_provider": "kakaopay"}, "KakaoPay Money"),
        (
            {"pay_method": "card", "pg_provider": "html5_inicis", "emb_pg_provider": "kakaopay"},
            "KakaoPay · Card",
        ),
        ({"pay_method": "vbank", "vbank_code": "088"}, "Virtual account · Shinhan Bank"),
        (
            {"pay_method": "vbank", "vbank_name": "신한은행", "vbank_code": "088"},
            "Virtual account · Shinhan Bank",
        ),
        ({"pay_method": "sample_coin", "emb_pg_provider": "future_wallet"}, "future_wallet · sample_coin"),
        ({"pay_method": "sam\u202eple"}, "sam[U+202E]ple"),
        ({}, ""),
    ],
    ids=str,
)
def test_method_name(fields: dict[str, Any], method: str, context: FormatContext) -> None:
    assert header(context, **fields).method == method


@pytest.mark.parametrize(
    ("sandbox", "marked"), [(True, True), (False, False), (None, False), ("?", False), ("true", True)]
)
def test_a_test_payment_is_marked(sandbox: object, marked: bool, context: FormatContext) -> None:
    assert header(context, sandbox=sandbox).test is marked


def test_the_raw_status_stands_beside_the_word(context: FormatContext) -> None:
    shown = header(context, status="paid", cancel_amount=10_000).status
    assert (shown.state, shown.word, shown.raw) == (State.PARTIALLY_CANCELLED, "Partially cancelled", "paid")
    assert header(context, status="o\u202en" + "x" * 1000).status.raw.startswith("o[U+202E]nxxx")
    assert len(header(context, status="x" * 1000).status.raw) == 300


def test_the_sentence_answers_the_next_question(context: FormatContext) -> None:
    waits = header(context, status="ready", vbank_num="1", vbank_date=NOW_S + 7200).status.meaning
    assert waits.endswith("Deadline: 2026-11-22(Sun) 16:00:00 KST (about 2 hours left).")
    cancelled = {"pay_method": "card", "cancel_amount": 1, "cancelled_at": NOW_S}
    assert "on 11-25(Wed)~11-27(Fri)" in header(context, **cancelled).status.meaning


NOTICES: dict[str, dict[str, Any]] = {
    "The PG says: “한도 초과”.": {"status": "failed", "fail_reason": "한도 초과"},
    "dated before its request": {"started_at": 1_700_000_100, "paid_at": 1_700_000_000},
    "does not add up": {"cancel_amount": 500, "cancel_history": [{"amount": 400}]},
    "1 field came in an unexpected form": {"paid_at": "yesterday"},
    "2 fields came in an unexpected form": {"paid_at": "yesterday", "escrow": "?"},
}


@pytest.mark.parametrize("text", NOTICES)
def test_notices(text: str, context: FormatContext) -> None:
    notices = build_payment_view_model(payment(**NOTICES[text]), context).notices
    assert [text in notice.text for notice in notices] == [True]
    assert notices[0].severity in (Severity.ERROR, Severity.ANOMALY)


@pytest.mark.parametrize(
    "fields",
    [
        {"fail_reason": "an old failure"},  # of a payment that is paid
        {"started_at": 1_700_000_000, "paid_at": 1_700_000_000},
        {"cancel_amount": 500, "cancel_history": [{"amount": 400}, {"amount": 100}]},
        {"cancel_amount": "12.30", "currency": "USD", "cancel_history": [{"amount": "12.3"}]},
        {"secret_field": 1},
    ],
    ids=str,
)
def test_no_notice_without_a_reason(fields: dict[str, Any], context: FormatContext) -> None:
    assert build_payment_view_model(payment(**fields), context).notices == ()


@pytest.mark.parametrize(
    ("fields", "shown"),
    [
        ({"card_quota": 0, "pay_method": "card"}, "Single payment"),
        ({"card_quota": 0, "card_code": "366", "pay_method": "point"}, "Single payment"),
        ({"card_quota": 1, "pay_method": "card"}, "1 month"),
        ({"card_quota": 3, "pay_method": "vbank"}, "3 months"),
        ({"card_quota": -3}, "-3"),
        ({"card_quota": 10**17}, "1" + "0" * 17),
        ({"card_quota": -(10**17)}, "-1" + "0" * 17),
    ],
    ids=str,
)
def test_installments(fields: dict[str, Any], shown: str, context: FormatContext) -> None:
    assert row(context, "card_quota", **fields).shown == shown


@pytest.mark.parametrize("fields", [{}, {"pay_method": "vbank"}, {"pay_method": "point"}], ids=str)
def test_only_a_card_is_said_to_be_paid_in_full(fields: dict[str, Any], context: FormatContext) -> None:
    """The API answers 0 installments for whatever way of paying."""
    view_model = build_payment_view_model(payment(card_quota=0, **fields), context)
    assert "card_quota" not in {row.name for row in rows_of(view_model)}


def test_a_code_is_shown_by_its_name(context: FormatContext) -> None:
    known = row(context, "card_code", card_code="366")
    named = row(context, "card_code", card_code="366", card_name="신한카드(법인)")
    unknown = row(context, "card_code", card_code="999")
    assert (known.shown, known.hint, known.copied) == ("Shinhan Card", "366", "Shinhan Card (366)")
    assert (named.shown, named.hint) == ("Shinhan Card", "366 · 신한카드(법인)")
    korean = row(replace(context, language="ko"), "card_code", card_code="366", card_name="신한카드(법인)")
    assert (korean.shown, korean.hint) == ("신한카드(법인)", "366")
    assert (unknown.shown, unknown.hint, unknown.copied) == ("999", "", "999")


def test_what_is_cut_on_the_page_is_copied_whole(context: FormatContext) -> None:
    text = "가나다" * 1000
    for name in ("pg_tid", "fail_reason", "user_agent", "card_name"):
        shown_row = row(context, name, **{name: text})
        assert (len(shown_row.shown), shown_row.copied) == (300, text)
    assert header(context, name=text).product.copied == text


def test_a_copy_is_limited(context: FormatContext, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of three million characters no more are escaped than are copied."""
    escaped_length = 0

    def counted(text: str) -> str:
        nonlocal escaped_length
        escaped_length += len(text)
        return escape_invisible(text)

    monkeypatch.setattr(view_model_module, "escape_invisible", counted)
    endless = row(replace(context, revealed=True), "custom_data", custom_data="\x00" * 3_000_000)
    assert len(endless.copied) == MAX_COPIED
    assert escaped_length < 2 * MAX_COPIED


def test_copying_copies_what_is_shown(context: FormatContext) -> None:
    masked = row(context, "buyer_tel", buyer_tel="010-1234-5678")
    shown = row(replace(context, revealed=True), "buyer_tel", buyer_tel="010-1234-5678")
    assert (masked.shown, masked.copied, masked.masked) == ("010-****-5678", "010-****-5678", True)
    assert (shown.shown, shown.copied, shown.masked) == ("010-1234-5678", "010-1234-5678", False)


def test_an_undocumented_field_is_distinguished_from_a_misread_one(context: FormatContext) -> None:
    view_model = build_payment_view_model(
        payment(paid_at="yesterday", new_field=1, empty=None, nothing=[]), context
    )
    (other,) = [section for section in view_model.sections if section.name == "other"]
    assert [(row.name, row.invalid) for row in other.rows] == [("paid_at", True), ("new_field", False)]
    assert len({row.hint for row in other.rows}) == 2


def test_empty_fields_are_not_shown(context: FormatContext) -> None:
    fields: dict[str, Any] = {
        "name": "",
        "pg_tid": None,
        "paid_at": 0,
        "custom_data": "",
        "cancel_history": [],
    }
    fields |= {"extension": {"REMITTER": None, "x": ""}, "promotion": {}, "deposit_history": None}
    view_model = build_payment_view_model(payment(**fields), context)
    assert {row.name for row in rows_of(view_model)} == {"imp_uid", "status", "amount", "currency"}
    assert view_model.cancellations is view_model.deposits is None
    assert all(section.rows for section in view_model.sections)


def test_the_word_for_no_account_is_not_masked(context: FormatContext) -> None:
    account = row(context, "vbank_num", vbank_num="unknown")
    assert (account.shown, account.masked) == ("unknown", False)


def test_a_link_without_a_payment_is_no_receipt(context: FormatContext) -> None:
    """Uplus links the slip of an account that has not been paid into."""
    link = {"receipt_url": "https://pg.example/r"}
    unpaid = {"status": "ready", "pay_method": "vbank", "vbank_num": "X1234567890123"}
    assert row(context, "receipt_url", **link).label == "Receipt"
    assert row(context, "receipt_url", **link, **unpaid).label == "Slip before the deposit"
    assert header(context, **link).receipt
    assert header(context, **link, **unpaid).receipt is None
    assert header(context, **link, status="failed").receipt is None


def test_documented_extensions_have_names(context: FormatContext) -> None:
    extension = {"REMITTER": "홍길동", "PaymentStatus": "Pending", "x": "?", "ReasonCode": 7}
    rows = {
        shown.name: (shown.label, shown.shown, shown.masked)
        for shown in rows_of(build_payment_view_model(payment(extension=extension), context))
        if shown.name.startswith("extension.")
    }
    assert rows == {
        "extension.REMITTER": ("Depositor", "홍*동", True),
        "extension.PaymentStatus": ("Payment company's status", "Pending", False),
        "extension.x": ("extension.x", HIDDEN, True),
        "extension.ReasonCode": ("extension.ReasonCode", HIDDEN, True),
    }


HISTORY = [
    {
        "amount": 1000,
        "cancelled_at": 1_790_000_000,
        "reason": "=1+1\t탭과\n줄바꿈",
        "pg_tid": "-1+2",
        "cancellation_id": "C1",
        "receipt_url": "https://pg.example/r?a=b%2Bc",
    },
    {"amount": 2000, "receipt_url": "javascript:alert(1)"},
]


def test_the_cancel_history(context: FormatContext) -> None:
    table = build_payment_view_model(
        payment(cancel_amount=3000, cancel_history=HISTORY), context
    ).cancellations
    assert table
    assert (table.total, table.remaining) == ("₩3,000", "₩27,000")
    when = "2026-09-21 23:13:20 KST"
    assert [row.cells for row in table.rows] == [
        ("1", "9-21(Mon) 23:13", "₩1,000", "", "=1+1→탭과⏎줄바꿈", "-1+2", "C1", "Open cancellation slip"),
        ("2", "", "₩2,000", "", "", "", "", HIDDEN),  # not opened either
    ]
    assert [(row.hints[1], row.hints[-1]) for row in table.rows] == [
        ("2026-09-21(Mon) 23:13:20 KST", "pg.example"),
        ("", "Not opened: not a web address"),
    ]
    assert [row.link and row.link.openable for row in table.rows] == [True, False]
    assert [escape_formula(cell) for cell in table.rows[0].copied] == [
        "1", when, "₩1,000", "", "'=1+1 탭과 줄바꿈", "'-1+2", "C1", "https://pg.example/…",
    ]  # fmt: skip
    assert all(
        len(row.cells) == len(row.hints) == len(row.copied) == len(table.headings) for row in table.rows
    )


@pytest.mark.parametrize(
    ("fields", "remaining", "each"),
    [
        ({"cancel_amount": 3000}, "₩27,000", ["₩29,000", "₩27,000"]),
        ({"cancel_amount": 4000}, "", ["", ""]),  # contradictory
        ({"cancel_amount": 3000, "amount": 2000}, "", ["", ""]),  # more than was paid
        (  # nothing was paid
            {
                "cancel_amount": 0,
                "cancel_history": [{"amount": 0, "cancelled_at": NOW_S}],
                "status": "cancelled",
                "paid_at": 0,
                "pay_method": "vbank",
            },
            "",
            [""],
        ),
    ],
)
def test_what_is_left_after_each_cancellation(
    fields: dict[str, Any], remaining: str, each: list[str], context: FormatContext
) -> None:
    history = [{"amount": 1000, "cancelled_at": NOW_S - 20}, {"amount": 2000, "cancelled_at": NOW_S - 10}]
    table = build_payment_view_model(payment(**{"cancel_history": history} | fields), context).cancellations
    assert table
    assert table.remaining == remaining
    assert [row.cells[3] for row in table.rows] == each
    assert 3 in table.amounts


@pytest.mark.parametrize(
    "typed", ["11-22", "11/22", "11월 22일", "2026-11-22", "1000", "₩1,000", "컵", "TID"]
)
def test_what_a_filter_finds_a_cancellation_by(typed: str, context: FormatContext) -> None:
    history = [
        {"amount": 20, "cancelled_at": NOW_S - 86_400},
        {"amount": 1000, "cancelled_at": NOW_S, "reason": "머그컵", "pg_tid": "Tid-1"},
    ]
    table = build_payment_view_model(payment(cancel_history=history), context).cancellations
    assert table
    assert table.rows.matching(typed.lower().split()) == [1]


def test_a_filter_does_not_find_what_is_masked(context: FormatContext) -> None:
    history = [{"amount": 20, "reason": "010-1234-5678"}]
    found = [
        table.rows.matching(["1234"])
        for revealed in (False, True)
        if (
            table := build_payment_view_model(
                payment(cancel_history=history), replace(context, revealed=revealed)
            ).cancellations
        )
    ]
    assert found == [[], [0]]


def test_the_deposit_history(context: FormatContext) -> None:
    history = [
        {"amount": 1000, "depositor_name": "홍길동", "deposited_at": 1_790_000_000, "pg_tid": "T1"},
        {},
    ]
    masked = build_payment_view_model(payment(deposit_history=history), context).deposits
    shown = build_payment_view_model(
        payment(deposit_history=history), replace(context, revealed=True)
    ).deposits
    assert masked
    assert shown
    assert masked.rows[0].cells == ("1", "9-21(Mon) 23:13", "₩1,000", "홍*동", "T1")
    assert shown.rows[0].cells == ("1", "9-21(Mon) 23:13", "₩1,000", "홍길동", "T1")
    assert masked.rows[0].copied == ("1", "2026-09-21 23:13:20 KST", "₩1,000", "홍*동", "T1")
    assert masked.rows[1].cells == ("2", "", "", "", "")
    assert masked.total == "₩1,000"


def test_receipts_of_cancellations_that_only_the_old_list_has(context: FormatContext) -> None:
    urls = ["https://pg.example/sale", "https://pg.example/1", "https://pg.example/2", "https://pg.example/2"]
    view_model = build_payment_view_model(
        payment(
            receipt_url=urls[0],
            cancel_amount=1,
            cancel_history=[{"amount": 1, "receipt_url": urls[1]}],
            cancel_receipt_urls=urls,
        ),
        context,
    )
    rows = [row for row in rows_of(view_model) if row.name == "cancel_receipt_urls"]
    assert [(row.shown, row.link and row.link.openable) for row in rows] == [("https://pg.example/…", True)]


def test_a_limited_number_of_undocumented_fields_is_shown(
    context: FormatContext,
) -> None:
    view_model = build_payment_view_model(
        Payment.from_json({f"field {number}": "x" for number in range(5000)}), context
    )
    (other,) = view_model.sections
    assert len(other.rows) == MAX_OTHER_ROWS + 1
    assert "raw answer" in other.rows[-1].shown
