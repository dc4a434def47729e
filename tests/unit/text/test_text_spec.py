"""The tables of tests/spec/text-*.md: every row is one test, and staff may add rows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from vbhc.errors import TextError
from vbhc.text import dates, markup, numbering, numbers, spelling
from vbhc.text.numbers import AmbiguousNumberError, FoundQuantity, Quantity

SPEC = Path(__file__).parents[2] / "spec"


def written(quantity: Quantity) -> str:
    under = f" trên {quantity.denominator}" if quantity.denominator is not None else ""
    return f"{quantity.comparator} {quantity.value}{under}{' phần trăm' if quantity.percent else ''}"


def quantity_read(text: str) -> str:
    try:
        return written(numbers.parse_quantity(text))
    except AmbiguousNumberError as error:
        return "hai cách: {} hoặc {}".format(*error.readings)
    except TextError:
        return "không đọc được"


def quantities_found(text: str) -> str:
    return "; ".join(map(found, numbers.find_quantities(text)))


def found(one: FoundQuantity) -> str:
    against = f" so với {written(one.against).removeprefix('= ')}" if one.against else ""
    return written(one.quantity) + against + (" (?)" if one.ambiguous else "")


def date_printed(printer: Callable[[int | None, int | None, int | None], str], text: str) -> str:
    parts = [None if part == "_" else int(part) for part in text.split("/")]
    try:
        return printer(*parts).replace(dates.GAP, "_")
    except TextError:
        return "không có ngày này"


def date_read(text: str) -> str:
    try:
        return "/".join("_" if part is None else str(part) for part in dates.parse_date(text.replace("_", dates.GAP)))
    except TextError:
        return "không đọc được"


LOOKS = {"bold": "đậm", "italic": "nghiêng", "subscript": "dưới", "superscript": "trên"}
LOOKS |= {"note": "chú thích", "cite": "viện dẫn"}


def runs_shown(text: str) -> str:
    runs = markup.parse_inline(text)
    return " ".join("+".join(w for look, w in LOOKS.items() if getattr(r, look)) + f"[{shown(r)}]" for r in runs)


def shown(run: markup.Run) -> str:
    return run.text + run.note + run.cite


CONVERSIONS: dict[str, Callable[[str], str]] = {
    "Đọc một đại lượng": quantity_read,
    "Tìm đại lượng trong câu": quantities_found,
    "In một số": lambda text: numbers.format_number(Decimal(text)),
    "In phần trăm, hai chữ số lẻ": lambda text: numbers.format_percent(Decimal(text), digits=2),
    "Đọc thành chữ": lambda text: numbers.number_in_words(int(text)),
    "Ghi bằng chữ": lambda text: date_printed(dates.date_in_words, text),
    "Ghi bằng số": lambda text: date_printed(dates.date_in_digits, text),
    "Đọc": date_read,
    "Giữ trên một dòng": lambda text: spelling.keep_together(text).replace(spelling.NO_BREAK_SPACE, "_"),
    "So khớp không kể chữ hoa, khoảng trắng, chỗ đặt dấu": spelling.fold,
    "So khớp không dấu": spelling.fold_ascii,
    "Chữ in hoa": spelling.upper,
    "Thứ tự điểm": lambda text: numbering.letter(int(text)),
    "Số La Mã": lambda text: numbering.roman(int(text)),
    "Số La Mã viết thường": lambda text: numbering.lower_roman(int(text)),
    "Liệt kê trong một đoạn": lambda text: numbering.liet_ke(text.split(" / ")),
    "Đọc định dạng": runs_shown,
}


def rows() -> Iterator[tuple[str, str, str]]:
    for path in sorted(SPEC.glob("text-*.md")):
        for section in path.read_text(encoding="utf-8").split("\n## ")[1:]:
            title, _, body = section.partition("\n")
            table = re.findall(r"^\| (.*?) *\| (.*?) *\|$", body, re.MULTILINE)
            yield from ((title, given, expected) for given, expected in table[1:])


@pytest.mark.parametrize(("title", "given", "expected"), list(rows()))
def it_reads_and_prints_as_the_tables_say(title: str, given: str, expected: str) -> None:
    assert CONVERSIONS[title](given) == expected


def it_finds_rows_under_every_heading() -> None:
    assert {title for title, _, _ in rows()} == set(CONVERSIONS)
