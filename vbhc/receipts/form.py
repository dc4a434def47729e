"""The receipt of a document ("phiếu số liệu") as it stands in a JSON file."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

from pydantic import ConfigDict, Field

from vbhc.draft.unreadable import UnreadableDocumentError, unreadable
from vbhc.errors import InputError, reason_of
from vbhc.model.base import Model


class Tep(Model):
    """A file as it was: its way from the folder of the receipt, "" for standard input, and its SHA-256."""

    tep: str = Field(title="Tệp")
    sha256: str = Field(title="SHA-256")
    trang_tinh: str = Field(default="", title="Trang tính")


class GoiMau(Model):
    """The pack that printed the document."""

    ten: str
    phien_ban: str
    sha256: str


class O(Model):  # noqa: E742
    """A cell: the name of its workbook in the bản thảo, its address, and what stood in it.

    ``ma``, ``hang``, ``cot``: the indicator that it belongs to, which of its rows, and the label of its column.
    """

    so_lieu: str
    o: str
    nguyen_van: str
    ma: str = ""
    hang: int = 0
    cot: str = ""


class So(Model):
    """A value in the document: as printed, in which paragraph (``None``: in none that could be told), and its source.

    ``the`` and ``cho``: the tag that printed it, and where that stands; ``ten``: what the names in it stood for.
    """

    in_ra: str
    doan: int | None
    the: str
    cho: str
    o: tuple[O, ...]
    ten: dict[str, dict[str, Any]] | None = None


class GhiTay(Model):
    """A number that somebody typed, and the lines of the bản thảo where it stands."""

    in_ra: str
    doan: int
    dong: tuple[int, ...] = ()


class Phieu(Model):
    """The receipt: files with their hashes, paragraphs that hold a number, and where each number comes from."""

    model_config = ConfigDict(title="Phiếu số liệu")

    phieu: Literal[1] = 1
    vbhc: str = Field(title="Phiên bản vbhc")
    van_ban: tuple[Tep, ...] = Field(title="Văn bản")
    ban_thao: Tep | None = Field(title="Bản thảo")
    so_lieu: dict[str, Tep] = Field(title="Số liệu")
    goi_mau: GoiMau = Field(title="Gói mẫu")
    doan: tuple[str, ...] = Field(title="Các đoạn có số")
    so: tuple[So, ...] = Field(title="Số lấy từ số liệu")
    bang: tuple[So, ...] = Field(default=(), title="Các dòng của mỗi bảng")
    ghi_tay: tuple[GhiTay, ...] = Field(title="Số ghi tay")


def read_phieu(path: str | Path) -> Phieu:
    """The receipt in a file; raises `UnreadableDocumentError` for what is none."""
    name = Path(path).name
    try:
        return Phieu.model_validate_json(Path(path).read_bytes())
    except InputError as error:
        raise UnreadableDocumentError(f"«{name}» không phải phiếu số liệu của vbhc.", report=error.report) from None
    except OSError as error:
        raise unreadable("khong-doc-duoc", name, reason_of(error), "kiểm tra lại đường dẫn") from None
