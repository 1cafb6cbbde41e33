"""What the PG's texts mean: a table of texts from the PGs' own lists, held against the table of patterns."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from iamport_desktop.domain.failure_reasons import Explanation, FailureReasons, Pattern, readable
from iamport_desktop.resources import resource_path

TABLE = resource_path("failure_reasons.toml")
REASONS = FailureReasons.load(TABLE)
TEXTS: list[dict[str, str]] = tomllib.loads(
    Path(__file__).with_suffix(".toml").with_stem("failure_reasons").read_text("utf-8")
)["texts"]


def said(text: dict[str, str], reasons: FailureReasons = REASONS) -> str:
    explanation = reasons.explain(text["reason"], text["method"])
    return "nothing" if explanation is None else str(explanation)


def is_held_by_a_text(pattern: Pattern, **parts: Any) -> bool:
    """Tell whether some text would be explained wrongly with `parts` of `pattern` replaced."""
    changed = replace(pattern, **parts)
    table = replace(REASONS, patterns=tuple(changed if row is pattern else row for row in REASONS.patterns))
    touched = (
        text
        for text in TEXTS
        if pattern.matches(readable(text["reason"]), text["method"])
        != changed.matches(readable(text["reason"]), text["method"])
    )
    return any(said(text, table) != text["says"] for text in touched)


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: f"{text['reason'][:40]}-{text['method']}")
def test_what_a_text_means(text: dict[str, str]) -> None:
    explanation = REASONS.explain(text["reason"], text["method"])
    assert ("nothing" if explanation is None else str(explanation)) == text["says"]


def test_the_texts_are_real_ones() -> None:
    listed = [text for text in TEXTS if text["seen"] != "review"]
    assert {text["seen"] for text in TEXTS} <= REASONS.sources.keys()
    assert len({text["reason"] for text in listed}) >= 80
    assert sum(text["says"] == "nothing" for text in listed) >= 30


def test_every_explanation_is_given_for_some_text() -> None:
    assert {text["says"] for text in TEXTS} == {*Explanation, "nothing"}


def _parts() -> list[Any]:
    return [
        pytest.param(pattern, part, word, id=f"{pattern.id}-{part}-{index}")
        for pattern in REASONS.patterns
        for part in ("words", "unless")
        for index, word in enumerate(getattr(pattern, part))
    ]


@pytest.mark.parametrize(("pattern", "part", "word"), _parts())
def test_every_word_of_the_table_is_needed(pattern: Pattern, part: str, word: str) -> None:
    """Nothing is in the table that no text asks for, and no text stays right by chance when a word is lost."""
    rest = tuple(other for other in getattr(pattern, part) if other != word)
    assert is_held_by_a_text(pattern, **{part: rest})


@pytest.mark.parametrize("pattern", [row for row in REASONS.patterns if row.methods], ids=lambda row: row.id)
def test_every_condition_on_the_method_is_needed(pattern: Pattern) -> None:
    assert is_held_by_a_text(pattern, methods=frozenset())


@pytest.mark.parametrize(
    ("pattern", "code"),
    [(pattern, code) for pattern in REASONS.patterns for code in pattern.codes],
    ids=lambda value: value if isinstance(value, str) else value.id,
)
@pytest.mark.parametrize("form", ["{}", "[{}]", "code: {}, message: -", "결제실패({})입니다"])
def test_a_code_alone_is_enough(pattern: Pattern, code: str, form: str) -> None:
    method = min(pattern.methods, default="")
    assert REASONS.explain(form.format(code), method) is pattern.explanation
    assert REASONS.explain(form.format(f"{code}_X"), method) is None


@pytest.mark.parametrize("method", ["card", "samsung", "CARD ", "naverpay_card"])
def test_the_method_in_hand_is_asked(method: str) -> None:
    assert REASONS.explain("한도초과", method) is Explanation.CARD_LIMIT
    assert REASONS.explain("한도초과", "phone") is Explanation.CARRIER_LIMIT
    assert REASONS.explain("한도초과", "trans") is Explanation.ACCOUNT_LIMIT
    assert REASONS.explain("한도초과", "sample_coin") is REASONS.explain("한도초과", None) is None


@pytest.mark.parametrize(
    "rest",
    [
        "카드 한도초과",
        "비밀번호 오류",
        "잔액부족",
        "분실/도난 카드",
        "시스템 장애",
        "카드사 인증 실패",
        "유효기간 만료",
    ],
)
@pytest.mark.parametrize(
    "shop", ["미등록 가맹점", "거래정지업체", "계약되지 않은 상점", "MID가 유효하지 않습니다"]
)
def test_the_shop_stands_before_the_customer(shop: str, rest: str) -> None:
    assert REASONS.explain(f"[인증실패] {shop} ({rest})", "card") is Explanation.SHOP_CONTRACT
    assert REASONS.explain(f"{rest}, {shop}", "card") is Explanation.SHOP_CONTRACT


@pytest.mark.parametrize(
    "reason", [None, "", " \n\t", "\u200b", "\ufeff", "[]", "9999", "%", "%ZZ%EC%82", "😀", "\x00"]
)
@pytest.mark.parametrize("method", [None, "", "card", "vbank"])
def test_nothing_to_explain(reason: str | None, method: str | None) -> None:
    assert REASONS.explain(reason, method) is None


@pytest.mark.parametrize(
    "reason",
    [
        "한\u200b도\u200b초과",  # zero width space
        "\ufeff한도\u2060초과",  # byte order mark, word joiner
        "한\u00ad도초과",  # soft hyphen
        "\u1112\u1161\u11ab\u1103\u1169초과",  # decomposed Hangul, as macOS writes it
        "한도\u3000초과",  # ideographic space
        "한도\r\n초과",
        "  한  도\u00a0초과  ",
        "\u202e한도초과\u202c",  # direction marks
        "%ED%95%9C%EB%8F%84%EC%B4%88%EA%B3%BC",
    ],
    ids=ascii,
)
def test_odd_spellings(reason: str) -> None:
    assert REASONS.explain(reason.replace("한  도", "한도"), "card") is Explanation.CARD_LIMIT


def test_full_width_letters() -> None:
    assert REASONS.explain("ＵＳＥＲ＿ＣＡＮＣＥＬ", "card") is Explanation.CUSTOMER_CANCELLED
    assert REASONS.explain("Ｃａｒｄ　ｅｘｐｉｒｅｄ", None) is Explanation.CARD_EXPIRY


def test_only_the_beginning_of_a_long_text_is_read() -> None:
    assert REASONS.explain("한도초과" + "가" * 2**20, "card") is Explanation.CARD_LIMIT
    assert REASONS.explain("가" * 2**20 + "한도초과", "card") is None
    assert REASONS.explain("가" * 980 + "%ED%95%9C%EB%8F%84%EC%B4%88%EA%B3%BC", "card") is None
    assert REASONS.explain("\ufdfa" * 300 + "한도초과", "card") is None  # one character that becomes eighteen


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('says = "shop_limit"', 'says = "shop_limits"'),
        ('subject = "shop limit"', 'subject = "moon"'),
        ('id = "shop-limit"', 'id = "twice"'),
        ('methods = ["phone"]', 'methods = ["telegraph"]'),
        ("words = ['분실', '도난']\n", ""),
        ('sources = ["field"]', 'sources = ["nowhere"]'),
        ('sources = ["field"]', "sources = []"),
        ('sources = ["field"]', ""),
    ],
)
def test_a_damaged_table_is_refused(tmp_path: Path, old: str, new: str) -> None:
    table = TABLE.read_text("utf-8")
    assert old in table
    damaged = tmp_path / "table.toml"
    damaged.write_text(table.replace(old, new), "utf-8")
    with pytest.raises(ValueError):  # noqa: PT011 (the message names the row)
        FailureReasons.load(damaged)


def test_every_expression_is_well_formed() -> None:
    REASONS.compile()


def test_every_source_tells_when_it_was_read() -> None:
    assert {name for row in REASONS.patterns for name in row.sources} == REASONS.sources.keys()
    assert all(source.title and source.read.year >= 2026 for source in REASONS.sources.values())
