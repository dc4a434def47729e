"""Sizes: of nội dung, and of the lines of the heading that go up and down together."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vbhc.check.body import Doan, body, main_size_pt, worded_runs
from vbhc.check.looks import SAME_PT, excerpt, sizes_pt
from vbhc.check.rule import Hit, Lesson, Source, rule
from vbhc.check.telling import and_others, gathered
from vbhc.layout import load_decree
from vbhc.layout.words import allowed, measure
from vbhc.recognition.values import Phan, Recognised, ThanhPhan

# Notes under a table or at the end of a text are smaller by habit, and the decree is silent on them.
_NOTE = re.compile(r"(ghi chú|chú thích|nguồn)\b|\*|\(\*+\)|\(\d\)", re.IGNORECASE)
_TOGETHER = ("quoc_hieu", "tieu_ngu", "dia_danh")
_OF_FORM = "co_chu_mau_1_5"


@rule(
    "KT020",
    "co-chu-noi-dung-sai",
    Source(muc="A", can_cu="PL I, Phần I, II.6"),
    Lesson(
        ten="Nội dung cỡ chữ 13 đến 14",
        vi_sao="Chữ nhỏ hơn khó đọc, chữ to hơn làm văn bản dài thêm; mọi văn bản dùng chung một khoảng cỡ chữ.",
        sai="Nội dung cỡ 12",
        dung="Nội dung cỡ 14",
    ),
)
def co_chu_noi_dung(doc: Recognised) -> Iterator[Hit]:
    """Each paragraph of the text has a size in the decree's range; a wrong size is told once."""
    wanted = load_decree()["co_chu_pt.noi_dung"]
    found = ((size, doan.paragraph) for doan, size in _sized(doc) if not wanted.allows(size, tolerance=SAME_PT))
    for size, held in gathered(found).items():
        yield Hit(
            f"{excerpt(held[0].text)} cỡ chữ {measure(size, '')}{and_others(held)}; quy định cỡ {allowed(wanted, '')}",
            f"bôi đen phần nội dung, chọn cỡ chữ {measure(wanted.chon, '')}",
            held[0].place,
        )


@rule(
    "KT040",
    "noi-dung-sai-kieu-chu",
    Source(muc="A", can_cu="PL I, Phần I, II.6"),
    Lesson(
        ten="Nội dung viết in thường, kiểu chữ đứng, không đậm",
        vi_sao="Đậm, nghiêng và in hoa dành cho tiêu đề và căn cứ; cả đoạn in đậm thì không còn gì nổi bật.",
        sai="Đề nghị các cơ quan báo cáo trước ngày 20 tháng 12 năm 2026. (cả đoạn in đậm)",
        dung="Đề nghị các cơ quan báo cáo trước ngày 20 tháng 12 năm 2026.",
    ),
)
def noi_dung_sai_kieu(doc: Recognised) -> Iterator[Hit]:
    """No paragraph of several lines that is a sentence is bold, italic or in capitals throughout."""
    titles = {muc.line.place for muc in doc.muc}
    for doan in body(doc):
        text = doan.paragraph.text.strip()
        plain = doan.wraps and text.endswith((".", ";")) and doan.paragraph.place not in titles
        if not plain or _NOTE.match(text):
            continue
        looks = [run.look for run in worded_runs(doan.paragraph)]
        whole = {"in đậm": all(it.bold for it in looks), "in nghiêng": all(it.italic for it in looks)}
        faults = [name for name, is_so in {**whole, "in hoa": text.isupper()}.items() if is_so]
        if faults:
            hint = "đặt lại kiểu chữ thường, đứng, không đậm"
            yield Hit(f"cả đoạn {excerpt(text)} {' và '.join(faults)}", hint, doan.paragraph.place)


@rule(
    "KT021",
    "co-chu-noi-dung-lan-lon",
    Source(muc="A", can_cu="PL I, Phần I, V, chú thích 1"),
    Lesson(
        ten="Nội dung dùng một cỡ chữ từ đầu đến cuối",
        vi_sao="Cỡ chữ trong cùng một văn bản tăng, giảm phải thống nhất; đoạn chép từ tệp khác sang hay lệch cỡ.",
        sai="Phần I cỡ 14, Phần II cỡ 13",
        dung="Cả nội dung cỡ 14",
    ),
)
def co_chu_lan_lon(doc: Recognised) -> Iterator[Hit]:
    """Long paragraphs of the text have one size among those that the decree allows; the rarer one is told."""
    wanted = load_decree()["co_chu_pt.noi_dung"]
    fit = ((doan, size) for doan, size in _sized(doc) if wanted.allows(size, tolerance=SAME_PT))
    groups = gathered((size, doan.paragraph) for doan, size in fit if doan.wraps)
    most = max(groups, key=lambda size: len(groups[size]), default=None)
    for size, held in groups.items():
        if most is not None and abs(size - most) > SAME_PT:
            yield Hit(
                f"{excerpt(held[0].text)} cỡ chữ {measure(size, '')}{and_others(held)}, phần lớn nội dung cỡ "
                f"{measure(most, '')}",
                f"chọn một cỡ chữ cho cả nội dung, ví dụ cỡ {measure(most, '')}",
                held[0].place,
            )


