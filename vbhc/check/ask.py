"""Questions that many rules put to lines: is their size allowed, are they bold, italic, in capitals."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vbhc.check.looks import SAME_PT, excerpt, in_capitals, share, sizes_pt
from vbhc.check.rule import Hit
from vbhc.layout import load_decree
from vbhc.layout.words import allowed, measure
from vbhc.recognition.values import Line
from vbhc.text.spelling import nfc

# Of the letters of a line: so few may differ without the line being of another look (a mark, a bracket).
_FEW = 0.1
_KIEU = {
    (True, True): "nghiêng, đậm",
    (True, False): "đứng, đậm",
    (False, True): "nghiêng, không đậm",
    (False, False): "đứng, không đậm",
}


def of_size(lines: Sequence[Line], name: str, what: str) -> Iterator[Hit]:
    """The first line in a size that ``name`` of the decree does not allow; ``what``: how staff call the lines."""
    rule = load_decree()[name]
    for line in lines:
        wrong = [size for size in sizes_pt([line]) if not rule.allows(size, tolerance=SAME_PT)]
        if wrong:
            found = f"{what} {excerpt(line.shown)} có chữ cỡ {measure(wrong[0], 'pt')}"
            yield Hit(f"{found}; quy định {allowed(rule, 'pt')}", f"đặt cỡ chữ {measure(rule.chon, 'pt')}", line.place)
            return


def of_look(lines: Sequence[Line], what: str, *, bold: bool, italic: bool) -> Iterator[Hit]:
    """The first line that is not, or is, bold or italic as it should be."""
    wanted = _KIEU[bold, italic]
    for line in lines:
        faults = [*_fault(line, "bold", "đậm", wanted=bold), *_fault(line, "italic", "nghiêng", wanted=italic)]
        if faults:
            found = f"{what} {excerpt(line.shown)} {' và '.join(faults)}"
            yield Hit(f"{found}; phải là kiểu chữ {wanted}", f"đổi sang kiểu chữ {wanted}", line.place)
            return


def _fault(line: Line, field: str, word: str, *, wanted: bool) -> Iterator[str]:
    has = share([line], "bold" if field == "bold" else "italic")
    if not line.worded or not any(letter.isalpha() for letter in line.text):
        return
    if wanted and has < 1 - _FEW:
        yield f"không {word}" if has < _FEW else f"chỉ {word} một phần"
    elif not wanted and has > _FEW:
        yield f"in {word}"


def of_capitals(lines: Sequence[Line], what: str) -> Iterator[Hit]:
    """The first line that is not in capitals."""
    for line in lines:
        text = nfc(line.shown)
        if not in_capitals(text) and text.upper() != text:
            yield Hit(f"{what} {excerpt(text)} không viết in hoa", f"viết in hoa: {excerpt(text.upper())}", line.place)
            return


def in_middle(line: Line) -> bool:
    """Whether a line stands in the middle of its column; one that tabs or blanks push about counts as well."""
    return line.paragraph.layout.align == "center" or pushed(line)


def pushed(line: Line) -> bool:
    """Whether tabs or blanks, not the paragraph, say where a line stands."""
    text = line.paragraph.text.lstrip("\n")
    return "\t" in text or "   " in text.rstrip().replace("\u00a0", " ")
