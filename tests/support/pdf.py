"""The page a reader sees: DOCX drawn by LibreOffice, its words and rules measured in mm from the page's top left."""

from __future__ import annotations

import hashlib
import os
import shutil
import signal
import subprocess
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory

import pdfplumber

from support.tools import need

MM_PER_PT = 25.4 / 72
# Words of one row belong to one line unless this much white stands between them (the two columns of a letter's head).
COLUMN_GAP_MM = 5.0
# Letters of different sizes on one row share their baseline, not their top.
SAME_ROW_MM = 1.0
BLANK_MM = 0.4
THINNEST_SHAPE_MM = 1.0
SECONDS_A_CALL = 120


@dataclass(frozen=True)
class Box:
    """A rectangle on a page, in mm from the page's left and top edge; pages count from 1."""

    page: int
    x0: float
    x1: float
    top: float
    bottom: float

    @property
    def width(self) -> float:
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        return self.bottom - self.top

    def off_centre(self, x0: float, x1: float) -> float:
        """How far right of the middle of ``x0``…``x1`` the box's middle stands (negative: left), in mm."""
        return (self.x0 + self.x1 - x0 - x1) / 2


@dataclass(frozen=True)
class Word(Box):
    """A word as drawn; ``font`` is the PostScript name without its subset mark."""

    text: str
    font: str
    size_pt: float


@dataclass(frozen=True)
class Rule(Box):
    """A drawn line: a stroke, a border, or a filled shape thinner than a millimetre."""

    @property
    def horizontal(self) -> bool:
        return self.width >= self.height

    @property
    def length(self) -> float:
        return max(self.width, self.height)


@dataclass(frozen=True)
class Line(Box):
    """Words that stand side by side on one row without a column's gap between them."""

    words: tuple[Word, ...]

    @classmethod
    def of(cls, words: Sequence[Word]) -> Line:
        """The line that ``words``, in their order, make."""
        tops, bottoms = (word.top for word in words), (word.bottom for word in words)
        return cls(words[0].page, words[0].x0, words[-1].x1, min(tops), max(bottoms), tuple(words))

    @property
    def text(self) -> str:
        return "".join(gap + word.text for gap, word in zip(self._gaps(), self.words, strict=True))

    @property
    def sizes_pt(self) -> frozenset[float]:
        """The letter sizes of the line."""
        return frozenset(word.size_pt for word in self.words)

    @property
    def fonts(self) -> frozenset[str]:
        """The fonts of the line, such as ``LiberationSerif-Bold``."""
        return frozenset(word.font for word in self.words)

    def phrase(self, text: str) -> Line | None:
        """The words of this line that ``text`` stands in; ``None`` where it does not stand in the line."""
        start = self.text.find(wanted := plain(text))
        end = start + len(wanted)
        words = [
            word for word, (first, last) in zip(self.words, self._places(), strict=True) if start < last and first < end
        ]
        return Line.of(words) if start >= 0 and words else None

    def _gaps(self) -> list[str]:
        # A word whose letters change their look comes as several: what stands closer than a blank is one word.
        pairs = zip(self.words, self.words[1:], strict=False)
        return ["", *(" " if right.x0 - left.x1 > BLANK_MM else "" for left, right in pairs)]

    def _places(self) -> Iterator[tuple[int, int]]:
        end = 0
        for gap, word in zip(self._gaps(), self.words, strict=True):
            start, end = end + len(gap), end + len(gap) + len(word.text)
            yield start, end


@dataclass(frozen=True)
class Page:
    """One page: its size, lines of text from top to bottom, and rules."""

    number: int
    width: float
    height: float
    lines: tuple[Line, ...]
    rules: tuple[Rule, ...]

    @property
    def text(self) -> str:
        return "\n".join(line.text for line in self.lines)

    def rules_below(self, box: Box, *, within: float) -> list[Rule]:
        """The horizontal rules at most ``within`` mm below ``box`` and under some part of it, nearest first."""
        near = (rule for rule in self.rules if rule.horizontal and -SAME_ROW_MM <= rule.top - box.bottom <= within)
        return sorted((rule for rule in near if rule.x0 < box.x1 and rule.x1 > box.x0), key=lambda rule: rule.top)


@dataclass(frozen=True)
class Pdf:
    """A PDF to ask: what stands where, and in which letters."""

    path: Path

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        with pdfplumber.open(self.path) as pdf:
            return tuple(_page(number, page) for number, page in enumerate(pdf.pages, start=1))

    @property
    def text(self) -> str:
        return "\n".join(page.text for page in self.pages)

    def lines(self, text: str) -> list[Line]:
        """The lines that contain ``text``, in reading order."""
        return [line for page in self.pages for line in page.lines if line.phrase(text)]

    def line(self, text: str) -> Line:
        """The one line that contains ``text``."""
        found = self.lines(text)
        assert len(found) == 1, f"{len(found)} lines contain {text!r} in:\n{self.text}"
        return found[0]

    def phrase(self, text: str) -> Line:
        """The words ``text`` themselves, where they stand on one line of the document."""
        found = self.line(text).phrase(text)
        assert found is not None
        return found

    def fonts(self) -> dict[str, bool]:
        """The fonts of the file by name without subset mark, each with whether it is embedded (poppler's account)."""
        listed = subprocess.run([need("pdffonts"), str(self.path)], capture_output=True, text=True, check=True)
        rows = (row.split() for row in listed.stdout.splitlines()[2:])
        return {row[0].rpartition("+")[2]: row[-5] == "yes" for row in rows}

    def png(self, page: int, *, dpi: int = 80) -> Path:
        """A picture of ``page``, beside the PDF."""
        stem = self.path.with_name(f"{self.path.stem}-{page}-{dpi}")
        asked = ["-png", "-singlefile", "-r", str(dpi), "-f", str(page), "-l", str(page)]
        subprocess.run([need("pdftoppm"), *asked, str(self.path), str(stem)], capture_output=True, check=True)
        return stem.with_name(f"{stem.name}.png")


