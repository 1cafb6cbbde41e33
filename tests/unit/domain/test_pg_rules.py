"""The facts of resources/rules: that they are sound, that the right one is chosen, and what they state."""

from __future__ import annotations

import json
import shutil
import tomllib
from datetime import date, time
from pathlib import Path

import pytest

from iamport_desktop.domain.pg_rule_types import (
    CancelDeadline,
    CancelHours,
    Cancellable,
    DepositDeadline,
    DepositInTest,
    Extension,
    MoneyInTest,
    OpenAttempt,
    PartialCancel,
    PaymentExpiry,
    PaymentKind,
    PendingCancel,
    Receipt,
    RefundTime,
    RegistrationCharge,
    RevokedAccount,
    Rule,
    VirtualAccountRefund,
)
from iamport_desktop.domain.pg_rules import InvalidRules, PgRules
from iamport_desktop.resources import resource_path

RULES = resource_path("rules")
PROVENANCE = """
source = "portone-io/mcp-server/assets/docs/help/page.md"
section = "heading"
read = 2026-11-25
"""


@pytest.fixture(scope="module")
def rules() -> PgRules:
    return PgRules.load(RULES)


def kind(pg: str = "", method: str = "", easy_pay: str = "", **others: object) -> PaymentKind:
    return PaymentKind(pg_provider=pg, pay_method=method, emb_pg_provider=easy_pay, **others)  # type: ignore[arg-type]


def loaded(folder: Path, text: str) -> PgRules:
    (folder / "facts.toml").write_text(text, encoding="utf-8")
    return PgRules.load(folder)


# The files


@pytest.mark.parametrize("file", sorted(RULES.glob("*.toml")), ids=lambda file: file.stem)
@pytest.mark.parametrize("key", ["source", "section", "read"])
def test_no_fact_goes_without_its_source_and_the_day_it_was_read(
    file: Path, key: str, tmp_path: Path
) -> None:
    lines = file.read_text(encoding="utf-8").splitlines()
    facts = [number for number, line in enumerate(lines) if line.startswith(f"{key} = ")]
    assert len(facts) == sum(map(len, tomllib.loads("\n".join(lines)).values()))
    (tmp_path / file.name).write_text(
        "\n".join(lines[: facts[-1]] + lines[facts[-1] + 1 :]), encoding="utf-8"
    )
    with pytest.raises(InvalidRules, match=rf"{file.name}: \[\[\w+\]\] \d+: {key} is missing"):
        PgRules.load(tmp_path)


def names(table: str) -> set[str]:
    return set(json.loads(resource_path("codes", f"{table}.json").read_bytes()))


def test_every_pg_is_one_of_the_vendors_list(rules: PgRules) -> None:
    assert {pg for rule in rules.rules for pg in rule.pg | rule.except_pg} <= names("pg_provider")


def test_every_method_and_easy_pay_is_documented(rules: PgRules) -> None:
    # The table of names lacks cvs (KG Inicis Japan, Galaxia) and alipay_plus (EasyPay overseas).
    methods = {method for rule in rules.rules for method in rule.method | rule.except_method}
    assert methods <= names("pay_method") | {"cvs", "alipay_plus"}
    assert {name for rule in rules.rules for name in rule.easy_pay} <= names("emb_pg_provider") | {"*"}


