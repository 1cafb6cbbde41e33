"""What is committed names no package registry's host and no personal directory."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]

# Written in parts, since this file is searched too.
_HOSTS = {"org": ("pypi", "pythonhosted", "deb.debian", "registry.npmjs"), "com": ("archive.ubuntu",)}
REGISTRY_HOST = "|".join(re.escape(f"{name}.{top}") for top, names in _HOSTS.items() for name in names)
PERSONAL_PATH = r"/(?:home|root|work|Users)/\w|\w:\\Users\\\w"


def tracked_texts() -> dict[str, str]:
    # safe.directory: the checkout may belong to another user.
    command = ["git", "-c", "safe.directory=*", "ls-files", "-z"]
    listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    names = [name for name in listed.split("\0") if name and (ROOT / name).is_file()]
    contents = {name: (ROOT / name).read_bytes() for name in names}
    return {name: data.decode() for name, data in contents.items() if b"\0" not in data}


@pytest.mark.parametrize("pattern", [REGISTRY_HOST, PERSONAL_PATH])
def test_tracked_files_do_not_name(pattern: str) -> None:
    texts = tracked_texts()
    assert "pyproject.toml" in texts
    found = [f"{name}: {match[0]}" for name, text in texts.items() for match in re.finditer(pattern, text)]
    assert not found


def test_the_patterns_catch_what_they_are_for() -> None:
    assert re.search(REGISTRY_HOST, "https://pypi" + ".org/simple")
    assert re.search(PERSONAL_PATH, "/home" + "/someone/checkout")
    assert re.search(PERSONAL_PATH, "C:\\" + "Users\\someone")
