"""Documents written paragraph by paragraph as raw WordprocessingML: one that conforms, to be broken in one place."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any
from xml.sax.saxutils import escape

from vbhc.check.registry import RULES
from vbhc.recognition import Recognised, recognise
from vbhc.word.view import open_view

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>{more}</Types>'
)
RELS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{links}</Relationships>'
LINK = (
    '<Relationship Id="r{n}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}"'
    ' Target="{target}"/>'
)
PAGE = '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="851" w:bottom="1134" w:left="1701"/>'
NUMBERING = "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"


@dataclass(frozen=True)
class P:
    """A paragraph of one look; ``lead`` is bold, before the text; ``form``: Word counts it ("upperRoman %1.")."""

    text: str
    bold: bool = False
    italic: bool = False
    pt: float = 14
    align: str = "both"
    first: float = 12.7
    left: float = 0
    lead: str = ""
    new_page: bool = False
    form: str = ""


def middle(text: str, *, bold: bool = True, italic: bool = False, pt: float = 14, new_page: bool = False) -> P:
    """A line in the middle."""
    return P(text, bold, italic, pt, "center", 0, new_page=new_page)


def item(text: str) -> P:
    """A line of Nơi nhận."""
    return P(text, pt=11, align="left", first=0)


Rows = tuple[tuple[tuple[P, ...], ...], ...]
"""A table without lines: rows of cells of paragraphs."""


DATED = middle("Bắc Ninh, ngày 10 tháng 11 năm 2025", bold=False, italic=True)


@dataclass(frozen=True)
class Plain:
    """A document by its places; ``in_heading``: more rows of the table in which the heading stands.

    ``left`` and ``right`` stand beside one another at its end, in ``rows`` if those are given, or one after the other
    when ``stacked``.
    """

    so: P
    v_v: tuple[P, ...] = ()
    co_quan: tuple[P, ...] = (middle("ỦY BAN NHÂN DÂN", pt=13), middle("TỈNH BẮC NINH", pt=13))
    ngay: P = DATED
    ten: tuple[P, ...] = ()
    kinh_gui: tuple[P, ...] = ()
    can_cu: tuple[P, ...] = ()
    than: tuple[P | Rows, ...] = ()
    left: tuple[P, ...] = ()
    right: tuple[P, ...] = ()
    rows: Rows = ()
    stacked: bool = False
    phu_luc: tuple[P | Rows, ...] = ()
    in_heading: Rows = ()

    def but(self, place: str, at: int = 0, **changes: Any) -> Plain:
        """This document with one paragraph changed."""
        lines = list(getattr(self, place))
        lines[at] = replace(lines[at], **changes)
        return replace(self, **{place: tuple(lines)})

    def without(self, place: str, at: int) -> Plain:
        """This document without one paragraph."""
        lines = getattr(self, place)
        return replace(self, **{place: (*lines[:at], *lines[at + 1 :])})

    def body(self, *lines: P | Rows) -> Plain:
        """This document with another text."""
        return replace(self, than=lines)

    def docx(self) -> bytes:
        """The file."""
        forms = [it.form for it in self._written() if isinstance(it, P) and it.form]
        links = LINK.format(n=1, kind="numbering", target="numbering.xml") if forms else ""
        more = f'<Override PartName="/word/numbering.xml" ContentType="{NUMBERING}"/>' if forms else ""
        body = "".join([_table(it) if isinstance(it, tuple) else _paragraph(it, forms) for it in self._written()])
        parts = {
            "[Content_Types].xml": TYPES.format(more=more),
            "_rels/.rels": RELS.format(links=LINK.format(n=1, kind="officeDocument", target="word/document.xml")),
            "word/document.xml": f"<w:document {W}><w:body>{body}<w:sectPr>{PAGE}</w:sectPr></w:body></w:document>",
        }
        if forms:
            parts["word/_rels/document.xml.rels"] = RELS.format(links=links)
            parts["word/numbering.xml"] = _numbering(forms)
        held = io.BytesIO()
        with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as file:
            for name, text in parts.items():
                file.writestr(name, f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>{text}')
        return held.getvalue()

    def _written(self) -> list[P | Rows]:
        nation = (middle("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", pt=13), middle("Độc lập - Tự do - Hạnh phúc"))
        heading: Rows = (((*self.co_quan, self.so, *self.v_v), (*nation, self.ngay)), *self.in_heading)
        ending: list[P | Rows] = (
            [*self.right, *self.left] if self.stacked else [self.rows or ((self.left, self.right),)]
        )
        return [
            *(heading, *self.ten, *self.kinh_gui, *self.can_cu),
            *(*self.than, *ending, *self.phu_luc),
        ]


def _paragraph(it: P, forms: Sequence[str] = ()) -> str:
    number = forms.index(it.form) + 1 if it.form else 0
    numbering = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'
    return (
        f"<w:p><w:pPr>{'<w:pageBreakBefore/>' * it.new_page}{numbering if it.form else ''}"
        f'<w:spacing w:before="120"/><w:ind w:left="{_twips(it.left)}" w:firstLine="{_twips(it.first)}"/>'
        f'<w:jc w:val="{it.align}"/></w:pPr>'
        f"{_run(it.lead, replace(it, bold=True)) if it.lead else ''}{_run(it.text, it)}</w:p>"
    )


def _run(text: str, it: P) -> str:
    pieces = "<w:tab/>".join([f'<w:t xml:space="preserve">{escape(piece)}</w:t>' for piece in text.split("\t")])
    return (
        '<w:r><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/>'
        f'{"<w:b/>" * it.bold}{"<w:i/>" * it.italic}<w:sz w:val="{it.pt * 2:g}"/></w:rPr>{pieces}</w:r>'
    )


def _twips(mm: float) -> int:
    return round(mm * 1440 / 25.4)


def _table(rows: Rows) -> str:
    body = "".join(f"<w:tr>{''.join(map(_cell, row))}</w:tr>" for row in rows)
    return f'<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="4000"/><w:gridCol w:w="5300"/></w:tblGrid>{body}</w:tbl>'


def _cell(lines: Sequence[P]) -> str:
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="4600" w:type="dxa"/></w:tcPr>{"".join(map(_paragraph, lines)) or "<w:p/>"}</w:tc>'
    )


def _numbering(forms: Sequence[str]) -> str:
    """Lists that write "upperRoman %1.", "bullet •", …"""
    kinds = [form.split(" ", 1) for form in dict.fromkeys(forms)]
    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{n}"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl></w:abstractNum>'
        for n, (kind, text) in enumerate(kinds)
    )
    nums = "".join(
        f'<w:num w:numId="{forms.index(form) + 1}"><w:abstractNumId w:val="{n}"/></w:num>'
        for n, form in enumerate(dict.fromkeys(forms))
    )
    return f"<w:numbering {W}>{abstract}{nums}</w:numbering>"


def read(plain: Plain) -> Recognised:
    """The document taken apart."""
    return recognise(open_view(plain.docx()))


def _judges(code: str) -> bool:
    return "TT050" <= code <= "TT119" or code in ("TT140", "TT141", "TT142", "TT143", "TT146")


def told(file: bytes) -> list[str]:
    """What the rules on addressees, căn cứ, outline, ending and phụ lục find in a file, each as "TT050 đoạn 3"."""
    doc = recognise(open_view(file))
    rules = sorted((rule for rule in RULES if _judges(rule.code)), key=lambda rule: rule.code)
    return [f"{it.code} {hit.place or 'cả văn bản'}" for it in rules for hit in it.find(doc)]


def found(plain: Plain) -> list[str]:
    """What the rules find in a document."""
    return told(plain.docx())


SIGNED = (
    middle("TM. ỦY BAN NHÂN DÂN"),
    middle("KT. CHỦ TỊCH"),
    middle("PHÓ CHỦ TỊCH"),
    middle(""),
    middle("Nguyễn Văn An"),
)
LABEL = P("Nơi nhận:", bold=True, italic=True, pt=12, align="left", first=0)

CONG_VAN = Plain(
    so=middle("Số: 15/UBND-VX", bold=False, pt=13),
    v_v=(middle("V/v báo cáo kết quả năm 2025", bold=False, pt=13),),
    kinh_gui=(
        P("Kính gửi:", align="left", first=35),
        P("- Sở Nội vụ;", align="left", first=0, left=45),
        P("- Sở Tài chính.", align="left", first=0, left=45),
    ),
    than=(
        P("Ủy ban nhân dân tỉnh đề nghị các cơ quan thực hiện những việc sau:"),
        P("1. Rà soát kết quả thực hiện theo Phụ lục I;"),
        P("2. Gửi báo cáo theo Phụ lục II."),
        P("Yêu cầu các cơ quan khẩn trương thực hiện./."),
    ),
    left=(LABEL, item("- Như trên;"), item("- Chủ tịch, các PCT UBND tỉnh;"), item("- Lưu: VT, VX.")),
    right=SIGNED,
    phu_luc=(
        middle("Phụ lục I", new_page=True),
        middle("KẾT QUẢ THỰC HIỆN"),
        middle("(Kèm theo Công văn số 15/UBND-VX ngày 10 tháng 11 năm 2025", bold=False, italic=True),
        middle("của Ủy ban nhân dân tỉnh Bắc Ninh)", bold=False, italic=True),
        P("Kết quả được ghi theo từng quý."),
        middle("Phụ lục II", new_page=True),
        middle("MẪU BÁO CÁO"),
        middle(
            "(Kèm theo Công văn số 15/UBND-VX ngày 10 tháng 11 năm 2025 của Ủy ban nhân dân tỉnh Bắc Ninh)",
            bold=False,
            italic=True,
        ),
        P("Báo cáo được ghi theo mẫu này."),
    ),
)
"""A letter to two recipients with two phụ lục."""

KE_HOACH = Plain(
    so=middle("Số: 16/KH-UBND", bold=False, pt=13),
    ten=(middle("KẾ HOẠCH"), middle("Chuyển đổi số năm 2026")),
    can_cu=(
        P("Căn cứ Luật Giao dịch điện tử ngày 22 tháng 6 năm 2023;", italic=True),
        P("Căn cứ Nghị quyết số 57-NQ/TW ngày 22 tháng 12 năm 2024 của Bộ Chính trị.", italic=True),
    ),
    than=(
        P("Ủy ban nhân dân tỉnh ban hành Kế hoạch chuyển đổi số năm 2026 như sau:"),
        P("I. MỤC ĐÍCH, YÊU CẦU", bold=True),
        P("1. Mục đích", bold=True),
        P("a) Nâng cao chất lượng phục vụ người dân;"),
        P("b) Bảo đảm an toàn thông tin;"),
        P("c) Mở rộng dịch vụ công trực tuyến;"),
        P("d) Phát triển dữ liệu;"),
        P("đ) Phát triển nhân lực."),
        P("2. Yêu cầu", bold=True),
        P("Việc thực hiện phải có kết quả cụ thể."),
        P("II. NHIỆM VỤ", bold=True),
        P("1. Sở Khoa học và Công nghệ chủ trì, theo dõi việc thực hiện Kế hoạch."),
        P("2. Sở Tài chính bố trí kinh phí."),
        P("III. TỔ CHỨC THỰC HIỆN", bold=True),
        P("- Các cơ quan báo cáo trước ngày 15 tháng 12;"),
        P("- Ủy ban nhân dân cấp xã thực hiện theo thẩm quyền./."),
    ),
    left=(LABEL, item("- Chủ tịch UBND tỉnh;"), item("- Các sở, ngành;"), item("- Lưu: VT, KGVX (2).")),
    right=SIGNED,
)
"""A plan with căn cứ and mục by La Mã."""

QUYET_DINH = Plain(
    so=middle("Số: 17/QĐ-SNV", bold=False, pt=13),
    co_quan=(middle("UBND TỈNH BẮC NINH", bold=False, pt=13), middle("SỞ NỘI VỤ", pt=13)),
    ten=(middle("QUYẾT ĐỊNH"), middle("Về việc ban hành Quy chế làm việc")),
    can_cu=(
        middle("GIÁM ĐỐC SỞ NỘI VỤ"),
        P("Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;", italic=True),
        P("Theo đề nghị của Chánh Văn phòng Sở.", italic=True),
    ),
    than=(
        middle("QUYẾT ĐỊNH:"),
        P("Ban hành kèm theo Quyết định này Quy chế làm việc của Sở Nội vụ.", lead="Điều 1. "),
        P("Quyết định này có hiệu lực kể từ ngày ký.", lead="Điều 2. "),
        P("Chánh Văn phòng Sở chịu trách nhiệm thi hành Quyết định này./.", lead="Điều 3. "),
    ),
    left=(LABEL, item("- Như Điều 3;"), item("- Lưu: VT, VP.")),
    right=(middle("GIÁM ĐỐC"), middle(""), middle("Nguyễn Văn An")),
)
"""A decision with điều."""

QUY_CHE = Plain(
    so=middle("Số: 18/QC-SNV", bold=False, pt=13),
    ten=(middle("QUY CHẾ"), middle("Làm việc của Sở Nội vụ")),
    than=(
        middle("Chương I"),
        middle("QUY ĐỊNH CHUNG"),
        P("Điều 1. Phạm vi điều chỉnh", bold=True),
        P("Quy chế này quy định việc làm việc của Sở."),
        P("Điều 2. Đối tượng áp dụng", bold=True),
        P("1. Công chức của Sở."),
        P("2. Người lao động của Sở."),
        middle("Chương II"),
        middle("LÀM VIỆC"),
        middle("Mục 1"),
        middle("THỜI GIAN"),
        P("Điều 3. Giờ làm việc", bold=True),
        P("Giờ làm việc theo quy định chung./."),
    ),
    left=(LABEL, item("- Các phòng thuộc Sở;"), item("- Lưu: VT, VP.")),
    right=(middle("GIÁM ĐỐC"), middle(""), middle("Nguyễn Văn An")),
)
"""A regulation with chương, mục and điều."""

SAMPLES = {"công văn": CONG_VAN, "kế hoạch": KE_HOACH, "quyết định": QUYET_DINH, "quy chế": QUY_CHE}
