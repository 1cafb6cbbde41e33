"""The life of an access token, as ``POST /users/getToken`` describes it."""

import secrets
import threading
from collections.abc import Callable
from dataclasses import dataclass

LIFE = 1800
LAST_MINUTE = 60
EXTENSION = 300


@dataclass(frozen=True)
class AccessToken:
    """A token and the unix second from which it is refused."""

    value: str
    expired_at: int


class TokenIssuer:
    """Hands out one token at a time. All lengths are seconds of the given clock (unix time).

    Whoever asks again before the end gets the same token with the same end, except in its last
    minute, when the end moves five minutes away. (API: authenticate, getToken.)
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._current: AccessToken | None = None

    def issue(self) -> AccessToken:
        """Return the token that is valid now, a new one if there is none."""
        now = int(self._clock())
        with self._lock:
            token = self._current
            if token is None or now >= token.expired_at:
                token = AccessToken(secrets.token_hex(20), now + LIFE)
            elif token.expired_at - now <= LAST_MINUTE:
                token = AccessToken(token.value, token.expired_at + EXTENSION)
            self._current = token
            return token

    def accepts(self, value: str) -> bool:
        """Whether a call that carries this token is let in."""
        with self._lock:
            token = self._current
        return token is not None and value == token.value and self._clock() < token.expired_at

    def revoke(self) -> None:
        """Refuse the current token from now on; the next ``issue`` makes a new one."""
        with self._lock:
            self._current = None
