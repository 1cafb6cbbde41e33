"""Every fault that a lookup can meet, each from a real server.

for fault in FAULTS:
    with fault.start() as target:
        client = PortOneClient(parse_origin(target.url), CREDENTIALS, limits=fault.limits)
        ...  # get_payment(IMP_UID) raises fault.expected, or succeeds where that is None
        target.heal()  # the next lookup succeeds
"""

from __future__ import annotations

from tests.faults.fault import CREDENTIALS, IMP_UID, QUICK, Fault, Target
from tests.faults.http_faults import HTTP_FAULTS
from tests.faults.json_faults import JSON_FAULTS
from tests.faults.network_faults import NETWORK_FAULTS
from tests.faults.tls_faults import TLS_FAULTS

FAULTS: list[Fault] = [*NETWORK_FAULTS, *TLS_FAULTS, *HTTP_FAULTS, *JSON_FAULTS]

__all__ = ["CREDENTIALS", "FAULTS", "IMP_UID", "QUICK", "Fault", "Target"]
