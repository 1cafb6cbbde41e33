"""The system's proxy: read its setting strictly, so that no piece of a password is taken for a host."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import SplitResult, unquote, urlsplit
from urllib.request import getproxies, proxy_bypass

from iamport_desktop.api.errors import InvalidProxySetting, ProxyFault
from iamport_desktop.api.origin import Origin, canonical_host

_DEFAULT_PORTS = {"http": 80, "https": 443}
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*)://")


@dataclass(frozen=True, slots=True, repr=False)
class ProxyServer:
    """An HTTP proxy. `scheme` is how the proxy itself is spoken to; `login` is user name and password."""

    scheme: str
    host: str
    port: int
    login: tuple[str, str] | None = None

    @property
    def url(self) -> str:
        """The address, without the login."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}:{self.port}"

    def __repr__(self) -> str:
        return f"ProxyServer({self.url})"


def system_proxy(origin: Origin) -> ProxyServer | None:
    """Return the system's proxy for `origin`, None for a direct connection. Raises InvalidProxySetting.

    A connection to loopback is always direct.
    """
    if origin.is_loopback or proxy_bypass(f"{origin.host}:{origin.port}"):
        return None
    settings = getproxies()
    setting = settings.get(origin.scheme) or settings.get("all")
    return parse_proxy(setting) if setting else None


def parse_proxy(setting: str) -> ProxyServer:
    """Parse `[http[s]://][user[:password]@]host[:port]`. Raises InvalidProxySetting, without the setting's text.

    Special characters of user and password must be percent-encoded, but for @: where # or ? stands in the text,
    what is host and what is password is not certain.
    """
    scheme = _SCHEME.match(setting)
    if scheme and scheme[1].lower() not in _DEFAULT_PORTS:
        raise InvalidProxySetting(ProxyFault.UNSUPPORTED)
    parsed = _parse(setting if scheme else f"http://{setting}")
    if parsed is None:  # raised here, since the cause would hold the text
        raise InvalidProxySetting(ProxyFault.MALFORMED)
    return parsed


def _parse(url: str) -> ProxyServer | None:
    if not url.isprintable() or re.search(r"[\s\\?#]", url):
        return None
    try:
        parts = urlsplit(url)
        # A name with the root's dot at its end is not searched for in the company's domain.
        name = (parts.hostname or "").removesuffix(".")
        host = canonical_host(name) + "." * (name != parts.hostname)
        port = _DEFAULT_PORTS[parts.scheme] if parts.port is None else parts.port
        login = _login(parts)
    except ValueError:
        return None
    if parts.path not in ("", "/") or not port:
        return None
    return ProxyServer(parts.scheme, host, port, login)


def _login(parts: SplitResult) -> tuple[str, str] | None:
    if parts.username is None:
        return None
    login = (unquote(parts.username, errors="strict"), unquote(parts.password or "", errors="strict"))
    "".join(login).encode()  # half a surrogate pair, as of an undecodable variable, is a ValueError
    return login
