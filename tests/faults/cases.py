"""Every row of the table, in its order."""

from __future__ import annotations

from tests.faults.case import Case
from tests.faults.server_cases import SERVER_CASES

CASES: list[Case] = [*SERVER_CASES]
