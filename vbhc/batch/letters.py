"""The letters of a batch: one for each part of a selection, or for each row of a list."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from vbhc.batch.failures import failure
from vbhc.draft.documents import Draft
from vbhc.draft.so_lieu import NoTableError, selection_of
from vbhc.errors import DataError
from vbhc.findings import Report
from vbhc.indicators import CHUA_RO_CO_QUAN, BangChiTieu, DanhSach
from vbhc.templating import suggest
from vbhc.text.values import printed


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter to be written: ``stt`` counts from 1, ``ten`` says what it is for ("Sở Y tế", "dòng 5: Xã A").

    ``names``: what its tags may use, besides ``stt``; ``report``: what is wrong beforehand, of which an error forbids
    the letter.
    """

    stt: int
    ten: str
    names: Mapping[str, object] = field(hash=False)
    report: Report = field(default_factory=Report)


@dataclass(frozen=True, slots=True)
class Letters:
    """The letters of one batch, ``nguon``: what they were made from; ``findings``: of no letter alone.

    ``ten_tep``: the pattern of the names of their files, with the tags that the letters have.
    """

    letters: tuple[Letter, ...]
    ten_tep: str
    nguon: str
    findings: Report = field(default_factory=Report)


# How a selection is parted -> the name of the key of a part, and why nobody can get the part that has none.
_WAYS = {
    "theo_co_quan": ("co_quan", "chưa rõ cơ quan chủ trì", "ghi cơ quan chủ trì của các chỉ tiêu này ở bảng số liệu"),
    "theo_nhom": ("ten_nhom", "không thuộc nhóm nào", "ghi nhóm của các chỉ tiêu này ở bảng số liệu"),
}


def letters_by(draft: Draft, path: str) -> Letters:
    """A letter for each part of "dti.chua_dat.theo_co_quan": its tags have ``co_quan`` and the selection ``nhom``.

    With "theo_nhom" the name of the part is ``ten_nhom``. What has no cơ quan chủ trì, or no nhóm, gives a letter that
    cannot be written. Raises `DataError` where there is no such selection, or nothing in it.
    """
    selection, _, way = path.strip().removesuffix("()").rpartition(".")
    try:
        if way not in _WAYS:
            raise NoTableError("thiếu cách chia ở cuối", _meant(draft, selection, way))
        parts = _parts(selection_of(selection, draft.so_lieu), way)
    except NoTableError as error:
        raise _refusal(path, str(error), error.hint) from None
    if not parts:
        raise _refusal(path, "không có chỉ tiêu nào", "xem lại bảng số liệu, hoặc dùng một nhóm chỉ tiêu khác")
    key = _WAYS[way][0]
    letters = (
        Letter(stt, ten, {key: ten, "nhom": part}, _nobody(ten, part, way))
        for stt, (ten, part) in enumerate(parts.items(), 1)
    )
    return Letters(tuple(letters), f"{{{{ stt }}}}-{{{{ {key} }}}}", path)


def _parts(selection: BangChiTieu, way: str) -> dict[str, BangChiTieu]:
    if way == "theo_co_quan":
        return selection.theo_co_quan()
    return {str(nhom): part for nhom, part in selection.theo_nhom().items()}


def _meant(draft: Draft, selection: str, way: str) -> str:
    """What was probably meant by a path that ends in no way to part a selection."""
    near = suggest(way, _WAYS)
    if near:
        return f"có phải `{selection}.{near}`?"
    whole = f"{selection}.{way}".strip(".")
    try:
        selection_of(whole, draft.so_lieu)
    except NoTableError:
        return "ghi như dti.chua_dat.theo_co_quan"
    return "ghi " + " hoặc ".join(f"`{whole}.{name}`" for name in _WAYS)


def _nobody(ten: str, part: BangChiTieu, way: str) -> Report:
    _, why, advice = _WAYS[way]
    if ten not in ("", CHUA_RO_CO_QUAN):
        return Report()
    ma = ", ".join(chi_tieu.ma or chi_tieu.ten for chi_tieu in part)
    return Report.of([failure("khong-ro-noi-nhan", so=len(part), ma=ma, ly_do=why, goi_y=advice)])


def _refusal(path: str, why: str, advice: str) -> DataError:
    return DataError.from_findings(
        "Không biết phải làm những thư nào.", failure("khong-chia-duoc", path=path, ly_do=why, goi_y=advice)
    )


def letters_of_rows(rows: DanhSach) -> Letters:
    """A letter for each row of a list: its tags have ``dong``, its cells by name; raises `DataError` without any."""
    if not rows.dong:
        raise DataError(f"Danh sách {rows.nguon} không có dòng nào dưới tiêu đề, nên không có thư nào để làm.")
    pattern = f'{{{{ stt }}}}-{{{{ dong.{rows.ten_goi} or "" }}}}'
    return Letters(tuple(_of_rows(rows)), pattern, str(rows.nguon), rows.findings)


def _of_rows(rows: DanhSach) -> Iterator[Letter]:
    for stt, row in enumerate(rows.dong, 1):
        named = getattr(row.o, rows.ten_goi)
        ten = f"dòng {row.so}" + ("" if named is None else f": {printed(named)}")
        yield Letter(stt, " ".join(ten.split()), {"dong": row.o}, row.findings)
