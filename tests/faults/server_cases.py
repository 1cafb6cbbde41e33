"""The catalogue's faults, each met by a person who looks a payment up."""

from __future__ import annotations

from functools import partial

from iamport_desktop.lookup.state import Loaded
from tests.conftest import NOW
from tests.faults.case import Case
from tests.faults.fault import IMP_UID, Fault
from tests.faults.http_faults import HTTP_FAULTS
from tests.faults.json_faults import JSON_FAULTS
from tests.faults.judging import PREVIOUS, check_found, check_problem, check_under_way
from tests.faults.network_faults import NETWORK_FAULTS
from tests.faults.stage import Stage, patience
from tests.faults.tls_faults import TLS_FAULTS


def _play(fault: Fault, stage: Stage) -> None:
    with patience(fault.limits), fault.start() as scene:
        desk = stage.open(scene.url)
        desk.show(Loaded(IMP_UID, PREVIOUS, NOW))
        desk.submit(IMP_UID)
        check_under_way(desk)
        if fault.expected is None:
            check_found(desk, desk.outcome())
            return
        check_problem(desk, desk.outcome(), fault.expected)
        scene.heal()
        check_found(desk, desk.try_again())


def case_of(group: str, fault: Fault) -> Case:
    """`fault` as a row of the table."""
    return Case(group, fault.name, partial(_play, fault))


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
