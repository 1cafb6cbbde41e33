"""Days in Korea: business days, when a refund arrives, until when a payment can be cancelled.

Times come in as aware datetimes, days go out as dates in Korea. A business day is none of Saturday, Sunday, a public
holiday or a bank holiday (1 May). Holidays that are declared at short notice are known only to a newer library.
"""

from __future__ import annotations

import calendar
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import MAXYEAR, UTC, date, datetime, time, timedelta, timezone
from functools import cache, lru_cache
from pathlib import Path
from types import ModuleType
from typing import Protocol

from iamport_desktop.domain.pg_rule_types import CancelDeadline, CancelHours, RefundTime, Weekday

# A fixed offset: Korea has no daylight saving, and Windows has no zone database.
KST = timezone(timedelta(hours=9), "KST")

_WEEKDAYS: dict[Weekday, int] = {"monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4}
_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class DateWindow:
    """From `earliest` to `latest`, both included; `latest` None: or later."""

    earliest: date
    latest: date | None


class _Calendar(Protocol):
    def __contains__(self, day: date) -> bool: ...


@lru_cache(maxsize=1024)  # thousands of cancellations may have the same time
def korean_day(moment: datetime) -> date:
    """Return the day that it is in Korea at an aware datetime."""
    try:
        return moment.astimezone(KST).date()
    except OverflowError:  # the last hours of the year 9999
        return date.max


def load_holidays() -> None:
    """Import the calendar of Korea, which the first date would wait for otherwise. May run on any thread."""
    _korean_holidays()


def is_business_day(day: date) -> bool:
    """Return whether Korean banks and card companies work on that day."""
    return day.weekday() < _SATURDAY and day not in _korean_holidays()


def add_business_days(day: date, count: int) -> date:
    """Return the business day that is `count` (0 or more) after `day`; for 0, `day` itself, whatever it is."""
    for _ in range(count):
        day = _plus(day, 1)
        while not is_business_day(day) and day < date.max:
            day = _plus(day, 1)
    return day


def refund_window(rule: RefundTime, cancelled_at: datetime) -> DateWindow | None:
    """Return the days on which the money of a cancellation arrives; None where the rule does not say."""
    cancelled_on = korean_day(cancelled_at)
    if rule.payout_weekday is not None and rule.last_request_weekday is not None:
        paid_out = weekly_payout(cancelled_on, rule.payout_weekday, rule.last_request_weekday)
        return DateWindow(paid_out, paid_out)
    if rule.min_days is None:
        return None
    latest = None if rule.max_days is None else add_business_days(cancelled_on, rule.max_days)
    return DateWindow(add_business_days(cancelled_on, rule.min_days), latest)


def weekly_payout(requested_on: date, payout: Weekday, last_request: Weekday) -> date:
    """Return the payout day of a request: of its own week (from Monday) up to `last_request`, else of the next.

    Where that day is a holiday, the next business day; the documents do not say.
    """
    monday = _plus(requested_on, -requested_on.weekday())
    weeks = 0 if requested_on.weekday() <= _WEEKDAYS[last_request] else 1
    day = _plus(monday, 7 * weeks + _WEEKDAYS[payout])
    return day if is_business_day(day) else add_business_days(day, 1)


def cancel_deadline(rule: CancelDeadline, paid_at: datetime) -> date | None:
    """Return the last day on which a payment can be cancelled; None where there is no limit."""
    paid_on = korean_day(paid_at)
    if rule.days is not None:
        return _plus(paid_on, rule.days)
    if rule.months is not None:
        return _plus_months(paid_on, rule.months)
    if rule.years is not None:
        return _plus_months(paid_on, 12 * rule.years)
    if rule.same_month:
        return paid_on.replace(day=_days_of_month(paid_on.year, paid_on.month))
    return None


def refunds_closed(rule: CancelHours, moment: datetime) -> bool:
    """Return whether no refund can be asked for at that time."""
    now = moment.astimezone(KST).time()
    if rule.closed_from <= rule.closed_until:
        return rule.closed_from <= now < rule.closed_until
    return now >= rule.closed_from or now < rule.closed_until


def deposit_closes_at(deadline: datetime, *, keeps_hour: bool) -> datetime:
    """Return the moment after which a virtual account takes no deposit.

    Without its hour, the deadline is the end of that day in Korea.
    """
    if keeps_hour:
        return deadline
    day = korean_day(deadline)
    if day == date.max:
        return datetime.max.replace(tzinfo=UTC)
    return datetime.combine(day + timedelta(days=1), time(), KST)


@cache
def _korean_holidays() -> _Calendar:
    # Imported when the first date is asked for, since most lookups need none.
    import holidays

    # The package of the countries imports every country: a quarter of a second, and 300 modules, of which the bundle
    # has Korea's alone (see packaging/bundle/exclusions.py). An empty package takes its place.
    countries = ModuleType("holidays.countries")
    countries.__path__ = [str(Path(holidays.__file__).with_name("countries"))]
    sys.modules.setdefault(countries.__name__, countries)
    from holidays.countries.south_korea import SouthKorea

    korea: Callable[..., _Calendar] = SouthKorea  # its own annotations are incomplete
    return korea(categories=("public", "bank"))


def _plus(day: date, days: int) -> date:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max if days > 0 else date.min


def _plus_months(day: date, months: int) -> date:
    """Return the same day `months` later, or the month's last day where it has no such day."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    if year > MAXYEAR:
        return date.max
    return date(year, month + 1, min(day.day, _days_of_month(year, month + 1)))


def _days_of_month(year: int, month: int) -> int:
    return calendar.monthrange(year, month)[1]
