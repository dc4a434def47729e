"""The fields of a bản thảo that are none of its văn bản: a name that is nearly one of them is told so."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from pydantic import BaseModel

from vbhc.findings import Finding
from vbhc.model import PhuLuc
from vbhc.model.messages import UNKNOWN_FIELD, hint_of_known
from vbhc.model.registry import model_of

_UNKNOWN = re.compile(r"(?P<group>|phu_luc\[\d+\]\.)(?P<name>[^.\[(]+?)(?: \(.*)?")
_OWN: Mapping[str, str] = MappingProxyType({"": "so_lieu", "phu_luc": "bang"})


def with_own_fields(finding: Finding, data: Any) -> Finding:
    """``finding``, told of ``data`` by the model; an unknown field with what a bản thảo may have there besides."""
    found = _UNKNOWN.fullmatch(finding.location.place)
    if finding.message != UNKNOWN_FIELD or found is None:
        return finding
    group = found["group"].partition("[")[0]
    owner: type[BaseModel] = PhuLuc if group else model_of(data["loai"])
    return replace(finding, hint=hint_of_known(found["name"], [*owner.model_fields, _OWN[group]]))
