from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest

from iamport_desktop.api import fields


@pytest.mark.parametrize(
    ("read", "value", "expected"),
    [
        (fields.text, "신한카드", "신한카드"),
        (fields.text, "", None),
        (fields.text, " ", " "),
        (fields.text, 366, "366"),
        (fields.text, 0, "0"),
        (fields.amount, 1000, Decimal(1000)),
        (fields.amount, 0, Decimal(0)),
        (fields.amount, -5, Decimal(-5)),
        (fields.amount, "1000", Decimal(1000)),
        (fields.amount, " +10.25 ", Decimal("10.25")),
        (fields.amount, Decimal("0.1"), Decimal("0.1")),
        (fields.amount, 10**15 - 1, Decimal(10**15 - 1)),
        (fields.integer, 3, 3),
        (fields.integer, "3", 3),
        (fields.integer, "3.0", 3),
        (fields.integer, Decimal("3E2"), 300),
        (fields.timestamp, 1_790_000_000, datetime(2026, 9, 21, 14, 13, 20, tzinfo=UTC)),
        (fields.timestamp, "1790000000", datetime(2026, 9, 21, 14, 13, 20, tzinfo=UTC)),
        (fields.timestamp, 0, None),
        (fields.timestamp, "0", None),
        (fields.timestamp, 1, datetime(1970, 1, 1, 0, 0, 1, tzinfo=UTC)),
        (fields.timestamp, 253_402_300_799, datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC)),
        (fields.boolean, True, True),
        (fields.boolean, False, False),
        (fields.boolean, 1, True),
        (fields.boolean, 0, False),
        (fields.boolean, "true", True),
        (fields.boolean, "false", False),
    ],
)
def test_read(read: Callable[[Any], Any], value: Any, expected: Any) -> None:
    result = read(value)
    assert result == expected
    assert type(result) is type(expected)


REFUSED: dict[Callable[[Any], Any], list[Any]] = {
    fields.text: [True, [], {}, Decimal("1.5")],
    fields.amount: [
        *(True, [], {}, "", "1,000", "1e3", "천원", "NaN", "١٠", "9" * 19),
        *(10**15, -(10**15), 10**400, Decimal("1E+999"), Decimal("NaN"), Decimal("Infinity")),
    ],
    fields.integer: [False, "1.5", Decimal("0.1"), "--1", [1], Decimal("1E+400"), Decimal("NaN")],
    fields.timestamp: [-1, 1_790_000_000_000, 253_402_300_800, 10**18, "2026-11-22", 1.5, True],
    fields.boolean: ["yes", "", 2, -1, [], Decimal(1)],
}


@pytest.mark.parametrize(("read", "value"), [(read, value) for read in REFUSED for value in REFUSED[read]])
def test_refuse(read: Callable[[Any], Any], value: Any) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the reason is for the reader of a traceback alone
        read(value)
