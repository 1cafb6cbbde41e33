"""The results of this run, to go back and forward through, like the pages of a browser."""

from __future__ import annotations

from iamport_desktop.presentation.screens import Result

KEPT = 50


class Trail:
    """A list with a place in it. What lies ahead is forgotten when something new is found."""

    def __init__(self) -> None:
        self._results: list[Result] = []
        self._place = -1

    def add(self, result: Result) -> None:
        """Put `result` behind the place; the same thing asked again replaces what stands there."""
        if self._results and self._results[self._place].subject == result.subject:
            self._results[self._place] = result
            return
        self._results = [*self._results[: self._place + 1], result][-KEPT:]
        self._place = len(self._results) - 1

    def current(self) -> Result | None:
        """What stands at the place; None as long as nothing was found."""
        return self._results[self._place] if self._results else None

    def can_step(self, steps: int) -> bool:
        """Whether there is something that many steps ahead (or back, where negative)."""
        return bool(self._results) and 0 <= self._place + steps < len(self._results)

    def step(self, steps: int) -> Result:
        """Move the place and return what stands there. IndexError where nothing does."""
        if not self.can_step(steps):
            raise IndexError(steps)
        self._place += steps
        return self._results[self._place]
