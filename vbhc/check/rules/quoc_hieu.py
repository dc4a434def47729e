"""Quốc hiệu and tiêu ngữ: there, word for word, in their look."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vbhc.check.ask import of_capitals, of_look, of_size
from vbhc.check.looks import excerpt, in_capitals
from vbhc.check.rule import Hit, Lesson, Source, rule
from vbhc.layout import load_decree
from vbhc.recognition import LoaiTep, Recognised, ThanhPhan
from vbhc.recognition.patterns import QUOC_HIEU, TIEU_NGU
from vbhc.text.spelling import nfc

T = ThanhPhan
_CAN_CU = "PL I, Phần I, II.1"
# What Word writes for Ctrl+Shift+hyphen looks like the hyphen of the keyboard.
_HYPHENS = str.maketrans("\u2010\u2011", "--")
_BETWEEN = re.compile(r"(?<=lập)(.+?)(?=tự)|(?<=do)(.+?)(?=hạnh)", re.IGNORECASE)


@rule(
    "TT001",
    "thieu-quoc-hieu",
    Source("A", _CAN_CU),
    Lesson(
        ten="Văn bản có Quốc hiệu",
        vi_sao="Quốc hiệu là thành phần thể thức đầu tiên, mọi văn bản hành chính đều phải có.",
        sai="Độc lập - Tự do - Hạnh phúc (không có dòng nào ở trên)",
        dung="CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    ),
)
def thieu_quoc_hieu(doc: Recognised) -> Iterator[Hit]:
    """Quốc hiệu is there."""
    if doc.loai is not LoaiTep.PHU_LUC and doc.first(T.QUOC_HIEU) is None:
        wanted = load_decree().loi_van["quoc_hieu"]
        yield Hit("văn bản không có Quốc hiệu", f"thêm dòng «{wanted}» ở bên phải, trên cùng trang đầu")


@rule(
    "TT002",
    "quoc-hieu-sai-chu",
    Source("A", _CAN_CU),
    Lesson(
        ten="Quốc hiệu viết đúng từng chữ",
        vi_sao="Nghị định quy định nguyên văn Quốc hiệu; HÒA và HOÀ đều được, vì chính các mẫu của Nghị định viết "
        "cả hai.",
        sai="CỘNG HÒA XÃ HỘI CHỦ NGHIÃ VIỆT NAM",
        dung="CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    ),
)
def quoc_hieu_sai_chu(doc: Recognised) -> Iterator[Hit]:
    """The letters are those of the decree, wherever the tone of "hoà" stands."""
    phan = doc.first(T.QUOC_HIEU)
    if phan is not None and phan.lines[0].folded != QUOC_HIEU:
        wanted = load_decree().loi_van["quoc_hieu"]
        yield Hit(f"Quốc hiệu ghi «{phan.text}», không đúng nguyên văn", f"sửa thành «{wanted}»", phan.place)


@rule(
    "TT003",
    "quoc-hieu-sai-kieu-chu",
    Source("A", _CAN_CU),
    Lesson(
        ten="Quốc hiệu viết in hoa, đứng, đậm",
        vi_sao="Cùng một kiểu chữ trên mọi văn bản thì nhận ra ngay văn bản của cơ quan nhà nước.",
        sai="Cộng hòa xã hội chủ nghĩa Việt Nam",
        dung="CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM (đứng, đậm)",
    ),
)
def quoc_hieu_sai_kieu(doc: Recognised) -> Iterator[Hit]:
    """It is in capitals, bold and upright."""
    for phan in doc.all(T.QUOC_HIEU):
        yield from of_capitals(phan.lines, "Quốc hiệu")
        yield from of_look(phan.lines, "Quốc hiệu", bold=True, italic=False)


@rule(
    "TT004",
    "thieu-tieu-ngu",
    Source("A", _CAN_CU),
    Lesson(
        ten="Văn bản có Tiêu ngữ",
        vi_sao="Tiêu ngữ đi liền dưới Quốc hiệu, hai dòng làm thành một thành phần thể thức.",
        sai="CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM (không có dòng nào ở dưới)",
        dung="Độc lập - Tự do - Hạnh phúc",
    ),
)
def thieu_tieu_ngu(doc: Recognised) -> Iterator[Hit]:
    """Tiêu ngữ is there."""
    if doc.loai is not LoaiTep.PHU_LUC and doc.first(T.TIEU_NGU) is None:
        yield Hit("văn bản không có Tiêu ngữ", f"thêm dòng «{load_decree().loi_van['tieu_ngu']}» ngay dưới Quốc hiệu")


@rule(
    "TT005",
    "tieu-ngu-sai-chu",
    Source("A", _CAN_CU),
    Lesson(
        ten="Tiêu ngữ viết đúng từng chữ, chỉ chữ cái đầu của ba cụm từ viết hoa",
        vi_sao="Nghị định quy định nguyên văn Tiêu ngữ, kể cả chữ nào viết hoa.",
        sai="Độc Lập - Tự Do - Hạnh Phúc",
        dung="Độc lập - Tự do - Hạnh phúc",
    ),
)
def tieu_ngu_sai_chu(doc: Recognised) -> Iterator[Hit]:
    """The words, and which letters are capitals; capitals throughout are another defect."""
    phan = doc.first(T.TIEU_NGU)
    if phan is None:
        return
    wanted = load_decree().loi_van["tieu_ngu"]
    found = _only_words(phan.text)
    other_words = _only_words(phan.lines[0].folded) != _only_words(TIEU_NGU)
    if other_words or (found != _only_words(wanted) and not in_capitals(found)):
        yield Hit(f"Tiêu ngữ ghi «{phan.text}», không đúng nguyên văn", f"sửa thành «{wanted}»", phan.place)


def _only_words(text: str) -> str:
    """The words, the end mark too, without what divides the three parts."""
    return " ".join(_BETWEEN.sub(" ", nfc(text)).split())


@rule(
    "TT006",
    "tieu-ngu-sai-gach-noi",
    Source("A", _CAN_CU),
    Lesson(
        ten="Giữa ba cụm từ của Tiêu ngữ là gạch nối (-), có cách chữ hai bên",
        vi_sao="Word hay tự đổi gạch nối thành gạch ngang dài; khi đó Tiêu ngữ không còn đúng như quy định.",
        sai="Độc lập – Tự do – Hạnh phúc; Độc lập-Tự do-Hạnh phúc",
        dung="Độc lập - Tự do - Hạnh phúc",
    ),
)
def tieu_ngu_sai_gach(doc: Recognised) -> Iterator[Hit]:
    """A hyphen stands between the parts, with a blank on each side."""
    phan = doc.first(T.TIEU_NGU)
    if phan is None:
        return
    between = [found[0] for found in _BETWEEN.finditer(nfc(phan.text))]
    if any(not re.fullmatch(r"\s+-\s+", it.translate(_HYPHENS)) for it in between):
        shown = " và ".join(dict.fromkeys(f"«{it}»" for it in between if it != " - "))
        yield Hit(
            f"giữa các cụm từ của Tiêu ngữ là {shown}; phải là gạch nối có cách chữ hai bên",
            f"sửa thành «{load_decree().loi_van['tieu_ngu']}»",
            phan.place,
        )


@rule(
    "TT007",
    "tieu-ngu-sai-kieu-chu",
    Source("A", _CAN_CU),
    Lesson(
        ten="Tiêu ngữ viết in thường, đứng, đậm",
        vi_sao="Quốc hiệu viết in hoa, Tiêu ngữ viết in thường: hai dòng phân biệt nhau ngay từ kiểu chữ.",
        sai="ĐỘC LẬP - TỰ DO - HẠNH PHÚC",
        dung="Độc lập - Tự do - Hạnh phúc (đứng, đậm)",
    ),
)
def tieu_ngu_sai_kieu(doc: Recognised) -> Iterator[Hit]:
    """It is in small letters, bold and upright."""
    for phan in doc.all(T.TIEU_NGU):
        if in_capitals(nfc(phan.text)):
            hint = f"viết in thường: «{load_decree().loi_van['tieu_ngu']}»"
            yield Hit(f"Tiêu ngữ {excerpt(phan.text)} viết in hoa", hint, phan.place)
        yield from of_look(phan.lines, "Tiêu ngữ", bold=True, italic=False)


@rule(
    "TT008",
    "quoc-hieu-tieu-ngu-sai-co-chu",
    Source("A", _CAN_CU),
    Lesson(
        ten="Quốc hiệu cỡ 12–13, Tiêu ngữ cỡ 13–14",
        vi_sao="Hai dòng đi đôi với nhau, dòng dưới lớn hơn một cỡ vì viết in thường.",
        sai="Quốc hiệu cỡ 14, Tiêu ngữ cỡ 14",
        dung="Quốc hiệu cỡ 13, Tiêu ngữ cỡ 14",
    ),
)
def quoc_hieu_sai_co(doc: Recognised) -> Iterator[Hit]:
    """The sizes of both."""
    for phan in doc.all(T.QUOC_HIEU):
        yield from of_size(phan.lines, "co_chu_pt.quoc_hieu", "Quốc hiệu")
    for phan in doc.all(T.TIEU_NGU):
        yield from of_size(phan.lines, "co_chu_pt.tieu_ngu", "Tiêu ngữ")


RULES = (
    thieu_quoc_hieu,
    quoc_hieu_sai_chu,
    quoc_hieu_sai_kieu,
    thieu_tieu_ngu,
    tieu_ngu_sai_chu,
    tieu_ngu_sai_gach,
    tieu_ngu_sai_kieu,
    quoc_hieu_sai_co,
)
