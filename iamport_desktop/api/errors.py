"""What can go wrong between the agent and the answer, as one tree.

    PortOneError
    ├── RequestError                  the request was wrong before it left
    │   ├── InvalidImpUid
    │   └── InvalidApiUrl
    ├── TransportError                no answer arrived
    │   ├── DeadlineExceeded
    │   ├── NameNotFound
    │   ├── ConnectionRefused
    │   ├── NetworkUnreachable
    │   ├── ConnectionBroken
    │   ├── CertificateError
    │   └── ProxyRefused
    ├── UnusableAnswer                an answer arrived that is not the API's
    │   ├── NotAnApiResponse
    │   ├── AnswerTooLarge
    │   ├── MalformedResponse
    │   └── WrongPayment
    └── ApiError                      the API answered, and said no
        ├── CredentialsRejected
        ├── TokenRefused
        ├── AccessDenied
        ├── PaymentNotFound
        ├── BadRequest
        ├── RateLimited
        ├── ServerError
        └── ApiBusinessError

Exceptions travel to the window as objects; `presentation.messages` alone turns them into words.
Nothing in them holds a secret, a token or a payment.
"""

from __future__ import annotations

from enum import StrEnum


class PortOneError(Exception):
    """The root. `detail` is a technical text in English for the tooltip; never a secret."""

    def __init__(self, detail: str = "") -> None:
        super().__init__(detail)
        self.detail = detail


class RequestError(PortOneError):
    """The request was wrong before anything was sent."""


class InvalidImpUid(RequestError):
    """Something that is not a whole imp_uid was about to reach a path."""


class ApiUrlFault(StrEnum):
    """Why an address cannot be the API's."""

    NOT_A_URL = "not-a-url"
    NOT_HTTPS = "not-https"
    HAS_EXTRAS = "has-extras"


class InvalidApiUrl(RequestError):
    """The address given for the API cannot be used; `fault` says why."""

    def __init__(self, fault: ApiUrlFault, url: str) -> None:
        super().__init__(f"{fault}: {url}")
        self.fault = fault
        self.url = url


class TransportError(PortOneError):
    """No answer arrived. `host` is the server, or the proxy, that was asked."""

    def __init__(self, detail: str = "", *, host: str = "") -> None:
        super().__init__(detail)
        self.host = host


class DeadlineExceeded(TransportError):
    """The whole lookup, or its connecting, did not end within its time; `seconds` is that time."""

    def __init__(self, detail: str = "", *, host: str = "", seconds: float) -> None:
        super().__init__(detail, host=host)
        self.seconds = seconds


class NameNotFound(TransportError):
    """The host's name could not be resolved."""


class ConnectionRefused(TransportError):
    """The host answered that nobody listens there."""


class NetworkUnreachable(TransportError):
    """There is no way to the host."""


class ConnectionBroken(TransportError):
    """The connection ended before the answer was whole."""


class TlsFault(StrEnum):
    """Why a certificate was not trusted, as far as the system tells."""

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


class ProxyRefused(TransportError):
    """The proxy did not let the request through; `http_status` is its answer (407: it wants a login)."""

    def __init__(self, detail: str = "", *, host: str = "", http_status: int | None = None) -> None:
        super().__init__(detail, host=host)
        self.http_status = http_status


class UnusableAnswer(PortOneError):
    """An answer arrived, but not one of the API's."""

    def __init__(self, detail: str = "", *, http_status: int | None = None) -> None:
        super().__init__(detail)
        self.http_status = http_status


class NotAnApiResponse(UnusableAnswer):
    """Somebody else answered: a login page, a redirect, a web server's error page."""


class AnswerTooLarge(UnusableAnswer):
    """The answer is larger than any payment; `limit` is the cap in bytes."""

    def __init__(self, detail: str = "", *, http_status: int | None = None, limit: int) -> None:
        super().__init__(detail, http_status=http_status)
        self.limit = limit


class MalformedResponse(UnusableAnswer):
    """The answer claims to be JSON of the API and is not."""


class WrongPayment(UnusableAnswer):
    """The answer describes another payment than the one that was asked for."""


class ApiError(PortOneError):
    """The API said no. `server_message` is its own text; `code` is the envelope's (0 means success)."""

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
    """getToken answered 401: the key or the secret is wrong."""


class TokenRefused(ApiError):
    """A fresh token was refused as well."""


class AccessDenied(ApiError):
    """HTTP 403."""


class PaymentNotFound(ApiError):
    """HTTP 404: no such id, another merchant's, or a test payment that was not asked for.

    The API does not tell these apart. `included_sandbox` says whether test payments were asked for,
    None where the call cannot ask (findAll).
    """

    def __init__(
        self,
        server_message: str = "",
        *,
        http_status: int = 404,
        code: int | None = None,
        included_sandbox: bool | None = None,
    ) -> None:
        super().__init__(server_message, http_status=http_status, code=code)
        self.included_sandbox = included_sandbox


class BadRequest(ApiError):
    """HTTP 400, or another 4xx that has no class of its own."""


class RateLimited(ApiError):
    """HTTP 429; `retry_after` in seconds where the server told it."""

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
