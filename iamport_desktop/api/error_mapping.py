"""What httpx, the TLS library and the operating system raise, in the words of our tree."""

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
)

_UNREACHABLE = {
    errno.ENETUNREACH,
    errno.EHOSTUNREACH,
    errno.ENETDOWN,
    errno.EHOSTDOWN,
    errno.EADDRNOTAVAIL,
    errno.EACCES,  # a firewall on the desk says no
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


# What a request may raise.
FOREIGN_ERRORS = (httpx.HTTPError, OSError)


def translate(error: Exception, *, host: str, connect_seconds: float) -> PortOneError:
    """Our error for one of httpx's or the system's. `host` is who was being asked, perhaps a proxy."""
    if isinstance(error, httpx.ConnectTimeout):
        return DeadlineExceeded("no connection in time", host=host, seconds=connect_seconds)
    if isinstance(error, httpx.ProxyError):
        return ProxyRefused(str(error), host=host, http_status=_status(str(error)))
    if isinstance(error, httpx.RemoteProtocolError) and not _speaks_of_an_end(str(error)):
        return NotAnApiResponse("the answer is not HTTP")
    for cause in _causes(error):
        if isinstance(cause, OSError) and (ours := _of_the_system(cause, error, host)) is not None:
            return ours
    return ConnectionBroken(f"{type(error).__name__}: {error}", host=host)


def _of_the_system(cause: OSError, error: Exception, host: str) -> PortOneError | None:
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
    """The error and what lies behind it; httpcore hides causes (`raise … from None`), not the context."""
    while error is not None:
        yield error
        if isinstance(error, BaseExceptionGroup):
            yield from error.exceptions
        error = error.__cause__ or error.__context__


def _status(proxy_answer: str) -> int | None:
    """The status at the start of httpcore's text ("407 Proxy Authentication Required")."""
    status = proxy_answer.partition(" ")[0]
    return int(status) if status.isascii() and status.isdigit() else None


def _speaks_of_an_end(protocol_error: str) -> bool:
    """h11 has one exception for "closed too early" and for "this is not HTTP"; only the text differs."""
    return "closed connection" in protocol_error or "disconnected" in protocol_error
