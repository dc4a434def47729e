"""The workbooks that a bản thảo names in ``so_lieu``, loaded, and the tables of them that its phụ lục ask for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from vbhc.draft.ban_thao import Written
from vbhc.draft.marking import Marking
from vbhc.draft.unreadable import defect, refusal
from vbhc.errors import DataError, TemplateError
from vbhc.findings import Finding
from vbhc.indicators import BangChiTieu, load_indicators
from vbhc.model import Bang
from vbhc.templating import suggest
from vbhc.templating.faults import Origin
from vbhc.templating.texts import SourceLine, compile_text

_FIELDS = frozenset({"tep", "sheet"})


def load_so_lieu(
    fields: Mapping[str, Any], folder: Path, name: str, given: Mapping[str, str]
) -> dict[str, BangChiTieu]:
    """The workbooks of ``so_lieu`` by their names, from where `sources_of` says that they lie.

    Raises `UnreadableDocumentError` as it does, and `DataError` with what is wrong in all of them.
    """
    loaded: dict[str, BangChiTieu] = {}
    findings: list[Finding] = []
    for ten, (path, sheet) in sources_of(fields, folder, name, given).items():
        try:
            loaded[ten] = load_indicators(path, sheet=sheet)
        except DataError as error:
            findings += error.report
    if findings:
        raise DataError.from_findings("Không đọc được số liệu của bản thảo:", *findings)
    return loaded


def sources_of(
    fields: Mapping[str, Any], folder: Path, name: str, given: Mapping[str, str]
) -> dict[str, tuple[Path, str | None]]:
    """File and sheet of each workbook of ``so_lieu``, those ``given`` by hand instead of what the bản thảo says.

    A path is looked for from ``folder``, where the bản thảo lies; one that is given, from here. Raises
    `UnreadableDocumentError` for what names no workbook.
    """
    said = fields.get("so_lieu", {})
    wrong = [*_wrong(said), *_not_asked_for(said, given)]
    if wrong:
        raise refusal(name, *(defect("sai-cu-phap", name, message, hint) for message, hint in wrong))
    named = {ten: _source(it, folder) for ten, it in said.items()}
    return named | {ten: (Path(it), None) for ten, it in given.items()}


def _wrong(said: object) -> Iterator[tuple[str, str]]:
    form = "viết như so_lieu: {dti: dti-2026-05.xlsx}, hoặc {dti: {tep: …, sheet: …}}"
    if not isinstance(said, dict):
        yield "`so_lieu` không phải các tên kèm tệp số liệu", form
        return
    for ten, it in said.items():
        named = isinstance(it, dict) and "tep" in it and it.keys() <= _FIELDS
        if not (named and all(isinstance(said, str) for said in it.values())) and not isinstance(it, str):
            yield f"`so_lieu.{ten}` không nêu tệp số liệu", form


def _not_asked_for(said: object, given: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """A workbook of a name that the bản thảo has not would be read for nothing."""
    names = list(said) if isinstance(said, dict) else []
    for ten in given:
        if names and ten not in names:
            close = suggest(ten, names)
            hint = f"có phải `{close}`?" if close else f"`so_lieu` có: {', '.join(names)}"
            yield f"--data nêu số liệu `{ten}` mà `so_lieu` không có", hint


def _source(it: str | Mapping[str, str], folder: Path) -> tuple[Path, str | None]:
    return (folder / it, None) if isinstance(it, str) else (folder / it["tep"], it.get("sheet"))


def with_tables(written: Written, names: Mapping[str, object], marking: Marking | None = None) -> dict[str, Any]:
    """The fields without ``so_lieu``, each ``bang: dti.chua_dat`` of a phụ lục made the table of that selection.

    Raises `UnreadableDocumentError` with all that name no table.
    """
    wrong: list[Finding] = []
    made: list[Any] = []
    for position, it in enumerate(_list(written.fields.get("phu_luc")), 1):
        place = f"dòng {written.line_of(('phu_luc', position, 'bang'))}"
        try:
            made.append(_with_table(it, names, Origin(place), marking))
        except NoTableError as error:
            message = f"phụ lục dùng bảng `{it['bang']}`, nhưng {error}"
            wrong.append(defect("sai-cu-phap", written.name, message, error.hint, place=place))
    if wrong:
        raise refusal(written.name, *wrong)
    kept = {key: value for key, value in written.fields.items() if key != "so_lieu"}
    return kept | ({"phu_luc": made} if made else {})


def _list(said: object) -> list[Any]:
    return said if isinstance(said, list) else []


def _with_table(it: Any, names: Mapping[str, object], origin: Origin, marking: Marking | None) -> Any:
    if not isinstance(it, dict) or not isinstance(it.get("bang"), str):
        return it
    selection = selection_of(it["bang"], names)
    asked = replace(origin, tag=f"bang: {it['bang']}")
    rest = {key: value for key, value in it.items() if key != "bang"}
    return {**rest, "noi_dung": [*_list(rest.get("noi_dung")), table_of(selection, asked, marking)]}


def table_of(selection: BangChiTieu, origin: Origin, marking: Marking | None) -> Bang:
    """The table of a selection that ``origin`` asks for; raises `NoTableError` when nothing was selected."""
    if not selection:
        raise NoTableError(
            "không có chỉ tiêu nào được chọn",
            "bỏ bảng này, hoặc đặt bảng trong phần lời văn, giữa {% if … %} và {% endif %}",
        )
    return selection.lap_bang(marking.cells_of(selection, origin)) if marking else selection.lap_bang()


class NoTableError(Exception):
    """No selection of that name, or nothing in it; a Vietnamese message and what to do."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


def selection_of(expression: str, names: Mapping[str, object]) -> BangChiTieu:
    """The selection that "dti.chua_dat" gives, as a tag would; raises `NoTableError`."""
    tag = f"{{{{ {expression} }}}}"
    try:
        filled = compile_text((SourceLine(tag, 1, whole=True),), expression).fill(names)
    except TemplateError as error:
        first = error.report.findings[0]
        raise NoTableError(first.message.removeprefix(f"thẻ {tag}").lstrip(": "), first.hint) from None
    found = filled.values[0].value if filled.values else None
    if not isinstance(found, BangChiTieu):
        raise NoTableError("đó không phải một bảng chỉ tiêu", "ghi như dti.chua_dat")
    return found
