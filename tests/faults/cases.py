"""Every row of the table, in its order."""

from __future__ import annotations

from tests.faults.case import Case
from tests.faults.schema_cases import SCHEMA_CASES
from tests.faults.server_cases import SERVER_CASES
from tests.faults.text_cases import TEXT_CASES

CASES: list[Case] = [*SERVER_CASES, *SCHEMA_CASES, *TEXT_CASES]
