"""``goimau.toml``: what a template pack says of itself."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, ConfigDict, Field

from vbhc.errors import InputError, PackError, reason_of
from vbhc.layout import load_decree
from vbhc.model.base import Chuoi, Model

MANIFEST_NAME = "goimau.toml"


def _is_profile(name: str) -> str:
    profiles = load_decree().profiles
    if name not in profiles:
        raise ValueError(f"phải là một trong: {', '.join(sorted(profiles))}")
    return name


class Manifest(Model):
    """One pack: its name, the type of văn bản it prints, its Word file, and who looks after it."""

    model_config = ConfigDict(title="Gói mẫu")

    ten: Chuoi = Field(title="Tên gói", pattern=r"^[a-z0-9][a-z0-9-]*$")
    tieu_de: Chuoi = Field(title="Tiêu đề")
    loai: Chuoi = Field(title="Loại văn bản")
    phien_ban: Chuoi = Field(title="Phiên bản", pattern=r"^\d+(\.\d+)*$")
    vbhc_toi_thieu: Chuoi = Field(title="Phiên bản vbhc tối thiểu", pattern=r"^\d+(\.\d+)*$")
    can_cu: Chuoi = Field(title="Căn cứ")
    nguoi_phu_trach: Chuoi = Field(title="Người phụ trách")
    co_chu: Annotated[Chuoi, AfterValidator(_is_profile)] = Field(title="Hồ sơ cỡ chữ")
    tep: Chuoi = Field(title="Tệp Word", pattern=r"^[^/\\]+\.docx$")


def read_manifest(folder: Path) -> Manifest:
    """The manifest of the pack in ``folder``; raises `PackError` that says what is wrong with it."""
    path = folder / MANIFEST_NAME
    try:
        data = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        raise PackError(f"Thư mục «{folder}» không phải gói mẫu: thiếu tệp {MANIFEST_NAME}.") from None
    except (OSError, UnicodeDecodeError) as error:
        reason = reason_of(error) if isinstance(error, OSError) else "tệp không phải UTF-8"
        raise PackError(f"Không đọc được «{path}»: {reason}.") from None
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"at line (\d+), column (\d+)", str(error))
        where = f" ở dòng {place[1]}, cột {place[2]}" if place else ""
        raise PackError(f"«{path}» không đúng cú pháp TOML{where}; xem lại dấu nháy và dấu = ở đó.") from None
    try:
        return Manifest.model_validate(data)
    except InputError as error:
        raise PackError(f"«{path}» có {len(error.report)} chỗ chưa đúng.", report=error.report) from None
