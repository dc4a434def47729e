"""A batch from its letters to its report."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from pathlib import Path

from vbhc.batch.file_names import Named, name_files
from vbhc.batch.folder import close_folder, open_folder
from vbhc.batch.letters import Letters
from vbhc.batch.options import BatchOptions
from vbhc.batch.placing import Batch, Placed
from vbhc.batch.reports import reports_of
from vbhc.batch.results import BatchResult, LetterResult
from vbhc.batch.running import in_parts, run
from vbhc.draft.documents import Draft
from vbhc.draft.unreadable import unreadable
from vbhc.packs import load_pack

_AS_USUAL = BatchOptions()
_NO_TAGS = ("không phải bản thảo nên không có thẻ, mọi thư sẽ như nhau", "viết thành bản thảo (.md), xem vbhc new")


def render_batch(
    draft: Draft,
    letters: Letters,
    out: str | Path,
    options: BatchOptions = _AS_USUAL,
    *,
    executor: Executor | None = None,
    on_done: Callable[[LetterResult], object] | None = None,
) -> BatchResult:
    """Write the letters into the folder ``out``, each whole or not at all, and a report of all: bao-cao.json and .csv.

    A letter that fails never stops the others; the result tells why. ``executor`` is any that takes functions and
    values, of threads, processes or a cluster; only this process touches the folder. ``on_done`` is called with each
    letter as it is done. Raises `OutputError` where the folder cannot be used, `PackError` for no such pack,
    `TemplateError` for a pattern of file names that gives none, `UnreadableDocumentError` for a document without tags.
    """
    if not draft.written.is_text:
        raise unreadable("sai-cu-phap", draft.written.name, *_NO_TAGS)
    if options.pack:
        load_pack(options.pack)
    named, folder = name_files(letters), Path(out)
    batch = Batch(draft, folder, options, open_folder(folder, resume=options.resume, force=options.force))
    done: dict[int, Placed] = {}
    for placed in _placed(batch, named, executor):
        done[placed.result.stt] = placed
        if on_done:
            on_done(placed.result)
    result = _result(batch, letters, [done[it.letter.stt] for it in named])
    close_folder(folder, reports_of(result, _inputs(draft, letters, options)))
    return result


def _placed(batch: Batch, named: Sequence[Named], executor: Executor | None) -> Iterator[Placed]:
    """What came of the letters, in the order in which they are done: first those that cannot be written."""
    ready: dict[int, Named] = {}
    for it in named:
        letter, report = it.letter, it.letter.report + it.report
        if report.ok:
            ready[letter.stt] = it
        else:
            yield Placed(LetterResult(letter.stt, letter.ten, report=report))
    tasks = (batch.task(part) for part in in_parts([*ready.values()], executor))
    for task, made in run(tasks, executor):
        for asked, one in zip(task.asked, made, strict=True):
            yield batch.place(ready[asked.letter.stt], one)


def _result(batch: Batch, letters: Letters, placed: Sequence[Placed]) -> BatchResult:
    results = tuple(it.result for it in placed)
    gop = batch.place_together(placed) if any(it.van_ban for it in placed) else None
    written = {it.tep for it in (*results, gop) if it}
    left = (tep for tep in sorted(batch.known) if tep not in written and (batch.folder / tep).exists())
    return BatchResult(batch.folder, results, letters.findings, gop, tuple(batch.known[tep] for tep in left))


def _inputs(draft: Draft, letters: Letters, options: BatchOptions) -> Mapping[str, str]:
    """What the letters were made from, and a fingerprint of all of it."""
    said = (draft.written, draft.so_lieu, letters.letters, letters.ten_tep)
    how = (options.pack, options.issue, options.danh_so_lai)
    mark = hashlib.sha256("\n".join(map(repr, (*said, *how))).encode()).hexdigest()
    return {"ban_thao": draft.written.name, "thu_theo": letters.nguon, "van_tay": mark}
