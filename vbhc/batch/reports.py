"""The report of a batch: as JSON for programs, as CSV for Excel."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping

from vbhc._version import __version__
from vbhc.batch.folder import CSV, JSON, KIND
from vbhc.batch.results import BatchResult, LetterResult, LetterState

_STATES = {LetterState.OK: "Xong", LetterState.XEM_LAI: "Xong, cần xem lại", LetterState.LOI: "Lỗi, chưa có thư"}
_HEADINGS = ("STT", "Thư", "Tệp", "Trạng thái", "Nội dung cần xem", "SHA-256")
# What begins so, Excel takes for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def reports_of(result: BatchResult, inputs: Mapping[str, str]) -> dict[str, bytes]:
    """The files of the report; nothing in them depends on when, where or in which order the letters were written."""
    return {JSON: _json(result, inputs), CSV: _csv(result)}


def _json(result: BatchResult, inputs: Mapping[str, str]) -> bytes:
    report = {
        "loai": KIND,
        "vbhc": __version__,
        "dau_vao": inputs,
        "tong": {"thu": len(result.letters), **{str(state): result.count(state) for state in LetterState}},
        "findings": [finding.to_dict() for finding in result.findings],
        "gop": result.gop.to_dict() if result.gop else None,
        "tep_thua": [letter.to_dict() for letter in result.tep_thua],
        "thu": [letter.to_dict() for letter in result.letters],
    }
    return json.dumps(report, ensure_ascii=False, indent=2).encode() + b"\n"


def _csv(result: BatchResult) -> bytes:
    """With a byte order mark, or Excel takes Vietnamese for another encoding; semicolons, as Vietnamese Windows has."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";")
    writer.writerow(_HEADINGS)
    writer.writerows([_no_formula(cell) for cell in _row(letter)] for letter in result.letters)
    return text.getvalue().encode("utf-8-sig")


def _row(letter: LetterResult) -> Iterator[str]:
    found = "\n".join(str(finding) for finding in letter.report)
    yield from (str(letter.stt), letter.ten, letter.tep, _STATES[letter.trang_thai], found, letter.sha256)


def _no_formula(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text
