"""The types of văn bản by their ``loai``, and the way in for plain data whose type is not known beforehand."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from typing import Any

from vbhc.errors import InputError
from vbhc.findings import Finding, Location, Severity
from vbhc.model.co_ten import KeHoach, VanBanCoTen
from vbhc.model.congvan import CongVan
from vbhc.model.van_ban import VanBan

LOAI_VAN_BAN: Mapping[str, type[VanBan]] = {
    "congvan": CongVan,
    "kehoach": KeHoach,
    "vanbancoten": VanBanCoTen,
}


def read_van_ban(data: Any) -> VanBan:
    """The văn bản that plain data (of JSON or YAML) describes, of the type its ``loai`` names; raises `InputError`."""
    if not isinstance(data, Mapping):
        raise InputError("Một văn bản phải là một nhóm trường, ví dụ loai, co_quan, trich_yeu…")
    return model_of(data.get("loai")).model_validate(dict(data))


def model_of(loai: object) -> type[VanBan]:
    """The type that ``loai`` names; raises `InputError` that says which there are."""
    model = LOAI_VAN_BAN.get(str(loai))
    if model is None:
        near = difflib.get_close_matches(str(loai), LOAI_VAN_BAN, n=1)
        hint = f"có phải `{near[0]}`?" if near else f"các loại có: {', '.join(LOAI_VAN_BAN)}"
        said = "thiếu loại văn bản" if loai is None else f"không có loại văn bản `{loai}`"
        finding = Finding("VB003", "loai-van-ban-la", Severity.ERROR, said, hint, Location("loai"))
        raise InputError.from_findings("Không biết đây là loại văn bản nào.", finding)
    return model
