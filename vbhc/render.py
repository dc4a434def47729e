"""The one place that puts documents out: written, held against the decree when issued, saved whole or not at all."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from vbhc.check import examine
from vbhc.errors import CheckError, InputError, OutputError, reason_of
from vbhc.findings import Finding, Report, Severity
from vbhc.model import TrangThai, VanBan
from vbhc.packs import Pack, load_pack
from vbhc.writer import Written, write, write_apart


@dataclass(frozen=True, slots=True)
class Receipt:
    """What was put out: where, by which pack, the SHA-256 of its bytes; ``landscape``: phụ lục turned by need.

    ``report``: what the check of an issued văn bản says, no error among it; ``None`` for a draft, which is not checked.
    """

    path: Path
    pack: str
    pack_version: str
    sha256: str
    landscape: tuple[int, ...]
    report: Report | None = None


def render_bytes(van_ban: VanBan, *, pack: Pack | str | Path | None = None) -> bytes:
    """The DOCX of ``van_ban`` as bytes; the same văn bản and pack always give the same bytes.

    ``pack`` is a loaded pack, its name or its folder; None is the pack named after the type of the văn bản.
    Raises `PackError`, `TemplateError`, `InputError`; `CheckError` when an issued văn bản would break the decree.
    """
    written = write(van_ban, _pack_for(van_ban, pack))
    _checked(van_ban, written)
    return written.data


def render(
    van_ban: VanBan, path: str | Path, *, pack: Pack | str | Path | None = None, overwrite: bool = False
) -> Receipt:
    """Write ``van_ban`` as a DOCX file at ``path``, whole or not at all; an existing file is kept unless ``overwrite``.

    Raises `OutputError` besides what `render_bytes` raises.
    """
    chosen = _pack_for(van_ban, pack)
    written = write(van_ban, chosen)
    report = _checked(van_ban, written)
    return _receipt(save(written.data, path, overwrite=overwrite), chosen, written, report)


def render_apart(
    van_ban: VanBan, path: str | Path, *, pack: Pack | str | Path | None = None, overwrite: bool = False
) -> tuple[Receipt, ...]:
    """Write ``van_ban`` without its phụ lục at ``path``, each phụ lục as a file beside it ("ke-hoach-phu-luc-1.docx").

    All files are put in place, or everything stands as it did. In the files of the phụ lục số and thời gian are not
    filled in, for whoever signs stamps them: NĐ 30/2020, PL I, Phần I, III.1. Raises as `render` does, and also
    `OutputError` where phụ lục of an earlier time would stay beside the new ones.
    """
    main = Path(path)
    if not main.name:
        raise _is_folder(main)
    chosen = _pack_for(van_ban, pack)
    written = write_apart(van_ban, chosen)
    names = [main, *(_beside(main, position, len(written) - 1) for position in range(1, len(written)))]
    _refuse_left_over(main, names)
    reports = [_checked(van_ban, part) for part in written]
    save_all({name: part.data for name, part in zip(names, written, strict=True)}, overwrite=overwrite)
    put_out = zip(names, written, reports, strict=True)
    return tuple(_receipt(name, chosen, part, report) for name, part, report in put_out)


def _checked(van_ban: VanBan, written: Written) -> Report | None:
    """What the check of an issued văn bản says; raises `CheckError` when that forbids it."""
    if van_ban.trang_thai is not TrangThai.BAN_HANH:
        return None
    checked = examine(written.data)
    report = checked.report + _unjudged(checked.not_judged)
    if not report.ok:
        raise CheckError(
            f"{van_ban.ten_goi} in ra còn {len(report.errors)} lỗi thể thức nên chưa ban hành được; không ghi gì.",
            report=report,
        )
    return report


def _unjudged(why: str) -> Report:
    """An error for an issued văn bản that no rule could be held against: a clean report would say nothing of it."""
    message = f"văn bản in ra {why}, nên chưa kiểm tra được thể thức"
    hint = "xem lại thời gian ban hành và số, ký hiệu"
    return Report.of([Finding("VB203", "khong-cham-duoc", Severity.ERROR, message, hint)] if why else ())


def _beside(main: Path, position: int, count: int) -> Path:
    number = f"-{position}" if count > 1 else ""
    return main.with_name(f"{main.stem}-phu-luc{number}{main.suffix}")


def _refuse_left_over(main: Path, names: Sequence[Path]) -> None:
    """Refuse to write beside phụ lục of an earlier time that would stay and be taken for those of ``main``."""
    form = re.compile(rf"{re.escape(main.stem)}-phu-luc(-[0-9]+)?{re.escape(main.suffix)}")
    new = {name.name for name in names}
    try:
        left = sorted(path.name for path in main.parent.iterdir() if form.fullmatch(path.name) and path.name not in new)
    except (OSError, ValueError):
        return  # no such folder, which `save_all` says
    if left:
        raise OutputError(
            f"Cạnh «{main}» còn phụ lục của lần ghi trước mà lần này không ghi lại: {', '.join(left)}. "
            "Hãy xoá hoặc chuyển đi, hoặc chọn tên khác. Chưa có gì được ghi."
        )


def _receipt(path: Path, pack: Pack, written: Written, report: Report | None) -> Receipt:
    digest = hashlib.sha256(written.data).hexdigest()
    return Receipt(path, pack.manifest.ten, pack.manifest.phien_ban, digest, written.landscape, report)


def save(data: bytes, path: str | Path, *, overwrite: bool = False) -> Path:
    """Put ``data`` at ``path`` whole or not at all; raises `OutputError`, and then nothing was changed."""
    target = Path(path)
    save_all({target: data}, overwrite=overwrite)
    return target


def save_all(files: Mapping[Path, bytes], *, overwrite: bool = False) -> None:
    """Put several files in place, each whole, and none before all of them are written.

    Raises `OutputError`, and then everything stands as it did: what is new goes again, what stood there is put back. If
    even that fails, the message says where the old file lies.
    """
    # One file alone is written over at once or not at all.
    placing = _Placing(overwrite=overwrite, keep_old=len(files) > 1)
    target = Path()
    try:
        for target in files:
            refuse_occupied(target, overwrite=overwrite)
        for target, data in files.items():
            placing.stage(target, data)
        for target in files:
            placing.put(target)
        placing.accept()
    except OSError as error:
        raise OutputError(f"Không ghi được «{target}»: {reason_of(error)}. {placing.undo()}") from None
    except ValueError:
        raise OutputError(f"Tên tệp «{target!s:.60}» có ký tự không dùng được. Chưa có gì được ghi.") from None
    finally:
        placing.undo()


class _Placing:
    """Files put in place one after another, which can be taken back until all are accepted."""

    def __init__(self, *, overwrite: bool, keep_old: bool) -> None:
        self._overwrite, self._keep_old = overwrite, keep_old
        self._staged: dict[Path, Path] = {}
        self._old: dict[Path, Path] = {}
        self._new: list[Path] = []

    def stage(self, target: Path, data: bytes) -> None:
        """Write ``data`` beside ``target``."""
        self._staged[target] = _unseen_beside(target)
        self._staged[target].write_bytes(data)

    def put(self, target: Path) -> None:
        """Put what is staged for ``target`` in place."""
        stood = self._overwrite and target.exists()
        if stood and self._keep_old:
            self._old[target] = _kept_aside(target)
        _put_in_place(self._staged[target], target, overwrite=self._overwrite)
        if not stood:
            self._new.append(target)

    def accept(self) -> None:
        """Let all that is in place stay."""
        _remove(self._old.values())
        self._old, self._new = {}, []

    def undo(self) -> str:
        """Take back what was not accepted, and what is left of staging; gives the Vietnamese words for what remains."""
        _remove((*self._new, *self._staged.values()))
        stuck = [
            f"bản cũ của «{target}» nằm ở «{old}»" for target, old in self._old.items() if not _put_back(old, target)
        ]
        self._staged, self._old, self._new = {}, {}, []
        return f"Chưa trả lại được hết: {'; '.join(stuck)}." if stuck else "Chưa có gì được ghi."


def _unseen_beside(target: Path) -> Path:
    return target.with_name(f".{os.urandom(8).hex()}.tmp")


def _kept_aside(target: Path) -> Path:
    """Another name for what stands at ``target``; with a hard link there is no moment without it."""
    old = _unseen_beside(target)
    try:
        old.hardlink_to(target)
    except OSError:
        target.rename(old)  # a file system without hard links
    return old


def _put_back(old: Path, target: Path) -> bool:
    try:
        if not (target.exists() and target.samefile(old)):
            old.replace(target)
    except OSError:
        return False
    _remove([old])
    return True


def _remove(paths: Iterable[Path]) -> None:
    for path in paths:
        with suppress(OSError, ValueError):  # never written, or already in place
            path.unlink()


def _is_folder(target: Path) -> OutputError:
    return OutputError(f"«{target}» là thư mục; hãy ghi cả tên tệp, ví dụ «{target / 'thu.docx'}».")


def refuse_occupied(target: Path, *, overwrite: bool) -> None:
    """Raise `OutputError` where something stands at ``target`` that is not to be written over."""
    if target.is_dir():
        raise _is_folder(target)
    if target.exists() and not overwrite:
        raise OutputError(f"Tệp «{target}» đã có; không ghi đè. Hãy chọn tên khác, hoặc cho phép ghi đè (--force).")


def _put_in_place(beside: Path, target: Path, *, overwrite: bool) -> None:
    """A hard link appears at once and only where nothing is, so of two writers one wins whole."""
    if overwrite:
        beside.replace(target)
        return
    try:
        target.hardlink_to(beside)
    except FileExistsError:
        raise
    except OSError:
        beside.rename(target)  # a file system without hard links


def _pack_for(van_ban: VanBan, pack: Pack | str | Path | None) -> Pack:
    chosen = pack if isinstance(pack, Pack) else load_pack(pack or van_ban.loai)
    if chosen.manifest.loai != van_ban.loai:
        raise InputError(
            f"Gói mẫu «{chosen.manifest.ten}» dùng cho loại `{chosen.manifest.loai}`, văn bản này là `{van_ban.loai}`."
        )
    return chosen
