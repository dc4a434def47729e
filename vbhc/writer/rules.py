"""The short lines under headings: a paragraph border between computed indents, alike in Word and LibreOffice."""

from __future__ import annotations

from vbhc.word.wml import paragraph

SPACE_AFTER_PT = 2


def rule(style_id: str, *, room: int, length: int, after: bool = False) -> str:
    """A drawn line of ``length`` twips in the middle of ``room`` twips; ``after``: with space for a text below it."""
    side = max(room - length, 0) // 2
    spacing = f'<w:spacing w:after="{SPACE_AFTER_PT * 20}"/>' if after else ""
    return paragraph(style_id, "", ppr_extra=f'{spacing}<w:ind w:left="{side}" w:right="{side}"/>')
