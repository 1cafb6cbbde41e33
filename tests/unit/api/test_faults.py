"""Every fault of the catalogue: the right error or none, in time, telling no secret, and no harm done."""

import asyncio
import traceback

import pytest

from iamport_desktop.api.client import PortOneClient
from iamport_desktop.api.errors import PortOneError
from iamport_desktop.api.models import Payment
from iamport_desktop.api.origin import parse_origin
from tests.faults import replies
from tests.faults.catalogue import CREDENTIALS, FAULTS, IMP_UID, Fault, Scene

GRACE = 5.0  # seconds beyond the deadline, for a busy machine
SECRETS = (replies.IMP_KEY, replies.IMP_SECRET, replies.TOKEN)


async def meet(fault: Fault, scene: Scene) -> Payment | PortOneError:
    """Look a payment up twice: with the fault in force, and after it has gone."""
    client = PortOneClient(parse_origin(scene.url), CREDENTIALS, limits=fault.limits)
    try:
        async with asyncio.timeout(fault.limits.deadline + GRACE):
            outcome = await lookup(client)
        scene.heal()
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
    with fault.start() as scene:
        outcome = asyncio.run(meet(fault, scene))
    if fault.expected is None:
        assert isinstance(outcome, Payment)
        assert outcome.imp_uid == IMP_UID
        return
    assert type(outcome) is fault.expected
    assert {name: getattr(outcome, name) for name in fault.attributes} == fault.attributes
    texts = "".join(traceback.format_exception(outcome)) + repr(vars(outcome))
    assert not [secret for secret in SECRETS if secret in texts]


def leaves(error_class: type[PortOneError]) -> set[type[PortOneError]]:
    """Return the classes without subclasses."""
    subclasses = error_class.__subclasses__()
    return {error_class} if not subclasses else set().union(*map(leaves, subclasses))


def test_every_error_has_a_fault() -> None:
    raised_before_a_request = {"InvalidImpUid", "InvalidApiUrl"}
    errors = {error for error in leaves(PortOneError) if error.__module__ == PortOneError.__module__}
    missing = errors - {fault.expected for fault in FAULTS}
    assert {error.__name__ for error in missing} == raised_before_a_request


def test_faults_have_names_of_their_own() -> None:
    assert len({fault.name for fault in FAULTS}) == len(FAULTS)
