"""What is remembered, what is forgotten, and what a damaged file costs."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QStandardPaths

from iamport_desktop.api.identifiers import ImpUid, parse_imp_uid
from iamport_desktop.settings import MAX_HISTORY, MAX_SHOP_NAME, Settings, default_path


def uid(number: int) -> ImpUid:
    return parse_imp_uid(f"imp_{number:012}")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "not made yet" / "settings.ini"


@pytest.fixture
def settings(path: Path) -> Settings:
    return Settings(path)


def in_another_run(path: Path, expression: str) -> str:
    """`expression` of a new process's `settings`: Qt keeps a file that was read in memory."""
    program = (
        "import sys; from pathlib import Path; from iamport_desktop.settings import Settings;"
        "settings = Settings(Path(sys.argv[1])); print(eval(sys.argv[2]))"
    )
    run = subprocess.run(
        [sys.executable, "-c", program, path, expression], capture_output=True, text=True, check=True
    )
    assert run.stderr == ""
    return run.stdout.strip()


def test_a_first_start(settings: Settings) -> None:
    assert (settings.language, settings.theme, settings.geometry) == ("", "", QByteArray())
    assert (settings.include_test_payments, settings.hides_from_captures, settings.keeps_history) == (
        False,
        False,
        True,
    )
    assert settings.history == []


def test_everything_is_there_in_the_next_run(settings: Settings, path: Path) -> None:
    settings.language, settings.theme = "ko", "dark"
    settings.include_test_payments = settings.hides_from_captures = True
    settings.geometry = QByteArray(b"\x00\x01\xffany bytes\x00")
    settings.remember(uid(1))
    assert settings.save()
    seen = in_another_run(
        path,
        "(settings.language, settings.theme, settings.include_test_payments, settings.hides_from_captures,"
        " bytes(settings.geometry), settings.history)",
    )
    assert seen == str(("ko", "dark", True, True, b"\x00\x01\xffany bytes\x00", [uid(1)]))


def test_a_choice_can_be_taken_back(settings: Settings, path: Path) -> None:
    settings.language, settings.theme, settings.include_test_payments = "ko", "dark", True
    settings.language, settings.theme, settings.include_test_payments = "", "", False
    assert settings.save()
    seen = in_another_run(path, "(settings.language, settings.theme, settings.include_test_payments)")
    assert seen == str(("", "", False))


def test_the_newest_stand_first_and_each_once(settings: Settings) -> None:
    for number in (1, 2, 3, 1):
        settings.remember(uid(number))
    assert settings.history == [uid(1), uid(3), uid(2)]


def test_the_oldest_is_forgotten(settings: Settings) -> None:
    for number in range(MAX_HISTORY + 5):
        settings.remember(uid(number))
    assert settings.history == [uid(number) for number in range(MAX_HISTORY + 4, 4, -1)]


FORGET: dict[str, Callable[[Settings], None]] = {
    "cleared": Settings.clear_history,
    "switched off": lambda settings: setattr(settings, "keeps_history", False),
}


@pytest.mark.parametrize("forget", FORGET.values(), ids=FORGET)
def test_what_is_forgotten_is_gone_from_the_disk(
    forget: Callable[[Settings], None], settings: Settings, path: Path
) -> None:
    settings.remember(uid(77))
    settings.language = "ko"
    settings.save()
    assert uid(77) in path.read_text()
    forget(settings)
    assert settings.history == []
    settings.save()
    assert [file for file in path.parent.iterdir() if uid(77).encode() in file.read_bytes()] == []
    assert in_another_run(path, "(settings.history, settings.language)") == str(([], "ko"))


def test_nothing_is_remembered_while_no_history_is_kept(settings: Settings, path: Path) -> None:
    settings.keeps_history = False
    settings.remember(uid(1))
    assert settings.history == []
    settings.save()
    assert "imp_" not in path.read_text()
    settings.keeps_history = True
    assert settings.history == []
    settings.remember(uid(2))
    assert settings.history == [uid(2)]


