from typing import Any

import httpx
import pytest

from iamport_desktop.api.errors import RateLimited
from iamport_desktop.api.responses import unwrap
from iamport_desktop.api.transport import Answer


def retry_after(**headers: str) -> Any:
    answer = Answer(
        429, httpx.Headers({name.replace("_", "-"): value for name, value in headers.items()}), b""
    )
    with pytest.raises(RateLimited) as limited:
        unwrap(answer)
    return limited.value.retry_after


NOW = "Sun, 22 Nov 2026 05:05:00 GMT"


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("0", 0.0),
        ("7", 7.0),
        (" 120 ", 120.0),
        ("Sun, 22 Nov 2026 05:05:30 GMT", 30.0),
        ("Sunday, 22-Nov-26 05:05:30 GMT", 30.0),
        ("Sun Nov 22 05:05:30 2026", 30.0),
        ("Sun, 22 Nov 2026 05:00:00 GMT", 0.0),
        ("", None),
        ("-5", None),
        ("7.5", None),
        ("soon", None),
        ("Sun, 99 Nov 2026 05:05:30 GMT", None),
        ("9" * 400, 999_999_999.0),
    ],
)
def test_retry_after(value: str, seconds: float | None) -> None:
    assert retry_after(Retry_After=value, Date=NOW) == seconds


def test_retry_after_without_the_servers_clock() -> None:
    assert retry_after(Retry_After="Sun, 22 Nov 2020 05:05:30 GMT") == 0.0


def test_retry_after_missing() -> None:
    assert retry_after(Date=NOW) is None
