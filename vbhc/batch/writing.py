"""The work that a batch can send anywhere: values in, bytes out, no disk but for the packs that vbhc has itself."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from vbhc._version import __version__
from vbhc.batch.failures import told
from vbhc.batch.letters import Letter
from vbhc.batch.options import BatchOptions
from vbhc.draft.documents import Draft
from vbhc.findings import Report
from vbhc.model import VanBan
from vbhc.packs import Pack
from vbhc.render import output_of, pack_for


@dataclass(frozen=True, slots=True)
class Asked:
    """A letter to be written; ``van_tay``: the fingerprint of the one that stands already, "" where none does."""

    letter: Letter
    van_tay: str = ""


@dataclass(frozen=True, slots=True)
class Task:
    """Letters that are written in one go, so that what they share is sent once."""

    draft: Draft
    asked: tuple[Asked, ...]
    options: BatchOptions


@dataclass(frozen=True, slots=True)
class Made:
    """What came of a letter: its bytes, or none where the one that stands is the same.

    ``van_tay`` is the fingerprint of its content, "" where ``report`` says why there is no letter; ``van_ban`` the
    letter itself where all are to come together too.
    """

    report: Report = field(default_factory=Report)
    goi_mau: str = ""
    van_tay: str = ""
    data: bytes | None = None
    van_ban: VanBan | None = None


def write_letters(task: Task) -> tuple[Made, ...]:
    """The letters of ``task`` in their order; whatever goes wrong with one is told of it alone."""
    return tuple(_all(task))


def _all(task: Task) -> Iterator[Made]:
    for asked in task.asked:
        try:
            yield _made(task, asked)
        except Exception as error:
            yield Made(told(error))


def _made(task: Task, asked: Asked) -> Made:
    letter, options = asked.letter, task.options
    filled = task.draft.fill({**letter.names, "stt": letter.stt}, danh_so_lai=options.danh_so_lai)
    van_ban = filled.van_ban()
    if options.issue:
        van_ban = van_ban.ban_hanh()
    pack = pack_for(van_ban, options.pack)
    goi_mau = f"{pack.manifest.ten} {pack.manifest.phien_ban}"
    mark = _mark(van_ban, pack)
    kept = van_ban if options.together else None
    if mark == asked.van_tay:
        return Made(filled.report, goi_mau, mark, van_ban=kept)
    output = output_of(van_ban, pack=pack)
    return Made(filled.report + (output.report or Report()), goi_mau, mark, output.data, kept)


def _mark(van_ban: VanBan, pack: Pack) -> str:
    """The fingerprint of all that the bytes of a letter come from."""
    template = (pack.folder / pack.manifest.tep).read_bytes()
    parts = (van_ban.model_dump_json(), repr(pack.manifest), __version__)
    return hashlib.sha256(b"\0".join([template, *(part.encode() for part in parts)])).hexdigest()
