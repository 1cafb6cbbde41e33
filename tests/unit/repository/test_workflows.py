"""The GitHub workflows are what the published schema allows, and run what is there."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))


def checked(*files: Path, schema: str = "github-workflows") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}"]
    return subprocess.run([*command, *map(str, files)], capture_output=True, text=True)


@pytest.mark.slow
def test_they_keep_to_the_schema() -> None:
    assert WORKFLOWS
    done = checked(*WORKFLOWS)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.slow
def test_what_proposes_newer_actions_keeps_to_its_schema() -> None:
    done = checked(ROOT / ".github" / "dependabot.yml", schema="dependabot")
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.stem)
def test_an_action_is_named_by_its_commit_and_its_version_beside_it(workflow: Path) -> None:
    named = re.findall(r"uses: (.+)", workflow.read_text(encoding="utf-8"))
    assert named
    assert all(re.fullmatch(r"[\w./-]+@[0-9a-f]{40}  # v[\d.]+", each) for each in named)


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.stem)
def test_what_they_call_is_there(workflow: Path) -> None:
    text = workflow.read_text(encoding="utf-8")
    named = set(re.findall(r"(?:packaging|tools|requirements)/[\w./-]+", text))
    assert named
    assert not [name for name in named if not (ROOT / name).exists()]
    targets = set(re.findall(r"\bmake ([\w-]+)", text))
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert targets <= set(re.findall(r"^([\w-]+):", makefile, re.MULTILINE))
