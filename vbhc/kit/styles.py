"""The named Word styles of a pack, made from the decree's numbers: a maintainer restyles them in Word."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from xml.sax.saxutils import quoteattr

from vbhc.layout import Decree, load_decree, text_width_mm, twips

W_NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
FONT = load_decree().loi_van["phong_chu"]
DEFAULT_SIZE_PT = 14
HAIR_PT = 1
# The paragraph that must stand after a last table, or end a section: so low that it never asks for a page of its own.
NO_HEIGHT_PT = 0.05
# Sizes of what is no element of the decree: the thin paragraphs under rules and tables, and tags, which nobody prints.
_OWN_SIZES_PT = {"": HAIR_PT, "the": 9}
SIGNATURE_ROOM_PT = 72
GAP_BEFORE_BODY_PT = 6
# In Word's navigation pane each stands under the one before it.
_CENTRED_HEADINGS = ("Phần", "Chương", "Mục", "Tiểu mục")
BOX = ("top", "left", "bottom", "right")


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """One paragraph style: spacing in points, indents in millimetres; ``size`` names an element of the decree."""

    name: str
    size: str
    jc: str = "left"
    bold: bool = False
    italic: bool = False
    color: str = ""
    before_pt: float = 0
    after_pt: float = 0
    line: str = ""
    left_mm: float = 0
    right_mm: float = 0
    first_mm: float = 0
    keep_next: bool = False
    outline: int | None = None
    borders: tuple[str, ...] = field(default=())

    @property
    def id(self) -> str:
        """The identifier in the file: the name in plain letters."""
        return style_id(self.name)


_PLAIN = str.maketrans(
    "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ",
    "a" * 17 + "d" + "e" * 11 + "i" * 5 + "o" * 17 + "u" * 11 + "y" * 5,
)


def style_id(name: str) -> str:
    """ "VB Quốc hiệu" -> "VBQuocHieu"."""
    words = name.split(" ")
    return "".join(word if word == "VB" else word.lower().translate(_PLAIN).capitalize() for word in words)


def heading_styles(decree: Decree) -> tuple[Style, ...]:
    """What stands above Kính gửi, and in the margins of page 1."""
    above_v_v = decree["khoang_cach.tren_v_v_pt"].chon
    return (
        Style(name="VB Quốc hiệu", size="quoc_hieu", jc="center", bold=True),
        Style(name="VB Tiêu ngữ", size="tieu_ngu", jc="center", bold=True),
        Style(name="VB Chủ quản", size="co_quan", jc="center"),
        Style(name="VB Cơ quan", size="co_quan", jc="center", bold=True),
        Style(name="VB Kẻ", size="", before_pt=3, line="exact:4", borders=("top",)),
        Style(name="VB Số ký hiệu", size="so_ky_hieu", jc="center", before_pt=3),
        Style(name="VB Địa danh", size="dia_danh", jc="center", italic=True, before_pt=3),
        Style(
            name="VB Trích yếu công văn", size="trich_yeu_v_v", jc="center", before_pt=above_v_v, left_mm=4, right_mm=4
        ),
        Style(
            name="VB Tên loại",
            size="ten_loai",
            jc="center",
            bold=True,
            before_pt=decree["khoang_cach.tren_ten_loai_pt"].chon,
            keep_next=True,
        ),
        Style(name="VB Trích yếu", size="trich_yeu", jc="center", bold=True, keep_next=True),
        Style(name="VB Độ khẩn", size="do_khan", jc="center", bold=True, color="FF0000"),
        Style(
            name="VB Phạm vi lưu hành",
            size="pham_vi_luu_hanh",
            jc="center",
            bold=True,
            left_mm=100,
            right_mm=1,
            borders=BOX,
        ),
        Style(name="VB Địa chỉ", size="dia_chi", jc="center", borders=("top",)),
        Style(name="VB Số trang", size="so_trang", jc="center"),
    )


def recipient_styles(decree: Decree, profile: str) -> tuple[Style, ...]:
    """Kính gửi with its dashes under the colon, Nơi nhận, and the signature block."""
    at, above = decree["khoang_cach.thut_kinh_gui_mm"].chon, decree["khoang_cach.tren_kinh_gui_pt"].chon
    size = decree.size_pt("kinh_gui", profile)
    dash, small_dash = text_width_mm("- ", size), text_width_mm("- ", decree.size_pt("noi_nhan", profile))
    under_colon = at + text_width_mm("Kính gửi", size)
    return (
        Style(name="VB Kính gửi một nơi", size="kinh_gui", jc="center", before_pt=above, after_pt=6),
        Style(name="VB Kính gửi", size="kinh_gui", before_pt=above, left_mm=at),
        Style(name="VB Nơi kính gửi", size="kinh_gui", left_mm=under_colon + dash, first_mm=-dash),
        Style(name="VB Nhãn nơi nhận", size="nhan_noi_nhan", bold=True, italic=True, before_pt=2),
        Style(name="VB Nơi nhận", size="noi_nhan", left_mm=small_dash, first_mm=-small_dash),
        Style(name="VB Quyền hạn", size="nguoi_ky", jc="center", bold=True),
        Style(name="VB Chỗ ký", size="nguoi_ky", jc="center", line=f"exact:{SIGNATURE_ROOM_PT}"),
        Style(name="VB Họ tên", size="nguoi_ky", jc="center", bold=True),
    )


def helping_styles() -> tuple[Style, ...]:
    """What is no element of a văn bản: tags, and the paragraphs that Word wants where nothing is to be seen."""
    return (
        Style(name="VB Thẻ", size="the", color="808080"),
        Style(name="VB Cách", size="", line=f"exact:{GAP_BEFORE_BODY_PT}"),
        Style(name="VB Kết", size="", line=f"exact:{NO_HEIGHT_PT}"),
    )


def outline_styles(decree: Decree) -> tuple[Style, ...]:
    """The styles of paragraphs and mục."""
    body = partial(
        Style,
        size="noi_dung",
        jc="both",
        first_mm=decree["noi_dung.thut_dong_dau_mm"].chon,
        before_pt=decree["noi_dung.cach_doan_pt"].chon,
        line=f"auto:{decree['noi_dung.cach_dong'].chon}",
    )
    heading = partial(body, jc="center", first_mm=0, bold=True, keep_next=True)
    return (
        body(name="VB Căn cứ", italic=True),
        body(name="VB Đoạn"),
        *(heading(name=f"VB {name}", outline=level) for level, name in enumerate(_CENTRED_HEADINGS)),
        body(name="VB Điều", bold=True, keep_next=True, outline=len(_CENTRED_HEADINGS)),
        body(name="VB Mục I", bold=True, keep_next=True, outline=0),
        body(name="VB Mục 1", bold=True, keep_next=True, outline=1),
        body(name="VB Mục a", keep_next=True, outline=2),
        body(name="VB Khoản"),
        body(name="VB Điểm"),
        body(name="VB Gạch đầu dòng"),
        body(name="VB Dấu cộng"),
    )


def other_body_styles() -> tuple[Style, ...]:
    """The styles of phụ lục headings, footnotes and tables."""
    return (
        Style(name="VB Phụ lục", size="phu_luc", jc="center", bold=True, keep_next=True, outline=0),
        Style(name="VB Tiêu đề phụ lục", size="tieu_de_phu_luc", jc="center", bold=True, keep_next=True),
        Style(name="VB Kèm theo", size="kem_theo", jc="center", italic=True, keep_next=True),
        Style(name="footnote text", size="chu_thich", jc="both"),
        Style(name="VB Ô bảng", size="o_bang", before_pt=2, after_pt=2),
        Style(name="VB Đầu bảng", size="o_bang", jc="center", bold=True, before_pt=2, after_pt=2, keep_next=True),
        Style(name="VB Nhóm bảng", size="o_bang", bold=True, before_pt=2, after_pt=2, keep_next=True),
    )


def styles_xml(decree: Decree, profile: str) -> str:
    """The whole ``styles.xml`` of a pack."""
    styles = (
        *heading_styles(decree),
        *recipient_styles(decree, profile),
        *outline_styles(decree),
        *other_body_styles(),
        *helping_styles(),
    )
    written = "".join(_style(style, _size_pt(style, decree, profile)) for style in styles)
    return f"<w:styles {W_NAMESPACE}>{_DEFAULTS}{written}{_NOTE_MARK_STYLE}{_TABLE_STYLES}</w:styles>"


def _size_pt(style: Style, decree: Decree, profile: str) -> float:
    return _OWN_SIZES_PT.get(style.size) or decree.size_pt(style.size, profile)


def _style(style: Style, size_pt: float) -> str:
    half_points = round(size_pt * 2)
    marks = ("<w:b/><w:bCs/>" if style.bold else "") + ("<w:i/><w:iCs/>" if style.italic else "")
    color = f'<w:color w:val="{style.color}"/>' if style.color else ""
    custom = ' w:customStyle="1"' if style.name.startswith("VB ") else ""  # Word has its own "footnote text"
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{style.id}"><w:name w:val={quoteattr(style.name)}/>'
        f'<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{_paragraph_properties(style)}</w:pPr>'
        f'<w:rPr>{marks}{color}<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/></w:rPr></w:style>'
    )


def _paragraph_properties(style: Style) -> str:
    keep = "<w:keepNext/>" if style.keep_next else ""
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="6" w:space="1" w:color="{style.color or "auto"}"/>' for side in style.borders
    )
    borders = f"<w:pBdr>{sides}</w:pBdr>" if sides else ""
    outline = "" if style.outline is None else f'<w:outlineLvl w:val="{style.outline}"/>'
    return f'{keep}{borders}{_spacing(style)}{_indent(style)}<w:jc w:val="{style.jc}"/>{outline}'


def _spacing(style: Style) -> str:
    rule, _, amount = style.line.partition(":")
    line = round(float(amount or 1) * (20 if rule == "exact" else 240))
    return (
        f'<w:spacing w:before="{round(style.before_pt * 20)}" w:after="{round(style.after_pt * 20)}"'
        f' w:line="{line}" w:lineRule="{rule or "auto"}"/>'
    )


def _indent(style: Style) -> str:
    first = f'w:firstLine="{twips(style.first_mm)}"' if style.first_mm >= 0 else f'w:hanging="{twips(-style.first_mm)}"'
    return f'<w:ind w:left="{twips(style.left_mm)}" w:right="{twips(style.right_mm)}" {first}/>'


_DEFAULTS = (
    "<w:docDefaults><w:rPrDefault><w:rPr>"
    f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>'
    f'<w:color w:val="000000"/><w:sz w:val="{DEFAULT_SIZE_PT * 2}"/><w:szCs w:val="{DEFAULT_SIZE_PT * 2}"/>'
    '<w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
    "<w:pPrDefault><w:pPr><w:widowControl/></w:pPr></w:pPrDefault></w:docDefaults>"
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
    '<w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
    '<w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
)
_GRID = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_NOTE_MARK_STYLE = (
    '<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/>'
    '<w:basedOn w:val="DefaultParagraphFont"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
)
_CELL_MARGIN = twips(load_decree()["khoang_cach.le_o_bang_mm"].chon)
_NO_MARGINS = '<w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/>'
_TABLE_STYLES = (
    '<w:style w:type="table" w:customStyle="1" w:styleId="VBKhung"><w:name w:val="VB Khung"/>'
    f'<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblCellMar>{_NO_MARGINS}</w:tblCellMar></w:tblPr></w:style>'
    '<w:style w:type="table" w:customStyle="1" w:styleId="VBBang"><w:name w:val="VB Bảng"/>'
    f'<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>{_GRID}</w:tblBorders><w:tblCellMar>'
    f'<w:left w:w="{_CELL_MARGIN}" w:type="dxa"/><w:right w:w="{_CELL_MARGIN}" w:type="dxa"/>'
    "</w:tblCellMar></w:tblPr></w:style>"
)
