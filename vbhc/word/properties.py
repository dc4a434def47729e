"""The document properties we write ourselves: nothing of the template's maintainer goes out with a letter."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import escape

from vbhc.word.xmltree import XML_DECLARATION

_RELATIONSHIP_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CUSTOM_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_VARIANTS = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"

CORE_KIND = "core-properties"
CORE_PART = "docProps/core.xml"
CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
CORE_RELATIONSHIP = f"http://schemas.openxmlformats.org/package/2006/relationships/metadata/{CORE_KIND}"
CUSTOM_KIND = "custom-properties"
CUSTOM_PART = "docProps/custom.xml"
CUSTOM_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
CUSTOM_RELATIONSHIP = f"{_RELATIONSHIP_TYPES}/{CUSTOM_KIND}"


@dataclass(frozen=True, slots=True)
class CoreProperties:
    """What a file says about itself: ``title`` (trích yếu), ``author`` (the agency); no dates, no editor."""

    title: str
    author: str
    language: str = "vi-VN"


def core_xml(core: CoreProperties) -> str:
    """The core properties part."""
    return (
        f'{XML_DECLARATION}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
        f'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{escape(core.title)}</dc:title>'
        f"<dc:creator>{escape(core.author)}</dc:creator><dc:language>{escape(core.language)}</dc:language>"
        "</cp:coreProperties>"
    )


def custom_xml(properties: Mapping[str, str]) -> str:
    """The custom properties part, in the order given."""
    entries = "".join(
        f'<property fmtid="{_CUSTOM_FORMAT}" pid="{pid}" name="{escape(name)}">'
        f"<vt:lpwstr>{escape(value)}</vt:lpwstr></property>"
        for pid, (name, value) in enumerate(properties.items(), 2)
    )
    return (
        f'{XML_DECLARATION}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
        f'xmlns:vt="{_VARIANTS}">{entries}</Properties>'
    )
