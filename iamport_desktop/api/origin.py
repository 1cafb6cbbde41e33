"""The API's address: parse it into an origin, and validate host names."""

from __future__ import annotations

import ipaddress
import re
from typing import NamedTuple
from urllib.parse import SplitResult, urlsplit

from iamport_desktop.api.errors import ApiUrlFault, InvalidApiUrl

DEFAULT_PORTS = {"https": 443, "http": 80}

_LABEL = re.compile(r"[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?", re.ASCII)
# Some resolvers take such names for IPv4 addresses: 127.1, 0x7f.1, 2130706433.
_NUMERIC_LABEL = re.compile(r"[0-9]+|0x[0-9a-f]*", re.ASCII)
_MAX_NAME = 253  # characters of a host name (RFC 1035, without the root's dot)


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
        """Whether the host is this machine: localhost, 127.0.0.0/8 or ::1."""
        if self.host == "localhost":
            return True
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return False


PORTONE = Origin("https", "api.iamport.kr", 443)


def parse_origin(url: str) -> Origin:
    """Parse the address of an API: https, or http on loopback; a host; a port or none; and nothing else.

    Raises InvalidApiUrl.
    """
    # urlsplit would silently drop some of these, and keep others.
    if not url.isprintable() or " " in url or "\\" in url:
        raise InvalidApiUrl(ApiUrlFault.NOT_A_URL, url)
    try:
        parts = urlsplit(url)
        origin = _origin(parts)
    except ValueError as error:
        raise InvalidApiUrl(ApiUrlFault.NOT_A_URL, url) from error
    if parts.path not in ("", "/") or "@" in parts.netloc or "?" in url or "#" in url:
        raise InvalidApiUrl(ApiUrlFault.HAS_EXTRAS, _without_userinfo(url))
    if origin.scheme != "https" and not origin.is_loopback:
        raise InvalidApiUrl(ApiUrlFault.NOT_HTTPS, url)
    return origin


def _origin(parts: SplitResult) -> Origin:
    if parts.scheme not in DEFAULT_PORTS or not parts.hostname or parts.port == 0:
        raise ValueError("no scheme, host or port to use")
    port = DEFAULT_PORTS[parts.scheme] if parts.port is None else parts.port
    return Origin(parts.scheme, canonical_host(parts.hostname), port)


def canonical_host(host: str) -> str:
    """Return a host name or IP address (an IPv6 one without brackets) in its canonical form, in ASCII (IDNA).

    Raises ValueError for anything else, and for an IPv4 address in a spelling that only some resolvers know.
    """
    if ":" in host:
        return _ipv6(host)
    name = _ascii(host)
    labels = name.split(".")
    if _NUMERIC_LABEL.fullmatch(labels[-1]):
        return str(ipaddress.IPv4Address(name))
    if len(name) > _MAX_NAME or not all(_LABEL.fullmatch(label) for label in labels):
        raise ValueError("not a host name")
    return name


def _ipv6(host: str) -> str:
    address = ipaddress.IPv6Address(host)
    if address.scope_id is not None:
        raise ValueError("an address with a zone")
    return str(address)


def _ascii(host: str) -> str:
    """Encode by IDNA. Raises ValueError for names that its two editions encode differently, or that it rewrites."""
    if host.isascii():
        return host
    encoded = host.encode("idna")
    if encoded.decode("idna") != host:
        raise ValueError("an ambiguous international name")
    return encoded.decode("ascii")


def _without_userinfo(url: str) -> str:
    """Return `url` as a message may repeat it: without what stands before the @, which may be a password."""
    return re.sub(r"//[^/?#]*@", "//", url, count=1)