def _sized(doc: Recognised) -> Iterator[tuple[Doan, float]]:
    """The paragraphs of the text with the size of most of their letters, notes left out."""
    for doan in body(doc):
        size = main_size_pt(doan.paragraph)
        if size is not None and doan.is_prose and not _NOTE.match(doan.paragraph.text.strip()):
            yield doan, size


@rule(
    "KT028",
    "co-chu-dau-van-ban-khong-cung-bac",
    Source(muc="A", can_cu="PL I, Phần I, V, chú thích 1"),
    Lesson(
        ten="Cỡ chữ quốc hiệu, tiêu ngữ, địa danh và thời gian tăng, giảm cùng nhau: 12, 13, 13 hoặc 13, 14, 14",
        vi_sao="Tiêu ngữ luôn lớn hơn quốc hiệu một cỡ và bằng dòng địa danh, để phần đầu văn bản cân đối.",
        sai="Quốc hiệu 13, tiêu ngữ 13, địa danh 14",
        dung="Quốc hiệu 13, tiêu ngữ 14, địa danh 14",
    ),
)
def co_chu_dau_van_ban(doc: Recognised) -> Iterator[Hit]:
    """The sizes, each of them allowed, go together as in one of the decree's two examples."""
    sizes = _heading_sizes(doc)
    if sizes and not _go_together(sizes) and not _as_in_form(sizes):
        yield from _told(doc, sizes, "không tăng, giảm cùng nhau")


@rule(
    "KT029",
    "co-chu-dau-van-ban-theo-mau-1-5",
    Source(muc="D", can_cu="PL I, Phần I, V, chú thích 1; PL III, Mẫu 1.5"),
    Lesson(
        ten="Cỡ chữ phần đầu theo chú thích 1 của Phụ lục I hơn là theo Mẫu 1.5",
        vi_sao="Mẫu 1.5 in quốc hiệu cỡ 12, tiêu ngữ và địa danh cỡ 14, lệch với chú thích 1 của chính nghị định.",
        sai="Quốc hiệu 12, tiêu ngữ 14, địa danh 14",
        dung="Quốc hiệu 12, tiêu ngữ 13, địa danh 13",
    ),
)
def co_chu_theo_mau_1_5(doc: Recognised) -> Iterator[Hit]:
    """The sizes of a form that is at odds with the footnote."""
    sizes = _heading_sizes(doc)
    if sizes and not _go_together(sizes) and _as_in_form(sizes):
        yield from _told(doc, sizes, "như Mẫu 1.5, chưa theo chú thích 1 của Phụ lục I")


def _told(doc: Recognised, sizes: dict[str, float], what: str) -> Iterator[Hit]:
    names = {"quoc_hieu": "quốc hiệu", "tieu_ngu": "tiêu ngữ", "dia_danh": "địa danh"}
    found = ", ".join(f"{names[name]} cỡ {measure(size, '')}" for name, size in sizes.items())
    pairs = (" – ".join(measure(sizes[name], "") for name in _TOGETHER) for sizes in load_decree().profiles.values())
    first = doc.first(ThanhPhan.QUOC_HIEU)
    yield Hit(
        f"{found}: {what}",
        f"đặt cỡ chữ quốc hiệu – tiêu ngữ – địa danh là {' hoặc '.join(sorted(pairs))}",
        None if first is None else first.place,
    )


def _heading_sizes(doc: Recognised) -> dict[str, float]:
    """The sizes of the lines that go together; none where a line has several or one that is not allowed anyway."""
    found: dict[str, float] = {}
    for name in _TOGETHER:
        phan = doc.first(ThanhPhan[name.upper()])
        if phan is None:
            continue
        size = _only_size(phan)
        if size is None or not load_decree()[f"co_chu_pt.{name}"].allows(size, tolerance=SAME_PT):
            return {}
        found[name] = size
    return found if "quoc_hieu" in found and len(found) > 1 else {}


def _only_size(phan: Phan) -> float | None:
    sizes = sizes_pt(phan.lines)
    return sizes[0] if len(sizes) == 1 else None


def _go_together(sizes: dict[str, float]) -> bool:
    return any(
        all(abs(size - profile[name]) <= SAME_PT for name, size in sizes.items())
        for profile in load_decree().profiles.values()
    )


def _as_in_form(sizes: dict[str, float]) -> bool:
    return all(load_decree()[f"{_OF_FORM}.{name}"].allows(size, tolerance=SAME_PT) for name, size in sizes.items())


RULES = (co_chu_noi_dung, noi_dung_sai_kieu, co_chu_lan_lon, co_chu_dau_van_ban, co_chu_theo_mau_1_5)
