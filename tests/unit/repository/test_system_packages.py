"""`tools/system-packages` on fake systems, and the libraries that Qt links to on this one."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import PySide6
import pytest

ROOT = Path(__file__).parents[3]
SCRIPT = ROOT / "tools" / "system-packages"

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="Debian packages and ldd are Linux's")


class Machine:
    """A PATH with the few commands that the script asks about the system; each answer is a text."""

    def __init__(self, path: Path) -> None:
        self.path = path
        for tool in ("awk", "cat", "grep", "sed", "tr"):
            found = shutil.which(tool)
            assert found
            (path / tool).symlink_to(found)
        self.answer("id", "1000")
        self.answer("uname", "Linux")
        self.answer("apt-cache", "  Candidate: (none)")

    def answer(self, command: str, text: str) -> None:
        self.script(command, f"cat <<'END'\n{text}\nEND")

    def packages(self, *rows: str) -> None:
        """What dpkg-query knows, as rows of "status,name,provided names"; it is to be asked for these."""
        listing = "\n".join(rows)
        asked = "'${db:Status-Status},${Package},${Provides}'*"
        self.script("dpkg-query", f"case $3 in {asked}) cat <<'END'\n{listing}\nEND\n;; *) exit 2 ;; esac")

    def script(self, command: str, body: str) -> None:
        file = self.path / command
        file.write_text(f"#!/bin/sh\nPATH={os.environ['PATH']}\n{body}\n", encoding="utf-8")
        file.chmod(0o755)

    def ask(self, wanted: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["/bin/sh", str(SCRIPT), "-"],
            input=wanted,
            env={"PATH": str(self.path)},
            capture_output=True,
            text=True,
            timeout=20,
        )


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def test_nothing_missing_is_silent(machine: Machine) -> None:
    machine.packages("installed,libegl1,", "not-installed,xvfb,")
    done = machine.ask("# a list\nlibegl1  # QtGui\n")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_a_package_that_provides_the_name_will_do(machine: Machine) -> None:
    machine.packages("installed,libglib2.0-0t64,libglib2.0-0 (= 2.80.0-6), other")
    assert machine.ask("libglib2.0-0\n").returncode == 0


def test_any_of_several_will_do(machine: Machine) -> None:
    machine.packages("installed,fonts-nanum,")
    assert machine.ask("fonts-noto-cjk | fonts-nanum\n").returncode == 0


def test_without_root_the_exact_command_is_named(machine: Machine) -> None:
    machine.packages("installed,libegl1,", "not-installed,xvfb,")
    done = machine.ask("libegl1\nxvfb\nlibgl1 # GL\n")
    assert done.returncode == 1
    assert "apt-get update && apt-get install -y --no-install-recommends xvfb libgl1'" in done.stderr


def test_of_several_names_the_one_on_offer_is_taken(machine: Machine) -> None:
    machine.packages()
    machine.script("apt-cache", 'if [ "$2" = dillo ]; then echo "  Candidate: 3.0.5"; fi')
    assert re.search(r"--no-install-recommends dillo'", machine.ask("chromium | dillo\n").stderr)


def test_root_installs_what_is_missing(machine: Machine) -> None:
    machine.answer("id", "0")
    machine.packages("installed,libegl1,")
    machine.script("apt-get", f'echo "$@" >> {machine.path}/calls')
    assert machine.ask("libegl1\nxvfb\n").returncode == 0
    update, install = (machine.path / "calls").read_text(encoding="utf-8").splitlines()
    assert "update" in update.split()
    assert install.split()[:2] == ["install", "-y"]
    assert install.split()[-1] == "xvfb"


def test_on_another_system_the_packages_are_named(machine: Machine) -> None:
    done = machine.ask("xvfb\n")
    assert done.returncode == 0
    assert "xvfb" in done.stdout


def qt_binaries() -> list[Path]:
    """The Qt modules and plugins that the application loads."""
    home = Path(PySide6.__file__).parent
    modules = [home / f"Qt{name}.abi3.so" for name in ("Core", "Gui", "Widgets", "DBus", "Network", "Svg")]
    platforms = [home / "Qt/plugins/platforms" / f"libq{name}.so" for name in ("offscreen", "xcb", "wayland")]
    return modules + platforms


@pytest.mark.parametrize("binary", qt_binaries(), ids=lambda path: path.name)
def test_every_library_that_qt_links_to_is_here(binary: Path) -> None:
    listing = subprocess.run(["ldd", str(binary)], check=True, capture_output=True, text=True).stdout
    assert "libc.so" in listing
    missing = re.findall(r"(\S+) => not found", listing)
    assert not missing, "requirements/debian-app.txt lacks the packages of these libraries"
