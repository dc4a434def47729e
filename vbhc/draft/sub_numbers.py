"""The numbers of mục below a khoản that repeat its own: "1.1." "1.2." below "1."."""

from __future__ import annotations

import re
from dataclasses import dataclass

_FORM = re.compile(r"(?P<above>\d+(?:\.\d+)*)\.(?P<own>\d+)(?P<end>\D*)")


@dataclass(slots=True)
class SubNumbers:
    """Counts them in the order in which they stand; ``above``: the number of the khoản, "" where there is none."""

    above: str = ""
    count: int = 0
    _last: tuple[str, int] = ("", 0)

    def begin(self, number: str) -> None:
        """The khoản with this number begins."""
        self.above = (re.findall(r"\d+", number) or [""])[0]
        self.count = 0

    def wanted(self, typed: str, line: int) -> tuple[str, bool]:
        """The number that comes next, in the form that was typed, and whether the typed one must give way to it.

        The same number from the same line is that of a loop, which counts on.
        """
        parts = _FORM.fullmatch(typed)
        if parts is None:
            return typed, False
        again, self._last = (typed, line) == self._last, (typed, line)
        deeper = "." in parts["above"]
        above = parts["above"] if deeper or not self.above else self.above
        if deeper:
            return typed, False
        self.count += 1
        return f"{above}.{self.count}{parts['end']}", again

    def keep(self, typed: str) -> None:
        """The typed number is kept, and those behind it count on from it."""
        self.count = int(re.findall(r"\d+", typed)[-1])
