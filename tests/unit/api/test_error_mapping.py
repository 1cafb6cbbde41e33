"""What other systems raise, and cannot be brought about here; the rest is met in test_faults."""

import errno
import ssl

import httpx
import pytest

from iamport_desktop.api.error_mapping import map_error
from iamport_desktop.api.errors import (
    CertificateError,
    ConnectionBroken,
    NetworkUnreachable,
    RequestError,
    TlsFault,
)
from iamport_desktop.api.transport import path_of


def raised(cause: BaseException) -> Exception:
    """`cause` as httpx hands it on: httpcore re-raises "from None" on the way."""
    error = httpx.ConnectError("hidden")
    error.__context__, error.__suppress_context__ = cause, True
    return error


@pytest.mark.parametrize(
    ("code", "fault"),
    [
        (0x800B0101, TlsFault.EXPIRED),
        (0x800B0109, TlsFault.UNKNOWN_ISSUER),
        (0x800B010A, TlsFault.UNKNOWN_ISSUER),
        (0x800B010F, TlsFault.WRONG_HOST),
        (-67818, TlsFault.EXPIRED),
        (-67819, TlsFault.NOT_YET_VALID),
        (-67602, TlsFault.WRONG_HOST),
        (-67843, TlsFault.UNKNOWN_ISSUER),
        (64, TlsFault.WRONG_HOST),
        (23, TlsFault.OTHER),
    ],
)
def test_certificates_refused_by_other_systems(code: int, fault: TlsFault) -> None:
    refusal = ssl.SSLCertVerificationError("the system's own words")
    refusal.verify_code, refusal.verify_message = code, "the system's own words"
    error = map_error(raised(refusal), host="api.example", connect_seconds=5)
    assert type(error) is CertificateError
    assert (error.fault, error.host, error.detail) == (fault, "api.example", "the system's own words")


def test_several_addresses_that_all_failed() -> None:
    """anyio tries every address of a name, and groups what they raise."""
    group = OSError("All connection attempts failed")
    group.__cause__ = ExceptionGroup(
        "many", [OSError(errno.ENETUNREACH, "v6"), OSError(errno.ENETUNREACH, "v4")]
    )
    error = map_error(raised(group), host="api.example", connect_seconds=5)
    assert type(error) is NetworkUnreachable


def test_windows_has_errors_of_its_own() -> None:
    unreachable = OSError(errno.EINVAL, "The network location cannot be reached")
    unreachable.winerror = 1231  # type: ignore[attr-defined,unused-ignore]
    assert type(map_error(raised(unreachable), host="h", connect_seconds=5)) is NetworkUnreachable


def test_anything_else_is_a_broken_connection() -> None:
    error = map_error(httpx.ReadError("gone"), host="api.example", connect_seconds=5)
    assert type(error) is ConnectionBroken
    assert error.host == "api.example"


def test_half_a_surrogate_pair_is_refused_before_it_reaches_a_path() -> None:
    with pytest.raises(RequestError):
        path_of("payments", "findAll", "order \ud83d")
