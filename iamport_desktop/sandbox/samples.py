"""The sample payments: load `resources/sandbox/payments.json`, and fill in its times and links.

The file is JSON with notations of its own:

`{"$now": -3600}`
    The unix second one hour before the sandbox started; `{"$now_text": -3600}` is the same as a string. Inside a
    repeated item, `"$each": 60` adds a minute for every item before it.
`{"$repeat": 300, "item": {...}}`
    As the element of a list: 300 copies of the item; `{n}` in its strings is 001, 002, ...
`{receipts}`
    In a string: the address of the sandbox's own receipt pages.
`"bare": true`
    Beside a body: the body is the whole payment; otherwise its fields override `defaults`.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from iamport_desktop.resources import resource_path


@dataclass(frozen=True)
class SamplePayment:
    """A payment: `body` is the payload of `GET /payments/{imp_uid}`, the others those of their own endpoints.

    `shows_ko` and `shows_en` say what the sample demonstrates. `again`: lists answer the payment a second time, with
    these fields changed.
    """

    shows_ko: str
    shows_en: str
    body: Mapping[str, Any]
    cash_receipt: Mapping[str, Any] | None = None
    delivery: Mapping[str, Any] | None = None
    balance: Mapping[str, Any] | None = None
    again: Mapping[str, Any] | None = None

    @property
    def imp_uid(self) -> str:
        return str(self.body["imp_uid"])

    @property
    def sandbox(self) -> bool:
        """Whether it was paid through a test channel, and is served only on request."""
        return self.body.get("sandbox") is True


@dataclass(frozen=True)
class Samples:
    """The data file; `refusals` maps an imp_uid to the code and message of its refusal."""

    payments: tuple[SamplePayment, ...]
    refusals: Mapping[str, tuple[int, str]]


def load_samples(now: float, receipts_url: str) -> Samples:
    """Load the data file. `now` is in unix seconds; `receipts_url` has no slash at its end."""
    data = json.loads(resource_path("sandbox", "payments.json").read_text(encoding="utf-8"))
    resolver = _Resolver(int(now), receipts_url)
    payments = (_sample(resolver.resolve(entry), data["defaults"]) for entry in data["payments"])
    refusals = {
        imp_uid: (refusal["code"], refusal["message"]) for imp_uid, refusal in data["refusals"].items()
    }
    return Samples(tuple(payments), refusals)


def _sample(entry: Mapping[str, Any], defaults: Mapping[str, Any]) -> SamplePayment:
    return SamplePayment(
        shows_ko=entry["ko"],
        shows_en=entry["en"],
        body=entry["body"] if entry.get("bare") else {**defaults, **entry["body"]},
        cash_receipt=entry.get("cash_receipt"),
        delivery=entry.get("delivery"),
        balance=entry.get("balance"),
        again=entry.get("again"),
    )


class _Resolver:
    def __init__(self, now: int, receipts_url: str) -> None:
        self._now = now
        self._receipts_url = receipts_url

    def resolve(self, value: Any, index: int = 0) -> Any:
        """Return a copy of `value` with its notations resolved; `index` counts repeated items from 0."""
        match value:
            case str():
                return value.replace("{receipts}", self._receipts_url).replace("{n}", f"{index + 1:03}")
            case {"$now": offset}:
                return self._time(offset, value, index)
            case {"$now_text": offset}:
                return str(self._time(offset, value, index))
            case dict():
                return {key: self.resolve(item, index) for key, item in value.items()}
            case list():
                return [resolved for item in value for resolved in self._elements(item, index)]
            case _:
                return value

    def _time(self, offset: int, notation: Mapping[str, int], index: int) -> int:
        return self._now + offset + notation.get("$each", 0) * index

    def _elements(self, item: Any, index: int) -> list[Any]:
        match item:
            case {"$repeat": count, "item": repeated}:
                return [self.resolve(repeated, position) for position in range(count)]
            case _:
                return [self.resolve(item, index)]
