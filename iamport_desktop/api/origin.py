"""The origin of the API: where requests go, and what a stored key belongs to.

Light to import: the first paint waits for it.
"""

from __future__ import annotations

from typing import NamedTuple

DEFAULT_PORTS = {"https": 443, "http": 80}


class Origin(NamedTuple):
    """Scheme, host and port. `host` is in lower case and ASCII (IDNA); an IPv6 address has no brackets."""

    scheme: str
    host: str
    port: int

    def __str__(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        port = "" if self.port == DEFAULT_PORTS[self.scheme] else f":{self.port}"
        return f"{self.scheme}://{host}{port}"

    @property
    def is_loopback(self) -> bool:
        """Whether this can only be the same machine: localhost, 127.0.0.0/8 or ::1."""
        import ipaddress

        if self.host == "localhost":
            return True
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return False


PORTONE = Origin("https", "api.iamport.kr", 443)
