"""The frame of a văn bản as Word XML with tags: what stands around the body (PL III, Mẫu 1.4 and 1.5)."""

from __future__ import annotations

from collections.abc import Sequence

from vbhc.kit.styles import W_NAMESPACE, style_id
from vbhc.layout import Decree, text_width_mm, twips, twips_at_least
from vbhc.word import wml

R_NAMESPACE = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
# The left column holds this name on one line; what the text area then lacks for quốc hiệu hangs into the left margin,
# as in the decree's own sample. Longer names are broken evenly.
WIDE_AGENCY_NAME = "SỞ KHOA HỌC VÀ CÔNG NGHỆ"
ROOM_AROUND_MM = 1.2
SIGNATURE_TOP_PT = 6


def paragraph(style: str, *texts: str) -> str:
    """A paragraph in a named style, a run for each text: a ``{{r …}}`` tag needs a run of its own."""
    return wml.paragraph(
        style_id(style), "".join(f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>' for text in texts)
    )


def tag(text: str) -> str:
    """A paragraph that holds only a tag and is gone, or replaced, when the document is made."""
    return paragraph("VB Thẻ", text)


def document_xml(decree: Decree, profile: str, *, co_ten: bool) -> str:
    """The whole ``document.xml``; ``co_ten``: with tên loại and trích yếu above the body, not "V/v" and Kính gửi."""
    subject = "" if co_ten else paragraph("VB Trích yếu công văn", "V/v ", "{{r trich_yeu | giu_lien | chu }}")
    body = "".join(
        (
            # Where a body begins with a table and has footnotes, LibreOffice puts an empty line of 14 pt above it.
            paragraph("VB Kết"),
            _heading(decree, profile, subject),
            tag("{{p dau_do_khan }}"),
            _title() if co_ten else _kinh_gui(),
            paragraph("VB Cách"),
            tag("{{p can_cu }}") if co_ten else "",
            tag("{{p noi_dung }}"),
            _signature(decree),
            tag("{{p phu_luc }}"),
            _section(decree),
        )
    )
    return f"<w:document {W_NAMESPACE} {R_NAMESPACE}><w:body>{body}</w:body></w:document>"


def page_number_header_xml() -> str:
    """The page number, in the middle of the top margin."""
    number = wml.paragraph(style_id("VB Số trang"), wml.field("PAGE", shown="2"))
    return f"<w:hdr {W_NAMESPACE} {R_NAMESPACE}>{number}</w:hdr>"


def first_page_header_xml() -> str:
    """No number on page 1; "phạm vi lưu hành" when there is one."""
    stamp = _when("pham_vi_luu_hanh", paragraph("VB Phạm vi lưu hành", "{{ pham_vi_luu_hanh | in_hoa }}"))
    return f"<w:hdr {W_NAMESPACE} {R_NAMESPACE}>{stamp}{paragraph('VB Kết')}</w:hdr>"


def first_page_footer_xml() -> str:
    """The address of the agency, under a line, when it is given."""
    address = _when("dia_chi", paragraph("VB Địa chỉ", "{{ dia_chi }}"))
    return f"<w:ftr {W_NAMESPACE} {R_NAMESPACE}>{address}{paragraph('VB Kết')}</w:ftr>"


def text_width_of_page_mm(decree: Decree) -> float:
    """Paper less both side margins."""
    return decree["trang.rong_mm"].chon - decree["trang.le_trai_mm"].chon - decree["trang.le_phai_mm"].chon


def _when(condition: str, content: str) -> str:
    return tag(f"{{%p if {condition} %}}") + content + tag("{%p endif %}")


def _heading(decree: Decree, profile: str, subject: str) -> str:
    left, right, overhang = _heading_columns(decree, profile)
    agency = (
        _when("co_quan.chu_quan", paragraph("VB Chủ quản", "{{ co_quan.chu_quan | in_hoa }}"))
        + paragraph("VB Cơ quan", "{{ co_quan.ten | in_hoa }}")
        + tag("{{p ke_co_quan }}")
    )
    nation = (
        paragraph("VB Quốc hiệu", decree.loi_van["quoc_hieu"])
        + paragraph("VB Tiêu ngữ", decree.loi_van["tieu_ngu"])
        + tag("{{p ke_tieu_ngu }}")
    )
    number = paragraph("VB Số ký hiệu", "Số: {{ so_ky_hieu }}") + subject
    place = paragraph("VB Địa danh", "{{ dia_danh }}, {{ thoi_gian }}")
    columns = (twips(left), twips(right))
    rows = (_row(columns, agency, nation), _row(columns, number, place))
    return _table(*rows, columns=columns, overhang_mm=overhang)


def _heading_columns(decree: Decree, profile: str) -> tuple[float, float, float]:
    """The width of both columns, and how far the left one hangs into the margin."""
    page = text_width_of_page_mm(decree)
    left = text_width_mm(WIDE_AGENCY_NAME, decree.size_pt("co_quan", profile), bold=True) + ROOM_AROUND_MM
    nation = (
        text_width_mm(decree.loi_van["quoc_hieu"], decree.size_pt("quoc_hieu", profile), bold=True) + ROOM_AROUND_MM
    )
    right = max(nation, page - left)
    return left, right, min(left + right - page, decree["khoang_cach.lan_le_trai_mm"].max)


def _title() -> str:
    """Tên loại, trích yếu and its rule; Kính gửi below them in a tờ trình or báo cáo."""
    return (
        paragraph("VB Tên loại", "{{ ten_loai | in_hoa }}")
        + paragraph("VB Trích yếu", "{{r trich_yeu | chu }}")
        + tag("{{p ke_trich_yeu }}")
        + _when("kinh_gui", _kinh_gui())
    )


def _kinh_gui() -> str:
    one = paragraph("VB Kính gửi một nơi", "Kính gửi: ", "{{r kinh_gui[0] | giu_lien | chu }}")
    lines = paragraph("VB Nơi kính gửi", "- ", "{{r noi | giu_lien | chu }}", "{{ '.' if loop.last else ';' }}")
    return (
        tag("{%p if kinh_gui | length == 1 %}")
        + one
        + tag("{%p else %}")
        + paragraph("VB Kính gửi", "Kính gửi:")
        + tag("{%p for noi in kinh_gui %}")
        + lines
        + tag("{%p endfor %}")
        + tag("{%p endif %}")
    )


def _signature(decree: Decree) -> str:
    halves = (twips(text_width_of_page_mm(decree) / 2),) * 2
    recipients = (
        paragraph("VB Nhãn nơi nhận", "Nơi nhận:")
        + tag("{%p for dong in noi_nhan.cac_dong %}")
        + paragraph("VB Nơi nhận", "{{r dong | giu_lien | chu }}")
        + tag("{%p endfor %}")
    )
    signer = (
        tag("{%p for dong in nguoi_ky.quyen_han %}")
        + paragraph("VB Quyền hạn", "{{ dong | in_hoa | giu_lien }}")
        + tag("{%p endfor %}")
        + paragraph("VB Chỗ ký")
        + _when("nguoi_ky.chuc_vu_khac", paragraph("VB Quyền hạn", "{{ nguoi_ky.chuc_vu_khac | in_hoa }}"))
        + paragraph("VB Họ tên", "{{ nguoi_ky.ho_ten or '' }}")
    )
    return _table(_row(halves, recipients, signer, top_pt=SIGNATURE_TOP_PT), columns=halves)


def _table(*rows: str, columns: Sequence[int], overhang_mm: float = 0) -> str:
    hanging = f'<w:tblInd w:w="{twips(-overhang_mm)}" w:type="dxa"/>'
    return wml.table(columns, rows, style_id=style_id("VB Khung"), tblpr_extra=hanging)


def _row(columns: Sequence[int], *contents: str, top_pt: float = 0) -> str:
    margin = f'<w:tcMar><w:top w:w="{round(top_pt * 20)}" w:type="dxa"/></w:tcMar>' if top_pt else ""
    return wml.row([wml.cell(inner, at, tcpr_extra=margin) for at, inner in zip(columns, contents, strict=True)])


def _section(decree: Decree) -> str:
    margins = {
        side: twips_at_least(decree[f"trang.le_{name}_mm"].chon)
        for side, name in (("top", "tren"), ("right", "phai"), ("bottom", "duoi"), ("left", "trai"))
    }
    edge = twips(decree["trang.dau_trang_mm"].chon)
    paper = (twips(decree["trang.rong_mm"].chon), twips(decree["trang.cao_mm"].chon))
    references = (
        wml.reference("header", "rIdSoTrang", page="default")
        + wml.reference("header", "rIdDauTrang1", page="first")
        + wml.reference("footer", "rIdChanTrang1", page="first")
    )
    return wml.section(wml.Page(*paper, **margins, header=edge, footer=edge), references=references, title_page=True)
