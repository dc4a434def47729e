"""What a văn bản is made of, as found in a document: each thành phần thể thức with the lines that hold it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Literal, TypeAlias

from vbhc.recognition.citing import VienDanThay, read_citations
from vbhc.recognition.folding import fold_line
from vbhc.recognition.reading import Reading
from vbhc.word.view import Paragraph, Place, Run, Table, View

Side: TypeAlias = Literal["left", "right", "full"]


class ThanhPhan(StrEnum):
    """Thành phần thể thức by the numbers of the decree's drawing ("ô số"). Source: NĐ 30/2020, PL I, Phần I, IV."""

    QUOC_HIEU = "quốc hiệu"
    TIEU_NGU = "tiêu ngữ"
    CHU_QUAN = "tên cơ quan chủ quản"
    CO_QUAN = "tên cơ quan ban hành"
    SO_KY_HIEU = "số, ký hiệu"
    DIA_DANH = "địa danh và thời gian"
    TEN_LOAI = "tên loại"
    TRICH_YEU = "trích yếu"
    TRICH_YEU_V_V = "trích yếu công văn"
    KINH_GUI = "Kính gửi"
    NOI_NHAN_DIEN = "nơi nhận công điện"
    CAN_CU = "căn cứ"
    NOI_DUNG = "nội dung"
    QUYEN_HAN = "quyền hạn, chức vụ"
    HO_TEN = "họ tên người ký"
    NHAN_NOI_NHAN = "nhãn Nơi nhận"
    NOI_NHAN = "nơi nhận"
    DO_KHAN = "dấu chỉ độ khẩn"
    DO_MAT = "dấu chỉ độ mật"
    LUU_HANH = "chỉ dẫn phạm vi lưu hành"
    DIA_CHI = "địa chỉ cơ quan"
    SO_TRANG = "số trang"
    NGUOI_SOAN = "ký hiệu người soạn thảo"
    PHU_LUC = "dòng Phụ lục"
    TIEU_DE_PHU_LUC = "tên phụ lục"
    KEM_THEO = "dòng Kèm theo"


class LoaiTep(StrEnum):
    """What kind of document a file holds."""

    CONG_VAN = "công văn"
    CO_TEN = "văn bản có tên loại"
    PHU_LUC = "phụ lục là tệp riêng"
    KHONG_RO = "chưa rõ loại"


# What stands here is laid out, not written as prose.
_APART = frozenset(
    (
        *(ThanhPhan.QUOC_HIEU, ThanhPhan.TIEU_NGU, ThanhPhan.CHU_QUAN, ThanhPhan.CO_QUAN, ThanhPhan.SO_KY_HIEU),
        *(ThanhPhan.DIA_DANH, ThanhPhan.TEN_LOAI, ThanhPhan.QUYEN_HAN, ThanhPhan.HO_TEN, ThanhPhan.NHAN_NOI_NHAN),
        *(ThanhPhan.DO_KHAN, ThanhPhan.DO_MAT, ThanhPhan.LUU_HANH, ThanhPhan.DIA_CHI),
        *(ThanhPhan.PHU_LUC, ThanhPhan.KEM_THEO),
    )
)


@dataclass(frozen=True)
class Line:
    """One line of text: a paragraph, or a part of it where tabs or spaces set two things side by side.

    ``side``: in which column of a heading it stands; ``section`` and ``order`` count from 0 through the document.
    ``room_mm``: how wide the cell is, or the text, in which it stands.
    """

    runs: tuple[Run, ...]
    paragraph: Paragraph
    side: Side
    section: int
    order: int
    room_mm: float
    table: Table | None = None

    @cached_property
    def text(self) -> str:
        """The characters as they stand, blanks at the ends gone."""
        return "".join([run.text for run in self.runs]).strip()

    @cached_property
    def shown(self) -> str:
        """The characters as they are seen: in capitals where the format makes them so."""
        return "".join([run.text.upper() if run.look.caps else run.text for run in self.runs]).strip()

    @cached_property
    def folded(self) -> str:
        """The text for comparing: one kind of dash, of blank, of tone placement, small letters."""
        return fold_line(self.text)

    @property
    def place(self) -> Place:
        """Where it stands."""
        return self.paragraph.place

    @property
    def worded(self) -> tuple[Run, ...]:
        """The runs that show something."""
        return tuple(run for run in self.runs if run.text.strip())


@dataclass(frozen=True)
class Phan:
    """A thành phần where it stands. ``after``: the paragraphs below it that have no text, its rule among them."""

    loai: ThanhPhan
    lines: tuple[Line, ...]
    after: tuple[Paragraph, ...] = ()

    @property
    def text(self) -> str:
        """Its lines, one under the other."""
        return "\n".join([line.shown for line in self.lines])

    @property
    def place(self) -> Place:
        """Where it begins."""
        return self.lines[0].place


@dataclass(frozen=True)
class MucThay:
    """A line of the body that has a number ("I.", "1.", "a)"), or a dash; ``level`` as in ``vbhc.model.CapMuc``.

    ``number``: as written; ``automatic``: Word writes it.
    """

    level: str
    number: str
    rest: str
    line: Line
    automatic: bool = False


@dataclass(frozen=True)
class PhuLucThay:
    """A phụ lục: its heading, and what stands in it. ``number``: "I", "2", or "" without one."""

    number: str
    phan: tuple[Phan, ...]
    lines: tuple[Line, ...]
    section: int


@dataclass(frozen=True)
class Recognised:
    """A document taken apart. ``ngoai_pham_vi``: why the decree does not judge it, "" when it does.

    ``so``, ``ky_hieu`` as written in Số, ký hiệu; ``ngay``: the date of the văn bản when it is whole. ``kem_theo``:
    what it issues in the same file, as a quyết định does with a quy chế (PL III, Mẫu 1.3).
    """

    view: View
    loai: LoaiTep
    ten_loai: str
    ngoai_pham_vi: str
    phan: tuple[Phan, ...]
    noi_dung: tuple[Line, ...]
    muc: tuple[MucThay, ...]
    phu_luc: tuple[PhuLucThay, ...]
    so: str = ""
    ky_hieu: str = ""
    ngay: date | None = None
    lines: Sequence[Line] = ()
    kem_theo: tuple[Recognised, ...] = ()

    def first(self, loai: ThanhPhan) -> Phan | None:
        """The first thành phần of a kind."""
        return next(self.all(loai), None)

    def all(self, *loai: ThanhPhan) -> Iterator[Phan]:
        """Every thành phần of these kinds, in order."""
        return (phan for phan in self.phan if phan.loai in loai)

    @cached_property
    def reading(self) -> Reading:
        """The words of the whole document, to search in."""
        apart = {(line.place.part, line.place.index) for phan in self.all(*_APART) for line in phan.lines}
        return Reading.of(self.view, apart)

    @cached_property
    def vien_dan(self) -> tuple[VienDanThay, ...]:
        """The văn bản that its prose cites by số, ký hiệu, mention by mention."""
        return tuple(read_citations(self.reading.prose))
