"""Small documents to be checked: a heading that makes them văn bản hành chính, and whatever pages a test wants."""

from __future__ import annotations

from support.package import Package
from support.sample import paragraph, sample

HEADING = (
    paragraph("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    + paragraph("Độc lập - Tự do - Hạnh phúc")
    + paragraph("Số: 12/UBND-CĐS")
    + paragraph("Bắc Ninh, ngày 15 tháng 5 năm 2026")
)
MARGINS = {"top": 1134, "right": 850, "bottom": 1134, "left": 1701}


def section(*, width: int = 11906, height: int = 16838, **margins: int) -> str:
    """Page set-up in twips; margins that are not given are right."""
    sides = " ".join(f'w:{side}="{length}"' for side, length in (MARGINS | margins).items())
    return (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId2"/>'
        f'<w:pgSz w:w="{width}" w:h="{height}"/>'
        f'<w:pgMar {sides} w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>'
    )


def document(body: str = "", *, heading: str = HEADING, last: str = "", before: str = "") -> Package:
    """A document of one section, ``last``; with ``before`` as the page set-up of a section before it, of two."""
    ended = f"<w:p><w:pPr>{before}</w:pPr></w:p>" if before else ""
    return sample(heading + ended + (body or paragraph("Nội dung.")), section=last or section())


DATED = HEADING.replace("năm 2026", "năm 2019")
LAW = HEADING.replace("12/UBND-CĐS", "43/2024/QH15")
