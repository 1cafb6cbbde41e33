"""Map the exceptions of httpx, the TLS library and the operating system to those of `errors`."""

from __future__ import annotations

import errno
import socket
import ssl
from collections.abc import Iterator

import httpx

from iamport_desktop.api.errors import (
    CertificateError,
    ConnectionBroken,
    ConnectionRefused,
    DeadlineExceeded,
    NameNotFound,
    NetworkUnreachable,
    NotAnApiResponse,
    PortOneError,
    ProxyRefused,
    TlsFault,
    TransportError,
)

# What `Transport` may get from httpx.
HTTPX_ERRORS = (httpx.HTTPError, OSError)

_UNREACHABLE = {
    errno.ENETUNREACH,
    errno.EHOSTUNREACH,
    errno.ENETDOWN,
    errno.EHOSTDOWN,
    errno.EADDRNOTAVAIL,
    errno.EACCES,  # a firewall on this machine
    errno.EPERM,
}
_UNREACHABLE_ON_WINDOWS = {1231, 1232}  # ERROR_NETWORK_UNREACHABLE, ERROR_HOST_UNREACHABLE

# SSLCertVerificationError.verify_code: OpenSSL's X509_V_ERR_*, the CERT_E_* of Windows, the errSec* of macOS.
# Windows has one code for both ends of the validity period.
_TLS_FAULTS = {
    9: TlsFault.NOT_YET_VALID,
    10: TlsFault.EXPIRED,
    2: TlsFault.UNKNOWN_ISSUER,
    18: TlsFault.UNKNOWN_ISSUER,
    19: TlsFault.UNKNOWN_ISSUER,
    20: TlsFault.UNKNOWN_ISSUER,
    21: TlsFault.UNKNOWN_ISSUER,
    27: TlsFault.UNKNOWN_ISSUER,
    62: TlsFault.WRONG_HOST,
    64: TlsFault.WRONG_HOST,
    0x800B0101: TlsFault.EXPIRED,
    0x800B0109: TlsFault.UNKNOWN_ISSUER,
    0x800B010A: TlsFault.UNKNOWN_ISSUER,
    0x800B010F: TlsFault.WRONG_HOST,
    -67818: TlsFault.EXPIRED,
    -67819: TlsFault.NOT_YET_VALID,
    -67602: TlsFault.WRONG_HOST,
    -67843: TlsFault.UNKNOWN_ISSUER,
    -25318: TlsFault.UNKNOWN_ISSUER,
}


def map_error(error: Exception, *, host: str, is_proxy: bool = False, connect_seconds: float) -> PortOneError:
    """Return the error of `errors` for one of HTTPX_ERRORS.

    `host` was being asked: the server, or the proxy where `is_proxy`.
    """
    mapped = _map_error(error, host, connect_seconds)
    if isinstance(mapped, TransportError) and is_proxy:
        mapped.is_proxy = True
    return mapped


def _map_error(error: Exception, host: str, connect_seconds: float) -> PortOneError:
    if isinstance(error, httpx.ConnectTimeout):
        return DeadlineExceeded("no connection in time", host=host, seconds=connect_seconds)
    if isinstance(error, httpx.ProxyError):
        return ProxyRefused(str(error), host=host, http_status=_proxy_status(str(error)))
    if isinstance(error, httpx.RemoteProtocolError) and not _is_early_end(str(error)):
        return NotAnApiResponse("the response is not HTTP")
    for cause in _causes(error):
        if isinstance(cause, OSError) and (mapped := _system_error(cause, error, host)) is not None:
            return mapped
    return ConnectionBroken(f"{type(error).__name__}: {error}", host=host)


def _system_error(cause: OSError, error: Exception, host: str) -> PortOneError | None:
    detail = str(cause)
    if isinstance(cause, ssl.SSLCertVerificationError):
        fault = _TLS_FAULTS.get(cause.verify_code, TlsFault.OTHER)
        return CertificateError(cause.verify_message, host=host, fault=fault)
    if isinstance(cause, ssl.SSLError) and isinstance(error, httpx.ConnectError):
        return CertificateError(detail, host=host)
    if isinstance(cause, socket.gaierror):
        return NameNotFound(detail, host=host)
    if isinstance(cause, ConnectionRefusedError):
        return ConnectionRefused(detail, host=host)
    if cause.errno in _UNREACHABLE or getattr(cause, "winerror", None) in _UNREACHABLE_ON_WINDOWS:
        return NetworkUnreachable(detail, host=host)
    return None


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    """Yield `error` and its causes. httpcore raises `from None`, which hides the cause but keeps the context."""
    while error is not None:
        yield error
        if isinstance(error, BaseExceptionGroup):
            yield from error.exceptions
        error = error.__cause__ or error.__context__


def _proxy_status(message: str) -> int | None:
    """Parse the status at the start of httpcore's message ("407 Proxy Authentication Required")."""
    status = message.partition(" ")[0]
    return int(status) if status.isascii() and status.isdigit() else None


def _is_early_end(message: str) -> bool:
    """Tell a connection closed early from a response that is not HTTP: h11 raises one class for both."""
    return "closed connection" in message or "disconnected" in message
