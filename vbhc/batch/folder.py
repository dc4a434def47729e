"""The folder of a batch: letters put in place whole, and a journal of them from which a broken run goes on.

Whatever is not in place yet stands in a hidden folder inside, which is gone when the batch is done. So a run that is
killed leaves whole letters, and that folder.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from vbhc.batch.failures import failure
from vbhc.batch.results import LetterResult
from vbhc.errors import OutputError, reason_of
from vbhc.findings import Finding
from vbhc.saving import save

WORK = ".vbhc-batch"
JSON, CSV = "bao-cao.json", "bao-cao.csv"
KIND = "vbhc batch"
"""What a report of ours says that it is."""
TOGETHER = "tat-ca-thu.docx"

_JOURNAL = "nhat-ky.jsonl"


def open_folder(out: Path, *, resume: bool, force: bool) -> dict[str, LetterResult]:
    """Make ``out`` ready, and give the letters of an earlier run that it knows, by their files.

    Raises `OutputError` for a folder with results of an earlier run, unless it is asked to go on or to write over them.
    """
    try:
        known = _known(out)
        _refuse_taken(out, known, resume=resume, force=force)
        out.mkdir(parents=True, exist_ok=True)
        (out / WORK).mkdir(exist_ok=True)
    except OSError as error:
        raise OutputError(f"Không dùng được thư mục «{out}»: {reason_of(error)}. Chưa có gì được ghi.") from None
    return known or {}


def _refuse_taken(out: Path, known: Mapping[str, LetterResult] | None, *, resume: bool, force: bool) -> None:
    taken = [name for name in (WORK, JSON, CSV) if (out / name).exists()]
    nothing_lost = known == {} and WORK not in taken
    if force or nothing_lost:
        return
    if taken and not resume:
        raise OutputError(
            f"Thư mục «{out}» đã có kết quả của một lần chạy trước, có thể chưa xong ({', '.join(taken)}). "
            "Làm tiếp thì thêm --resume; làm lại và ghi đè thì thêm --force; hoặc chọn thư mục khác. "
            "Chưa có gì được ghi."
        )
    foreign = [name for name in taken if name != WORK]
    if foreign and known is None:
        raise OutputError(
            f"Trong «{out}» có {', '.join(foreign)} không phải của vbhc batch. Hãy chuyển đi, hoặc chọn thư mục khác. "
            "Chưa có gì được ghi."
        )


def _known(out: Path) -> dict[str, LetterResult] | None:
    """What the report and the journal know; ``None`` where there is a report that is none of ours."""
    report = _report(out / JSON)
    if report is None:
        return None
    listed = [*report, *_journal(out / WORK / _JOURNAL)]
    return {result.tep: result for plain in listed if (result := _read(plain))}


def _report(path: Path) -> list[Any] | None:
    """The letters that a report knows, [] where there is no report, ``None`` for a file that is none of ours."""
    if not path.exists():
        return None if path.with_name(CSV).exists() else []
    try:
        report = json.loads(path.read_bytes())
        return [*report["tep_thua"], *report["thu"], report["gop"]] if report["loai"] == KIND else None
    except (ValueError, KeyError, TypeError):
        return None


def _journal(path: Path) -> Iterator[Any]:
    """The lines of the journal; one that was torn is passed over."""
    for line in path.read_bytes().split(b"\n") if path.exists() else ():
        with suppress(ValueError):
            yield json.loads(line)


def _read(plain: Any) -> LetterResult | None:
    try:
        result = LetterResult.from_dict(plain)
    except (KeyError, TypeError, ValueError):
        return None
    return result if result.sha256 and Path(result.tep).name == result.tep else None


def stands(out: Path, result: LetterResult) -> bool:
    """Whether the file of an earlier letter is there as it was written."""
    try:
        return sha256(Path(out, result.tep).read_bytes()) == result.sha256
    except OSError:
        return False


def sha256(data: bytes) -> str:
    """The SHA-256 in hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def put(out: Path, tep: str, data: bytes, *, force: bool) -> Finding | None:
    """Put a letter in place; gives the reason where that cannot be. The same letter already there is left alone."""
    target = out / tep
    try:
        if target.is_file() and target.read_bytes() == data:
            return None
        if target.exists() and not force:
            return failure("tep-da-co", tep=tep)
        save(data, target, overwrite=force, staging=out / WORK)
    except (OutputError, OSError) as error:
        said = error.message if isinstance(error, OutputError) else f"Không đọc được «{target}»: {reason_of(error)}."
        return failure("khong-lam-duoc-thu", ly_do=said)
    return None


def note(out: Path, result: LetterResult) -> None:
    """Write into the journal that a letter is in place.

    The line break comes first, so that a line that was torn spoils no other. A journal that cannot be written costs
    time in the next run, no letter: what stands there is compared with what would be written.
    """
    line = json.dumps(result.to_dict(), ensure_ascii=False)
    with suppress(OSError), (out / WORK / _JOURNAL).open("ab") as journal:
        journal.write(f"\n{line}".encode())


def close_folder(out: Path, reports: Mapping[str, bytes]) -> None:
    """Put the reports in place, and take the hidden folder away; raises `OutputError`."""
    for name, data in reports.items():
        save(data, out / name, overwrite=True, staging=out / WORK)
    shutil.rmtree(out / WORK, ignore_errors=True)
