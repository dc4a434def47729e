"""The names of the files of a batch: made from a pattern with tags, safe on every system, none for two letters."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from vbhc.batch.failures import failure
from vbhc.batch.letters import Letter, Letters
from vbhc.errors import TemplateError
from vbhc.findings import Report
from vbhc.templating.filters import has_text
from vbhc.templating.texts import SourceLine, TextTemplate, compile_text
from vbhc.text.spelling import fold_ascii

_SUFFIX = ".docx"
_LONGEST = 100
_PATTERN = "mẫu tên tệp"
_ETH = str.maketrans("Ðð", "Đđ")  # another letter that looks the same, and often stands in its place
# Names that Windows keeps for devices, whatever follows the dot.
_DEVICES = re.compile(r"con|prn|aux|nul|com[0-9]|lpt[0-9]")


@dataclass(frozen=True, slots=True)
class Named:
    """A letter and the name of its file, "" where ``report`` says why it has none."""

    letter: Letter
    tep: str = ""
    report: Report = field(default_factory=Report)


def name_files(batch: Letters) -> tuple[Named, ...]:
    """The letters with their files; of several with one name the first has it, the others cannot be written.

    Raises `TemplateError` for a pattern that gives no letter a name.
    """
    template = compile_text((SourceLine(batch.ten_tep.strip().removesuffix(_SUFFIX), 1),), _PATTERN)
    width = max(2, len(str(len(batch.letters))))
    named: list[Named] = []
    failed: list[TemplateError] = []
    taken: dict[str, Letter] = {}
    for letter in batch.letters:
        try:
            named.append(_named(letter, _filled(template, letter, width), taken))
        except TemplateError as error:
            failed.append(error)
            named.append(Named(letter, report=error.report))
    if len(failed) == len(named) and failed:
        raise failed[0]
    return tuple(named)


def _named(letter: Letter, name: str, taken: dict[str, Letter]) -> Named:
    if not name:
        return Named(letter, report=Report.of([failure("khong-co-ten-tep")]))
    tep = f"{name}{_SUFFIX}"
    first = taken.setdefault(name, letter)
    if first is not letter:
        return Named(letter, report=Report.of([failure("trung-ten-tep", tep=tep, stt=first.stt, ten=first.ten)]))
    return Named(letter, tep)


def _filled(template: TextTemplate, letter: Letter, width: int) -> str:
    names: Mapping[str, object] = {**letter.names, "stt": f"{letter.stt:0{width}}"}
    filled = template.fill(names)
    if not all(has_text(value.value) for value in filled.values):
        why = "có thẻ in ra cả một danh sách"
        raise TemplateError.from_findings(_PATTERN, failure("khong-lam-duoc-thu", ly_do=f"{_PATTERN} {why}"))
    return safe_name(" ".join(filled.put_in(line.text, lambda _, value: value.text) for line in filled.lines))


def safe_name(text: str) -> str:
    """``text`` as a name that every system takes: small ASCII letters, digits and hyphens; "" when nothing is left.

    >>> safe_name("01-Sở Y tế"), safe_name("Đắk Lắk / «Số: 5»?"), safe_name("CON"), safe_name("***")
    ('01-so-y-te', 'dak-lak-so-5', 'con-thu', '')
    """
    name = re.sub("[^a-z0-9]+", "-", fold_ascii(text.translate(_ETH))).strip("-")
    if len(name) > _LONGEST:
        name = name[: _LONGEST + 1].rpartition("-")[0] or name[:_LONGEST]
    return f"{name}-thu" if _DEVICES.fullmatch(name) else name
