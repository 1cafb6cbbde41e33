from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest

from iamport_desktop.api import values


@pytest.mark.parametrize(
    ("read", "value", "expected"),
    [
        (values.text, "신한카드", "신한카드"),
        (values.text, "", None),
        (values.text, " ", " "),
        (values.text, 366, "366"),
        (values.text, 0, "0"),
        (values.amount, 1000, Decimal(1000)),
        (values.amount, 0, Decimal(0)),
        (values.amount, -5, Decimal(-5)),
        (values.amount, "1000", Decimal(1000)),
        (values.amount, " +10.25 ", Decimal("10.25")),
        (values.amount, Decimal("0.1"), Decimal("0.1")),
        (values.amount, 10**15 - 1, Decimal(10**15 - 1)),
        (values.integer, 3, 3),
        (values.integer, "3", 3),
        (values.integer, "3.0", 3),
        (values.integer, Decimal("3E2"), 300),
        (values.timestamp, 1_790_000_000, datetime(2026, 9, 21, 14, 13, 20, tzinfo=UTC)),
        (values.timestamp, "1790000000", datetime(2026, 9, 21, 14, 13, 20, tzinfo=UTC)),
        (values.timestamp, 0, None),
        (values.timestamp, "0", None),
        (values.timestamp, 1, datetime(1970, 1, 1, 0, 0, 1, tzinfo=UTC)),
        (values.timestamp, 253_402_300_799, datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC)),
        (values.boolean, True, True),
        (values.boolean, False, False),
        (values.boolean, 1, True),
        (values.boolean, 0, False),
        (values.boolean, "true", True),
        (values.boolean, "false", False),
    ],
)
def test_read(read: Callable[[Any], Any], value: Any, expected: Any) -> None:
    result = read(value)
    assert result == expected
    assert type(result) is type(expected)


REFUSED: dict[Callable[[Any], Any], list[Any]] = {
    values.text: [True, [], {}, Decimal("1.5")],
    values.amount: [
        *(True, [], {}, "", "1,000", "1e3", "천원", "NaN", "١٠", "9" * 19),
        *(10**15, -(10**15), 10**400, Decimal("1E+999"), Decimal("NaN"), Decimal("Infinity")),
    ],
    values.integer: [False, "1.5", Decimal("0.1"), "--1", [1], Decimal("1E+400"), Decimal("NaN")],
    values.timestamp: [-1, 1_790_000_000_000, 253_402_300_800, 10**18, "2026-11-22", 1.5, True],
    values.boolean: ["yes", "", 2, -1, [], Decimal(1)],
}


@pytest.mark.parametrize(("read", "value"), [(read, value) for read in REFUSED for value in REFUSED[read]])
def test_refuse(read: Callable[[Any], Any], value: Any) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the reason is for the reader of a traceback alone
        read(value)