def test_every_source_is_a_document_of_the_vendor(rules: PgRules) -> None:
    sources = {source for rule in rules.rules for source in (rule.source, *rule.also, *rule.disputed_by)}
    repositories = ("portone-io/developers.portone.io/src/", "portone-io/mcp-server/assets/docs/")
    assert all(source.startswith((*repositories, "https://github.com/iamport/")) for source in sources)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "[[receipt]]\navailable = true\npgs = ['kcp']" + PROVENANCE,
            "facts.toml: [[receipt]] 1: unknown key pgs",
        ),
        ("[[receipt]]\npg = ['kcp']" + PROVENANCE, "[[receipt]] 1: available is missing"),
        ("[[receipt]]\navailable = 'yes'" + PROVENANCE, "[[receipt]] 1: available is not a bool"),
        ("[[receipt]]\navailable = true\npg = 'kcp'" + PROVENANCE, "[[receipt]] 1: pg is not a list"),
        ("[[receipt]]\navailable = true\npg = []" + PROVENANCE, "[[receipt]] 1: pg is not a list"),
        ("[[receipt]]\navailable = true\npg = [7]" + PROVENANCE, "[[receipt]] 1: pg is not a str"),
        ("[[receipts]]\navailable = true" + PROVENANCE, "facts.toml: [[receipts]] is no table of rules"),
        ("receipt = 1", "facts.toml: [[receipt]] is no table of rules"),
        ("receipt = [1]", "[[receipt]] 1: not a table"),
        ("[[receipt]", "facts.toml: "),
        ("", "no rules in it"),
        (
            "[[test_money]]\noutcome = 'perhaps'" + PROVENANCE,
            "[[test_money]] 1: outcome is none of not_charged",
        ),
        ("[[deadline]]\nyears = true" + PROVENANCE, "[[deadline]] 1: years is not a int"),
        ("[[deadline]]\nafterwards = 'shop'" + PROVENANCE, "[[deadline]] 1: one of days, months"),
        ("[[deadline]]\ndays = 1\nyears = 1" + PROVENANCE, "[[deadline]] 1: one of days, months"),
        ("[[deadline]]\ndays = -1" + PROVENANCE, "[[deadline]] 1: a number is negative"),
        ("[[refund]]\nmax_days = 1" + PROVENANCE, "[[refund]] 1: one of min_days"),
        ("[[refund]]\nmin_days = 2\nmax_days = 1" + PROVENANCE, "[[refund]] 1: max_days needs"),
        ("[[refund]]\npayout_weekday = 'monday'" + PROVENANCE, "[[refund]] 1: payout_weekday and"),
        ("[[refund]]\nmin_days = 1\nundocumented = true" + PROVENANCE, "[[refund]] 1: one of min_days"),
        (
            "[[later]]\nstatus = 'failed'\nbecomes = ['paid']\nfield = 'x'" + PROVENANCE,
            "[[later]] 1: field and value",
        ),
        (
            "[[receipt]]\navailable = true\npg = ['kcp']\nexcept_pg = ['nice']" + PROVENANCE,
            "[[receipt]] 1: a list and its exceptions",
        ),
        (
            "[[receipt]]\navailable = true" + PROVENANCE.replace("2026-11-25", "'2026-11-25'"),
            "[[receipt]] 1: read is not a date",
        ),
        (
            "[[receipt]]\navailable = true"
            + PROVENANCE.replace("portone-io/mcp-server/", "https://example.com/"),
            "is no document of the vendor",
        ),
        (
            "[[receipt]]\navailable = true" + PROVENANCE.replace("heading", " "),
            "[[receipt]] 1: section is empty",
        ),
        (
            ("[[receipt]]\navailable = true\npg = ['kcp', 'nice']" + PROVENANCE)
            + ("[[receipt]]\navailable = false\npg = ['nice']" + PROVENANCE),
            "facts.toml: [[receipt]] 1 and facts.toml: [[receipt]] 2 fit the same payments",
        ),
    ],
)
def test_a_file_that_does_not_hold_what_it_must_is_refused(text: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(InvalidRules) as caught:
        loaded(tmp_path, text)
    assert message in str(caught.value)


def test_facts_of_two_files_are_compared_too(tmp_path: Path) -> None:
    shutil.copy(RULES / "receipts.toml", tmp_path / "one.toml")
    shutil.copy(RULES / "receipts.toml", tmp_path / "two.toml")
    with pytest.raises(InvalidRules, match=r"one\.toml: .* and two\.toml: "):
        PgRules.load(tmp_path)


# The choice


def test_the_most_specific_fact_wins(tmp_path: Path) -> None:
    keys = {  # the fact's own keys -> what it says, each more specific than the one before
        "": 0,
        "method = ['card']": 1,
        "pg = ['kcp']": 2,
        "pg = ['kcp']\nmethod = ['card']": 3,
        "easy_pay = ['*']": 4,
        "pg = ['kcp']\nmethod = ['card']\neasy_pay = ['*']": 5,
        "easy_pay = ['payco']": 6,
        "pg = ['kcp']\nmethod = ['card']\neasy_pay = ['payco']": 7,
        "card_type = ['check']": 8,
        "test = true": 9,
        "escrow = true": 10,
    }
    table = "".join(
        f"[[registration_charge]]\namount = {number}\nvoided_after_minutes = 1\n{key}\n{PROVENANCE}"
        for key, number in reversed(keys.items())
    )
    rules = loaded(tmp_path, table)

    def said(**payment: object) -> int | None:
        rule = rules.find(RegistrationCharge, PaymentKind(**payment))  # type: ignore[arg-type]
        return None if rule is None else rule.amount

    assert said() == 0
    assert said(pg_provider="nice", pay_method="card") == 1
    assert said(pg_provider="kcp", pay_method="trans") == 2
    assert said(pg_provider="kcp", pay_method="card") == 3
    assert said(pg_provider="nice", pay_method="card", emb_pg_provider="lpay") == 4
    assert said(pg_provider="kcp", pay_method="card", emb_pg_provider="lpay") == 5
    assert said(pg_provider="nice", pay_method="card", emb_pg_provider="payco") == 6
    everything: dict[str, object] = {"pg_provider": "kcp", "pay_method": "card", "emb_pg_provider": "payco"}
    assert said(**everything) == 7
    everything["card_type"] = "check"
    assert said(**everything) == 8
    everything["is_test"] = True
    assert said(**everything) == 9
    everything["escrow"] = True
    assert said(**everything) == 10


def test_exceptions_and_unknown_pgs(tmp_path: Path) -> None:
    text = "[[receipt]]\navailable = false\nexcept_pg = ['kcp']\nexcept_method = ['vbank']" + PROVENANCE
    rules = loaded(tmp_path, text)
    assert rules.find(Receipt, kind("kcp", "card")) is None
    assert rules.find(Receipt, kind("nice", "vbank")) is None
    assert rules.find(Receipt, kind("a new PG", "a new method")) is not None


# By name: a dataclass with slots is made twice, and the first one stays among the subclasses.
RULE_TYPES = {rule_type.__name__: rule_type for rule_type in Rule.__subclasses__()}


@pytest.mark.parametrize("name", sorted(RULE_TYPES.keys() - {"PartialCancel", "MoneyInTest"}))
def test_nothing_is_stated_about_what_no_document_knows(rules: PgRules, name: str) -> None:
    assert rules.find(RULE_TYPES[name], kind("a new PG", "a new method", "a new easy pay")) is None


# What they state

PAID, LATER, NEXT_MONTH = date(2026, 11, 4), date(2026, 11, 5), date(2026, 12, 1)
WEEKLY = "weekly"


@pytest.mark.parametrize(
    ("payment", "cancelled_on", "in_full", "expected"),
    [
        (kind("html5_inicis", "card"), LATER, True, (3, 5)),
        (kind("html5_inicis", "card"), PAID, True, (0, 0)),
        (kind("html5_inicis", "card"), PAID, False, (3, 5)),
        (kind("nice_v2", "card", "naverpay", card_type="check"), LATER, False, (3, 5)),
        (kind("eximbay", "card"), LATER, True, None),
        (kind("paymentwall", "card"), PAID, True, None),
        (kind("kcp", "trans"), PAID, False, (0, 0)),
        (kind("kcp", "trans"), LATER, True, (0, 1)),
        (kind("html5_inicis", "vbank"), LATER, True, (1, 2)),
        (kind("kcp", "vbank"), LATER, True, (1, 1)),
        (kind("daou", "vbank"), LATER, True, (7, None)),
        (kind("daou", "card"), LATER, True, (3, 5)),
        (kind("mobilians_v2", "vbank"), LATER, True, WEEKLY),
        (kind("danal_tpay", "vbank"), LATER, True, None),
        (kind("smartro_v2", "vbank"), LATER, True, None),
        (kind("danal", "phone"), LATER, True, (0, 0)),
        (kind("danal", "phone"), NEXT_MONTH, True, None),
        (kind("kcp", "phone"), NEXT_MONTH, True, (1, 1)),
        (kind("kakaopay", "point"), LATER, True, None),
        (kind("paypal", "paypal"), LATER, True, None),
        (kind("inicis_jp", "cvs"), LATER, True, None),
    ],
)
def test_when_a_refund_arrives(
    rules: PgRules, payment: PaymentKind, cancelled_on: date, in_full: bool, expected: object
) -> None:
    rule = rules.refund_time(payment, paid_on=PAID, cancelled_on=cancelled_on, in_full=in_full)
    if rule is None:
        assert expected is None
    elif rule.payout_weekday:
        assert (expected, rule.payout_weekday, rule.last_request_weekday) == (WEEKLY, "thursday", "tuesday")
    else:
        assert (rule.min_days, rule.max_days) == expected


def test_without_the_day_of_payment_nothing_is_said_that_depends_on_it(rules: PgRules) -> None:
    card = rules.refund_time(kind("kcp", "card"), paid_on=None, cancelled_on=LATER, in_full=True)
    assert card is not None
    assert (card.min_days, card.max_days) == (3, 5)
    assert rules.refund_time(kind("kcp", "phone"), paid_on=None, cancelled_on=LATER, in_full=True) is None


def deadline(rule: CancelDeadline | None) -> object:
    if rule is None:
        return None
    return (
        (rule.unlimited and "unlimited")
        or (rule.same_month and ("same month", rule.afterwards))
        or (rule.days, rule.months, rule.years, rule.approximate)
    )


def partial(rule: PartialCancel | None) -> object:
    return rule and (rule.possible, rule.contract, rule.max_times, rule.by_reapproval, rule.shown_correctly)


def money(rule: MoneyInTest | None) -> object:
    return rule and (rule.outcome, rule.voided_from, rule.status_follows)


NO = (False, False, None, False, True)
AT_NIGHT = ("voided", time(23), False)


@pytest.mark.parametrize(
    ("payment", "expected"),
    [
        (kind("nice_v2", "card"), (None, None, 1, True)),
        (kind("ksnet", "card"), (None, 6, None, False)),
        (kind("ksnet", "phone"), ("same month", "pg")),
        (kind("kcp", "phone"), ("same month", "account")),
        (kind("kcp", "trans"), (None, 3, None, True)),
        (kind("kcp", "vbank"), "unlimited"),
        (kind("danal", "vbank"), None),
        (kind("kakaopay", "card"), (None, None, 1, False)),
        (kind("kakaopay", "point"), (None, None, 5, False)),
        (kind("naverpay", "point"), (1095, None, None, False)),
        (kind("paypal_v2", "paypal"), (180, None, None, False)),
        (kind("eximbay", "card"), None),
        (kind("kcp", "cultureland"), None),
    ],
)
def test_until_when_a_payment_can_be_cancelled(
    rules: PgRules, payment: PaymentKind, expected: object
) -> None:
    assert deadline(rules.find(CancelDeadline, payment)) == expected


@pytest.mark.parametrize(
    ("payment", "expected"),
    [
        (kind("kcp", "card"), None),
        (kind("kcp", "card", escrow=True), NO),
        (kind("ksnet", "card", escrow=True), NO),
        (kind("kcp", "card", card_type="overseas"), NO),
        (kind("eximbay", "card", card_type="overseas"), None),
        (kind("danal", "phone"), NO),
        (kind("welcome", "phone"), NO),
        (kind("nice_v2", "phone"), NO),
        (kind("html5_inicis", "phone"), (True, False, None, True, True)),
        (kind("kcp", "phone"), (True, True, None, False, True)),
        (kind("ksnet", "card"), (True, False, 9, False, True)),
        (kind("ksnet", "phone"), NO),
        (kind("tosspayments", "booknlife"), NO),
        (kind("kcp", "booknlife"), None),
        (kind("daou", "smartculture"), NO),
        (kind("mobilians_v2", "smartculture"), NO),
        (kind("mobilians_v2", "cultureland"), None),
        (kind("welcome", "card"), (True, True, None, False, True)),
        (kind("inicis_jp", "card"), (True, False, None, False, True)),
        (kind("inicis_jp", "cvs"), NO),
        (kind("nice_v2", "card", is_test=True), (True, False, None, False, False)),
        (kind("smartro_v2", "card", card_type="check", is_test=True), NO),
        (kind("smartro_v2", "card", card_type="check"), None),
        (kind("danal_tpay", "card", is_test=True), NO),
    ],
)
def test_whether_a_part_can_be_cancelled(rules: PgRules, payment: PaymentKind, expected: object) -> None:
    assert partial(rules.find(PartialCancel, payment)) == expected


@pytest.mark.parametrize(
    ("payment", "expected"),
    [
        (kind("html5_inicis", "card", is_test=True), AT_NIGHT),
        (kind("daou", "card", is_test=True), AT_NIGHT),
        (kind("mobilians", "phone", is_test=True), ("voided", None, False)),
        (kind("kcp", "card", is_test=True), ("not_charged", None, None)),
        (kind("kcp", "card", "kakaopay", is_test=True), ("kept", None, None)),
        (kind("kcp", "card", "payco", is_test=True), ("kept", None, None)),
        (kind("html5_inicis", "card", "kakaopay", is_test=True), ("kept", None, None)),
        (kind("smartro_v2", "card", "kakaopay", is_test=True), ("kept", None, None)),
        (kind("paymentwall", "card", is_test=True), ("kept", None, None)),
        (kind("kakaopay", "point", is_test=True), ("not_charged", None, None)),
        (kind("welcome", "card", is_test=True), ("not_charged", None, None)),
        (kind("html5_inicis", "vbank", is_test=True), None),
        (kind("kcp", "vbank", is_test=True), None),
        (kind("ksnet", "card", is_test=True), None),
        (kind("kicc_v2", "wechat", is_test=True), None),
    ],
)
def test_what_a_test_channel_does_with_money(rules: PgRules, payment: PaymentKind, expected: object) -> None:
    assert money(rules.find(MoneyInTest, payment)) == expected


def test_a_real_deposit_in_a_test_channel_is_neither_seen_nor_refunded(rules: PgRules) -> None:
    rule = rules.find(DepositInTest, kind("kcp", "vbank", is_test=True))
    assert rule is not None
    assert (rule.recorded, rule.refunded) == (False, False)
    assert rules.find(DepositInTest, kind("eximbay", "vbank", is_test=True)) is None


@pytest.mark.parametrize(
    ("pg", "expected"),
    [
        ("kcp", (True, True)),
        ("daou", (True, True)),
        ("tosspayments", (True, False)),
        ("uplus", (True, None)),
        ("danal", (False, None)),
        ("danal_tpay", (False, None)),
        ("eximbay", None),
    ],
)
def test_whether_a_deposit_can_be_refunded(rules: PgRules, pg: str, expected: object) -> None:
    rule = rules.find(VirtualAccountRefund, kind(pg, "vbank"))
    assert (rule and (rule.possible, rule.contract)) == expected


@pytest.mark.parametrize(
    ("pg", "expected"),
    [
        ("danal", False),
        ("jtnet", False),
        ("smartro_v2", False),
        ("kcp", True),
        ("html5_inicis", True),
        ("payco", None),
    ],
)
def test_whether_a_deadline_keeps_its_hour(rules: PgRules, pg: str, expected: bool | None) -> None:
    rule = rules.find(DepositDeadline, kind(pg, "vbank"))
    assert (rule and rule.keeps_hour) == expected


@pytest.mark.parametrize(
    ("payment", "expected"),
    [
        (kind("kicc_v2", "wechat"), "qr"),
        (kind("kicc_v2", "alipay_plus"), "qr"),
        (kind("inicis_jp", "cvs"), "convenience_store"),
        (kind("galaxia", "cvs"), "convenience_store"),
        (kind("eximbay", "vbank"), "convenience_store"),
        (kind("kcp", "vbank"), "deposit"),
        (kind("daou", "vbank"), "deposit"),
        (kind("daou", "card"), "late_report"),
        (kind("html5_inicis", "trans"), None),
        (kind("kcp", "card"), None),
    ],
)
def test_what_may_still_be_paid_after_the_window_was_left(
    rules: PgRules, payment: PaymentKind, expected: str | None
) -> None:
    rule = rules.find(OpenAttempt, payment)
    assert (rule and rule.how) == expected


@pytest.mark.parametrize(
    ("payment", "expected"),
    [
        (kind("mobilians_v2", "card"), False),
        (kind("settle_acc", "trans"), False),
        (kind("ksnet", "card"), True),
        (kind("ksnet", "point", "kakaopay"), True),
        (kind("ksnet", "vbank"), False),
        (kind("tosspayments", "point", "naverpay"), False),
        (kind("tosspayments", "card"), None),
        (kind("tosspayments", "card", is_test=True), False),
        (kind("tosspay_v2", "card"), True),
        (kind("tosspay_v2", "trans"), False),
        (kind("paypal", "paypal"), None),
        (kind("kcp", "card"), None),
    ],
)
def test_whether_there_is_a_receipt(rules: PgRules, payment: PaymentKind, expected: bool | None) -> None:
    rule = rules.find(Receipt, payment)
    assert (rule and rule.available) == expected


@pytest.mark.parametrize(
    ("pg", "status", "expected"),
    [
        ("paypal", "failed", ({"paid"}, 2, 3, "PaymentStatus", "Pending")),
        ("paymentwall", "failed", ({"paid"}, None, None, None, None)),
        ("paypal_v2", "pending", ({"paid", "failed"}, None, None, None, None)),
        ("payletter_global", "pending", ({"paid", "failed"}, None, None, None, None)),
        ("paypal_v2", "failed", None),
        ("paypal", "cancelled", None),
        ("kcp", "failed", None),
    ],
)
def test_what_a_status_may_still_become(rules: PgRules, pg: str, status: str, expected: object) -> None:
    rule = rules.later_result(kind(pg, "card"), status)
    assert (rule and (rule.becomes, rule.min_days, rule.max_days, rule.field, rule.value)) == expected


def test_for_which_payments_the_extension_is_worth_asking(rules: PgRules) -> None:
    paypal = rules.find(Extension, kind("paypal", "paypal"))
    kiwoom = rules.find(Extension, kind("daou", "vbank"))
    assert paypal is not None
    assert paypal.fields == ("PaymentStatus", "PendingReason", "ReasonCode")
    assert kiwoom is not None
    assert kiwoom.fields == ("REMITTER",)
    assert rules.find(Extension, kind("daou", "card")) is None


def test_the_single_facts(rules: PgRules) -> None:
    hours = rules.find(CancelHours, kind("ksnet", "vbank"))
    assert hours is not None
    assert (hours.closed_from, hours.closed_until) == (time(23), time(6))
    store = rules.find(Cancellable, kind("inicis_jp", "cvs"))
    assert store is not None
    assert not store.possible
    expiry = rules.find(PaymentExpiry, kind("tosspay_v2"))
    assert expiry is not None
    assert (expiry.default_minutes, expiry.max_minutes) == (15, 60)
    pending = rules.find(PendingCancel, kind("paypal_v2", "paypal"))
    assert pending is not None
    assert pending.may_be_refused
    revoked = rules.find(RevokedAccount, kind("kcp", "vbank"))
    assert revoked is not None
    assert (revoked.status, revoked.word) == ("failed", "계좌말소")
    registration = rules.find(RegistrationCharge, kind("danal_tpay", "card"))
    assert registration is not None
    assert registration.amount == 10


def test_a_conditional_refund_needs_its_conditions(rules: PgRules) -> None:
    assert rules.find(RefundTime, kind("danal", "phone")) is None