@dataclass
class Office:
    """LibreOffice with a memory: every file is drawn once a run, however many tests look at it."""

    folder: Path
    _drawn: dict[str, Pdf] = field(default_factory=dict)

    def pdf(self, document: Path) -> Pdf:
        """``document`` as a PDF."""
        return self.pdfs([document])[0]

    def pdfs(self, documents: Iterable[Path]) -> list[Pdf]:
        """``documents`` as PDFs, all that were not drawn before in one call (a call costs more than a file)."""
        by_digest = [(hashlib.sha256(path.read_bytes()).hexdigest()[:16], path) for path in documents]
        new = {digest: path for digest, path in by_digest if digest not in self._drawn}
        copies = [Path(shutil.copy(path, self.folder / f"{digest}.docx")) for digest, path in new.items()]
        self._drawn |= {path.stem: Pdf(path) for path in convert_many(copies)}
        return [self._drawn[digest] for digest, _ in by_digest]


def plain(text: str) -> str:
    """``text`` as words compare: NFC, every kind of space one blank."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def convert_many(paths: Sequence[Path]) -> list[Path]:
    """The PDFs of ``paths``, each beside its DOCX, by one LibreOffice call with a profile of its own.

    The files must lie in one folder. Raises ``TimeoutError`` when LibreOffice hangs (it is ended with all it started),
    and ``AssertionError`` when a PDF did not come out.
    """
    if not paths:
        return []
    with TemporaryDirectory() as profile:
        asked = ["--headless", "--norestore", f"-env:UserInstallation={Path(profile).as_uri()}"]
        target = ["--convert-to", "pdf", "--outdir", str(paths[0].parent)]
        said = run_whole([need("soffice"), *asked, *target, *map(str, paths)], seconds=SECONDS_A_CALL)
    pdfs = [path.with_suffix(".pdf") for path in paths]
    missing = [pdf.name for pdf in pdfs if not pdf.is_file()]
    assert not missing, f"LibreOffice did not write {missing}: {said}"
    return pdfs


def run_whole(command: Sequence[str], *, seconds: float) -> str:
    """Run ``command`` in a process group of its own, which ends with it or at the time limit; gives what it said."""
    started = subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True
    )
    try:
        said, _ = started.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        os.killpg(started.pid, signal.SIGKILL)
        started.communicate()
        raise TimeoutError(f"{command[0]} did not end within {seconds} s") from None
    return said.decode(errors="replace").strip()


def _page(number: int, page: pdfplumber.page.Page) -> Page:
    found = page.extract_words(extra_attrs=["fontname", "size"], use_text_flow=False, keep_blank_chars=False)
    words = [
        Word(number, *_sides(word), plain(word["text"]), word["fontname"].rpartition("+")[2], round(word["size"], 1))
        for word in found
    ]
    shapes = (_sides(shape) for shape in (*page.lines, *page.rects, *page.curves))
    rules = dict.fromkeys(Rule(number, *sides) for sides in shapes if _is_thin(sides))
    return Page(number, page.width * MM_PER_PT, page.height * MM_PER_PT, tuple(_lines(words)), tuple(rules))


def _sides(drawn: dict[str, float]) -> tuple[float, float, float, float]:
    x0, x1, top, bottom = (round(float(drawn[side]) * MM_PER_PT, 2) for side in ("x0", "x1", "top", "bottom"))
    return x0, x1, top, bottom


def _is_thin(sides: tuple[float, float, float, float]) -> bool:
    width, height = sides[1] - sides[0], sides[3] - sides[2]
    return min(width, height) < THINNEST_SHAPE_MM < max(width, height)


def _lines(words: list[Word]) -> Iterator[Line]:
    row: list[Word] = []
    for word in sorted(words, key=lambda word: (word.bottom, word.x0)):
        if row and abs(word.bottom - row[-1].bottom) > SAME_ROW_MM:
            yield from _columns(row)
            row = []
        row.append(word)
    yield from _columns(row)


def _columns(row: list[Word]) -> Iterator[Line]:
    line: list[Word] = []
    for word in sorted(row, key=lambda word: word.x0):
        if line and word.x0 - line[-1].x1 > COLUMN_GAP_MM:
            yield Line.of(line)
            line = []
        line.append(word)
    if line:
        yield Line.of(line)
