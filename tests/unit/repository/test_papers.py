"""The papers name what exists, and say the same in both languages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
PAPERS = [
    *sorted(ROOT.glob("*.md")),
    *sorted((ROOT / "docs").rglob("*.md")),
    ROOT / ".github" / "SECURITY.md",
    ROOT / "packaging" / "wine" / "README.md",
]
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
TARGETS = set(re.findall(r"^([a-z-]+):", MAKEFILE, re.MULTILINE))

each_paper = pytest.mark.parametrize("paper", PAPERS, ids=lambda path: path.relative_to(ROOT).as_posix())
each_pair = pytest.mark.parametrize("name", ["README", "docs/administration"])


def anchors(paper: Path) -> set[str]:
    """Return the anchors of the headings, as GitHub makes them."""
    headings = re.findall(r"^#+ (.+)$", paper.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@each_paper
def test_links_lead_to_files_and_headings(paper: Path) -> None:
    for link in re.findall(r"\]\(((?!https?:)[^)]+)\)", paper.read_text(encoding="utf-8")):
        name, _, anchor = link.partition("#")
        target = (paper.parent / name) if name else paper
        assert target.exists(), link
        assert not anchor or anchor in anchors(target), link


@each_paper
def test_make_targets_exist(paper: Path) -> None:
    named = set(re.findall(r"(?:^|`)make ([a-z-]+)", paper.read_text(encoding="utf-8"), re.MULTILINE))
    assert named - TARGETS - {"help"} == set()


@each_paper
def test_files_named_in_code_style_exist(paper: Path) -> None:
    folders = "iamport_desktop|resources|tests|packaging|tools|docs|requirements|\\.github"
    for name in re.findall(rf"`((?:{folders})/[\w./-]+)`", paper.read_text(encoding="utf-8")):
        assert (ROOT / name).exists(), name


@pytest.mark.parametrize("language", ["", ".ko"])
def test_every_option_of_the_command_line_is_documented(language: str) -> None:
    cli = (ROOT / "iamport_desktop" / "cli.py").read_text(encoding="utf-8")
    options = set(re.findall(r'add_argument\("(--[a-z-]+)"', cli))
    assert options
    page = (ROOT / "docs" / f"administration{language}.md").read_text(encoding="utf-8")
    assert {option for option in options if option not in page} == set()


def shape(paper: Path) -> list[str]:
    """Return what both languages share: levels of headings, blocks of code, rows of tables."""
    return [
        f"{line.count('|')} cells" if line.startswith("|") else line.split()[0][:3]
        for line in paper.read_text(encoding="utf-8").splitlines()
        if line.startswith(("#", "```", "|"))
    ]


@each_pair
def test_the_korean_page_has_the_same_sections_and_tables(name: str) -> None:
    assert shape(ROOT / f"{name}.ko.md") == shape(ROOT / f"{name}.md")


@each_pair
def test_the_korean_page_names_the_same_files_keys_and_commands(name: str) -> None:
    pages = [(ROOT / f"{name}{language}.md").read_text(encoding="utf-8") for language in ("", ".ko")]
    english, korean = (set(re.findall(r"`([^`\n]+)`", page)) for page in pages)
    assert english - korean == set()
