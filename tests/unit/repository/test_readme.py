"""The README says what is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_every_file_that_it_links_to_is_there() -> None:
    links = re.findall(r"\]\(((?!https?:|#)[^)]+)\)", README)
    assert links
    assert not [link for link in links if not (ROOT / link.partition("#")[0]).exists()]


def test_every_picture_is_shown_or_named_by_its_state() -> None:
    from tools.screenshots import STATES

    pictures = {path.name for path in (ROOT / ".github" / "screenshots").glob("*.png")}
    expected = {
        f"{state.name}-{language}-{theme}.png"
        for state in STATES
        for language in ("ko", "en")
        for theme in ("light", "dark")
    }
    assert pictures == expected
    assert all(f"{state.name}-" in README for state in STATES)


def test_every_make_target_that_it_names_exists() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    named = set(re.findall(r"`make ([a-z-]+)", README)) - {"help"}
    assert named
    assert not [name for name in named if not re.search(rf"^{name}:", makefile, re.MULTILINE)]


@pytest.mark.parametrize("module", re.findall(r"^  ([a-z_]+(?:/|\.py)) ", README, re.MULTILINE))
def test_every_part_of_the_house_that_it_describes_exists(module: str) -> None:
    assert (ROOT / "iamport_desktop" / module).exists()


def test_every_option_of_the_command_line_is_told() -> None:
    cli = (ROOT / "iamport_desktop" / "cli.py").read_text(encoding="utf-8")
    options = set(re.findall(r'add_argument\("(--[a-z-]+)"', cli))
    assert options
    assert not [option for option in options if option not in README]


def shape(readme: str) -> list[str]:
    """What two languages have in common: levels of headings, commands, rows of tables, pictures' states."""
    kept = []
    for line in readme.splitlines():
        if heading := re.match(r"#+", line):
            kept.append(heading.group())
        elif line.startswith("|"):
            kept.append(f"{line.count('|')} cells")
        elif line.startswith("```"):
            kept.append("block")
    return kept


def test_the_korean_readme_has_the_same_sections_and_tables() -> None:
    korean = (ROOT / "README.ko.md").read_text(encoding="utf-8")
    made = re.compile(r"<!-- (\w+):begin -->.*?<!-- \1:end -->", re.DOTALL)  # tables that a command writes
    assert shape(made.sub("", korean)) == shape(made.sub("", README))
    assert made.findall(korean) == made.findall(README)


def test_the_korean_readme_names_the_same_files_keys_and_commands() -> None:
    korean = (ROOT / "README.ko.md").read_text(encoding="utf-8")
    assert set(re.findall(r"`([^`\n]+)`", README)) - set(re.findall(r"`([^`\n]+)`", korean)) == set()
