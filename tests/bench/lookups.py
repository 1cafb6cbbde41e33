"""Rows 1 to 3: from Enter until the details are painted."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

from tests.bench import programs
from tests.bench.delayed_network import DelayedNetwork
from tests.bench.figures import Goal, Row, Sample, ratio
from tests.support.app_client import AppClient
from tools.xvfb import display

LATE = ("--delay", "0.04")
ROUNDS = 40
FIRST_ROUNDS = 10
IDLE_ROUNDS = 5
IDLE = 5.0
# Payments of different kinds, one after the other as in a day's calls.
IMP_UIDS = [f"imp_1000000000{number:02}" for number in (1, 2, 5, 6, 3, 4, 9, 10)]


def imp_uids(rounds: int) -> Iterator[str]:
    """Yield one for each round."""
    for number in range(rounds):
        yield IMP_UIDS[number % len(IMP_UIDS)]


def warm(screen: str) -> Row:
    """Measure with token and connection ready; the server answers after 40 ms."""
    with ExitStack() as stack:
        url = f"http://127.0.0.1:{stack.enter_context(programs.server(*LATE))}"
        app = stack.enter_context(programs.app(url, screen))
        httpx, sdk = (
            stack.enter_context(programs.module("tests.bench.clients", kind, url))
            for kind in ("httpx", "sdk")
        )
        for imp_uid in IMP_UIDS:  # everything has been seen once
            _ = app.ask("time_look_up", imp_uid), httpx.tell(imp_uid), sdk.tell(imp_uid)
        rounds = [
            (app.ask("time_look_up", each), httpx.tell(each), sdk.tell(each)) for each in imp_uids(ROUNDS)
        ]
    ours, raw, vendor = _samples(("app", "raw httpx", "vendor's SDK"), rounds)
    goals = (Goal("raw", ratio(ours, raw), 1.35), Goal("SDK", ratio(ours, vendor), 0.65))
    return Row(
        1,
        "Enter to the details painted, warm; the server answers after 40 ms",
        _texts(ours, raw, vendor),
        goals,
    )


def first(screen: str) -> Row:
    """Measure the first lookup after the start, and typed ones after a pause."""
    with ExitStack() as stack:
        url = f"http://127.0.0.1:{stack.enter_context(programs.server(*LATE))}"
        closing = f"http://127.0.0.1:{stack.enter_context(programs.server(*LATE, '--idle', str(IDLE)))}"
        httpx = stack.enter_context(programs.module("tests.bench.clients", "httpx", url))
        httpx.tell(IMP_UIDS[0])
        starts = [(_first_lookup(url, screen, each), httpx.tell(each)) for each in imp_uids(FIRST_ROUNDS)]
        app = stack.enter_context(programs.app(url, screen))
        left = stack.enter_context(programs.app(closing, screen))
        for each in IMP_UIDS[:2]:
            _ = app.ask("time_look_up", each), left.ask("time_look_up", each)
        after = list(_after_idling(app, left, httpx))
    ours, raw = _samples(("first after the start", "raw httpx"), starts)
    ten_minutes, closed, beside = _samples(
        ("after 10 minutes", "after the server closed", "raw httpx then"), after
    )
    goals = (
        Goal("raw, first", ratio(ours, raw), 1.7),
        Goal("raw, after 10 minutes", ratio(ten_minutes, beside), 1.35),
        Goal("raw, closed by the server", ratio(closed, beside), 1.35),
    )
    note = f"10 minutes: the clocks of token and connection moved on. Closed: a server that does so after {IDLE:g} s."
    return Row(
        2,
        "the same for the first lookup, and after idling",
        _texts(ours, raw, ten_minutes, closed, beside),
        goals,
        note,
    )


def _first_lookup(url: str, screen: str, imp_uid: str) -> float:
    with programs.app(url, screen) as app:
        return float(app.ask("time_look_up", imp_uid))


def _after_idling(
    app: AppClient, left: AppClient, httpx: programs.LineProcess
) -> Iterator[tuple[float, float, float]]:
    for number, imp_uid in enumerate(imp_uids(IDLE_ROUNDS), 1):
        time.sleep(IDLE + 1.0)  # until the server has closed the connection
        app.ask("advance_clock", 600 * number)
        yield (
            app.ask("time_typed_look_up", imp_uid),
            left.ask("time_typed_look_up", imp_uid),
            httpx.tell(imp_uid),
        )


def far(screen: str) -> Row:
    """Measure through TLS, with a round trip of 40 ms."""
    what = "the same through TLS with a round trip of 40 ms"
    if not programs.is_root():
        return Row(3, what, (), (), "network namespaces need root")
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        network = stack.enter_context(DelayedNetwork(0.02))
        chain, trust = network.certificates(folder)
        here, there = network.here, network.there
        arguments = ("--host", network.address, "--tls", str(chain))
        url = f"https://{network.address}:{stack.enter_context(programs.server(*arguments, within=there))}"
        trusting = {"SSL_CERT_FILE": str(trust), "CURL_CA_BUNDLE": str(trust)}
        app = stack.enter_context(programs.app(url, screen, within=here, **trusting))
        httpx, curl = (
            stack.enter_context(programs.module("tests.bench.clients", kind, url, within=here, **trusting))
            for kind in ("httpx", "curl")
        )
        for each in IMP_UIDS:
            _ = app.ask("time_look_up", each), httpx.tell(each), curl.tell(each)
        rounds = [
            (app.ask("time_look_up", each), httpx.tell(each), curl.tell(each))
            for each in imp_uids(ROUNDS // 2)
        ]
    ours, raw, fresh = _samples(("app", "raw httpx", "fresh curl"), rounds)
    goals = (Goal("raw", ratio(ours, raw), 1.35), Goal("fresh curl", ratio(ours, fresh), 1.0))
    return Row(3, what, _texts(ours, raw, fresh), goals, f"The delay: {network.means}.")


def all_rows() -> Iterator[Row]:
    """Measure rows 1 to 3 on one display."""
    with tempfile.TemporaryDirectory() as home, display(Path(home)) as screen:
        yield warm(screen)
        yield first(screen)
        yield far(screen)


def _samples(names: tuple[str, ...], rounds: Sequence[tuple[float, ...]]) -> list[Sample]:
    return [Sample(name, values) for name, values in zip(names, zip(*rounds, strict=True), strict=True)]


def _texts(*samples: Sample) -> tuple[str, ...]:
    return tuple(each.text("ms", 1e3) for each in samples)
