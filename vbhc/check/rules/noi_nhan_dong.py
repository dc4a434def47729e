"""The lines of Nơi nhận: dashes, end marks, the first and the last of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from vbhc.check.looks import excerpt
from vbhc.check.rule import Hit, Lesson, Source, rule
from vbhc.recognition import Line, LoaiTep, Recognised, ThanhPhan
from vbhc.recognition.folding import fold_line
from vbhc.text.spelling import nfc

T = ThanhPhan
_CAN_CU = "PL I, Phần I, II.9.b"
_SIGNS = ("-", "–", "+")
# Ký hiệu of whoever drafted it, and how many copies went out: "PL.(300)".
_DRAFTER = re.compile(r"\.\s*[\w.,-]{1,12}\s*\.?\s*\(\d+\w?\)\s*\.?$")
_UNSURE = ("Giấy", "Phiếu", "Thư", "Công điện")


@dataclass(frozen=True)
class _Dong:
    """One recipient as written, with the lines that it goes on in; ``sign``: its dash, "" without one."""

    text: str
    line: Line
    sign: str

    @property
    def name(self) -> str:
        """Folded, without the sign."""
        return fold_line(self.text).lstrip("-–+•* ")


def _dong(doc: Recognised) -> tuple[_Dong, ...]:
    """The recipients; a line without sign below one that has not ended belongs to it."""
    found: list[_Dong] = []
    phan = doc.first(T.NOI_NHAN)
    for line in phan.lines if phan else ():
        text = nfc(line.shown)
        sign = line.paragraph.label or (text[0] if not text[0].isalnum() and text[0] not in '(.…“"' else "")
        if found and not sign and not found[-1].text.endswith((";", ":")):
            found[-1] = _Dong(f"{found[-1].text} {text}", found[-1].line, found[-1].sign)
        else:
            found.append(_Dong(text, line, sign))
    return tuple(it for it in found if re.search(r"[^\W\d_]", it.text))


@rule(
    "TT103",
    "noi-nhan-thieu-gach-dau-dong",
    Source("A", _CAN_CU),
    Lesson(
        ten="Mỗi nơi nhận một dòng, bắt đầu bằng gạch đầu dòng",
        vi_sao="Gạch đầu dòng cho thấy chỗ bắt đầu của từng nơi nhận, kể cả khi tên dài hơn một dòng.",
        sai="Như trên;",
        dung="- Như trên;",
    ),
)
def noi_nhan_thieu_gach(doc: Recognised) -> Iterator[Hit]:
    """A dash begins each."""
    for it in _dong(doc):
        if not it.sign:
            yield Hit(f"{excerpt(it.text)} thiếu gạch đầu dòng", f"ghi {excerpt(f'- {it.text}')}", it.line.place)
        elif it.sign not in _SIGNS and not it.line.paragraph.label:
            found = f"{excerpt(it.text)} bắt đầu bằng «{it.sign}»; phải là «-»"
            yield Hit(found, "thay bằng gạch đầu dòng «-»", it.line.place)


@rule(
    "TT104",
    "noi-nhan-sai-dau-cuoi-dong",
    Source("A", _CAN_CU),
    Lesson(
        ten="Cuối mỗi dòng nơi nhận có dấu chấm phẩy, cuối dòng Lưu có dấu chấm",
        vi_sao="Dấu chấm ở dòng Lưu cho biết danh sách đã hết.",
        sai="- Như trên,\n- Lưu: VT, TCCB",
        dung="- Như trên;\n- Lưu: VT, TCCB.",
    ),
)
def noi_nhan_sai_dau_cuoi(doc: Recognised) -> Iterator[Hit]:
    """Each ends with ";", or ":" above those it names; the last with ".", before or behind who drafted it."""
    found = _dong(doc)
    for at, it in enumerate(found):
        if at == len(found) - 1:
            if not it.text.endswith(".") and not _DRAFTER.search(it.text):
                yield Hit(f"{excerpt(it.text)} không kết thúc bằng dấu chấm", "đặt dấu chấm (.) ở cuối", it.line.place)
        elif not it.text.endswith((";", ":")):
            hint = "đặt dấu chấm phẩy (;) ở cuối dòng"
            yield Hit(f"{excerpt(it.text)} không kết thúc bằng dấu chấm phẩy", hint, it.line.place)


@rule(
    "TT105",
    "dong-luu-sai",
    Source("A", _CAN_CU),
    Lesson(
        ten="Dòng cuối của Nơi nhận là «Lưu: VT, …»",
        vi_sao="Văn bản gốc lưu ở văn thư (VT); sau đó là chữ viết tắt của đơn vị soạn thảo.",
        sai="- Lưu Văn phòng.",
        dung="- Lưu: VT, TCCB.",
    ),
)
def dong_luu_sai(doc: Recognised) -> Iterator[Hit]:
    """The last line says where it is kept: "Lưu: VT"."""
    found = _dong(doc)
    kept = next((at for at, it in enumerate(found) if it.name.startswith("lưu")), None)
    if not found:
        return
    if kept is None:
        after = found[-1].line.order
        if not any(line.order > after and line.folded.lstrip("- ").startswith("lưu") for line in doc.lines):
            yield Hit("Nơi nhận không có dòng Lưu", "thêm dòng cuối «- Lưu: VT, …»", found[-1].line.place)
    elif kept != len(found) - 1:
        hint = "chuyển dòng Lưu xuống cuối Nơi nhận"
        yield Hit(f"{excerpt(found[kept].text)} không phải dòng cuối", hint, found[kept].line.place)
    elif not re.match(r"lưu\s*:.*\bvt\b", found[kept].name):
        hint = "ghi «- Lưu: VT, » rồi chữ viết tắt của đơn vị soạn thảo"
        yield Hit(f"{excerpt(found[kept].text)} không theo dạng «Lưu: VT, …»", hint, found[kept].line.place)


@rule(
    "TT106",
    "noi-nhan-thieu-nhu-tren",
    Source("A", _CAN_CU),
    Lesson(
        ten="Văn bản có Kính gửi thì dòng đầu của Nơi nhận là «- Như trên;»",
        vi_sao="Nơi nhận ghi cả những nơi đã kính gửi, nhưng không chép lại tên.",
        sai="Nơi nhận:\n- Lưu: VT.",
        dung="Nơi nhận:\n- Như trên;\n- Lưu: VT.",
    ),
)
def noi_nhan_thieu_nhu_tren(doc: Recognised) -> Iterator[Hit]:
    """Where there is a Kính gửi, the first line points to it."""
    found = _dong(doc)
    addressed = doc.loai is LoaiTep.CONG_VAN or doc.ten_loai in ("Tờ trình", "Báo cáo")
    if found and addressed and doc.first(T.KINH_GUI) and not found[0].name.startswith("như trên"):
        hint = "ghi «- Như trên;» ở dòng đầu"
        yield Hit(
            f"dòng đầu của Nơi nhận là {excerpt(found[0].text)}; phải là «- Như trên;»", hint, found[0].line.place
        )


@rule(
    "TT107",
    "nhu-tren-khong-co-kinh-gui",
    Source("D", _CAN_CU),
    Lesson(
        ten="«Như trên» chỉ dùng khi văn bản có Kính gửi",
        vi_sao="Không có Kính gửi thì «như trên» không chỉ vào đâu; dòng này thường sót lại khi chép từ một công văn.",
        sai="KẾ HOẠCH … Nơi nhận: - Như trên;",
        dung="KẾ HOẠCH … Nơi nhận: - Các sở, ngành;",
    ),
)
def nhu_tren_khong_kinh_gui(doc: Recognised) -> Iterator[Hit]:
    """Nothing says "as above" where nobody is named above."""
    if not doc.ten_loai or doc.ten_loai.startswith(_UNSURE):
        return
    if any(line.folded.startswith(("kính gửi", "kính trình", "kính mời")) for line in doc.lines):
        return
    for it in _dong(doc):
        if it.name.startswith("như trên"):
            yield Hit("Nơi nhận ghi «Như trên» nhưng văn bản không có Kính gửi", "ghi tên nơi nhận", it.line.place)


RULES = (
    noi_nhan_thieu_gach,
    noi_nhan_sai_dau_cuoi,
    dong_luu_sai,
    noi_nhan_thieu_nhu_tren,
    nhu_tren_khong_kinh_gui,
)
