"""A footnote ("chú thích"): its text, and the name by which ``[^ma]`` puts its mark into a text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from pydantic import ConfigDict, Field

from vbhc.model.base import NamedModel, VanXuoi


class ChuThich(NamedModel):
    """One footnote, a paragraph a line; its number comes from where its mark stands."""

    model_config = ConfigDict(title="Chú thích")
    _text_fields: ClassVar[tuple[str, ...]] = ("noi_dung",)

    noi_dung: VanXuoi = Field(title="Nội dung chú thích")

    @classmethod
    def _from_text(cls, text: str) -> Mapping[str, Any]:
        """The string form is the text."""
        return {"noi_dung": text}
