"""Times as the desk says them: Korean Standard Time by name, and how long ago."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from iamport_desktop.presentation.marks import QT_TRANSLATE_NOOP
from iamport_desktop.presentation.speech import translate

# A fixed offset: Korea has no daylight saving, and Windows has no zone database.
KST = timezone(timedelta(hours=9), "KST")

_LIMIT = datetime(9999, 12, 31, 14, tzinfo=KST)

_PAST = (
    (timedelta(days=365), QT_TRANSLATE_NOOP("Times", "%n year(s) ago")),
    (timedelta(days=30), QT_TRANSLATE_NOOP("Times", "%n month(s) ago")),
    (timedelta(days=1), QT_TRANSLATE_NOOP("Times", "%n day(s) ago")),
    (timedelta(hours=1), QT_TRANSLATE_NOOP("Times", "%n hour(s) ago")),
    (timedelta(minutes=1), QT_TRANSLATE_NOOP("Times", "%n minute(s) ago")),
)
_FUTURE = (
    (timedelta(days=1), QT_TRANSLATE_NOOP("Times", "%n day(s) left")),
    (timedelta(hours=1), QT_TRANSLATE_NOOP("Times", "%n hour(s) left")),
    (timedelta(minutes=1), QT_TRANSLATE_NOOP("Times", "%n minute(s) left")),
)


def in_korea(moment: datetime) -> datetime:
    """The same moment on the Korean clock; the last hours of the year 9999, which it cannot show, stay in UTC."""
    return moment.astimezone(KST) if moment < _LIMIT else moment


def date_and_time(moment: datetime) -> str:
    """`2026-11-22 14:02:11 KST`."""
    return f"{in_korea(moment):%Y-%m-%d %H:%M:%S %Z}"


def clock(moment: datetime) -> str:
    """`14:05:11`, for what happened today on this desk."""
    return f"{in_korea(moment):%H:%M:%S}"


def ago(moment: datetime, now: datetime) -> str:
    """How long before `now` that was, in the largest whole unit; "" when it lies ahead."""
    passed = now - moment
    if passed < timedelta(0):
        return ""
    for unit, phrase in _PAST:
        if passed >= unit:
            return _counted(phrase, passed // unit)
    return translate("Times", "just now")


def left(moment: datetime, now: datetime) -> str:
    """How long from `now` until then, in the largest whole unit; "" when it has passed."""
    remaining = moment - now
    if remaining <= timedelta(0):
        return ""
    for unit, phrase in _FUTURE:
        if remaining >= unit:
            return _counted(phrase, remaining // unit)
    return translate("Times", "less than a minute left")


def _counted(phrase: str, number: int) -> str:
    return translate("Times", phrase, None, number)
