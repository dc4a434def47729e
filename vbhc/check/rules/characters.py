"""Sạch chữ: letters that look right and are wrong — decomposed, of an old code, of another alphabet, or unseen."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from datetime import date

from vbhc.check.rule import Hit, Lesson, Source, rule
from vbhc.check.words import few
from vbhc.recognition import Found, Passage, Recognised
from vbhc.text.spelling import describe_character, nfc

_CODE = Source("A", "PL I, Phần I, I.4 (bộ mã ký tự Unicode theo TCVN 6909:2001)", date.min)

_COMBINED = re.compile("[A-Za-z\u00c0-\u01b0\u1ea0-\u1ef9][\u0300-\u036f]")


@rule(
    "TT120",
    "chu-to-hop",
    Source("B", "TCVN 6909:2001 cho cả hai dạng; dạng dựng sẵn (NFC) nên dùng", date.min),
    Lesson(
        ten="Chữ có dấu ở dạng dựng sẵn",
        vi_sao="Chữ tổ hợp trông giống chữ dựng sẵn nhưng máy coi là chữ khác, nên tìm kiếm và sắp xếp bị sót.",
        sai="«ệ» gồm ba ký tự: e, dấu mũ, dấu nặng",
        dung="«ệ» là một ký tự",
    ),
    moi_tep=True,
)
def chu_to_hop(doc: Recognised) -> Iterator[Hit]:
    """Decomposed letters: one finding, at the first place, says how many paragraphs have some."""
    passages = doc.reading.passages
    decomposed = [it for it in passages if it.raw != it.shown and _COMBINED.search(it.raw) and nfc(it.raw) != it.raw]
    if decomposed:
        mixed = any(it not in decomposed and not it.shown.isascii() for it in passages)
        beside = ", trong khi các đoạn khác dùng chữ dựng sẵn" if mixed else ""
        yield Hit(
            f"{len(decomposed)} đoạn có chữ tổ hợp{beside}; đoạn đầu: {_first_words(decomposed[0])}",
            "chuyển cả văn bản sang Unicode dựng sẵn (NFC)",
            decomposed[0].place,
        )


def _first_words(passage: Passage) -> str:
    words = " ".join(passage.shown.split())
    return f"«{words[:40].rstrip()}…»" if len(words) > 40 else f"«{words}»"


_OLD_FONT = re.compile(r"\.vn|vni-|vn-", re.IGNORECASE)


@rule(
    "TT121",
    "phong-chu-ma-cu",
    _CODE,
    Lesson(
        ten="Không dùng phông chữ của bảng mã cũ",
        vi_sao="Phông .VnTime (TCVN3), VNI-Times hiện chữ bằng mã cũ, không phải Unicode; máy khác mở ra sẽ sai chữ.",
        sai="phông .VnTime",
        dung="phông Times New Roman",
    ),
    moi_tep=True,
)
def phong_chu_ma_cu(doc: Recognised) -> Iterator[Hit]:
    """A run of letters in a font of an old code: a finding for each font, at its first place."""
    first: dict[str, Passage] = {}
    for passage in doc.reading.passages:
        for run in passage.paragraph.runs:
            for font in {run.look.font, run.look.font_marked}:
                if _OLD_FONT.match(font) and re.search(r"\w", run.text):
                    first.setdefault(font, passage)
    yield from few(
        Hit(
            f"phông «{font}» là của bảng mã cũ, không phải Unicode; đoạn đầu: {_first_words(passage)}",
            "chuyển chữ sang Unicode rồi đổi phông thành Times New Roman",
            passage.place,
        )
        for font, passage in first.items()
    )


# No Vietnamese word of Unicode has these beside a letter: "Céng hoµ x· héi" (TCVN3), "Coäng hoøa xaõ hoäi" (VNI).
_TCVN3 = re.compile("(?:(?<=[A-Za-z])[µ¸¶·¹¨©ª¬®¾¼½Æ]|[µ¸¶·¹¨©ª¬®¾¼½Æ](?=[a-z]))")
_VNI = re.compile("(?:(?<=[aeouyAEOUYöôê])[øûïäåëØÛÏÄÅË]|[öÖ](?=[a-z])|\\bñ(?=[a-zöô]))")
_STRANGE = re.compile("[µ¸¶·¹¨©ª¬®¾¼½Æøûïäåëöñ]", re.IGNORECASE)
"""One of the letters in both; almost no paragraph has any."""
_ENOUGH = 3


def _telltales(form: re.Pattern[str], text: str) -> bool:
    """Whether a text has several of them, of more than one kind: "µm" and "®" come alone."""
    found = form.findall(text)
    return len(found) >= _ENOUGH and len(set(found)) > 1


@rule(
    "TT122",
    "chu-ma-cu",
    _CODE,
    Lesson(
        ten="Không còn chữ của bảng mã TCVN3, VNI",
        vi_sao="Chữ gõ bằng bảng mã cũ mà đổi sang phông Unicode thì hiện thành ký hiệu lạ.",
        sai="Céng hoµ x· héi chñ nghÜa",
        dung="Cộng hòa xã hội chủ nghĩa",
    ),
    moi_tep=True,
)
def chu_ma_cu(doc: Recognised) -> Iterator[Hit]:
    """A paragraph with several telltale pairs of letters of one old code; foreign names have fewer."""
    yield from few(
        Hit(f"{_first_words(it)} là chữ gõ bằng bảng mã {code}", "chuyển đoạn này sang Unicode", it.place)
        for it in doc.reading.passages
        if _STRANGE.search(it.shown)
        for code, form in (("TCVN3", _TCVN3), ("VNI", _VNI))
        if _telltales(form, it.shown)
    )


_ETH = re.compile("[ðÐƉɖ]")
_RIGHT_D = str.maketrans("ðÐƉɖ", "đĐĐđ")


@rule(
    "TT123",
    "chu-d-sai-ma",
    _CODE,
    Lesson(
        ten="Chữ đ, Đ đúng mã tiếng Việt",
        vi_sao="Chữ «Ð» (eth) của tiếng Iceland trông giống «Đ» nhưng là ký tự khác, tìm kiếm không ra.",
        sai="Ðộc lập (U+00D0)",
        dung="Độc lập (U+0110)",
    ),
    moi_tep=True,
)
def chu_d_sai_ma(doc: Recognised) -> Iterator[Hit]:
    """An eth or another barred D in place of the Vietnamese letter."""
    yield from few(
        Hit(
            f"ký tự «{it.words}» ({describe_character(it.words)}) ở {it.around} không phải chữ đ tiếng Việt",
            f"thay bằng «{it.words.translate(_RIGHT_D)}» ({describe_character(it.words.translate(_RIGHT_D))})",
            it.passage.place,
        )
        for it in doc.reading.find(_ETH, "shown")
    )


# Cyrillic and Greek letters that look like Latin ones; others (Ω, Δ) stand for themselves.
_LOOKALIKE = "[АВЕКМНОРСТУХІЈЅаеорсухіјѕΑΒΕΖΗΙΚΜΝΟΡΤΥΧοΡν]"
_MIXED = re.compile(
    rf"(?:(?<=[A-Za-z\u00c0-\u1ef9])(?<![\u0370-\u04ff]){_LOOKALIKE}|{_LOOKALIKE}(?=[A-Za-z\u00c0-\u024f\u1ea0-\u1ef9]))"
)
_WIDE = re.compile("[\uff01-\uff5e]+")


@rule(
    "TT124",
    "chu-giong-chu-cai-la-tinh",
    _CODE,
    Lesson(
        ten="Không lẫn chữ Nga, Hy Lạp hoặc chữ toàn rộng trông giống chữ La-tinh",
        vi_sao="«С» của tiếng Nga và «C» La-tinh trông như nhau nhưng là hai ký tự, nên tra không ra.",
        sai="UBND tỉnh viết bằng «В» (U+0412)",
        dung="UBND tỉnh viết bằng «B» (U+0042)",
    ),
    moi_tep=True,
)
def chu_giong_chu_cai_la_tinh(doc: Recognised) -> Iterator[Hit]:
    """A letter of another alphabet inside a Latin word, or forms of full width."""
    found = (it for form in (_MIXED, _WIDE) for it in doc.reading.find(form, "shown"))
    yield from few(
        Hit(
            f"ký tự «{it.words}» ({describe_character(it.words[0])}, {_alphabet(it)}) ở {it.around} "
            "không phải chữ La-tinh",
            "gõ lại chữ này bằng bàn phím tiếng Việt",
            it.passage.place,
        )
        for it in found
    )


def _alphabet(found: Found) -> str:
    name = unicodedata.name(found.words[0], "")
    return "chữ Nga" if name.startswith("CYRILLIC") else "chữ Hy Lạp" if name.startswith("GREEK") else "chữ toàn rộng"


_UNSEEN = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")


@rule(
    "TT125",
    "ky-tu-vo-hinh",
    Source("D", "không quy định; ký tự không thấy được làm tìm kiếm và so sánh sai", date.min),
    Lesson(
        ten="Không có ký tự vô hình trong chữ",
        vi_sao="Ký tự không độ rộng thường theo vào khi chép từ trang mạng; mắt không thấy nhưng máy coi là chữ khác.",
        sai="«Bắc<U+200B>Ninh»",
        dung="«Bắc Ninh»",
    ),
    moi_tep=True,
)
def ky_tu_vo_hinh(doc: Recognised) -> Iterator[Hit]:
    """Characters of no width, marks of direction, controls."""
    yield from few(
        Hit(
            f"có ký tự vô hình {describe_character(it.match[0])} {_where(it)}",
            "xóa ký tự này rồi gõ lại dấu cách nếu cần",
            it.passage.place,
        )
        for it in doc.reading.find(_UNSEEN, "raw")
    )


def _where(found: Found) -> str:
    before = re.sub(_UNSEEN, "", found.before)[-20:].strip()
    return f"sau «{before}»" if before else "ở đầu đoạn"


@rule(
    "TT126",
    "chu-bi-mat",
    _CODE,
    Lesson(
        ten="Không có ký tự thay thế cho chữ đã mất",
        vi_sao="«\ufffd» cho biết một chữ đã mất khi chuyển mã.",
        sai="C\ufffdng v\ufffdn",
        dung="Công văn",
    ),
    moi_tep=True,
)
def chu_bi_mat(doc: Recognised) -> Iterator[Hit]:
    """The sign that stands where a letter was lost: one finding for a paragraph."""
    lost: Iterable[Passage] = (it for it in doc.reading.passages if "\ufffd" in it.shown)
    yield from few(
        Hit(f"có chữ đã mất (\ufffd) trong {_first_words(it)}", "gõ lại chữ theo bản gốc", it.place) for it in lost
    )


RULES = (
    chu_to_hop,
    phong_chu_ma_cu,
    chu_ma_cu,
    chu_d_sai_ma,
    chu_giong_chu_cai_la_tinh,
    ky_tu_vo_hinh,
    chu_bi_mat,
)
