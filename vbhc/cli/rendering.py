"""One văn bản from its file to the Word file, as the command line asks for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from vbhc.cli.putting_out import describe, put_out
from vbhc.draft.documents import Draft, open_draft, workbooks_of
from vbhc.errors import OutputError
from vbhc.model import VanBan
from vbhc.packs import load_pack
from vbhc.receipts import receipt_of
from vbhc.receipts.making import Printed
from vbhc.render import Receipt
from vbhc.saving import refuse_occupied, save


@dataclass(frozen=True, slots=True)
class Rendering:
    """What the command line asks of ``vbhc render``; ``data``, ``fields``: what stands instead of what is written."""

    source: str
    out: str
    data: Mapping[str, str]
    fields: Mapping[str, str]
    pack: str | None = None
    issue: bool = False
    separate: bool = False
    danh_so_lai: bool = False
    receipt: bool = False

    def run(self, *, overwrite: bool) -> str:
        """Write the DOCX and give the words that tell of it; doubts about the text are told on stderr.

        Raises what opening, filling in and writing raise, all of it `VbhcError`.
        """
        draft = open_draft(self.source, self.data, fields=self.fields)
        self._refuse_inputs(draft)
        if self.receipt:
            refuse_occupied(self._beside, overwrite=overwrite)
        filled = draft.fill(danh_so_lai=self.danh_so_lai)
        if filled.report:
            click.echo(str(filled.report), err=True)
        van_ban = filled.van_ban()
        if self.issue:
            van_ban = van_ban.ban_hanh()
        receipts = put_out(van_ban, self.out, pack=self.pack, separate=self.separate, overwrite=overwrite)
        told = describe(van_ban, receipts, to_stdout=self.out == "-")
        return f"{told}\n{self._write_receipt(draft, van_ban, receipts)}" if self.receipt else told

    def _refuse_inputs(self, draft: Draft) -> None:
        """What is written must not take the place of what it is made of."""
        used = [it.path for it in (draft.source, *draft.workbooks.values()) if it]
        for written in self.outputs:
            if any(written.exists() and path.samefile(written) for path in used):
                raise OutputError(f"«{written}» là đầu vào nên không ghi đè; hãy đặt tên khác cho tệp Word sau -o.")

    @property
    def outputs(self) -> tuple[Path, ...]:
        """The files that are written."""
        return (Path(self.out), self._beside) if self.receipt else (Path(self.out),)

    @property
    def _beside(self) -> Path:
        return Path(self.out).with_suffix(".json")

    def _write_receipt(self, draft: Draft, van_ban: VanBan, receipts: Sequence[Receipt]) -> str:
        files = {it.path: it.path.read_bytes() for it in receipts}
        printed = Printed(load_pack(self.pack or van_ban.loai), files)
        phieu = receipt_of(printed, draft, self._beside.parent, danh_so_lai=self.danh_so_lai)
        save(phieu.model_dump_json(indent=2).encode(), self._beside, overwrite=True)
        return f"Đã ghi {self._beside}: {len(phieu.so)} số lấy từ số liệu, {len(phieu.ghi_tay)} số ghi tay."

    def workbooks(self) -> tuple[Path, ...]:
        """The workbooks that the văn bản takes its numbers from; raises `UnreadableDocumentError`."""
        return workbooks_of(self.source, self.data, fields=self.fields)
