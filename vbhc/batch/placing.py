"""What came of letters, put where it belongs in the folder of the batch."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from vbhc.batch.failures import failure, told
from vbhc.batch.file_names import Named
from vbhc.batch.folder import TOGETHER, note, put, sha256, stands
from vbhc.batch.options import BatchOptions
from vbhc.batch.results import LetterResult
from vbhc.batch.writing import Asked, Made, Task
from vbhc.draft.documents import Draft
from vbhc.findings import Finding, Report
from vbhc.model import VanBan
from vbhc.render import output_together


class Placed(NamedTuple):
    """What came of a letter; the văn bản where it stands and all are to come together."""

    result: LetterResult
    van_ban: VanBan | None = None


@dataclass(frozen=True, slots=True)
class Batch:
    """What holds for all letters of a batch; ``known``: those of an earlier run, by their files."""

    draft: Draft
    folder: Path
    options: BatchOptions
    known: Mapping[str, LetterResult]

    def task(self, part: Sequence[Named]) -> Task:
        """The letters as work to be sent; those that stand are not to be written again."""
        return Task(self.draft, tuple(Asked(it.letter, self._mark(it)) for it in part), self.options)

    def _mark(self, named: Named) -> str:
        earlier = self.known.get(named.tep)
        return earlier.van_tay if earlier and stands(self.folder, earlier) else ""

    def place(self, named: Named, made: Made) -> Placed:
        """The letter put where it belongs, and noted in the journal; or why it is not there."""
        letter = named.letter
        result = LetterResult(letter.stt, letter.ten, report=letter.report + made.report)
        if not made.van_tay:
            return Placed(result)
        if made.data is None:
            return Placed(replace(self.known[named.tep], stt=letter.stt, ten=letter.ten), made.van_ban)
        wrong = put(self.folder, named.tep, made.data, force=self.options.force)
        if wrong:
            return Placed(_with(result, wrong))
        digest = sha256(made.data)
        placed = replace(result, tep=named.tep, goi_mau=made.goi_mau, sha256=digest, van_tay=made.van_tay)
        note(self.folder, placed)
        return Placed(placed, made.van_ban)

    def place_together(self, letters: Sequence[Placed]) -> LetterResult:
        """All letters that stand as one file; the one of an earlier run is written over where nobody changed it."""
        there = [it for it in letters if it.van_ban]
        result = LetterResult(0, f"Gộp {len(there)} thư")
        taken = next((it.result for it in there if it.result.tep == TOGETHER), None)
        if taken:
            return _with(result, failure("trung-ten-tep", tep=TOGETHER, stt=taken.stt, ten=taken.ten))
        try:
            output = output_together((it.van_ban for it in there if it.van_ban), pack=self.options.pack)
        except Exception as error:
            return replace(result, report=told(error))
        earlier = self.known.get(TOGETHER)
        ours = earlier is not None and stands(self.folder, earlier)
        if wrong := put(self.folder, TOGETHER, output.data, force=self.options.force or ours):
            return _with(result, wrong)
        goi_mau = f"{output.pack.manifest.ten} {output.pack.manifest.phien_ban}"
        return replace(result, tep=TOGETHER, goi_mau=goi_mau, sha256=sha256(output.data))


def _with(result: LetterResult, wrong: Finding) -> LetterResult:
    return replace(result, report=result.report + Report.of([wrong]))
