"""What must hold for every answer: it is refused in a sentence or shown, and nothing masked gets out."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import httpx

from iamport_desktop.api.client import _payment
from iamport_desktop.api.codes import CodeTables
from iamport_desktop.api.errors import PortOneError, UnusableResponse
from iamport_desktop.api.identifiers import ImpUid
from iamport_desktop.api.models import Payment
from iamport_desktop.api.responses import parse_response
from iamport_desktop.api.transport import Response
from iamport_desktop.domain.assessment import assess
from iamport_desktop.domain.attempts import best_first
from iamport_desktop.lookup.state import Order, Results
from iamport_desktop.presentation.messages import describe
from iamport_desktop.presentation.payment import build_payment_view_model
from iamport_desktop.presentation.raw_json import raw_json
from iamport_desktop.presentation.reply import reply
from iamport_desktop.presentation.results import attempt_list
from iamport_desktop.presentation.summary import summary
from iamport_desktop.presentation.view_model import FormatContext
from iamport_desktop.resources import resource_path
from tests.conftest import NOW, RULES
from tests.support.view_model_texts import all_text, drawn

CONTEXT = FormatContext("ko", CodeTables.load(resource_path("codes")), RULES, NOW)
LONGEST = 400  # characters of one label; Qt takes seconds for a hundred thousand
# What is drawn as nothing, or turns the text around it.
UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ud800-\udfff]")


def check_answer(body: bytes) -> None:
    """Check the body of an answer with status 200."""
    response = Response(200, httpx.Headers({"content-type": "application/json"}), body)
    try:
        payload = parse_response(response)
        asked = payload.get("imp_uid") if isinstance(payload, dict) else None
        payment = _payment(payload, asked if isinstance(asked, str) else ImpUid("imp_1"))  # type: ignore[arg-type]
    except PortOneError as error:
        check_refusal(error)
        return
    check_payment(payment)


def check_refusal(error: PortOneError) -> None:
    """Check that a refusal names its cause and a next step."""
    message = describe(error)
    assert message.what
    assert message.next_step or not isinstance(error, UnusableResponse)
    assert message.what != describe(RuntimeError()).what
    check_seen(message.what + message.next_step + message.technical)


def check_payment(payment: Payment) -> None:
    """Check that its texts can be drawn and hold nothing invisible, masked and revealed, alone and in a list."""
    for revealed in (False, True):
        context = replace(CONTEXT, revealed=revealed)
        check_drawn(drawn(build_payment_view_model(payment, context)))
        check_seen(raw_json(payment, revealed=revealed))
        check_seen(summary(payment, context))
        check_seen(reply(payment, context))
    listed = attempt_list(Results(Order("order"), best_first([payment], NOW, RULES), (), NOW), CONTEXT)
    check_drawn([cell for row in listed.rows for cell in row.cells])


def check_drawn(texts: list[str]) -> None:
    """Check that each is short enough for a label."""
    for text in texts:
        assert len(text) <= LONGEST, f"a text of {len(text)} characters"
        check_seen(text)


def check_seen(text: str) -> None:
    """Check that nothing in it is invisible."""
    assert not UNSEEN.search(text), f"something unseen in {text!r}"


def check_masks(source: dict[str, Any]) -> None:
    """Check that no two runes of the personal data are left side by side by the masks.

    An account that takes deposits is the shop's, and shown.
    """
    if assess(Payment.from_json(source), NOW, RULES).account:
        source = {name: value for name, value in source.items() if name not in ("vbank_num", "vbank_holder")}
    text = all_text(Payment.from_json(source), CONTEXT, revealed=False)
    assert re.findall("[\u16a0-\u16ea]{2,}", text) == []