@pytest.mark.parametrize(
    ("written", "history"),
    [
        ("imp_000000000001 imps_000000000002", ["imp_000000000001", "imps_000000000002"]),
        ("홍길동 010-1234-5678 imp_000000000001 hong@example.com", ["imp_000000000001"]),
        ("imp_1/../users/getToken imp_", []),
        ("imp_000000000001, imp_000000000002", []),  # Qt reads a list there
        ("@Invalid()", []),
        (
            " ".join(f"imp_{number:012}" for number in range(50)),
            [f"imp_{number:012}" for number in range(20)],
        ),
    ],
    ids=["good", "other text", "no whole imp_uid", "list", "invalid", "too many"],
)
def test_only_imp_uids_come_out_of_the_history(written: str, history: list[str], path: Path) -> None:
    path.parent.mkdir()
    path.write_text(f"[history]\nimp_uids={written}\n", encoding="utf-8")
    assert Settings(path).history == history


DAMAGED = {
    "binary": bytes(range(256)) * 4,
    "cut off": b"[window\nlanguage=k",
    "wrong values": b"[window]\nlanguage=fr\ntheme=5\ngeometry=7\nhide_from_captures=maybe\n[lookup]\n"
    b"include_test_payments=yes\n[history]\nkeep=?\nimp_uids=@ByteArray(\\0)\n",
    "wrong types": b"[window]\nlanguage=@Size(1 2)\ntheme=a, b\ngeometry=@Rect(1 2 3 4)\n",
    "empty": b"",
}


@pytest.mark.parametrize("content", DAMAGED.values(), ids=DAMAGED)
def test_a_damaged_file_costs_the_memory_alone(content: bytes, path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    settings = Settings(path)
    test_a_first_start(settings)
    settings.language = "ko"
    settings.remember(uid(1))
    assert settings.save()
    assert in_another_run(path, "(settings.language, settings.history)") == str(("ko", [uid(1)]))


def test_a_place_that_cannot_be_written_costs_the_memory_alone(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    settings = Settings(tmp_path / "file" / "settings.ini")
    settings.language = "ko"
    settings.remember(uid(1))
    assert (settings.language, settings.history) == ("ko", [uid(1)])
    assert not settings.save()


def test_a_second_window_does_not_undo_the_first(settings: Settings, path: Path) -> None:
    settings.language = "ko"
    settings.save()
    in_another_run(path, "(setattr(settings, 'theme', 'dark'), settings.save())")
    settings.include_test_payments = True
    settings.save()
    assert in_another_run(path, "(settings.language, settings.theme, settings.include_test_payments)") == str(
        ("ko", "dark", True)
    )


def test_it_lies_where_configuration_lies(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation)
    assert default_path() == Path(folder) / "iamport-desktop" / "settings.ini"
    if sys.platform == "linux":
        assert default_path() == tmp_path / "iamport-desktop" / "settings.ini"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("예시상점", "예시상점"), ("  예시\n  상점 ", "예시 상점"), ("", ""), ("가" * 80, "가" * MAX_SHOP_NAME)],
)
def test_the_shop_name_is_one_short_line(typed: str, kept: str, settings: Settings, path: Path) -> None:
    assert settings.shop_name == ""
    settings.shop_name = typed
    assert settings.shop_name == kept
    assert settings.save()
    assert (
        in_another_run(path, "settings.shop_name.encode('unicode_escape').decode()")
        == kept.encode("unicode_escape").decode()
    )


def test_no_place_for_a_secret() -> None:
    """Every setting is named here; only the shop's name is a text that was typed."""
    names = {name for name, member in vars(Settings).items() if isinstance(member, property)}
    assert names == set(
        "language theme geometry include_test_payments hides_from_captures keeps_history history shop_name".split()
    )
