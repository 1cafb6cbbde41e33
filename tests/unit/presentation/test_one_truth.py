"""Badge, sentence, advice, notices, timeline and reply say the same of a payment, whatever its state, PG and method.

Every PG of the vendor's list with every method, as far as their rules differ, in every make of payment below: the
sentences are told apart by what they claim, and no two claims may contradict each other.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from typing import Any

import pytest

from iamport_desktop.api.models import Payment
from iamport_desktop.domain.attempts import OtherAttempts, Unasked, attempts_besides
from iamport_desktop.domain.payment_method import payment_method
from iamport_desktop.domain.pg_rule_types import PaymentKind
from iamport_desktop.domain.status import State
from iamport_desktop.presentation.payment import build_payment_view_model
from iamport_desktop.presentation.reply import reply
from iamport_desktop.presentation.view_model import FormatContext, StepKind
from iamport_desktop.resources import resource_path
from tests.conftest import NOW, RULES
from tests.support.example_payments import NOW_S, payment

DAY = 86_400
PGS = list(json.loads(resource_path("codes", "pg_provider.json").read_text("utf-8")))
METHODS = list(json.loads(resource_path("codes", "pay_method.json").read_text("utf-8")))
ACCOUNT = {"vbank_num": "900-000000-00-008", "vbank_issued_at": NOW_S - DAY}
CANCELLED = {"cancelled_at": NOW_S - DAY, "cancel_reason": "고객 변심"}
FAILED = {"status": "failed", "failed_at": NOW_S - 3600}

# Each make of payment: changes to one that was paid two days ago.
MAKES: dict[str, dict[str, Any]] = {
    "paid": {},
    "paid long ago": {"paid_at": NOW_S - 2000 * DAY},
    "partly cancelled": CANCELLED | {"cancel_amount": 4_000},
    "cancelled": CANCELLED | {"status": "cancelled", "cancel_amount": 10_000},
    "cancelled long ago": {"status": "cancelled", "cancel_amount": 10_000, "cancelled_at": NOW_S - 90 * DAY},
    "cancelled, never paid": CANCELLED | {"status": "cancelled", "paid_at": 0},
    "cancelled with an account": CANCELLED | ACCOUNT | {"status": "cancelled", "paid_at": 0},
    "awaiting": ACCOUNT | {"status": "ready", "paid_at": 0, "vbank_date": NOW_S + DAY},
    "deadline an hour ago": ACCOUNT | {"status": "ready", "paid_at": 0, "vbank_date": NOW_S - 3600},
    "deadline long ago": ACCOUNT | {"status": "ready", "paid_at": 0, "vbank_date": NOW_S - 9 * DAY},
    "account closed": ACCOUNT | FAILED | {"paid_at": 0, "vbank_date": NOW_S + DAY, "fail_reason": "계좌말소"},
    "window open": {"status": "ready", "paid_at": 0, "started_at": NOW_S - 60},
    "window left": {"status": "ready", "paid_at": 0},
    "failed": FAILED | {"paid_at": 0},
    "failed, customer": FAILED | {"paid_at": 0, "fail_reason": "사용자가 결제를 취소하셨습니다"},
    "failed, system": FAILED
    | {"paid_at": 0, "fail_reason": "승인 후 통신 장애로 자동 결제를 취소 처리하였습니다"},
    "failed long ago": {"status": "failed", "paid_at": 0, "failed_at": NOW_S - 90 * DAY},
    "pending": {"status": "pending", "paid_at": 0},
    "registered": {"amount": 0, "customer_uid": "customer-1", "customer_uid_usage": "issue"},
    "registration cancelled": {"amount": 0, "customer_uid": "customer-1", "status": "cancelled"},
    "registration failed": FAILED | {"amount": 0, "customer_uid": "customer-1", "paid_at": 0},
    "deposits": ACCOUNT | {"deposit_history": [{"amount": 30_000, "deposited_at": NOW_S - DAY}], "amount": 0},
    "deposit after a cancellation": ACCOUNT
    | {
        "status": "cancelled",
        "cancel_amount": 10_000,
        "cancelled_at": NOW_S - 2 * DAY,
        "deposit_history": [
            {"amount": 10_000, "deposited_at": NOW_S - 3 * DAY},
            {"amount": 5_000, "deposited_at": NOW_S - DAY},
        ],
    },
    "test": {"sandbox": True},
    "test, cancelled": CANCELLED | {"status": "cancelled", "cancel_amount": 10_000, "sandbox": True},
    "test, awaiting": ACCOUNT | {"status": "ready", "paid_at": 0, "sandbox": True},
    "escrow": {"escrow": True},
    "contradictory": {"cancel_amount": 20_000},
    "unknown": {"status": "on_hold"},
}

# What a sentence claims, by words that only such a sentence has.
CLAIMS = {
    "no money": re.compile(
        r"[Nn]othing was charged|has no payment on record|closed before|No amount was approved"
        r"|결제된 금액은 없습니다|승인된 금액은 없습니다|기록된 결제는 없습니다|입금되기 전에|결제하기 전에"
    ),
    "may come": re.compile(
        r"still (be|become|turn) paid|still be reported|may still be paying|so far|has it watched"
        r"|may come in late|waiting for approval|yet\."
        r"|바뀔 수 있|늦게 확인될 수|승인을 기다리고|아직 포트원에|아직 (입금이 |완료가 )?확인되지|하는 중일 수 있"
    ),
    "not told": re.compile(
        r"no (deposit|payment) (was|has been) reported|not been (notified|confirmed)"
        r"|통보되지 않았|(입금은|입금이|완료가|결제는) (아직 )?확인되지 않았"
    ),
    "money came": re.compile(
        r"payment went through|stays paid|whole amount was cancelled|(?<!before it )was completed|cancelled in full"
        r"|deposits? of .* arrived|결제가 완료되었|결제된 상태|전체취소되었|부분취소되었|정상적으로 완료되었|입금하신 총"
    ),
    "refund": re.compile(
        r"usually (shows|returns|arrives|refunded)|is usually refunded|was to be expected by"
        r"|보통 .*(반영|입금|환불)됩니다|예상 기간"
    ),
    "cancel": re.compile(
        r"[Cc]an (usually )?be cancelled until|deadline for cancelling|까지 취소할 수 있|취소 기한"
    ),
    "send money": re.compile(r"Please send the money|Deadline: |계좌로 입금해 주시기|입금기한: "),
    "do not send": re.compile(
        r"No money may be sent|send no money to it|입금하면 안 됩니다|입금하지 말아 주시기"
    ),
    "pay again": re.compile(
        r"(?<!do not )(?<!need to )pay(s|ing)? again|by other means|[Pp]lease try again|another way to pay"
        r"|order again|다시 결제하(면|시)|다시 결제해|다른 결제수단|다시 주문하"
    ),
    "no payment": re.compile(
        r"This is no payment|registration|registered for recurring|결제가 아닙니다|정기결제"
    ),
}
CONTRADICTIONS = [
    ("no money", "may come"),
    ("no money", "not told"),
    ("no money", "money came"),
    ("no money", "refund"),
    ("money came", "not told"),
    ("money came", "may come"),
    ("money came", "pay again"),
    ("may come", "pay again"),
    ("may come", "refund"),
    ("send money", "do not send"),
    ("send money", "money came"),
    ("send money", "pay again"),
    ("cancel", "no money"),
    ("cancel", "not told"),
    ("no payment", "money came"),
    ("no payment", "refund"),
    ("no payment", "cancel"),
]


@dataclass(frozen=True)
class Said:
    """Everything that is said of a payment, sentence by sentence."""

    sentences: tuple[str, ...]

    def claims(self) -> set[str]:
        return {
            claim for claim, words in CLAIMS.items() if any(words.search(text) for text in self.sentences)
        }


def made(make: dict[str, Any], pg: str, method: str, **fields: Any) -> Payment:
    usual = {"currency": "KRW", "started_at": NOW_S - 3 * DAY, "paid_at": NOW_S - 2 * DAY}
    return payment(**usual | {"pg_provider": pg, "pay_method": method} | make | fields)


def said(example: Payment, context: FormatContext, others: OtherAttempts) -> Said:
    view_model = build_payment_view_model(example, context, others)
    texts = [view_model.header.status.word, view_model.header.status.meaning, *view_model.advice]
    texts += [notice.text for notice in view_model.notices]
    texts.append(reply(example, context, others))
    return Said(tuple(sentence for text in texts for sentence in re.split(r"(?<=[.!?])[ \n]", text)))


def combinations() -> list[tuple[str, str]]:
    """Return PGs and methods, all of the vendor's lists, one for each set of rules that holds for them."""
    found: dict[object, tuple[str, str]] = {}
    for pg in ("", *PGS):
        for method in ("", *METHODS):
            found.setdefault(_rules_of(pg, method), (pg, method))
    return list(found.values())


