"""A receipt made: the document is written once more with its values marked, and so each of them is found in it."""

from __future__ import annotations

import hashlib
import os
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from vbhc._version import __version__
from vbhc.draft.documents import Draft, UsedFile
from vbhc.draft.marking import MARK, without_marks
from vbhc.draft.sources import Source
from vbhc.model import VanBan
from vbhc.packs import Pack
from vbhc.packs.manifest import MANIFEST_NAME
from vbhc.receipts.form import GhiTay, GoiMau, O, Phieu, So, Tep
from vbhc.receipts.texts import NUMBER, on_one_line, standing, texts_of
from vbhc.writer import write, write_apart

_NO_NAMES: Mapping[str, object] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Printed:
    """What was put out: by which pack, and the files with their bytes, the văn bản itself first."""

    pack: Pack
    files: Mapping[Path, bytes]


def receipt_of(
    printed: Printed, draft: Draft, folder: Path, names: Mapping[str, object] = _NO_NAMES, *, danh_so_lai: bool = False
) -> Phieu:
    """The receipt, to lie in ``folder``, of what ``draft`` gave when it was filled in with these names."""
    texts = [text for data in printed.files.values() for text in texts_of(data)]
    filled, marking = draft.fill_marked(names, danh_so_lai=danh_so_lai)
    found = _Found.of(texts, _marked_texts(filled.van_ban(), printed), marking.sources)
    kept = {position: at for at, position in enumerate(found.positions())}
    return Phieu(
        vbhc=__version__,
        van_ban=tuple(_file(path, data, folder) for path, data in printed.files.items()),
        ban_thao=_used(draft.source, folder) if draft.source else None,
        so_lieu={ten: _used(it, folder, draft.so_lieu[ten].nguon.trang_tinh) for ten, it in draft.workbooks.items()},
        goi_mau=_pack(printed.pack),
        doan=tuple(texts[position] for position in kept),
        so=tuple(_number(text, None if at is None else kept[at], source) for at, text, source in found.sourced),
        bang=tuple(_number(it.in_ra, None, it) for it in marking.tables),
        ghi_tay=tuple(
            GhiTay(in_ra=number, doan=kept[position], dong=_lines_with(number, draft))
            for position, number in found.typed
        ),
    )


def _marked_texts(van_ban: VanBan, printed: Printed) -> Iterator[str]:
    """The paragraphs of the document, written again, with the marks in them."""
    apart = len(printed.files) > 1
    for part in write_apart(van_ban, printed.pack) if apart else (write(van_ban, printed.pack),):
        yield from texts_of(part.data)


@dataclass(slots=True)
class _Found:
    """Numbers by the paragraph of the document that they stand in.

    ``sourced``: those with a source, ``None`` where no paragraph could be told; ``_rest``: what of each paragraph no
    source covers.
    """

    sourced: list[tuple[int | None, str, Source]] = field(default_factory=list)
    _rest: dict[int, str] = field(default_factory=dict)
    _places: dict[str, deque[int]] = field(default_factory=lambda: defaultdict(deque))

    @classmethod
    def of(cls, texts: Sequence[str], marked: Iterable[str], sources: Mapping[str, Source]) -> _Found:
        """What the ``marked`` paragraphs say of the ``texts``, which are the same without marks."""
        found = cls(_rest=dict(enumerate(texts)))
        for position, text in enumerate(texts):
            found._places[text].append(position)
        for text in marked:
            found._read(text, sources)
        told = {id(source) for _, _, source in found.sourced}
        for source in sources.values():
            if id(source) not in told:
                found._look_for(source)
        return found

    def _read(self, text: str, sources: Mapping[str, Source]) -> None:
        waiting = self._places[without_marks(text)]
        position = waiting.popleft() if waiting else None
        self.sourced += [(position, mark["text"], sources[mark["key"]]) for mark in MARK.finditer(text)]
        if position is not None:
            self._rest[position] = MARK.sub(" ", text)

    def _look_for(self, source: Source) -> None:
        """A value in a field of the frame, which takes no marks."""
        form = standing(on_one_line(source.in_ra))
        at = next((at for at, text in self._rest.items() if form.search(text)), None)
        self.sourced.append((at, source.in_ra, source))
        if at is not None:
            self._rest[at] = form.sub(" ", self._rest[at], count=1)

    @property
    def typed(self) -> list[tuple[int, str]]:
        """The numbers that somebody typed."""
        return [(at, number) for at, text in self._rest.items() for number in NUMBER.findall(text)]

    def positions(self) -> list[int]:
        """The paragraphs that hold a number."""
        sourced = {position for position, _, _ in self.sourced if position is not None}
        return sorted(sourced | {position for position, _ in self.typed})


def _lines_with(number: str, draft: Draft) -> tuple[int, ...]:
    return tuple(line.line for line in draft.written.lines if number in NUMBER.findall(line.text))


def _number(in_ra: str, doan: int | None, source: Source) -> So:
    cells = tuple(O(**it._asdict()) for it in source.o)
    ten = None if source.ten is None else dict(source.ten)
    return So(in_ra=on_one_line(in_ra), doan=doan, the=source.the, cho=source.cho, o=cells, ten=ten)


def _file(path: Path, data: bytes, folder: Path) -> Tep:
    return Tep(tep=_way(path, folder), sha256=hashlib.sha256(data).hexdigest())


def _used(used: UsedFile, folder: Path, sheet: str = "") -> Tep:
    return Tep(tep=_way(used.path, folder), sha256=used.sha256, trang_tinh=sheet)


def _way(path: Path, folder: Path) -> str:
    """The way from ``folder``, so that both may be moved together; the whole path where there is none."""
    try:
        return Path(os.path.relpath(path, folder)).as_posix()
    except ValueError:  # another drive of Windows
        return path.resolve().as_posix()


def _pack(pack: Pack) -> GoiMau:
    """The pack with the hash of what it consists of: its manifest, then its Word file."""
    digest = hashlib.sha256()
    for name in (MANIFEST_NAME, pack.manifest.tep):
        digest.update((pack.folder / name).read_bytes())
    return GoiMau(ten=pack.manifest.ten, phien_ban=pack.manifest.phien_ban, sha256=digest.hexdigest())
