"""Viện dẫn: in full where a văn bản is first mentioned, in short afterwards, a law by its name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vbhc.check.rule import Hit, Lesson, Source, rule
from vbhc.check.words import few
from vbhc.recognition import Recognised, ThanhPhan, VienDanThay
from vbhc.recognition.citing import TYPES
from vbhc.recognition.letters import LOWER, UPPER
from vbhc.word.view import Place

_A_DATE = re.compile(r"cùng ngày|(?i:ngày) (?:[0-9]|…|\.\.|_| )|(?i:tháng) [0-9]|[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}")
_A_MAKER = re.compile(r"(?:của|do|bởi) [^ ]|ban hành|Chính phủ|Bộ |Ủy ban|UBND|HĐND|Thủ tướng|Quốc hội|Bộ Chính trị")
# Who has made or sent it is the subject of the sentence: "Sở Y tế đã có Báo cáo số …".
_BY_SUBJECT = re.compile(
    r"(?:có|gửi|trình|(?:báo cáo|thông báo|đề nghị|trả lời|nêu|đề xuất) tại)"
    rf"(?: (?:{'|'.join(TYPES)}))?(?: số)? ?$"
)
_END = re.compile(r"[;\n]|\.(?: |$)")
# One of several, or none of them by itself: "các Nghị định số …".
_LISTED = re.compile(
    rf"(?:các|những) (?:{'|'.join(TYPES)})(?!\w)[^;.]{{0,60}}$|(?:số )?[0-9]+[/-][^ ]+(?:,| và)(?: số)? ?$",
    re.IGNORECASE,
)

# Said without agency, and their số is another rule's matter; or made by two sides.
_WITHOUT_MAKER = frozenset({"luật", "bộ luật", "pháp lệnh", "hợp đồng"})


def _sentence(it: VienDanThay) -> tuple[str, str]:
    """What is said in the sentence before and behind a mention."""
    before, after = (text.replace("\u00a0", " ") for text in (it.found.before, it.found.after))
    return _END.split(before)[-1], _END.split(after)[0]


def _can_cu(doc: Recognised) -> set[Place]:
    return {line.place for phan in doc.all(ThanhPhan.CAN_CU) for line in phan.lines}


def _in_body(doc: Recognised) -> Iterator[VienDanThay]:
    """The mentions in căn cứ and nội dung; trích yếu, tables and footnotes may say no more than a số."""
    own = (doc.so.lstrip("0"), doc.ky_hieu)
    text = {line.place for line in doc.noi_dung if line.table is None} | _can_cu(doc)
    for it in doc.vien_dan:
        if it.found.passage.place in text and not it.loai.isupper():  # else in a title
            so, _, ky_hieu = it.written.partition("/")
            if (so.lstrip("0"), ky_hieu) != own:
                yield it


def _firsts(doc: Recognised) -> Iterator[VienDanThay]:
    """The first mention of each, whichever marks part its ký hiệu, and whether the year is left out."""
    seen: set[tuple[str, ...]] = set()
    for it in _in_body(doc):
        with_year = (it.so, *it.nhom)
        if with_year not in seen:
            yield it
        seen |= {with_year, (it.so, *it.nhom[bool(it.nam) :])}


@rule(
    "VD004",
    "vien-dan-lan-dau-thieu",
    Source("A", "PL I, Phần I, II.6"),
    Lesson(
        ten="Lần đầu viện dẫn một văn bản phải ghi đủ thời gian và cơ quan ban hành",
        vi_sao="Lần đầu phải ghi tên loại, số, ký hiệu, thời gian ban hành, tên cơ quan ban hành và trích yếu.",
        sai="Căn cứ Nghị định số 30/2020/NĐ-CP về công tác văn thư;",
        dung="Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;",
    ),
)
def vien_dan_lan_dau_thieu(doc: Recognised) -> Iterator[Hit]:
    """A first mention in whose sentence no date is said, or no agency."""
    yield from few(hit for it in _firsts(doc) for hit in _what_is_missing(it))


def _what_is_missing(it: VienDanThay) -> Iterator[Hit]:
    before, after = _sentence(it)
    if _LISTED.search(it.found.before) or not it.loai or it.loai.lower() in _WITHOUT_MAKER:
        return
    dated = it.ngay is not None or _A_DATE.search(after) or _A_DATE.search(before)
    made = it.co_quan or _A_MAKER.search(after) or _A_MAKER.search(before) or _BY_SUBJECT.search(before)
    missing = [name for name, said in (("thời gian ban hành", dated), ("tên cơ quan ban hành", made)) if not said]
    if missing:
        yield Hit(
            f"lần đầu viện dẫn «{it.loai} số {it.written}» ở {it.found.around} chưa ghi {' và '.join(missing)}",
            "ghi đủ: tên loại, số, ký hiệu, ngày tháng năm, cơ quan ban hành, trích yếu; các lần sau mới ghi ngắn",
            it.found.passage.place,
        )


@rule(
    "VD005",
    "vien-dan-lai-con-day-du",
    Source("A", "PL I, Phần I, II.6"),
    Lesson(
        ten="Các lần viện dẫn sau chỉ ghi tên loại và số, ký hiệu",
        vi_sao="Sau lần đầu đã ghi đầy đủ, các lần sau chỉ ghi tên loại và số, ký hiệu của văn bản đó.",
        sai="… theo Kế hoạch số 131/KH-UBND ngày 10/11/2025 của UBND tỉnh … (lần thứ hai)",
        dung="… theo Kế hoạch số 131/KH-UBND …",
    ),
)
def vien_dan_lai_con_day_du(doc: Recognised) -> Iterator[Hit]:
    """A second mention in the text, căn cứ left aside, that says date and agency again."""
    can_cu = _can_cu(doc)
    yield from few(_said_again(it for it in _in_body(doc) if it.found.passage.place not in can_cu))


def _said_again(cited: Iterator[VienDanThay]) -> Iterator[Hit]:
    seen: dict[tuple[object, ...], VienDanThay] = {}
    for it in cited:
        if it.ngay is None or not it.co_quan:
            continue
        first = seen.setdefault((it.written, it.ngay, it.co_quan), it)
        if first is not it:
            yield Hit(
                f"viện dẫn «{it.written}» lại ghi đủ ngày và cơ quan ban hành ở {it.found.around}, "
                f"đã ghi ở {first.found.passage.place}",
                f"từ lần thứ hai chỉ ghi «{it.loai} số {it.written}»".replace("« ", "«"),
                it.found.passage.place,
            )


_LAW_WITH_NUMBER = re.compile(
    rf"(?<!\w)(?:Bộ luật|Luật|Pháp lệnh) [{UPPER}][{LOWER}]+(?: [{UPPER}{LOWER},]+){{0,12}}?,? số "
    r"[0-9]{1,3}/(?:19|20)[0-9]{2}/(?:UBTV)?QH[0-9]+"
)
# Names that mend others have a số inside, and two end in the word.
_SO_IN_NAME = re.compile(r"[Ss]ửa đổi|[Bb]ổ sung|Chuyển đổi,? số|công nghệ,? số")


@rule(
    "VD006",
    "luat-ghi-kem-so",
    Source("A", "PL I, Phần I, II.6"),
    Lesson(
        ten="Viện dẫn luật, pháp lệnh chỉ ghi tên loại và tên",
        vi_sao="Đối với luật và pháp lệnh chỉ ghi tên loại và tên của luật, pháp lệnh; không ghi số, ký hiệu.",
        sai="Luật Giao dịch điện tử số 20/2023/QH15",
        dung="Luật Giao dịch điện tử",
    ),
)
def luat_ghi_kem_so(doc: Recognised) -> Iterator[Hit]:
    """A law that is said by its name and by its số as well."""
    yield from few(
        Hit(
            f"ghi «{it.words}»; luật, pháp lệnh chỉ viện dẫn bằng tên",
            f"sửa thành «{re.split(',? số [0-9]', it.words)[0]}»",
            it.passage.place,
        )
        for it in doc.reading.prose.find(_LAW_WITH_NUMBER)
        if not _SO_IN_NAME.search(it.before + it.words)
    )


RULES = (vien_dan_lan_dau_thieu, vien_dan_lai_con_day_du, luat_ghi_kem_so)