def _rules_of(pg: str, method: str) -> object:
    kinds = [
        PaymentKind(pg_provider=pg, pay_method=method, is_test=is_test, escrow=escrow)
        for is_test in (False, True)
        for escrow in (False, True)
    ]
    fitting = [[rule.fits(kind) for rule in RULES.pg.rules] for kind in kinds]
    reasons = [make.get("fail_reason") for make in MAKES.values()]
    explanations = [RULES.failures.explain(reason, method) for reason in reasons]
    called = payment_method(Payment.from_json({"pg_provider": pg, "pay_method": method}), RULES.pg)
    return str((fitting, explanations, called))


COMBINATIONS = combinations()
PAID_ELSEWHERE = attempts_besides(None, [payment()], NOW, RULES)


@pytest.fixture
def here(language: str, context: FormatContext) -> FormatContext:
    """Each language, masked."""
    return replace(context, language="ko" if language == "ko" else "en")


@pytest.mark.slow
@pytest.mark.parametrize("make", MAKES.values(), ids=MAKES.keys())
def test_nothing_contradicts_anything(make: dict[str, Any], here: FormatContext) -> None:
    """No other attempt is paid, so that whatever may be said is said."""
    for pg, method in COMBINATIONS:
        example = made(make, pg, method)
        texts = said(example, here, ())
        claims = texts.claims()
        clash = [pair for pair in CONTRADICTIONS if claims.issuperset(pair)]
        assert not clash, (pg, method, texts.sentences)
        if "pay again" in claims:
            assert here.assess(example, ()).may_invite_to_pay, (pg, method, texts.sentences)


