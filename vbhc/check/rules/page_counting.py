"""Số trang: that there is one where pages follow the first, and from where it counts."""

from __future__ import annotations

from collections.abc import Iterator

from vbhc.check.looks import excerpt
from vbhc.check.pages import beginning, fills_a_page, kinds_shown, may_be_numbered, number_on, page_numbers
from vbhc.check.rule import Hit, Lesson, Source, rule
from vbhc.recognition.values import LoaiTep, PhuLucThay, Recognised
from vbhc.word.view import PageKind, Section, paragraphs

_CLAUSE = "PL I, Phần I, I.7"


@rule(
    "KT010",
    "thieu-so-trang",
    Source(muc="A", can_cu=_CLAUSE),
    Lesson(
        ten="Văn bản từ hai trang trở lên có số trang",
        vi_sao="Thiếu số trang thì tờ rơi, tờ thất lạc hay xếp nhầm thứ tự đều không biết được.",
        sai="Kế hoạch 5 trang, đầu trang để trống",
        dung="Số 2, 3, 4, 5 ở giữa, trong phần lề trên",
    ),
)
def thieu_so_trang(doc: Recognised) -> Iterator[Hit]:
    """Pages after the first of the text and of each phụ lục show a number; told only where they surely are there."""
    missing = list(_without_number(doc))
    if not missing:
        return
    hint = "vào Insert > Page Number > Top of Page, chọn kiểu ở giữa (Plain Number 2)"
    if next(page_numbers(doc.view), None) is None:
        yield Hit("văn bản dài hơn một trang nhưng không có số trang", hint)
        return
    for at, kind in missing:
        which = "trang chẵn" if kind == "even" else "các trang sau trang đầu"
        place = beginning(doc.view.sections[at])
        yield Hit(f"{which} của phần (section) {at + 1} không có số trang", hint, place)


def _without_number(doc: Recognised) -> Iterator[tuple[int, PageKind]]:
    """The sections, by their order, and the kinds of their pages that lack a number."""
    begins = {0, *(it.section for it in doc.phu_luc)}
    for at, section in enumerate(doc.view.sections):
        goes_on = at not in begins and section.starts_page and _has_words(section)
        if goes_on or fills_a_page(doc, section):
            kinds = (kind for kind in kinds_shown(doc.view, section) if kind != "first")
            yield from ((at, kind) for kind in kinds if not may_be_numbered(section, kind))


def _has_words(section: Section) -> bool:
    return any(paragraph.text.strip() for paragraph in paragraphs(section.blocks))


@rule(
    "KT016",
    "so-trang-hien-o-trang-dau",
    Source(muc="A", can_cu=_CLAUSE),
    Lesson(
        ten="Trang thứ nhất không hiển thị số trang",
        vi_sao="Trang đầu có quốc hiệu nên ai cũng biết là trang 1.",
        sai="Số 1 ở trên quốc hiệu",
        dung="Trang 1 để trống, trang 2 bắt đầu hiện số 2",
    ),
)
def so_trang_hien_o_trang_dau(doc: Recognised) -> Iterator[Hit]:
    """Page 1 of the văn bản shows no number; of a phụ lục that is a file of its own the decree does not say it."""
    if doc.loai is LoaiTep.PHU_LUC or not doc.view.sections:
        return
    section = doc.view.sections[0]
    number = number_on(section, "first" if section.first_apart else "default")
    if number is not None:
        yield Hit(
            "trang thứ nhất hiện số trang; quy định không hiển thị số trang thứ nhất",
            "bấm đúp vào đầu trang, đánh dấu Different First Page, rồi xóa số ở trang 1",
            number.paragraph.place,
        )


@rule(
    "KT017",
    "so-trang-khong-bat-dau-tu-1",
    Source(muc="A", can_cu=_CLAUSE),
    Lesson(
        ten="Số trang đánh từ số 1",
        vi_sao="Trang hai mang số 2 thì người nhận biết tài liệu đủ từ trang đầu.",
        sai="Start at: 0 nên trang thứ hai mang số 1",
        dung="Start at: 1, trang thứ nhất không hiển thị số",
    ),
)
def so_trang_khong_tu_1(doc: Recognised) -> Iterator[Hit]:
    """The numbers of the first section begin with 1, where they can be seen."""
    section = doc.view.sections[0] if doc.view.sections else None
    if section is None or section.number_from in (None, 1):
        return
    if any(number_on(section, kind) for kind in kinds_shown(doc.view, section)):
        yield Hit(
            f"số trang bắt đầu từ {section.number_from}; quy định đánh từ số 1",
            "vào Insert > Page Number > Format Page Numbers, đặt Start at: 1",
            beginning(section),
        )


@rule(
    "KT018",
    "so-trang-phu-luc-noi-tiep",
    Source(muc="A", can_cu=_CLAUSE),
    Lesson(
        ten="Số trang của phụ lục được đánh số riêng, theo từng phụ lục",
        vi_sao="Phụ lục có thể được dùng, sao gửi tách khỏi văn bản; số trang riêng cho biết phụ lục đủ trang.",
        sai="Văn bản trang 1 đến 4, Phụ lục I trang 5 đến 7",
        dung="Văn bản trang 1 đến 4, Phụ lục I trang 1 đến 3",
    ),
)
def so_trang_phu_luc_noi_tiep(doc: Recognised) -> Iterator[Hit]:
    """Each phụ lục begins a section whose numbers begin with 1, where its numbers can be seen."""
    for phu_luc in doc.phu_luc:
        label = phu_luc.phan[0].lines[0]
        section = doc.view.sections[phu_luc.section]
        begins = label.order == min(line.order for line in doc.lines if line.section == label.section)
        if (begins and section.number_from == 1) or _is_first(phu_luc, doc) or not _numbers_seen(doc, section, begins):
            continue
        yield Hit(
            f"số trang của {excerpt(label.text)} đánh nối tiếp phần trước; quy định đánh riêng từng phụ lục",
            "cho phụ lục bắt đầu một phần mới (Layout > Breaks > Next Page), rồi vào Insert > Page Number > "
            "Format Page Numbers, đặt Start at: 1",
            label.place,
        )


def _is_first(phu_luc: PhuLucThay, doc: Recognised) -> bool:
    return phu_luc.phan[0].lines[0].order == doc.lines[0].order


def _numbers_seen(doc: Recognised, section: Section, begins: bool) -> bool:
    """Whether a page of the phụ lục surely shows a number: its first one, or one that is surely there."""
    if not begins:
        return number_on(section, "default") is not None
    first: PageKind = "first" if section.first_apart else "default"
    later = number_on(section, "default") is not None and fills_a_page(doc, section)
    return number_on(section, first) is not None or later


RULES = (
    thieu_so_trang,
    so_trang_hien_o_trang_dau,
    so_trang_khong_tu_1,
    so_trang_phu_luc_noi_tiep,
)
