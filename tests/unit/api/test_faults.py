"""Every fault of the catalogue: the right error or none, in time, telling no secret, and no harm done."""

import asyncio
import time
import traceback

import pytest

from iamport_desktop.api.client import PortOneClient
from iamport_desktop.api.errors import PortOneError
from iamport_desktop.api.models import Payment
from iamport_desktop.api.origin import parse_origin
from tests.faults import replies
from tests.faults.catalogue import CREDENTIALS, FAULTS, IMP_UID, Fault, Target

SECRETS = (replies.IMP_KEY, replies.IMP_SECRET, replies.TOKEN)


async def meet(fault: Fault, target: Target) -> Payment | PortOneError:
    """Look a payment up twice: with the fault in force, and after it has gone."""
    client = PortOneClient(parse_origin(target.url), CREDENTIALS, limits=fault.limits)
    try:
        started = time.monotonic()
        outcome = await lookup(client)
        assert time.monotonic() - started < fault.limits.deadline + 0.5
        target.heal()
        assert isinstance(await lookup(client), Payment)
        return outcome
    finally:
        await client.aclose()


async def lookup(client: PortOneClient) -> Payment | PortOneError:
    try:
        return await client.get_payment(IMP_UID)
    except PortOneError as error:
        return error


@pytest.mark.parametrize("fault", FAULTS, ids=str)
def test_fault(fault: Fault) -> None:
    with fault.start() as target:
        outcome = asyncio.run(meet(fault, target))
    if fault.expected is None:
        assert isinstance(outcome, Payment)
        assert outcome.imp_uid == IMP_UID
        return
    assert type(outcome) is fault.expected
    assert {name: getattr(outcome, name) for name in fault.attributes} == fault.attributes
    told = "".join(traceback.format_exception(outcome)) + repr(vars(outcome))
    assert not [secret for secret in SECRETS if secret in told]


def leaves(kind: type[PortOneError]) -> set[type[PortOneError]]:
    children = kind.__subclasses__()
    return {kind} if not children else set().union(*map(leaves, children))


def test_every_error_has_a_fault() -> None:
    met_before_the_network = {"InvalidImpUid", "InvalidApiUrl"}
    ours = {each for each in leaves(PortOneError) if each.__module__ == PortOneError.__module__}
    missing = ours - {fault.expected for fault in FAULTS}
    assert {each.__name__ for each in missing} == met_before_the_network


def test_faults_have_names_of_their_own() -> None:
    assert len({fault.name for fault in FAULTS}) == len(FAULTS)
