"""The one place that puts documents out: written, then saved whole or not at all."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from vbhc.errors import InputError, OutputError, reason_of
from vbhc.model import VanBan
from vbhc.packs import Pack, load_pack
from vbhc.writer import Written, write, write_apart


@dataclass(frozen=True, slots=True)
class Receipt:
    """What was put out: where, by which pack, the SHA-256 of its bytes; ``landscape``: phụ lục turned by need."""

    path: Path
    pack: str
    pack_version: str
    sha256: str
    landscape: tuple[int, ...]


def render_bytes(van_ban: VanBan, *, pack: Pack | str | Path | None = None) -> bytes:
    """The DOCX of ``van_ban`` as bytes; the same văn bản and pack always give the same bytes.

    ``pack`` is a loaded pack, its name or its folder; None is the pack named after the type of the văn bản.
    Raises `PackError`, `TemplateError`, `InputError`.
    """
    return write(van_ban, _pack_for(van_ban, pack)).data


def render(
    van_ban: VanBan, path: str | Path, *, pack: Pack | str | Path | None = None, overwrite: bool = False
) -> Receipt:
    """Write ``van_ban`` as a DOCX file at ``path``, whole or not at all; an existing file is kept unless ``overwrite``.

    Raises `OutputError` besides what `render_bytes` raises.
    """
    chosen = _pack_for(van_ban, pack)
    written = write(van_ban, chosen)
    return _receipt(save(written.data, path, overwrite=overwrite), chosen, written)


def render_apart(
    van_ban: VanBan, path: str | Path, *, pack: Pack | str | Path | None = None, overwrite: bool = False
) -> tuple[Receipt, ...]:
    """Write ``van_ban`` without its phụ lục at ``path``, each phụ lục as a file beside it ("ke-hoach-phu-luc-1.docx").

    All files appear, or none. In the files of the phụ lục số and thời gian are not filled in, for whoever signs stamps
    them: NĐ 30/2020, PL I, Phần I, III.1. Raises as `render` does.
    """
    main = Path(path)
    if not main.name:
        raise _is_folder(main)
    chosen = _pack_for(van_ban, pack)
    written = write_apart(van_ban, chosen)
    names = [main, *(_beside(main, position, len(written) - 1) for position in range(1, len(written)))]
    save_all({name: part.data for name, part in zip(names, written, strict=True)}, overwrite=overwrite)
    return tuple(_receipt(name, chosen, part) for name, part in zip(names, written, strict=True))


def _beside(main: Path, position: int, count: int) -> Path:
    number = f"-{position}" if count > 1 else ""
    return main.with_name(f"{main.stem}-phu-luc{number}{main.suffix}")


def _receipt(path: Path, pack: Pack, written: Written) -> Receipt:
    digest = hashlib.sha256(written.data).hexdigest()
    return Receipt(path, pack.manifest.ten, pack.manifest.phien_ban, digest, written.landscape)


def save(data: bytes, path: str | Path, *, overwrite: bool = False) -> Path:
    """Put ``data`` at ``path`` whole or not at all; raises `OutputError`, and then nothing was changed."""
    target = Path(path)
    save_all({target: data}, overwrite=overwrite)
    return target


def save_all(files: Mapping[Path, bytes], *, overwrite: bool = False) -> None:
    """Put several files in place, each whole, and none before all of them are written; raises `OutputError`.

    When one cannot be put in place, the new ones that already are go again; what was written over stays new.
    """
    staged: list[tuple[Path, Path]] = []
    placed: list[Path] = []
    target = Path()
    try:
        for target in files:
            _refuse_occupied(target, overwrite=overwrite)
        for target, data in files.items():
            staged.append((target.with_name(f".{os.urandom(8).hex()}.tmp"), target))
            staged[-1][0].write_bytes(data)
        for beside, target in staged:
            _put_in_place(beside, target, overwrite=overwrite)
            placed.append(target)
    except OSError as error:
        done = _undone(placed, overwrite=overwrite)
        raise OutputError(f"Không ghi được «{target}»: {reason_of(error)}. {done}") from None
    except ValueError:
        raise OutputError(f"Tên tệp «{target!s:.60}» có ký tự không dùng được. Chưa có gì được ghi.") from None
    finally:
        for beside, _ in staged:
            with suppress(OSError, ValueError):  # never written, or already in place
                beside.unlink()


def _undone(placed: Sequence[Path], *, overwrite: bool) -> str:
    """Take away the new files among those in place; gives the Vietnamese words for what is left."""
    if overwrite and placed:
        return f"Đã ghi xong: {', '.join(map(str, placed))}; các tệp khác giữ như cũ."
    for path in placed:
        with suppress(OSError):
            path.unlink()
    return "Chưa có gì được ghi."


def _is_folder(target: Path) -> OutputError:
    return OutputError(f"«{target}» là thư mục; hãy ghi cả tên tệp, ví dụ «{target / 'thu.docx'}».")


def _refuse_occupied(target: Path, *, overwrite: bool) -> None:
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
