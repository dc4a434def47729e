"""Viết hoa: the first letter of a sentence (PL II, I)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from vbhc.check.rule import Hit, Lesson, Source, rule
from vbhc.check.words import few, unquoted, with_capital
from vbhc.recognition import Found, Line, Recognised
from vbhc.recognition.letters import LOWER
from vbhc.text.spelling import nfc

_BY_DECREE = "Phụ lục II của nghị định"
# Behind a word of two letters at least, or a bracket; a whole small word follows: no list letter, no file name.
_SENTENCE = re.compile(rf"(?:(?<=[{LOWER}]{{2}})|(?<=[)”]))[.?!] (?P<dau>[{LOWER}]{{2,}})(?=[ ,])")
_WORD_BEFORE = re.compile(r"[^\s(“\"]+$")
_ABBREVIATIONS = frozenset(
    (
        *(
            "tp",
            "tx",
            "tt",
            "tr",
            "vd",
            "vv",
            "v.v",
            "nxb",
            "no",
            "st",
            "ths",
            "gs",
            "pgs",
            "ts",
            "bs",
            "ks",
            "cn",
            "var",
            "subsp",
            "đc",
        ),
        *("đ/c", "tel", "fax", "email", "www", "stt", "đt", "mr", "ms", "mrs", "dr", "co", "ltd", "inc", "vs", "etc"),
    )
)
_ITEM = 8
"""A bracket before this character closes the number of an item: "(12). nội dung"."""
_PARTS_OF_ADDRESSES = frozenset({"vn", "com", "gov", "org", "net", "edu", "html", "pdf", "doc", "docx", "xls", "xlsx"})


@rule(
    "VH015",
    "sau-dau-cham-viet-thuong",
    Source("A", "PL II, I"),
    Lesson(
        ten="Sau dấu chấm, chấm hỏi, chấm than viết hoa chữ đầu",
        vi_sao=f"{_BY_DECREE}: viết hoa chữ cái đầu âm tiết thứ nhất của một câu hoàn chỉnh.",
        sai="… đã báo cáo. các sở rà soát …",
        dung="… đã báo cáo. Các sở rà soát …",
    ),
)
def sau_dau_cham_viet_thuong(doc: Recognised) -> Iterator[Hit]:
    """A small letter behind the mark that ends a sentence."""
    found = (it for it in unquoted(doc.reading.prose, _SENTENCE) if _ends_a_sentence(it))
    yield from few(
        Hit(
            f"sau dấu câu ghi chữ thường «{it.match['dau']}» ở {it.around}; phải viết hoa",
            f"sửa thành «{with_capital(it.match['dau'])}», hoặc đổi dấu câu nếu câu chưa hết",
            it.passage.place,
        )
        for it in found
    )


def _ends_a_sentence(found: Found) -> bool:
    before = _WORD_BEFORE.search(found.before)
    word = before[0].lower() if before else ""
    if not _is_vietnamese(found.match["dau"] + found.after):
        return False
    item = word.endswith(")") and found.start < _ITEM
    unclear = (
        word in _ABBREVIATIONS
        or not _VOWEL.search(word)
        or re.search(r"[./@_]", word)
        or found.match["dau"] in _PARTS_OF_ADDRESSES
    )
    return not (item or unclear)


_VOWEL = re.compile(r"[aeiouy]|[^\x00-\x7fđ]")
_MARKED = re.compile(rf"(?![a-z])[{LOWER}]")


def _is_vietnamese(text: str) -> bool:
    """Whether one of the first two words has a letter of its own: names of programs and addresses have none."""
    return any(_MARKED.search(word) for word in text.split()[:2])


_SMALL_WORD = re.compile(rf"[{LOWER}]{{2,}}(?=[ ,])")
_ENDED = re.compile(r"[.?!]$")


@rule(
    "VH016",
    "xuong-dong-viet-thuong",
    Source("A", "PL II, I"),
    Lesson(
        ten="Xuống dòng viết hoa chữ đầu",
        vi_sao=f"{_BY_DECREE}: khi xuống dòng, viết hoa chữ cái đầu âm tiết thứ nhất của một câu hoàn chỉnh.",
        sai="các sở, ngành rà soát, báo cáo.",
        dung="Các sở, ngành rà soát, báo cáo.",
    ),
)
def xuong_dong_viet_thuong(doc: Recognised) -> Iterator[Hit]:
    """A paragraph of whole sentences, behind one that has ended, that begins with a small letter."""
    for lines in (doc.noi_dung, *(it.lines for it in doc.phu_luc)):
        yield from few(_small_beginnings(lines))


def _small_beginnings(lines: Sequence[Line]) -> Iterator[Hit]:
    for before, line in pairwise(lines):
        plain = line.table is None and before.table is None and not line.paragraph.label and line.side == "full"
        found = _SMALL_WORD.match(nfc(line.shown)) if plain and line.text[:1].islower() else None
        if found and _is_vietnamese(line.folded) and _ENDED.search(before.text) and _ENDED.search(line.text):
            yield Hit(
                f"đoạn bắt đầu bằng chữ thường «{found[0]}»; phải viết hoa",
                f"sửa thành «{with_capital(found[0])}», hoặc nối đoạn này vào đoạn trên nếu câu chưa hết",
                line.place,
            )


RULES = (sau_dau_cham_viet_thuong, xuong_dong_viet_thuong)
