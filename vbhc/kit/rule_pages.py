"""The pages of ``docs/`` that are made from data: the rules of `vbhc.check`, and the decree's numbers.

``python -m vbhc.kit.rule_pages`` writes them anew into ``docs/``, or into the folder that is named.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from vbhc.check.registry import NHOM, by_group
from vbhc.check.rule import Rule, Source
from vbhc.findings import NHAN_MUC_DO
from vbhc.layout import Decree, QuyDinh, load_decree
from vbhc.layout.words import DO_CHAC, allowed, measure

_MADE = "<!-- Trang này do `python -m vbhc.kit.rule_pages` ghi ra; đừng sửa bằng tay. -->"
_ROOMS: Mapping[str, str] = {
    "trang": "Trang giấy",
    "co_chu_pt": "Cỡ chữ",
    "co_chu_mau_1_5": "Cỡ chữ đi cùng nhau ở Mẫu 1.5",
    "noi_dung": "Nội dung",
    "khoang_cach": "Khoảng cách",
    "duong_ke": "Đường kẻ",
    "dau_do_khan": "Dấu chỉ độ khẩn",
}
_UNITS: Mapping[str, str] = {
    "co_chu_pt": "pt",
    "co_chu_mau_1_5": "pt",
    "duong_ke": "lần chiều dài dòng chữ bên trên",
    "cach_dong": "lần dòng đơn",
    "cao_dong_don": "lần cỡ chữ",
}


def rules_page() -> str:
    """All rules by group: what each wants, how grave and how sure it is, its clause, why, and examples."""
    groups = by_group()
    lines = [
        "# Các quy tắc kiểm tra",
        "",
        _MADE,
        "",
        f"`vbhc check` có {sum(map(len, groups.values()))} quy tắc. Mức của mỗi quy tắc theo độ chắc của căn cứ:",
        *_table(("Độ chắc", "Căn cứ", "Mức"), _levels()),
        "",
    ]
    for letters, rules in groups.items():
        lines += [f"## {letters}: {NHOM[letters]}", ""]
        lines += [line for rule in rules for line in _rule(rule)]
    return "\n".join(lines).rstrip() + "\n"


def decree_page() -> str:
    """Every number of ``nd30.toml``: what is allowed, what the shipped packs use, its clause, how sure it is."""
    decree = load_decree()
    letters = "; ".join(f"{letter} là {said}" for letter, said in DO_CHAC.items())
    lines = [
        f"# Các con số của {decree.ten}",
        "",
        _MADE,
        "",
        f"Làm từ `vbhc/layout/nd30.toml`. Độ chắc: {letters}. «Từ mẫu»: chỉ thấy ở văn bản mẫu, không ghi thành lời.",
    ]
    for room, title in _ROOMS.items():
        rules = {name: rule for name, rule in decree.rules.items() if name.startswith(f"{room}.")}
        rows = [_number(name, rule) for name, rule in rules.items()]
        lines += ["", f"## {title}", *_table(("Tên", "Cho phép", "Mẫu dùng", "Căn cứ", "Độ chắc"), rows)]
    return "\n".join([*lines, *_profiles(decree)]) + "\n"


def write_pages(docs: str | Path) -> None:
    """Write both pages into the folder ``docs``."""
    for name, page in PAGES.items():
        Path(docs, name).write_text(page(), "utf-8", newline="\n")


PAGES = {"quy-tac.md": rules_page, "nd30.md": decree_page}


def _levels() -> Iterator[tuple[str, ...]]:
    for letter, said in DO_CHAC.items():
        yield letter, said, NHAN_MUC_DO[Source(letter, "").severity].lower()


def _rule(rule: Rule) -> Iterator[str]:
    source, lesson = rule.source, rule.lesson
    yield from (f"### {rule.code} `{rule.slug}`", "", f"**{lesson.ten}.** {lesson.vi_sao}", "")
    everywhere = " Xét cả văn bản ngoài phạm vi của nghị định." if rule.moi_tep else ""
    yield f"Mức: {NHAN_MUC_DO[source.severity].lower()} (độ chắc {source.muc}). Căn cứ: {source.can_cu}.{everywhere}"
    for title, example in (("Sai", lesson.sai), ("Đúng", lesson.dung)):
        yield from ("", f"{title}:", "", "```text", *example.splitlines(), "```")
    yield ""


def _number(name: str, rule: QuyDinh) -> tuple[str, ...]:
    room, _, own = name.partition(".")
    unit = _UNITS.get(own) or _UNITS.get(room) or own.rpartition("_")[2]
    sure = f"{rule.muc}, từ mẫu" if rule.mau else rule.muc
    return f"`{own}`", allowed(rule, unit), measure(rule.chon, unit), rule.can_cu, sure


def _profiles(decree: Decree) -> Iterator[str]:
    """The sizes that go together."""
    elements = list(dict.fromkeys(name for sizes in decree.profiles.values() for name in sizes))
    rows = [
        (f"`{profile}`", *(measure(sizes[it], "pt") if it in sizes else "" for it in elements))
        for profile, sizes in decree.profiles.items()
    ]
    yield from ("", "## Hồ sơ cỡ chữ", "", "Các cỡ chữ trong một văn bản cùng tăng hoặc cùng giảm.")
    yield from _table(("Hồ sơ", *(f"`{it}`" for it in elements)), rows)


def _table(heading: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    yield ""
    for row in (heading, ("---",) * len(heading), *rows):
        yield f"| {' | '.join(cell.replace('|', '&#124;') for cell in row)} |"


if __name__ == "__main__":
    write_pages(sys.argv[1] if len(sys.argv) > 1 else "docs")
