"""Which receipt links may be opened, and what to show of them before. Strict: a PG's link is text from outside.

The grammar is that of RFC 3986, and no more of RFC 3987 than visible letters outside ASCII behind the host.
Nothing is normalised: what may be opened is opened byte for byte as it came.
"""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass
from enum import StrEnum

# A process takes far more as one argument; browsers and proxies do not.
MAX_LENGTH = 8192

_WEB_ADDRESS = re.compile(
    r"(?P<scheme>https?)://(?P<authority>[^/?#]*)(?P<rest>.*)", re.IGNORECASE | re.DOTALL
)
_HOST_AND_PORT = re.compile(r"(?P<host>\[[0-9a-f:.]+\]|[^\[\]:]*)(:(?P<port>[0-9]{1,5}))?", re.IGNORECASE)
_LABEL = re.compile(r"[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?", re.ASCII)
# What browsers take for an IPv4 address in another spelling: 127.1, 0x7f.1, 2130706433.
_NUMERIC_LABEL = re.compile(r"[0-9]+|0x[0-9a-f]*", re.ASCII)
_REST = re.compile(r"([A-Za-z0-9._~!$&'()*+,;=:@/?#-]|%[0-9A-Fa-f]{2}|[^\x00-\x7f])*")
_MAX_HOST = 253
_MAX_PORT = 65535


class LinkFault(StrEnum):
    """Why a link is not opened."""

    NOT_A_WEB_ADDRESS = "neither http nor https"
    TOO_LONG = "too long"
    UNEXPECTED_CHARACTER = "a character that no address has"
    USERINFO = "a user name before the host"
    BAD_HOST = "no valid host"


@dataclass(frozen=True, slots=True)
class UrlCheck:
    """`host` is in lower case and ASCII (an international name as xn--…), with the port where one is given.

    A link that may not be opened has no host, and `fault` says why.
    """

    url: str
    openable: bool
    host: str
    secure: bool
    fault: LinkFault | None = None


def check_link(url: str) -> UrlCheck:
    """Judge a link. Opens nothing, asks nobody."""
    try:
        secure, host = _parts(url)
    except _Refused as refused:
        return UrlCheck(url, openable=False, host="", secure=False, fault=refused.fault)
    return UrlCheck(url, openable=True, host=host, secure=secure)


class _Refused(Exception):
    def __init__(self, fault: LinkFault) -> None:
        super().__init__(fault)
        self.fault = fault


def _parts(url: str) -> tuple[bool, str]:
    if len(url) > MAX_LENGTH:
        raise _Refused(LinkFault.TOO_LONG)
    parts = _WEB_ADDRESS.fullmatch(url)
    if parts is None:
        raise _Refused(LinkFault.NOT_A_WEB_ADDRESS)
    # isprintable is false for control, format (bidi, zero-width), separator and unassigned characters.
    if not url.isprintable() or "\\" in url or " " in url:
        raise _Refused(LinkFault.UNEXPECTED_CHARACTER)
    if "@" in parts["authority"]:
        raise _Refused(LinkFault.USERINFO)
    host = _host(parts["authority"].lower())
    if not _REST.fullmatch(parts["rest"]) or parts["rest"].count("#") > 1:
        raise _Refused(LinkFault.UNEXPECTED_CHARACTER)
    return parts["scheme"].lower() == "https", host


def _host(authority: str) -> str:
    parts = _HOST_AND_PORT.fullmatch(authority)
    if parts is None or not _is_host(parts["host"]):
        raise _Refused(LinkFault.BAD_HOST)
    if parts["port"] and not 1 <= int(parts["port"]) <= _MAX_PORT:
        raise _Refused(LinkFault.BAD_HOST)
    return authority


def _is_host(host: str) -> bool:
    if host.startswith("["):
        return _is_address(ipaddress.IPv6Address, host[1:-1])
    labels = host.split(".")
    if _NUMERIC_LABEL.fullmatch(labels[-1]):
        return _is_address(ipaddress.IPv4Address, host)
    return len(host) <= _MAX_HOST and all(_LABEL.fullmatch(label) for label in labels)


def _is_address(kind: type[ipaddress.IPv4Address | ipaddress.IPv6Address], text: str) -> bool:
    try:
        kind(text)
    except ValueError:
        return False
    return True
