"""Fields such as the page number: an instruction that is hidden, and the result that a reader sees."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class _Field:
    instruction: str = ""
    has_result: bool = False
    empty: bool = True


@dataclass
class FieldState:
    """The fields that are open where reading stands; one may reach over several paragraphs."""

    _open: list[_Field] = field(default_factory=list)

    def mark(self, kind: str) -> str:
        """A ``w:fldChar``: "begin", "separate" or "end"; gives the instruction of a field that ends without a result.

        Word fills such a field in when it draws the page, and some programs leave every page number to it.
        """
        if kind == "begin":
            self._open.append(_Field())
        elif kind == "separate" and self._open:
            self._open[-1].has_result = True
        elif kind == "end" and self._open:
            ended = self._open.pop()
            return ended.instruction.strip() if ended.empty else ""
        return ""

    def say(self, instruction: str) -> None:
        """A piece of the instruction of the innermost field."""
        if self._open and not self._open[-1].has_result:
            self._open[-1].instruction += instruction

    def show(self) -> str:
        """Text is shown here: the instruction of the field whose result it is, "" outside fields."""
        for shown in self._open:
            shown.empty = False
        return self._open[-1].instruction.strip() if self._open else ""

    @property
    def hides(self) -> bool:
        """Whether text here is no result but part of an instruction."""
        return not all(it.has_result for it in self._open)
