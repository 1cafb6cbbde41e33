"""Decide which links from a payment may be opened, and what to show of them.

A receipt link is text from outside, so its grammar is strict: that of RFC 3986, and of RFC 3987 only visible letters
outside ASCII behind the host. Nothing is normalised: a link is opened byte for byte as it came.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from iamport_desktop.api.origin import canonical_host

# Above what browsers and proxies take, and far below what a process takes as one argument.
MAX_LENGTH = 8192
_MAX_PORT = 65535

_WEB_ADDRESS = re.compile(
    r"(?P<scheme>https?)://(?P<authority>[^/?#]*)(?P<rest>.*)", re.IGNORECASE | re.DOTALL
)
_AUTHORITY = re.compile(r"(\[(?P<ipv6>[0-9a-f:.]+)\]|(?P<name>[^\[\]:]*))(:(?P<port>[0-9]{1,5}))?", re.ASCII)
_REST = re.compile(r"([A-Za-z0-9._~!$&'()*+,;=:@/?#-]|%[0-9A-Fa-f]{2}|[^\x00-\x7f])*")


class UrlFault(StrEnum):
    """Why a link is not opened."""

    NOT_A_WEB_ADDRESS = "neither http nor https"
    TOO_LONG = "too long"
    UNEXPECTED_CHARACTER = "a character that no address has"
    USERINFO = "a user name before the host"
    BAD_HOST = "no valid host"


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


def check_url(url: str) -> UrlCheck:
    """Check a link without opening or resolving it."""
    try:
        secure, host = _scheme_and_host(url)
    except _Rejected as rejected:
        return UrlCheck(url, openable=False, host="", secure=False, fault=rejected.fault)
    return UrlCheck(url, openable=True, host=host, secure=secure)


def _scheme_and_host(url: str) -> tuple[bool, str]:
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
    if not _is_host_and_port(authority):
        raise _Rejected(UrlFault.BAD_HOST)
    if not _REST.fullmatch(parts["rest"]) or parts["rest"].count("#") > 1:
        raise _Rejected(UrlFault.UNEXPECTED_CHARACTER)
    return parts["scheme"].lower() == "https", authority


def _is_host_and_port(authority: str) -> bool:
    # A browser would encode or convert a host outside ASCII: what is shown would not be what is opened.
    parts = _AUTHORITY.fullmatch(authority) if authority.isascii() else None
    if parts is None:
        return False
    if parts["ipv6"] is not None and ":" not in parts["ipv6"]:
        return False
    try:
        canonical_host(parts["ipv6"] or parts["name"])
    except ValueError:
        return False
    return parts["port"] is None or 1 <= int(parts["port"]) <= _MAX_PORT
