"""Finding and loading template packs: a folder that was named, or one that is shipped."""

from __future__ import annotations

import difflib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial
from importlib.resources import files
from pathlib import Path

from vbhc._version import __version__
from vbhc.errors import PackError
from vbhc.layout import load_decree
from vbhc.packs.manifest import MANIFEST_NAME, Manifest, read_manifest
from vbhc.word.excerpt import only_slot
from vbhc.word.footnotes import with_footnote_slot
from vbhc.word.note_styles import with_footnote_styles
from vbhc.word.package import Package, Relationship
from vbhc.word.template import CompiledTemplate, compile_template

DOCUMENT = "word/document.xml"
BLANK_HEADER_ID, BLANK_FOOTER_ID = "rIdVbhcBlankHeader", "rIdVbhcBlankFooter"
FOOTNOTES, APPENDICES = "chu_thich", "phu_luc"
"""The slots of the footnotes, which every pack gets, and of the phụ lục."""

_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml"


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack ready for use: compiled once, safe to share between threads.

    ``first_note``: the id of the first footnote of a document, behind those of the template's own text and lines.
    ``appendix_template``: gives the same Word file with the slot of the phụ lục alone, for files of their own.
    """

    manifest: Manifest
    folder: Path
    template: CompiledTemplate
    first_note: int
    appendix_template: Callable[[], CompiledTemplate]


def load_pack(name_or_folder: str | Path) -> Pack:
    """A shipped pack by its bare name ("congvan"), or the pack in a folder (a path); compiled once while unchanged.

    Raises `PackError` (no such pack, wrong manifest), `PackageError`, `TemplateError` (the Word file).
    """
    folder = _folder_of(name_or_folder)
    manifest = read_manifest(folder)
    if _version(manifest.vbhc_toi_thieu) > _version(__version__):
        raise PackError(
            f"Gói mẫu «{manifest.ten}» cần vbhc {manifest.vbhc_toi_thieu} trở lên, máy này có {__version__}; "
            "hãy nâng cấp vbhc, hoặc dùng bản cũ hơn của gói."
        )
    template = folder / manifest.tep
    if not template.is_file():
        raise PackError(
            f"Gói mẫu «{manifest.ten}» ghi tệp Word là «{manifest.tep}» nhưng trong «{folder}» không có tệp đó."
        )
    return Pack(manifest, folder, *_compiled(template, template.stat().st_mtime_ns, manifest.ten, manifest.phien_ban))


def _version(written: str) -> tuple[int, ...]:
    return tuple(map(int, written.split(".")))


def list_packs() -> tuple[tuple[Manifest, Path], ...]:
    """The shipped packs, by name; their Word files are not opened."""
    found = (path.parent for path in _shipped().glob(f"*/{MANIFEST_NAME}"))
    return tuple(sorted(((read_manifest(folder), folder) for folder in found), key=lambda pair: pair[0].ten))


def _folder_of(name_or_folder: str | Path) -> Path:
    given = Path(name_or_folder)
    if isinstance(name_or_folder, Path) or len(given.parts) > 1 or name_or_folder.startswith("."):
        return given.resolve()
    shipped = _shipped() / str(name_or_folder)
    if not (shipped / MANIFEST_NAME).is_file():
        names = [manifest.ten for manifest, _ in list_packs()]
        near = difflib.get_close_matches(str(name_or_folder), names, n=1)
        advice = f"có phải «{near[0]}»?" if near else f"các gói có: {', '.join(names)}."
        if given.is_dir():
            advice = f"nếu là thư mục «{given}» ở đây thì ghi «./{given}»."
        raise PackError(f"Không có gói mẫu «{name_or_folder}»; {advice}")
    return shipped


@cache
def _shipped() -> Path:
    """Inside an installed wheel, or beside the package in a checkout."""
    package = Path(str(files("vbhc")))
    installed = package / "_templates"
    return installed if installed.is_dir() else package.parent / "templates"


@cache
def _compiled(
    path: Path, _modified: int, ten: str, phien_ban: str
) -> tuple[CompiledTemplate, int, Callable[[], CompiledTemplate]]:
    properties = {"vbhc_goi_mau": ten, "vbhc_phien_ban_goi": phien_ban, "vbhc_phien_ban": __version__}
    styled = with_footnote_styles(Package.open(path), load_decree()["co_chu_pt.chu_thich"].chon)
    package, first_note = with_footnote_slot(_with_blank_margins(styled), FOOTNOTES)
    compiled = partial(compile_template, name=path.name, properties=properties)
    return compiled(package), first_note, cache(lambda: compiled(only_slot(package, APPENDICES, name=path.name)))


def _with_blank_margins(package: Package) -> Package:
    """With an empty header and footer, which the first page of a phụ lục shows instead of those of the letter."""
    for tag, kind, rel_id in (("hdr", "header", BLANK_HEADER_ID), ("ftr", "footer", BLANK_FOOTER_ID)):
        name = f"word/vbhc_blank_{kind}.xml"
        xml = f'<?xml version="1.0" encoding="UTF-8"?>\n<w:{tag} xmlns:w="{_NAMESPACE}"><w:p/></w:{tag}>'
        link = Relationship(owner=DOCUMENT, type=f"{_OFFICE}/{kind}", id=rel_id)
        package = package.with_part(name, xml.encode(), content_type=f"{_CONTENT}.{kind}+xml", rel=link)
    return package
