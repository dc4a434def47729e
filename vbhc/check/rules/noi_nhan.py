"""Nơi nhận: its label, and how the list looks."""

from __future__ import annotations

from collections.abc import Iterator

from vbhc.check.ask import of_look, of_size
from vbhc.check.looks import excerpt
from vbhc.check.rule import Hit, Lesson, Source, rule
from vbhc.check.rules.quyen_han import NHIEU_BEN
from vbhc.recognition import Line, LoaiTep, Recognised, ThanhPhan
from vbhc.text.spelling import nfc

T = ThanhPhan
_CAN_CU = "PL I, Phần I, II.9.b"
_NHAN = "Nơi nhận:"


def _lines(doc: Recognised, loai: ThanhPhan) -> tuple[Line, ...]:
    phan = doc.first(loai)
    return phan.lines if phan else ()


@rule(
    "TT097",
    "thieu-noi-nhan",
    Source("A", _CAN_CU),
    Lesson(
        ten="Văn bản có Nơi nhận",
        vi_sao="Nơi nhận cho biết gửi ai, để làm gì và lưu ở đâu; văn thư phát hành theo danh sách này.",
        sai="Chỉ có phần ký ở cuối văn bản",
        dung="Nơi nhận:\n- Như trên;\n- Lưu: VT, TCCB.",
    ),
)
def thieu_noi_nhan(doc: Recognised) -> Iterator[Hit]:
    """There is a Nơi nhận, but where several sides sign."""
    if doc.loai not in (LoaiTep.CONG_VAN, LoaiTep.CO_TEN) or doc.ten_loai in NHIEU_BEN:
        return
    if not any(line.folded.startswith("nơi nhận") for line in doc.lines):
        place = doc.noi_dung[-1].place if doc.noi_dung else None
        yield Hit("không có Nơi nhận", "thêm «Nơi nhận:» ở bên trái, ngang hàng với phần ký", place)


@rule(
    "TT098",
    "nhan-noi-nhan-sai-chu",
    Source("A", _CAN_CU),
    Lesson(
        ten="Nhãn ghi đúng «Nơi nhận:», trên một dòng riêng",
        vi_sao="Nghị định quy định sẵn từ này và dấu hai chấm.",
        sai="NƠI NHẬN",
        dung="Nơi nhận:",
    ),
)
def nhan_sai_chu(doc: Recognised) -> Iterator[Hit]:
    """The words are "Nơi nhận:", with nothing behind them."""
    for line in _lines(doc, T.NHAN_NOI_NHAN):
        text = " ".join(nfc(line.shown).split()).replace(" :", ":")
        if text != _NHAN:
            yield Hit(f"nhãn ghi {excerpt(text)}; phải là «{_NHAN}» trên một dòng", f"ghi «{_NHAN}»", line.place)


@rule(
    "TT099",
    "nhan-noi-nhan-sai-kieu-chu",
    Source("A", _CAN_CU),
    Lesson(
        ten="Nhãn «Nơi nhận:» kiểu chữ nghiêng, đậm",
        vi_sao="Nghị định quy định kiểu chữ của từng thành phần thể thức.",
        sai="Nơi nhận: (đứng, không đậm)",
        dung="Nơi nhận: (nghiêng, đậm)",
    ),
)
def nhan_sai_kieu(doc: Recognised) -> Iterator[Hit]:
    """Bold and italic."""
    lines = [line for line in _lines(doc, T.NHAN_NOI_NHAN) if len(line.text) <= len(_NHAN) + 1]
    yield from of_look(lines, "nhãn", bold=True, italic=True)


@rule(
    "TT100",
    "nhan-noi-nhan-sai-co-chu",
    Source("A", _CAN_CU),
    Lesson(
        ten="Nhãn «Nơi nhận:» cỡ chữ 12",
        vi_sao="Nhãn lớn hơn danh sách (11) và nhỏ hơn nội dung.",
        sai="Nơi nhận: cỡ chữ 14",
        dung="Nơi nhận: cỡ chữ 12",
    ),
)
def nhan_sai_co(doc: Recognised) -> Iterator[Hit]:
    """12 points."""
    yield from of_size(_lines(doc, T.NHAN_NOI_NHAN), "co_chu_pt.nhan_noi_nhan", "nhãn")


@rule(
    "TT101",
    "noi-nhan-sai-kieu-chu",
    Source("A", _CAN_CU),
    Lesson(
        ten="Danh sách nơi nhận: kiểu chữ đứng, không đậm",
        vi_sao="Chỉ nhãn «Nơi nhận:» in đậm, nghiêng.",
        sai="- Như trên; (nghiêng)",
        dung="- Như trên;",
    ),
)
def noi_nhan_sai_kieu(doc: Recognised) -> Iterator[Hit]:
    """Neither bold nor italic."""
    yield from of_look(_lines(doc, T.NOI_NHAN), "nơi nhận", bold=False, italic=False)


@rule(
    "TT102",
    "noi-nhan-sai-co-chu",
    Source("A", _CAN_CU),
    Lesson(
        ten="Danh sách nơi nhận cỡ chữ 11",
        vi_sao="Danh sách thường dài; cỡ chữ 11 giữ cho phần ký không bị đẩy sang trang khác.",
        sai="- Như trên; cỡ chữ 13",
        dung="- Như trên; cỡ chữ 11",
    ),
)
def noi_nhan_sai_co(doc: Recognised) -> Iterator[Hit]:
    """11 points."""
    yield from of_size(_lines(doc, T.NOI_NHAN), "co_chu_pt.noi_nhan", "nơi nhận")


RULES = (thieu_noi_nhan, nhan_sai_chu, nhan_sai_kieu, nhan_sai_co, noi_nhan_sai_kieu, noi_nhan_sai_co)
