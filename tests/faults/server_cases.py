"""The catalogue's faults, each met by a lookup in the window."""

from __future__ import annotations

from functools import partial

from iamport_desktop.lookup.state import Loaded
from tests.conftest import NOW
from tests.faults.assertions import PREVIOUS, check_found, check_problem, check_under_way
from tests.faults.case import Case
from tests.faults.case_context import CaseContext, patience
from tests.faults.fault import IMP_UID, Fault
from tests.faults.http_faults import HTTP_FAULTS
from tests.faults.json_faults import JSON_FAULTS
from tests.faults.network_faults import NETWORK_FAULTS
from tests.faults.tls_faults import TLS_FAULTS


def _run(fault: Fault, context: CaseContext) -> None:
    with patience(fault.limits), fault.start() as target:
        driver = context.open(target.url)
        driver.act(lambda: driver.window.show_state(Loaded(IMP_UID, PREVIOUS, NOW)))
        driver.search(IMP_UID)
        check_under_way(driver)
        if fault.expected is None:
            check_found(driver, driver.outcome())
            return
        check_problem(driver, driver.outcome(), fault.expected)
        target.heal()
        check_found(driver, driver.try_again())


def case_of(group: str, fault: Fault) -> Case:
    """Return `fault` as a case."""
    return Case(group, fault.name, partial(_run, fault))


SERVER_CASES = [
    case_of(group, fault)
    for group, faults in (
        ("Network", NETWORK_FAULTS),
        ("TLS", TLS_FAULTS),
        ("HTTP", HTTP_FAULTS),
        ("JSON", JSON_FAULTS),
    )
    for fault in faults
]
