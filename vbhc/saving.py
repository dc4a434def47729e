"""Files put in place whole or not at all, and never over another unless asked."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from vbhc.errors import OutputError, reason_of


def save(data: bytes, path: str | Path, *, overwrite: bool = False, staging: Path | None = None) -> Path:
    """Put ``data`` at ``path`` whole or not at all; raises `OutputError`, and then nothing was changed.

    ``staging`` is a folder on the same disk for what is not in place yet; without it, that is beside the target.
    """
    target = Path(path)
    save_all({target: data}, overwrite=overwrite, staging=staging)
    return target


def save_all(files: Mapping[Path, bytes], *, overwrite: bool = False, staging: Path | None = None) -> None:
    """Put several files in place, each whole, and none before all of them are written; ``staging`` as with `save`.

    Raises `OutputError`, and then everything stands as it did: what is new goes again, what stood there is put back. If
    even that fails, the message says where the old file lies.
    """
    # One file alone is written over at once or not at all.
    placing = _Placing(overwrite=overwrite, keep_old=len(files) > 1, staging=staging)
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

    def __init__(self, *, overwrite: bool, keep_old: bool, staging: Path | None) -> None:
        self._overwrite, self._keep_old, self._staging = overwrite, keep_old, staging
        self._staged: dict[Path, Path] = {}
        self._old: dict[Path, Path] = {}
        self._new: list[Path] = []

    def stage(self, target: Path, data: bytes) -> None:
        """Write ``data`` beside ``target``, or where it is to be staged."""
        self._staged[target] = _unseen(self._staging or target.parent)
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


def _unseen(folder: Path) -> Path:
    return folder / f".{os.urandom(8).hex()}.tmp"


def _kept_aside(target: Path) -> Path:
    """Another name for what stands at ``target``; with a hard link there is no moment without it."""
    old = _unseen(target.parent)
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


def is_folder(target: Path) -> OutputError:
    """The error for a folder given where a file is to be named."""
    return OutputError(f"«{target}» là thư mục; hãy ghi cả tên tệp, ví dụ «{target / 'thu.docx'}».")


def refuse_occupied(target: Path, *, overwrite: bool) -> None:
    """Raise `OutputError` where something stands at ``target`` that is not to be written over."""
    if target.is_dir():
        raise is_folder(target)
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
