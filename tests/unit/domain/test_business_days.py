"""Korean business days, refund windows and deadlines."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import TypeVar

import pytest

from iamport_desktop.domain.business_days import (
    KST,
    DateWindow,
    add_business_days,
    cancel_deadline,
    deposit_closes_at,
    is_business_day,
    korean_day,
    refund_window,
    refunds_closed,
    weekly_payout,
)
from iamport_desktop.domain.pg_rule_types import CancelDeadline, CancelHours, RefundTime, Rule

R = TypeVar("R", bound=Rule)
SOURCE = {"source": "portone-io/docs/page.md", "section": "heading", "read": date(2026, 11, 25)}


def rule(rule_type: type[R], **fields: object) -> R:
    return rule_type(**SOURCE, **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2026, 11, 25, 14, 59, 59, tzinfo=UTC), date(2026, 11, 25)),
        (datetime(2026, 11, 25, 15, tzinfo=UTC), date(2026, 11, 26)),
        (datetime(2026, 11, 25, 23, tzinfo=timezone(timedelta(hours=-8))), date(2026, 11, 26)),
        (datetime(9999, 12, 31, 23, tzinfo=UTC), date.max),
    ],
)
def test_a_moment_belongs_to_a_day_in_korea(moment: datetime, day: date) -> None:
    assert korean_day(moment) == day


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 11, 25), True),
        (date(2026, 11, 28), False),  # Saturday
        (date(2026, 11, 29), False),  # Sunday
        (date(2026, 9, 25), False),  # Chuseok
        (date(2026, 8, 17), False),  # in place of 15 August, a Saturday
        (date(2025, 5, 1), False),  # banks are closed, though it was no public holiday yet
        (date(2026, 12, 24), True),
        (date(2026, 12, 25), False),
    ],
)
def test_business_days(day: date, expected: bool) -> None:
    assert is_business_day(day) is expected


@pytest.mark.parametrize(
    ("day", "count", "expected"),
    [
        (date(2026, 11, 28), 0, date(2026, 11, 28)),
        (date(2026, 11, 25), 1, date(2026, 11, 26)),
        (date(2026, 11, 27), 1, date(2026, 11, 30)),
        (date(2026, 11, 28), 1, date(2026, 11, 30)),
        (date(2026, 9, 23), 3, date(2026, 9, 30)),  # over Chuseok, 24 to 26 September
        (date(2026, 12, 31), 1, date(2027, 1, 4)),
        (date.max, 3, date.max),
    ],
)
def test_adding_business_days(day: date, count: int, expected: date) -> None:
    assert add_business_days(day, count) == expected


CANCELLED = datetime(2026, 11, 24, 23, tzinfo=UTC)  # Wednesday morning in Korea


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"min_days": 3, "max_days": 5}, DateWindow(date(2026, 11, 30), date(2026, 12, 2))),
        ({"min_days": 0, "max_days": 0}, DateWindow(date(2026, 11, 25), date(2026, 11, 25))),
        ({"min_days": 7}, DateWindow(date(2026, 12, 4), None)),
        (
            {"payout_weekday": "thursday", "last_request_weekday": "tuesday"},
            DateWindow(date(2026, 12, 3), date(2026, 12, 3)),
        ),
        ({"undocumented": True}, None),
    ],
)
def test_the_window_of_a_refund(fields: dict[str, object], expected: DateWindow | None) -> None:
    assert refund_window(rule(RefundTime, **fields), CANCELLED) == expected


@pytest.mark.parametrize(
    ("requested", "paid_out"),
    [
        (date(2026, 11, 23), date(2026, 11, 26)),  # Monday
        (date(2026, 11, 24), date(2026, 11, 26)),  # Tuesday
        (date(2026, 11, 25), date(2026, 12, 3)),  # Wednesday
        (date(2026, 11, 29), date(2026, 12, 3)),  # Sunday
        (date(2026, 9, 21), date(2026, 9, 28)),  # Thursday the 24th and Friday are Chuseok
    ],
)
def test_a_weekly_payout(requested: date, paid_out: date) -> None:
    assert weekly_payout(requested, "thursday", "tuesday") == paid_out


PAID = datetime(2026, 8, 30, 15, 30, tzinfo=UTC)  # 31 August in Korea


@pytest.mark.parametrize(
    ("fields", "paid_at", "expected"),
    [
        ({"days": 180}, PAID, date(2027, 2, 27)),
        ({"months": 6}, PAID, date(2027, 2, 28)),
        ({"months": 3}, PAID, date(2026, 11, 30)),
        ({"months": 4}, PAID, date(2026, 12, 31)),
        ({"years": 1}, PAID, date(2027, 8, 31)),
        ({"years": 1}, datetime(2028, 2, 29, tzinfo=UTC), date(2029, 2, 28)),
        ({"years": 5}, datetime(9998, 1, 1, tzinfo=UTC), date.max),
        ({"days": 9}, datetime(9999, 12, 30, tzinfo=UTC), date.max),
        ({"same_month": True}, PAID, date(2026, 8, 31)),
        ({"same_month": True}, datetime(2026, 8, 31, 15, tzinfo=UTC), date(2026, 9, 30)),
        ({"unlimited": True}, PAID, None),
    ],
)
def test_the_last_day_to_cancel(fields: dict[str, object], paid_at: datetime, expected: date | None) -> None:
    assert cancel_deadline(rule(CancelDeadline, **fields), paid_at) == expected


@pytest.mark.parametrize(
    ("hours", "at", "closed"),
    [
        ((time(23), time(6)), time(22, 59), False),
        ((time(23), time(6)), time(23), True),
        ((time(23), time(6)), time(5, 59), True),
        ((time(23), time(6)), time(6), False),
        ((time(1), time(2)), time(1, 30), True),
        ((time(1), time(2)), time(2), False),
    ],
)
def test_hours_without_refunds(hours: tuple[time, time], at: time, closed: bool) -> None:
    moment = datetime.combine(date(2026, 11, 25), at, KST).astimezone(UTC)
    closed_hours = rule(CancelHours, closed_from=hours[0], closed_until=hours[1])
    assert refunds_closed(closed_hours, moment) is closed


@pytest.mark.parametrize(
    ("deadline", "keeps_hour", "expected"),
    [
        (datetime(2026, 11, 25, 6, tzinfo=UTC), True, datetime(2026, 11, 25, 15, tzinfo=KST)),
        (datetime(2026, 11, 25, 6, tzinfo=UTC), False, datetime(2026, 11, 26, tzinfo=KST)),
        (datetime(2026, 11, 25, 15, tzinfo=UTC), False, datetime(2026, 11, 27, tzinfo=KST)),
        (datetime(9999, 12, 31, 23, tzinfo=UTC), False, datetime.max.replace(tzinfo=UTC)),
    ],
)
def test_until_when_a_virtual_account_takes_a_deposit(
    deadline: datetime, keeps_hour: bool, expected: datetime
) -> None:
    assert deposit_closes_at(deadline, keeps_hour=keeps_hour) == expected
