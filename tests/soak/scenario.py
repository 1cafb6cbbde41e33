"""Which payments are looked up, and with what outcome. Server and user derive it from the number of the lookup."""

from __future__ import annotations

from enum import Enum

FIRST = 200_000_000_000


class Event(Enum):
    """What happens at a lookup."""

    FOUND = "found"
    CLOSED = "found, on a new connection: the server closes the kept one"
    RENEWED = "found, with a new token: the server refuses the one before"
    NOT_FOUND = "not found"
    TROUBLE = "the server has trouble"
    LOGIN_PAGE = "a login page comes in place of an answer"


REFUSED_BEFORE = 500  # so many lookups; from then on a token lives to its end
_OFTEN = {
    Event.NOT_FOUND: (50, 7),
    Event.CLOSED: (71, 3),
    Event.RENEWED: (97, 11),
    Event.TROUBLE: (211, 5),
    Event.LOGIN_PAGE: (307, 13),
}


def event(number: int) -> Event:
    """Return what happens at the lookup with this number, the first being 0."""
    happens = next((each for each, (every, at) in _OFTEN.items() if number % every == at), Event.FOUND)
    return Event.FOUND if happens is Event.RENEWED and number >= REFUSED_BEFORE else happens


def imp_uid(number: int) -> str:
    """Return the imp_uid of this lookup."""
    return f"imp_{FIRST + number}"


def number_of(imp_uid: str) -> int:
    """Return the number of the lookup of `imp_uid`."""
    return int(imp_uid.removeprefix("imp_")) - FIRST
