"""The text of a crash report: class and place of an exception, and none of the data."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from iamport_desktop.desktop.crash_report import (
    MAX_EXCEPTIONS,
    MAX_FRAMES,
    format_report,
    report_header,
    without_home,
)


class PlantedError(Exception):
    pass


def raised(error: BaseException) -> BaseException:
    try:
        raise error
    except type(error):
        return error


def test_a_report_says_what_and_where_and_nothing_of_the_data() -> None:
    of_a_customer = "sentinel"
    error = raised(PlantedError(of_a_customer, {"buyer": of_a_customer}))
    error.add_note(of_a_customer)
    report = format_report(error, "MainThread")
    assert report.startswith(report_header())
    assert "Thread: MainThread" in report
    assert f"Exception: {__name__}.PlantedError" in report
    assert re.search(r"test_crash_report\.py:\d+ raised\n", report)
    assert "sentinel" not in report
    assert "of_a_customer" not in report


def test_causes_are_reported_with_where_they_came_from() -> None:
    try:
        try:
            raised(KeyError("sentinel"))
            raise KeyError("sentinel")
        except KeyError as error:
            raise PlantedError("sentinel") from error
    except PlantedError as error:
        group = raised(ExceptionGroup("sentinel", [error, OSError("sentinel")]))
    report = format_report(group, "MainThread")
    kinds = re.findall("Exception: (.*)", report)
    assert kinds == [
        "builtins.ExceptionGroup",
        f"{__name__}.PlantedError",
        "builtins.OSError",
        "builtins.KeyError",
    ]
    assert "sentinel" not in report


def test_a_ring_of_causes_has_an_end() -> None:
    first, second = raised(KeyError()), raised(OSError())
    first.__cause__, second.__cause__ = second, first
    assert format_report(first, "MainThread").count("Exception: ") == 2


def test_many_causes_and_frames_are_cut_short() -> None:
    def deeper() -> None:
        deeper()

    try:
        deeper()
    except RecursionError as error:
        endless: BaseException = error
    report = format_report(endless, "MainThread")
    assert len(report.splitlines()) < MAX_FRAMES + 10
    assert re.search(r"\.\.\. \d+ more", report)
    for _ in range(3 * MAX_EXCEPTIONS):
        outer = KeyError()
        outer.__cause__ = endless
        endless = outer
    assert format_report(endless, "MainThread").count("Exception: ") == MAX_EXCEPTIONS


def test_the_home_and_what_it_leads_to_are_shortened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real, link = tmp_path / "kim.real", tmp_path / "kim"
    real.mkdir()
    link.symlink_to(real)
    monkeypatch.setenv("HOME", str(link))
    monkeypatch.setenv("USERPROFILE", str(link))
    assert without_home(f"{link}/a {real}/b /elsewhere") == "~/a ~/b /elsewhere"
    monkeypatch.setenv("HOME", "/")
    monkeypatch.setenv("USERPROFILE", "/")
    assert without_home("/a/b") == "/a/b"
