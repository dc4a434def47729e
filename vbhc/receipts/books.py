"""The workbooks of a receipt as they are now: every number worked out again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from vbhc.draft.sources import cell_at
from vbhc.errors import DataError, TemplateError
from vbhc.findings import Finding, Location, Severity
from vbhc.indicators import BangChiTieu, load_indicators
from vbhc.indicators.choosing import choose_again
from vbhc.receipts.form import O, Phieu, So, Tep
from vbhc.receipts.texts import on_one_line
from vbhc.templating.texts import SourceLine, compile_text


class _NoLongerError(Exception):
    """What a name stood for is there no more; a Vietnamese message."""


@dataclass(frozen=True, slots=True)
class Books:
    """The workbooks that could be read, by their names in the bản thảo, and why others could not."""

    so_lieu: Mapping[str, BangChiTieu]
    findings: tuple[Finding, ...]

    @classmethod
    def opened(cls, phieu: Phieu, folder: Path, given: Mapping[str, str | Path]) -> Books:
        """All of ``phieu``: those ``given`` from there, the others from where they lay as seen from ``folder``."""
        read: dict[str, BangChiTieu] = {}
        findings: list[Finding] = []
        for ten, tep in phieu.so_lieu.items():
            try:
                read[ten] = load_indicators(given[ten]) if ten in given else _as_it_lay(tep, folder)
            except DataError as error:
                findings.append(_unreadable(ten, error))
        return cls(read, tuple(findings))

    def can_tell(self, number: So) -> bool:
        """Whether all the workbooks that a number comes from could be read."""
        named = {str(ref["bang"]) for ref in (number.ten or {}).values() if "bang" in ref}
        return named.union(it.so_lieu for it in number.o) <= self.so_lieu.keys()

    def changed(self, number: So) -> Iterator[Finding]:
        """What there is to say when the workbooks give something else now."""
        if number.ten is None:
            yield from self._changed_cells(number)
            return
        try:
            now = self._again(number.the, number.ten)
        except _NoLongerError as error:
            yield _differs(number, str(error))
            return
        if now.casefold() != number.in_ra.casefold():
            yield _differs(number, f"số liệu nay cho «{now}»{self._because(number)}")

    def _again(self, the: str, ten: Mapping[str, Mapping[str, Any]]) -> str:
        names = {name: self._value(ref) for name, ref in ten.items()}
        try:
            filled = compile_text((SourceLine(the, 1),), "phiếu").fill(names)
        except TemplateError as error:
            raise _NoLongerError("; ".join(it.message for it in error.report)) from None
        text = "".join(filled.put_in(line.text, lambda _, value: value.text) for line in filled.lines)
        return on_one_line(text)

    def _value(self, ref: Mapping[str, Any]) -> object:
        try:
            if "bang" not in ref:
                return Decimal(ref["so"]) if "so" in ref else ref["gia_tri"]
            bang = self.so_lieu[ref["bang"]]
            if "chon" in ref:
                return choose_again(bang, ref["chon"])
        except (KeyError, ValueError, ArithmeticError, AttributeError, TypeError):
            raise _NoLongerError("phiếu không nói rõ số này lấy từ đâu") from None
        wanted = [row for row in bang if row.ma == ref.get("chi_tieu") or row.dong == ref.get("dong")]
        if not wanted:
            raise _NoLongerError(f"bảng nay không có chỉ tiêu {ref.get('chi_tieu', '')}".rstrip())
        return wanted[0]

    def _changed_cells(self, number: So) -> Iterator[Finding]:
        changed = self._because(number)
        if changed:
            yield _differs(number, f"ô nguồn đã đổi{changed}")

    def _because(self, number: So) -> str:
        """The cells that show something else now, in words; "" when none does."""
        pairs = [(it, self._now(it)) for it in number.o]
        said = [f"{it.o}: «{it.nguyen_van}» nay là «{now}»" for it, now in pairs if now != it.nguyen_van]
        return f" ({'; '.join(said[:3])}{'; …' if len(said) > 3 else ''})" if said else ""

    def _now(self, it: O) -> str:
        bang = self.so_lieu[it.so_lieu]
        if it.ma:
            cell = cell_at(bang, it.ma, it.hang, it.cot)
            return cell.text if cell else ""
        source = bang.ban_goc
        at = source.sheet.at(it.o) if source else None
        texts = {at.text if at else ""}
        if source and it.nguyen_van not in texts:  # it may have moved: nothing tells where a heading stands
            sheet = source.sheet
            texts = {sheet.cell(row, column).text for row in range(len(sheet.rows)) for column in range(sheet.width)}
        return it.nguyen_van if it.nguyen_van in texts else at.text if at else ""


def _as_it_lay(tep: Tep, folder: Path) -> BangChiTieu:
    path = folder / tep.tep
    try:
        return load_indicators(path, sheet=tep.trang_tinh or None)
    except DataError:
        return load_indicators(path)  # the sheet has another name now, or the file has only one


def _unreadable(ten: str, error: DataError) -> Finding:
    reasons = "; ".join(it.message for it in error.report) or error.message
    hint = f"nêu tệp hiện nay bằng --data {ten}=TỆP"
    return Finding("XM003", "so-lieu-khong-doc-duoc", Severity.ERROR, reasons, hint, Location(f"số liệu «{ten}»"))


def _differs(number: So, message: str) -> Finding:
    hint = "xem lại số liệu; nếu số liệu mới đúng thì tạo lại văn bản"
    place = Location(number.cho, "bản thảo")
    return Finding("XM002", "so-lieu-da-khac", Severity.ERROR, f"in «{number.in_ra}», {message}", hint, place)