@pytest.mark.parametrize(
    "make", [make for make in MAKES.values() if make.get("status") in ("failed", "ready")]
)
@pytest.mark.parametrize("others", [*Unasked, PAID_ELSEWHERE], ids=str)
def test_nobody_is_invited_to_pay_before_the_other_attempts_are_known(
    make: dict[str, Any], others: OtherAttempts, here: FormatContext
) -> None:
    for pg, method in (
        ("", "card"),
        ("html5_inicis", "vbank"),
        ("paypal", "paypal"),
        ("tosspay_v2", "point"),
    ):
        assert "pay again" not in said(made(make, pg, method), here, others).claims()


@pytest.mark.slow
@pytest.mark.parametrize("make", MAKES.values(), ids=MAKES.keys())
def test_the_rest_of_the_window_fits_the_badge(make: dict[str, Any], context: FormatContext) -> None:
    for pg, method in COMBINATIONS:
        example = made(make, pg, method, receipt_url="https://pg.example/r")
        shown, assessment = build_payment_view_model(example, context), context.assess(example)
        assert shown.header.status.state is assessment.state
        steps = {step.kind for step in shown.timeline}
        assert (StepKind.DEADLINE in steps) <= bool(assessment.may_still_be_paid), (pg, method)
        assert (shown.header.receipt is not None) == assessment.money_came, (pg, method)
        assert (assessment.account is not None) <= (assessment.state is State.AWAITING_DEPOSIT)
        assert not (assessment.watchable and assessment.final), (pg, method)
        assert not (assessment.watchable and assessment.money_came), (pg, method)
        if not assessment.money_came:
            assert (assessment.refunds.open, assessment.cancelling) == ((), None), (pg, method)


@pytest.mark.slow
def test_every_make_and_every_claim_occurs(here: FormatContext) -> None:
    """Or the tests above would prove less than they seem to."""
    states = set()
    claims: set[str] = set()
    for make in MAKES.values():
        for pg, method in COMBINATIONS[::2]:
            example = made(make, pg, method)
            states.add(here.assess(example).state)
            claims |= said(example, here, ()).claims()
    assert states == set(State)
    assert claims == set(CLAIMS)
