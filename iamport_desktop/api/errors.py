"""The errors of the API and of the way to it, as one tree.

    PortOneError
    ├── RequestError                  the request was invalid; nothing was sent
    │   ├── InvalidImpUid
    │   └── InvalidApiUrl
    ├── TransportError                no response arrived
    │   ├── DeadlineExceeded
    │   ├── NameNotFound
    │   ├── ConnectionRefused
    │   ├── NetworkUnreachable
    │   ├── ConnectionBroken
    │   ├── CertificateError
    │   ├── InvalidProxySetting        nothing was sent
    │   └── ProxyRefused
    ├── UnusableResponse              a response arrived that is not the API's, or not usable
    │   ├── NotAnApiResponse
    │   ├── ResponseTooLarge
    │   ├── MalformedResponse
    │   └── WrongPayment
    └── ApiError                      the API refused the request
        ├── CredentialsRejected
        ├── TokenRefused
        ├── AccessDenied
        ├── PaymentNotFound
        ├── BadRequest
        ├── RateLimited
        ├── ServerError
        └── ApiBusinessError

Exceptions reach the window as objects; `presentation.messages` alone turns them into sentences. None of them holds
a secret, a token or a payment. Times are in seconds.
"""

from __future__ import annotations

from enum import StrEnum


class PortOneError(Exception):
    """The root. `detail` is a technical text in English, for a tooltip; it never holds a secret."""

    def __init__(self, detail: str = "") -> None:
        super().__init__(detail)
        self.detail = detail


class RequestError(PortOneError):
    """The request was invalid; nothing was sent."""


class InvalidImpUid(RequestError):
    """A text that is not a whole imp_uid cannot become part of a path."""


class ApiUrlFault(StrEnum):
    """Why an address is not accepted as the API's."""

    NOT_A_URL = "not-a-url"
    NOT_HTTPS = "not-https"
    HAS_EXTRAS = "has-extras"


class InvalidApiUrl(RequestError):
    """`url` is not accepted as the API's address; `fault` says why."""

    def __init__(self, fault: ApiUrlFault, url: str) -> None:
        super().__init__(f"{fault}: {url}")
        self.fault = fault
        self.url = url


class TransportError(PortOneError):
    """No response arrived. `host` was being asked: the server, or the proxy where `is_proxy`."""

    is_proxy = False

    def __init__(self, detail: str = "", *, host: str = "") -> None:
        super().__init__(detail)
        self.host = host


class DeadlineExceeded(TransportError):
    """The lookup, or a connection attempt, did not end within `seconds`."""

    def __init__(self, detail: str = "", *, host: str = "", seconds: float) -> None:
        super().__init__(detail, host=host)
        self.seconds = seconds


class NameNotFound(TransportError):
    """The host's name could not be resolved."""


class ConnectionRefused(TransportError):
    """The host refused the connection: no program listens on the port."""


class NetworkUnreachable(TransportError):
    """The network has no route to the host, or a local firewall blocks it."""


class ConnectionBroken(TransportError):
    """The connection ended before the response was whole."""


class TlsFault(StrEnum):
    """Why the system does not trust a certificate, as far as it says."""

    EXPIRED = "expired"
    NOT_YET_VALID = "not-yet-valid"
    WRONG_HOST = "wrong-host"
    UNKNOWN_ISSUER = "unknown-issuer"
    OTHER = "other"


class CertificateError(TransportError):
    """The system does not trust the server's certificate; `fault` says why."""

    def __init__(self, detail: str = "", *, host: str = "", fault: TlsFault = TlsFault.OTHER) -> None:
        super().__init__(detail, host=host)
        self.fault = fault


class ProxyFault(StrEnum):
    """Why the setting of the system's proxy cannot be used."""

    MALFORMED = "malformed"
    UNSUPPORTED = "unsupported"


class InvalidProxySetting(TransportError):
    """The setting of the system's proxy cannot be used; `fault` says why. Nothing was sent, and no name resolved.

    It holds nothing of the setting, which may hold a password.
    """

    def __init__(self, fault: ProxyFault) -> None:
        super().__init__(f"the proxy setting is {fault}")
        self.fault = fault


class ProxyRefused(TransportError):
    """The proxy refused the request; `http_status` is its status (407: it requires a login)."""

    is_proxy = True

    def __init__(self, detail: str = "", *, host: str = "", http_status: int | None = None) -> None:
        super().__init__(detail, host=host)
        self.http_status = http_status


class UnusableResponse(PortOneError):
    """A response arrived that is not the API's, or not usable."""

    def __init__(self, detail: str = "", *, http_status: int | None = None) -> None:
        super().__init__(detail)
        self.http_status = http_status


class NotAnApiResponse(UnusableResponse):
    """Another program responded: a login page, a redirect, a gateway's error page."""


class ResponseTooLarge(UnusableResponse):
    """The response has more than `limit` bytes, decompressed."""

    def __init__(self, detail: str = "", *, http_status: int | None = None, limit: int) -> None:
        super().__init__(detail, http_status=http_status)
        self.limit = limit


class MalformedResponse(UnusableResponse):
    """The response claims to be the API's JSON and is not."""


class WrongPayment(UnusableResponse):
    """The response holds another payment than the one asked for, or something about another one."""


class ApiError(PortOneError):
    """The API refused. `server_message` is its own text, `code` the envelope's (0 means success)."""

    def __init__(
        self,
        server_message: str = "",
        *,
        http_status: int,
        code: int | None = None,
    ) -> None:
        super().__init__(server_message)
        self.server_message = server_message
        self.http_status = http_status
        self.code = code


class CredentialsRejected(ApiError):
    """HTTP 401 of getToken: the key or the secret is wrong."""


class TokenRefused(ApiError):
    """HTTP 401 with a fresh token."""


class AccessDenied(ApiError):
    """HTTP 403."""


class PaymentNotFound(ApiError):
    """HTTP 404: no such payment, another merchant's, or a test payment without include_sandbox.

    The API does not distinguish these. `included_sandbox`: whether the call included test payments; None for the
    calls that always do. `asked`: the imp_uid that was looked up; "" where that was none.
    """

    def __init__(
        self,
        server_message: str = "",
        *,
        http_status: int = 404,
        code: int | None = None,
        included_sandbox: bool | None = None,
        asked: str = "",
    ) -> None:
        super().__init__(server_message, http_status=http_status, code=code)
        self.included_sandbox, self.asked = included_sandbox, asked


class BadRequest(ApiError):
    """HTTP 400, or another 4xx without a class of its own."""


class RateLimited(ApiError):
    """HTTP 429; `retry_after` is the server's hint in seconds, None without one."""

    def __init__(
        self,
        server_message: str = "",
        *,
        http_status: int = 429,
        code: int | None = None,
        retry_after: float | None = None,
    ) -> None:
        super().__init__(server_message, http_status=http_status, code=code)
        self.retry_after = retry_after


class ServerError(ApiError):
    """HTTP 5xx."""


class ApiBusinessError(ApiError):
    """HTTP 200 with a code other than 0."""
