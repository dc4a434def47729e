"""The rules as staff read them on a screen: all in a list, or one explained."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from datetime import date

from vbhc.check.rule import Rule
from vbhc.cli.tables import aligned
from vbhc.findings import NHAN_MUC_DO
from vbhc.layout.words import DO_CHAC
from vbhc.text.dates import date_in_digits


def listed(rules: Sequence[Rule]) -> str:
    """A line for each rule: code, slug, level, what it wants."""
    rows = [("Mã", "Tên lỗi", "Mức", "Quy tắc")]
    rows += [(rule.code, rule.slug, NHAN_MUC_DO[rule.source.severity], rule.lesson.ten) for rule in rules]
    return "\n".join(aligned(rows))


def explained(rule: Rule) -> str:
    """All that is to be said of one rule."""
    source, lesson = rule.source, rule.lesson
    lines = (
        f"{rule.code} {rule.slug}: {lesson.ten}.",
        f"Mức: {NHAN_MUC_DO[source.severity]} ({source.muc}: {DO_CHAC[source.muc]}).",
        f"Căn cứ: {', '.join((source.can_cu, *_days(rule)))}.",
        f"Vì sao: {lesson.vi_sao}",
        f"Sai:\n{textwrap.indent(lesson.sai, '  ')}",
        f"Đúng:\n{textwrap.indent(lesson.dung, '  ')}",
    )
    return "\n".join(lines)


def _days(rule: Rule) -> Iterator[str]:
    for words, day in (("áp dụng từ", rule.source.tu), ("đến", rule.source.den)):
        if day not in (None, date.min):
            yield f"{words} {date_in_digits(day.day, day.month, day.year)}"
