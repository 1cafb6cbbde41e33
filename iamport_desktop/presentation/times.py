"""Times as the desk says them: Korean Standard Time by name, and how long ago."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

from iamport_desktop.presentation.speech import translate

# A fixed offset: Korea has no daylight saving, and Windows has no zone database.
KST = timezone(timedelta(hours=9), "KST")

_LIMIT = datetime(9999, 12, 31, 15, tzinfo=UTC)

_YEAR, _MONTH, _DAY = timedelta(days=365), timedelta(days=30), timedelta(days=1)
_HOUR, _MINUTE = timedelta(hours=1), timedelta(minutes=1)


def in_korea(moment: datetime) -> datetime:
    """The same moment on the Korean clock; the last hours of the year 9999, which it cannot show, stay in UTC."""
    return moment.astimezone(KST) if moment < _LIMIT else moment


def date_and_time(moment: datetime) -> str:
    """`2026-11-22 14:02:11 KST`."""
    return f"{in_korea(moment):%Y-%m-%d %H:%M:%S %Z}"


def clock(moment: datetime) -> str:
    """`14:05:11`, for what happened today on this desk."""
    return f"{in_korea(moment):%H:%M:%S}"


# The texts stand in calls of their own: from a table, `lupdate` would not learn that they have plurals.


def ago(moment: datetime, now: datetime) -> str:
    """How long before `now` that was, in the largest whole unit; "" when it lies ahead."""
    passed = now - moment
    if passed < timedelta(0):
        return ""
    if passed >= _YEAR:
        return translate("Times", "%n year(s) ago", None, passed // _YEAR)
    if passed >= _MONTH:
        return translate("Times", "%n month(s) ago", None, passed // _MONTH)
    if passed >= _DAY:
        return translate("Times", "%n day(s) ago", None, passed // _DAY)
    if passed >= _HOUR:
        return translate("Times", "%n hour(s) ago", None, passed // _HOUR)
    if passed >= _MINUTE:
        return translate("Times", "%n minute(s) ago", None, passed // _MINUTE)
    return translate("Times", "just now")


def left(moment: datetime, now: datetime) -> str:
    """How long from `now` until then, in the largest whole unit; "" when it has passed."""
    remaining = moment - now
    if remaining <= timedelta(0):
        return ""
    if remaining >= _DAY:
        return translate("Times", "%n day(s) left", None, remaining // _DAY)
    if remaining >= _HOUR:
        return translate("Times", "%n hour(s) left", None, remaining // _HOUR)
    if remaining >= _MINUTE:
        return translate("Times", "%n minute(s) left", None, remaining // _MINUTE)
    return translate("Times", "less than a minute left")
