"""The kinds, rules and sources on the page about quality are those of the code and its data."""

from __future__ import annotations

from pathlib import Path

from iamport_desktop.domain.status import State
from iamport_desktop.presentation.i18n import Translation
from tools import kinds

PAGE = Path(__file__).parents[3] / "docs" / "quality.md"


def test_the_page_is_up_to_date(installed_translation: Translation) -> None:
    """`make kinds ARGS="--write docs/quality.md"` writes it."""
    assert (
        f"<!-- kinds:begin -->\n{kinds.section(installed_translation)}<!-- kinds:end -->"
        in PAGE.read_text("utf-8")
    )


def test_the_samples_show_every_kind(installed_translation: Translation) -> None:
    text = kinds.section(installed_translation)
    assert [state for state in State if f"| `{state}` |" not in text] == []
