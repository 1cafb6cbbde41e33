"""Times by name, and how far away they are."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone

import pytest

from iamport_desktop.presentation.formatting import date_and_time, freshness, time_ago, time_left, time_of_day
from tests.conftest import NOW

# fmt: off
PAST = [
    (timedelta(0), "just now", "방금"),
    (timedelta(seconds=59), "just now", "방금"),
    (timedelta(minutes=1), "1 minute ago", "1분 전"),
    (timedelta(minutes=2), "2 minutes ago", "2분 전"),
    (timedelta(minutes=59, seconds=59), "59 minutes ago", "59분 전"),
    (timedelta(hours=1), "1 hour ago", "1시간 전"),
    (timedelta(hours=23, minutes=59), "23 hours ago", "23시간 전"),
    (timedelta(days=1), "1 day ago", "1일 전"),
    (timedelta(days=29), "29 days ago", "29일 전"),
    (timedelta(days=30), "1 month ago", "1개월 전"),
    (timedelta(days=364), "12 months ago", "12개월 전"),
    (timedelta(days=365), "1 year ago", "1년 전"),
    (timedelta(days=3650), "10 years ago", "10년 전"),
]
FUTURE = [
    (timedelta(seconds=1), "less than a minute left", "1분 미만 남음"),
    (timedelta(minutes=1), "1 minute left", "1분 남음"),
    (timedelta(minutes=59), "59 minutes left", "59분 남음"),
    (timedelta(hours=1), "1 hour left", "1시간 남음"),
    (timedelta(hours=30), "1 day left", "1일 남음"),
    (timedelta(days=2), "2 days left", "2일 남음"),
    (timedelta(days=4000), "4000 days left", "4000일 남음"),
]
# fmt: on


@pytest.mark.parametrize(("passed", "english", "korean"), PAST)
def test_ago(passed: timedelta, english: str, korean: str, language: str) -> None:
    assert time_ago(NOW - passed, NOW) == (korean if language == "ko" else english)


@pytest.mark.parametrize(("remaining", "english", "korean"), FUTURE)
def test_left(remaining: timedelta, english: str, korean: str, language: str) -> None:
    assert time_left(NOW + remaining, NOW) == (korean if language == "ko" else english)


def test_each_has_its_direction() -> None:
    second = timedelta(seconds=1)
    assert time_ago(NOW + second, NOW) == ""
    assert time_left(NOW - second, NOW) == time_left(NOW, NOW) == ""


@pytest.mark.parametrize(
    ("moment", "text"),
    [
        (datetime(2026, 11, 22, 5, 2, 11, tzinfo=UTC), "2026-11-22 14:02:11 KST"),
        (datetime(2026, 11, 22, 15, 0, tzinfo=UTC), "2026-11-23 00:00:00 KST"),
        (datetime(1970, 1, 1, 0, 0, 1, tzinfo=UTC), "1970-01-01 09:00:01 KST"),
        (datetime(2026, 7, 1, 0, 0, tzinfo=timezone(timedelta(hours=-7))), "2026-07-01 16:00:00 KST"),
        (datetime(9999, 12, 31, 0, 0, tzinfo=UTC), "9999-12-31 09:00:00 KST"),
        (datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC), "9999-12-31 23:59:59 UTC"),  # there is no year 10000
    ],
)
def test_korean_time(moment: datetime, text: str) -> None:
    assert date_and_time(moment) == text


def test_the_year_9999_is_far_away(language: str) -> None:
    last = datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC)
    assert re.search(r"[0-9]{7}", time_left(last, NOW))
    assert time_ago(NOW, last)


def test_clock() -> None:
    assert time_of_day(datetime(2026, 11, 22, 5, 5, 11, tzinfo=UTC)) == "14:05:11"


def test_freshness(language: str) -> None:
    new, old = freshness(NOW, NOW + timedelta(seconds=59)), freshness(NOW, NOW + timedelta(minutes=2))
    assert new.fresh
    assert not old.fresh
    assert new.text == ("14:00:00 기준" if language == "ko" else "As of 14:00:00")
    assert old.text == new.text + (" · 2분 전" if language == "ko" else " · 2 minutes ago")
    assert freshness(NOW, NOW - timedelta(hours=1)).fresh  # the clock was set back in between
