"""Decide which links from a payment may be opened, and what to show of them.

A receipt link is text from outside, so its grammar is strict: that of RFC 3986, and of RFC 3987 only visible letters
outside ASCII behind the host. Nothing is normalised: a link is opened byte for byte as it came.

A host must be public, so that a link cannot make the browser call a device in the desk's network. Names are not
resolved: a public name that leads to a private address is taken for public.
"""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass
from enum import StrEnum

from iamport_desktop.api.origin import DEFAULT_PORTS, Origin, canonical_host

# Above what browsers and proxies take, and far below what a process takes as one argument.
MAX_LENGTH = 8192
_MAX_PORT = 65535

_WEB_ADDRESS = re.compile(
    r"(?P<scheme>https?)://(?P<authority>[^/?#]*)(?P<rest>.*)", re.IGNORECASE | re.DOTALL
)
_AUTHORITY = re.compile(r"(\[(?P<ipv6>[0-9a-f:.]+)\]|(?P<name>[^\[\]:]*))(:(?P<port>[0-9]{1,5}))?", re.ASCII)
# Names that only a local network resolves: RFC 6761, 6762 and 8375, ICANN's .internal, and what routers use.
_LOCAL_SUFFIXES = (
    ".localhost",
    ".local",
    ".localdomain",
    ".internal",
    ".intranet",
    ".private",
    ".corp",
    ".home",
    ".lan",
    ".home.arpa",
)
_GLOBAL_UNICAST = ipaddress.IPv6Network("2000::/3")
_REST = re.compile(r"([A-Za-z0-9._~!$&'()*+,;=:@/?#-]|%[0-9A-Fa-f]{2}|[^\x00-\x7f])*")


class UrlFault(StrEnum):
    """Why a link is not opened."""

    NOT_A_WEB_ADDRESS = "neither http nor https"
    TOO_LONG = "too long"
    UNEXPECTED_CHARACTER = "a character that no address has"
    USERINFO = "a user name before the host"
    BAD_HOST = "no valid host"
    NOT_PUBLIC = "a host on this computer or in a private network"


@dataclass(frozen=True, slots=True)
class UrlCheck:
    """The result of `check_url`.

    `host` is in lower case and ASCII (an international name as xn--…), with the port where the link has one. A link
    that may not be opened has no host, and a `fault`.
    """

    url: str
    openable: bool
    host: str
    secure: bool
    fault: UrlFault | None = None


class _Rejected(Exception):
    def __init__(self, fault: UrlFault) -> None:
        super().__init__(fault)
        self.fault = fault


def check_url(url: str, api: Origin | None = None) -> UrlCheck:
    """Check a link without opening or resolving it.

    `api` is the API that the link came from: where it runs on this computer (the samples), so do its receipts, and
    a link to exactly its origin may be opened.
    """
    try:
        secure, host = _scheme_and_host(url, api)
    except _Rejected as rejected:
        return UrlCheck(url, openable=False, host="", secure=False, fault=rejected.fault)
    return UrlCheck(url, openable=True, host=host, secure=secure)


def _scheme_and_host(url: str, api: Origin | None) -> tuple[bool, str]:
    if len(url) > MAX_LENGTH:
        raise _Rejected(UrlFault.TOO_LONG)
    parts = _WEB_ADDRESS.fullmatch(url)
    if parts is None:
        raise _Rejected(UrlFault.NOT_A_WEB_ADDRESS)
    # isprintable is false for control, format (bidi, zero-width), separator and unassigned characters.
    if not url.isprintable() or "\\" in url or " " in url:
        raise _Rejected(UrlFault.UNEXPECTED_CHARACTER)
    if "@" in parts["authority"]:
        raise _Rejected(UrlFault.USERINFO)
    authority = parts["authority"].lower()
    origin = _origin(parts["scheme"].lower(), authority)
    if not _REST.fullmatch(parts["rest"]) or parts["rest"].count("#") > 1:
        raise _Rejected(UrlFault.UNEXPECTED_CHARACTER)
    is_of_local_api = api is not None and api.is_loopback and origin == api
    if not is_of_local_api and not _is_public(origin.host):
        raise _Rejected(UrlFault.NOT_PUBLIC)
    return origin.scheme == "https", authority


def _origin(scheme: str, authority: str) -> Origin:
    """Return the origin of a link. Raises _Rejected where host or port are not valid."""
    # A browser would encode or convert a host outside ASCII: what is shown would not be what is opened.
    parts = _AUTHORITY.fullmatch(authority) if authority.isascii() else None
    if parts is None or (parts["ipv6"] is not None and ":" not in parts["ipv6"]):
        raise _Rejected(UrlFault.BAD_HOST)
    try:
        host = canonical_host(parts["ipv6"] or parts["name"])
    except ValueError as error:
        raise _Rejected(UrlFault.BAD_HOST) from error
    port = DEFAULT_PORTS[scheme] if parts["port"] is None else int(parts["port"])
    if not 1 <= port <= _MAX_PORT:
        raise _Rejected(UrlFault.BAD_HOST)
    return Origin(scheme, host, port)


def _is_public(host: str) -> bool:
    """Return whether a canonical host is a public address, or a name that the public DNS may hold."""
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return "." in host and not host.endswith(_LOCAL_SUFFIXES)
    # Outside of it are mapped IPv4 addresses (::ffff:0:0/96) and NAT64, inside of it 6to4 and Teredo.
    if isinstance(address, ipaddress.IPv6Address) and (
        address not in _GLOBAL_UNICAST or address.sixtofour or address.teredo
    ):
        return False
    return address.is_global and not address.is_multicast
