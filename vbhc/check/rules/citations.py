"""Viện dẫn: what the mentions of one văn bản say of it, compared with each other and with its own ký hiệu."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from datetime import date

from vbhc.check.rule import Hit, Lesson, Source, rule
from vbhc.check.words import few
from vbhc.recognition import Recognised, VienDanThay
from vbhc.recognition.citing import OUTER_TYPE
from vbhc.recognition.types import VIET_TAT
from vbhc.text.dates import date_in_digits
from vbhc.text.spelling import fold

# Whose ký hiệu these are is known from the letters alone; "UBND", "VP" or "BTC" stand for many.
_CENTRAL = frozenset(
    (
        *("TW", "CP", "TTG", "QH", "UBTVQH", "CTN", "BNV", "BTP", "BCA", "BQP", "BNG", "BKHCN", "BTTTT", "BKHĐT"),
        *("BTNMT", "BNNMT", "BNNPTNT", "BGDĐT", "BVHTTDL", "BLĐTBXH", "BGTVT", "BXD", "BYT", "BCT", "VPCP", "TTCP"),
    )
)


def _by(cited: Iterable[VienDanThay], key: Callable[[VienDanThay], Hashable]) -> Iterator[tuple[VienDanThay, ...]]:
    """The mentions in groups of one key, those that have more than one."""
    groups: dict[Hashable, list[VienDanThay]] = defaultdict(list)
    for it in cited:
        groups[key(it)].append(it)
    return (tuple(group) for group in groups.values() if len(group) > 1)


def _maker(it: VienDanThay) -> str:
    """The abbreviation of the agency in a ký hiệu, the number of the Quốc hội left away."""
    return it.nhom[-1].upper().rstrip("0123456789")


def _letters(it: VienDanThay) -> Hashable:
    return it.so.lstrip("0"), tuple(group.upper() for group in it.nhom)


@rule(
    "VD001",
    "so-ky-hieu-khong-thong-nhat",
    Source("A", "PL I, Phần I, II.6", date.min),
    Lesson(
        ten="Một văn bản được viện dẫn bằng một số, ký hiệu",
        vi_sao="Viện dẫn phải ghi đúng số, ký hiệu; cùng một văn bản ghi hai cách thì có một cách sai.",
        sai="Nghị quyết số 57-NQ/TW … Nghị quyết số 57/NQ-TW",
        dung="Nghị quyết số 57-NQ/TW ở mọi chỗ",
    ),
    moi_tep=True,
)
def so_ky_hieu_khong_thong_nhat(doc: Recognised) -> Iterator[Hit]:
    """One số with the same letters, parted by other marks; two bodies of one abbreviation may have both forms."""
    yield from few(hit for group in _by(doc.vien_dan, _letters) for hit in _other_forms(group))


def _other_forms(group: tuple[VienDanThay, ...]) -> Iterator[Hit]:
    first = group[0]
    for it in group[1:]:
        same_date = first.ngay is not None and first.ngay == it.ngay
        unlike = it.written.lstrip("0") != first.written.lstrip("0")
        if unlike and (same_date or (_maker(it) in _CENTRAL and not (first.ngay and it.ngay))):
            yield Hit(
                f"ghi «{it.written}» ở {it.found.around}, nhưng {first.found.passage.place} ghi «{first.written}»",
                "tra văn bản được viện dẫn rồi ghi một cách ở mọi chỗ",
                it.found.passage.place,
            )
            return


@rule(
    "VD002",
    "hai-ngay-ban-hanh",
    Source("A", "Điều 15; PL I, Phần I, II.6", date.min),
    Lesson(
        ten="Một văn bản được viện dẫn có một ngày ban hành",
        vi_sao="Số, ký hiệu là duy nhất trong một năm, nên một số có hai ngày thì có một ngày sai.",
        sai="Nghị quyết số 71/NQ-CP ngày 01/4/2025 … Nghị quyết số 71/NQ-CP ngày 04/4/2025",
        dung="Nghị quyết số 71/NQ-CP ngày 01/4/2025 ở mọi chỗ",
    ),
    moi_tep=True,
)
def hai_ngay_ban_hanh(doc: Recognised) -> Iterator[Hit]:
    """One số, ký hiệu of one agency with two dates that cannot both be right."""
    dated = (it for it in doc.vien_dan if it.ngay is not None)
    yield from few(hit for group in _by(dated, _letters) for hit in _other_dates(group))


def _other_dates(group: tuple[VienDanThay, ...]) -> Iterator[Hit]:
    first = group[0]
    for it in group[1:]:
        if it.ngay != first.ngay and _one_number(first, it):
            yield Hit(
                f"«{it.written}» ghi ngày {_digits(it)} ở {it.found.around}, "
                f"nhưng {first.found.passage.place} ghi ngày {_digits(first)}",
                "tra ngày ban hành của văn bản được viện dẫn rồi ghi một ngày ở mọi chỗ",
                it.found.passage.place,
            )
            return


def _one_number(one: VienDanThay, other: VienDanThay) -> bool:
    """Whether both mentions are of one văn bản: of one agency, within one series of numbers."""
    assert one.ngay is not None
    assert other.ngay is not None
    if _maker(one) not in _CENTRAL and (one.co_quan != other.co_quan or not (one.co_quan or _in_prose(one, other))):
        return False
    same_day = (one.ngay.day, one.ngay.month) == (other.ngay.day, other.ngay.month)
    return bool(one.nam) or one.ngay.year == other.ngay.year or same_day


def _in_prose(*cited: VienDanThay) -> bool:
    """Whether all stand in sentences: in a table another column may say whose they are."""
    return not any(it.found.passage.tabled for it in cited)


def _digits(it: VienDanThay) -> str:
    assert it.ngay is not None
    return date_in_digits(it.ngay.day, it.ngay.month, it.ngay.year)


@rule(
    "VD003",
    "nam-cua-so-khac-nam-ban-hanh",
    Source("B", "năm trong số của văn bản quy phạm pháp luật là năm ban hành", date.min),
    Lesson(
        ten="Năm trong số của văn bản khớp với năm của ngày ban hành",
        vi_sao="Số của văn bản quy phạm pháp luật có năm ban hành; hai năm khác nhau thì có một năm sai.",
        sai="Nghị định số 30/2020/NĐ-CP ngày 05/3/2021",
        dung="Nghị định số 30/2020/NĐ-CP ngày 05/3/2020",
    ),
    moi_tep=True,
)
def nam_cua_so_khac_nam_ban_hanh(doc: Recognised) -> Iterator[Hit]:
    """A year inside the số that the date beside it does not have."""
    yield from few(
        Hit(
            f"ghi năm {it.nam} trong số nhưng ngày ban hành là {_digits(it)} ở {it.found.around}",
            "tra lại số và ngày của văn bản được viện dẫn",
            it.found.passage.place,
        )
        for it in doc.vien_dan
        if it.ngay is not None and it.nam and it.nam != str(it.ngay.year)
    )


_ABBREVIATIONS: Mapping[str, str] = {fold(name): short for name, short in VIET_TAT.items()} | {
    "nghị định": "NĐ",
    "thông tư": "TT",
}
# Called by the số of the quyết định that issues them, or with letters of their own in the Party.
_UNCLEAR_TYPES = frozenset({"quy chế", "quy định", "đề án", "dự án", "chương trình", "phương án", "hợp đồng"})


@rule(
    "VD007",
    "ten-loai-khac-ky-hieu",
    Source("A", "PL III"),
    Lesson(
        ten="Tên loại của văn bản được viện dẫn khớp với chữ viết tắt trong ký hiệu",
        vi_sao="Phụ lục III của nghị định cho mỗi tên loại một chữ viết tắt, nên hai thứ khác nhau thì có một thứ sai.",
        sai="Kế hoạch số 12/QĐ-UBND",
        dung="Quyết định số 12/QĐ-UBND",
    ),
)
def ten_loai_khac_ky_hieu(doc: Recognised) -> Iterator[Hit]:
    """A type beside the ký hiệu of another one."""
    known = set(_ABBREVIATIONS.values())
    for it in doc.vien_dan:
        loai = fold(it.loai)
        said = it.nhom[1] if it.nam else it.nhom[0]
        wanted = _ABBREVIATIONS.get(loai)
        inner = it.loai[:1].islower() and OUTER_TYPE.search(it.found.before)
        if (
            wanted
            and not inner
            and loai not in _UNCLEAR_TYPES
            and said in known
            and said != wanted
            and "-" in it.written
        ):
            yield Hit(
                f"ghi «{it.loai} số {it.written}» ở {it.found.around}; ký hiệu của {loai} có «{wanted}», "
                f"«{said}» là của tên loại khác",
                "tra văn bản được viện dẫn rồi sửa tên loại hoặc ký hiệu",
                it.found.passage.place,
            )


RULES = (
    so_ky_hieu_khong_thong_nhat,
    hai_ngay_ban_hanh,
    nam_cua_so_khac_nam_ban_hanh,
    ten_loai_khac_ky_hieu,
)
