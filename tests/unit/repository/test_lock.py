"""requirements/*.txt pin what pyproject.toml asks for, by hash, and do not say where it comes from."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[3]
LOCKS = ["app", "test", "package"]


def lock_text(name: str) -> str:
    return (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")


def pinned(name: str) -> dict[str, Requirement]:
    """The requirements of one lock by name, each hash line cut off."""
    lines = lock_text(name).replace("\\\n", " ").splitlines()
    entries = [re.split(r"\s--hash", line)[0] for line in lines if line and not line.lstrip().startswith("#")]
    return {entry.name: entry for entry in map(Requirement, entries)}


def version_of(entry: Requirement) -> str:
    (specifier,) = entry.specifier
    assert specifier.operator == "==", entry
    return specifier.version


def asked_for(name: str) -> list[Requirement]:
    """What pyproject.toml asks for in one lock: the application's own, the build backend, and the group's."""
    pyproject = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    groups = pyproject["dependency-groups"]
    asked = [*pyproject["project"]["dependencies"], *groups["build"], *groups.get(name, [])]
    assert set(pyproject["build-system"]["requires"]) <= set(asked)
    return [Requirement(text) for text in asked]


@pytest.mark.parametrize("lock", LOCKS)
def test_every_entry_is_pinned_with_hashes(lock: str) -> None:
    entries = [line for line in lock_text(lock).replace("\\\n", " ").splitlines() if re.match(r"\w", line)]
    assert entries
    for entry in entries:
        assert re.match(r"[\w.-]+==\S+.*\s--hash=sha256:[0-9a-f]{64}\b", entry), entry[:80]


@pytest.mark.parametrize("lock", LOCKS)
def test_no_address_and_no_index(lock: str) -> None:
    assert not re.findall(
        r"\S*://\S*|^-[if]\b.*|--[\w-]*index\S*|--find-links\S*", lock_text(lock), re.MULTILINE
    )


@pytest.mark.parametrize("lock", LOCKS)
def test_lock_holds_what_pyproject_asks_for(lock: str) -> None:
    entries = pinned(lock)
    for requirement in asked_for(lock):
        name = re.sub(r"[-_.]+", "-", requirement.name).lower()
        assert name in entries, f"{name} is not in {lock}.txt: make lock"
        assert requirement.specifier.contains(version_of(entries[name])), f"{name} in {lock}.txt: make lock"


@pytest.mark.parametrize("lock", ["test", "package"])
def test_locks_agree_on_versions(lock: str) -> None:
    other = pinned(lock)
    for name, entry in pinned("app").items():
        assert version_of(other[name]) == version_of(entry)
