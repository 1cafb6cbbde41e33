"""Access tokens of the sandbox. Source of their lifetimes: PortOne V1, `POST /users/getToken`."""

import secrets
import threading
from collections.abc import Callable
from dataclasses import dataclass

# In seconds.
LIFETIME = 1800
LAST_MINUTE = 60
EXTENSION = 300


@dataclass(frozen=True)
class IssuedToken:
    """A token, and its end in unix seconds."""

    value: str
    expired_at: int


class TokenIssuer:
    """Issues one token at a time, by `clock` (unix seconds).

    Issuing again returns the same token with the same end; in its last minute, with an end five minutes later.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._current: IssuedToken | None = None

    def issue(self) -> IssuedToken:
        """Return the valid token, a new one if there is none."""
        now = int(self._clock())
        with self._lock:
            token = self._current
            if token is None or now >= token.expired_at:
                token = IssuedToken(secrets.token_hex(20), now + LIFETIME)
            elif token.expired_at - now <= LAST_MINUTE:
                token = IssuedToken(token.value, token.expired_at + EXTENSION)
            self._current = token
            return token

    def accepts(self, value: str) -> bool:
        """Return whether `value` is the valid token."""
        with self._lock:
            token = self._current
        return token is not None and value == token.value and self._clock() < token.expired_at

    def revoke(self) -> None:
        """Make the current token invalid; the next `issue` returns a new one."""
        with self._lock:
            self._current = None
