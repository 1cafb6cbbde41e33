"""Every case, in the order of the table."""

from __future__ import annotations

from tests.faults.case import Case
from tests.faults.desk_cases import DESK_CASES
from tests.faults.keyring_cases import KEYRING_CASES
from tests.faults.program_cases import PROGRAM_CASES
from tests.faults.schema_cases import SCHEMA_CASES
from tests.faults.server_cases import SERVER_CASES
from tests.faults.session_cases import SESSION_CASES
from tests.faults.text_cases import TEXT_CASES

_ORDER = ("Network", "TLS", "HTTP", "JSON", "Schema", "Hostile text", "Keyring", "OS")

CASES: list[Case] = sorted(
    [*SERVER_CASES, *SESSION_CASES, *SCHEMA_CASES, *TEXT_CASES, *KEYRING_CASES, *DESK_CASES, *PROGRAM_CASES],
    key=lambda case: _ORDER.index(case.group),
)
