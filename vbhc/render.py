"""The one place that puts documents out: written, held against the decree when issued, saved whole or not at all."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from vbhc.check import examine
from vbhc.errors import CheckError, InputError, OutputError, TemplateError, VbhcError
from vbhc.findings import Finding, Location, Report, Severity
from vbhc.model import TrangThai, VanBan
from vbhc.packs import Pack, load_pack
from vbhc.saving import is_folder, save, save_all
from vbhc.text.markup import plain
from vbhc.writer import FilledIn, Written, fill_in, write, write_apart, write_together


@dataclass(frozen=True, slots=True)
class Receipt:
    """What was put out: where, by which pack, the SHA-256 of its bytes.

    ``landscape``: the phụ lục turned by need, counted from 1 through the whole file.

    ``report``: what the check of an issued văn bản says, no error among it; ``None`` for a draft, which is not checked.
    """

    path: Path
    pack: str
    pack_version: str
    sha256: str
    landscape: tuple[int, ...]
    report: Report | None = None


@dataclass(frozen=True, slots=True)
class Output:
    """What would be put out: the bytes of a DOCX, the pack they were written with, and what `Receipt` tells of them."""

    data: bytes
    pack: Pack
    landscape: tuple[int, ...]
    report: Report | None


def render_bytes(van_ban: VanBan, *, pack: Pack | str | Path | None = None) -> bytes:
    """The DOCX of ``van_ban`` as bytes; the same văn bản and pack always give the same bytes.

    ``pack`` is a loaded pack, its name or its folder; None is the pack named after the type of the văn bản.
    Raises `PackError`, `TemplateError`, `InputError`; `CheckError` when an issued văn bản would break the decree.
    """
    return output_of(van_ban, pack=pack).data


def output_of(van_ban: VanBan, *, pack: Pack | str | Path | None = None) -> Output:
    """As `render_bytes`, with what the check of an issued văn bản says; raises the same."""
    chosen = pack_for(van_ban, pack)
    written = write(van_ban, chosen)
    return Output(written.data, chosen, written.landscape, _checked(van_ban, written))


def render(
    van_ban: VanBan, path: str | Path, *, pack: Pack | str | Path | None = None, overwrite: bool = False
) -> Receipt:
    """Write ``van_ban`` as a DOCX file at ``path``, whole or not at all; an existing file is kept unless ``overwrite``.

    Raises `OutputError` besides what `render_bytes` raises.
    """
    output = output_of(van_ban, pack=pack)
    return _receipt(save(output.data, path, overwrite=overwrite), output)


def render_together(
    van_bans: Iterable[VanBan], path: str | Path, *, pack: Pack | str | Path | None = None, overwrite: bool = False
) -> Receipt:
    """Write ``van_bans``, all of one type, as one DOCX file at ``path``, for printing: each on pages of its own.

    Each shows what `render` would show in a file of its own, with its own page numbers and footnote numbers, and is
    checked as there. Raises as `render` does, nothing is written then; the findings of all are told at once, each with
    the place of its văn bản.
    """
    output = output_together(van_bans, pack=pack)
    return _receipt(save(output.data, path, overwrite=overwrite), output)


def output_together(van_bans: Iterable[VanBan], *, pack: Pack | str | Path | None = None) -> Output:
    """What `render_together` would write; raises the same."""
    letters = _of_one_type(tuple(van_bans))
    chosen = pack_for(letters[0], pack)
    filled, report = _all_filled_in(letters, chosen)
    return Output(write_together(filled), chosen, tuple(_landscape_of_all(letters, filled)), report)


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
        raise is_folder(main)
    chosen = pack_for(van_ban, pack)
    written = write_apart(van_ban, chosen)
    names = [main, *(_beside(main, position, len(written) - 1) for position in range(1, len(written)))]
    _refuse_left_over(main, names)
    outputs = [Output(part.data, chosen, part.landscape, _checked(van_ban, part)) for part in written]
    put_out = dict(zip(names, outputs, strict=True))
    save_all({name: output.data for name, output in put_out.items()}, overwrite=overwrite)
    return tuple(_receipt(name, output) for name, output in put_out.items())


def _of_one_type(letters: tuple[VanBan, ...]) -> tuple[VanBan, ...]:
    if not letters:
        raise InputError("Chưa có văn bản nào để gộp vào một tệp.")
    first: dict[str, int] = {}
    for position, van_ban in enumerate(letters, 1):
        first.setdefault(van_ban.loai, position)
    if len(first) > 1:
        kinds = ", ".join(f"`{loai}` (văn bản {position})" for loai, position in first.items())
        raise InputError(f"Các văn bản gộp vào một tệp phải cùng một loại, ở đây có {kinds}; hãy gộp riêng từng loại.")
    return letters


def _all_filled_in(letters: Sequence[VanBan], pack: Pack) -> tuple[list[FilledIn], Report | None]:
    """All of ``letters``, and what the check of those that are issued says; raises an error that tells all errors."""
    filled: list[FilledIn] = []
    reports: dict[str, Report] = {}
    failed: dict[str, VbhcError] = {}
    for position, van_ban in enumerate(letters, 1):
        try:
            filled.append(fill_in(van_ban, pack))
            if _is_issued(van_ban):
                reports[_named(position, van_ban)] = _examined(van_ban, filled[-1].written())
        except (CheckError, InputError, TemplateError) as error:
            failed[_named(position, van_ban)] = error
    if failed:
        raise _all_told(failed, len(letters))
    return filled, _placed(reports) if reports else None


def _named(position: int, van_ban: VanBan) -> str:
    """What a reader of messages knows a văn bản by among others."""
    kinh_gui = getattr(van_ban, "kinh_gui", ())
    return f"văn bản {position}" + (f" (kính gửi {plain(kinh_gui[0])})" if kinh_gui else "")


def _placed(reports: Mapping[str, Report]) -> Report:
    """The findings of all, each with the name of the văn bản that it is in."""
    return Report.of(
        replace(it, location=Location(", ".join(filter(None, (name, it.location.place))), it.location.file))
        for name, report in reports.items()
        for it in report
    )


def _all_told(failed: Mapping[str, VbhcError], count: int) -> VbhcError:
    """One error of the errors of all, by the name of each văn bản."""
    said = "\n".join(f"- {name}: {error.message}" for name, error in failed.items())
    found = _placed({name: error.report for name, error in failed.items()})
    first = next(iter(failed.values()))
    return type(first)(f"{len(failed)}/{count} văn bản chưa in ra được nên không ghi gì:\n{said}", report=found)


def _landscape_of_all(letters: Sequence[VanBan], filled: Sequence[FilledIn]) -> Iterator[int]:
    """The phụ lục turned by need, counted through all letters."""
    before = 0
    for van_ban, own in zip(letters, filled, strict=True):
        yield from (before + position for position in own.landscape)
        before += len(van_ban.phu_luc)


def _checked(van_ban: VanBan, written: Written) -> Report | None:
    """What the check says of ``van_ban`` if it is issued; raises `CheckError` when that forbids it."""
    return _examined(van_ban, written) if _is_issued(van_ban) else None


def _is_issued(van_ban: VanBan) -> bool:
    return van_ban.trang_thai is TrangThai.BAN_HANH


def _examined(van_ban: VanBan, written: Written) -> Report:
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


def _receipt(path: Path, output: Output) -> Receipt:
    manifest, digest = output.pack.manifest, hashlib.sha256(output.data).hexdigest()
    return Receipt(path, manifest.ten, manifest.phien_ban, digest, output.landscape, output.report)


def pack_for(van_ban: VanBan, pack: Pack | str | Path | None) -> Pack:
    """The pack that is asked for, else the one named after the type; raises `PackError`, `InputError`."""
    chosen = pack if isinstance(pack, Pack) else load_pack(pack or van_ban.loai)
    if chosen.manifest.loai != van_ban.loai:
        raise InputError(
            f"Gói mẫu «{chosen.manifest.ten}» dùng cho loại `{chosen.manifest.loai}`, văn bản này là `{van_ban.loai}`."
        )
    return chosen
