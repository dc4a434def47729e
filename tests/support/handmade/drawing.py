"""Lines and text boxes as Word writes them: DrawingML, and VML for what cannot read it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from support.handmade.pen import EMU_PER_MM, Pen
from support.handmade.values import Text
from support.handmade.widths import MM_PER_PT, width_mm

SUPERSCRIPT = 0.6
"""How much smaller a raised letter is: Word takes about 0.65, LibreOffice 0.58."""
LINE_HEIGHT = 1.15
SHAPES = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
OUTLINE = '<a:ln w="9525"><a:solidFill><a:srgbClr val="{}"/></a:solidFill></a:ln>'
IN_TEXT = "mso-position-horizontal-relative:text;mso-position-vertical-relative:text"
DRAWN = ("drawing", "vml")


def emu(mm: float) -> int:
    """Millimetres as English Metric Units."""
    return round(mm * EMU_PER_MM)


@dataclass(frozen=True)
class Place:
    """A rectangle in mm: ``x`` from the left edge of the text, ``y`` from the top of the paragraph."""

    x: float
    y: float
    width: float
    height: float = 0


def rule_length_mm(text: Text) -> float:
    """How long the line under ``text`` is."""
    return width_mm(text) * text.rule


def rule_beside(pen: Pen, text: Text, centre_mm: float, *, within: Text | None = None) -> str:
    """The run that draws the line under ``text``, for the paragraph of the text; "" where lines are not drawn.

    ``within`` is the look of the paragraph, the text's own by default.
    """
    if not text.rule or pen.letter.rules not in DRAWN:
        return ""
    length, lines = rule_length_mm(text), text.words.count("\n") + 1
    place = Place(centre_mm - length / 2, (lines * text.size * LINE_HEIGHT + 2) * MM_PER_PT, length)
    drawn = _drawn_line(pen, place) if pen.letter.rules == "drawing" else _vml_line(place)
    return f"<w:r>{pen.own(within or text)}{drawn}</w:r>"


def rule_below(pen: Pen, text: Text, column_mm: float) -> str:
    """The paragraph that is the line under ``text``; "" where the line is drawn in the text's own paragraph."""
    if not text.rule or pen.letter.rules in DRAWN:
        return ""
    if pen.letter.rules == "underscores":
        return pen.paragraph(underscores(text))
    aside = (column_mm - rule_length_mm(text)) / 2
    return pen.paragraph(Text("", size=2, exact=3, left_mm=aside, right_mm=aside, borders=("top",)))


def underscores(text: Text) -> Text:
    """The line under ``text`` as raised underscores."""
    look = Text("", size=text.size, raised=True, align="center")
    count = rule_length_mm(text) / (width_mm(look, "_") * SUPERSCRIPT)
    return replace(look, text="_" * round(count))


def box(pen: Pen, place: Place, content: str, *, line: str = "", wrap: str = "topAndBottom") -> str:
    """A text box of ``content`` at ``place``, for a run; ``line`` is the colour of its frame."""
    shape = (
        f'<wps:cNvSpPr txBox="1"/><wps:spPr>{_frame(place, "rect")}<a:noFill/>'
        f"{OUTLINE.format(line) if line else '<a:ln><a:noFill/></a:ln>'}</wps:spPr>"
        f"<wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx>"
        f'<wps:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="{"ctr" if line else "t"}"><a:noAutofit/></wps:bodyPr>'
    )
    around = '<w10:wrap type="topAndBottom"/>' if wrap == "topAndBottom" else ""
    stroke = f' strokecolor="#{line}"' if line else ' stroked="f"'
    fallback = (
        f'<w:pict><v:rect style="{_vml_place(place)};width:{_pt(place.width)};height:{_pt(place.height)}"'
        f' filled="f"{stroke}><v:textbox inset="0,0,0,0"><w:txbxContent>{content}</w:txbxContent></v:textbox>'
        f"{around}</v:rect></w:pict>"
    )
    return _alternate(_anchor(pen, place, shape, "Text Box", wrap), fallback)


def _drawn_line(pen: Pen, place: Place) -> str:
    shape = (
        f"<wps:cNvCnPr/><wps:spPr>{_frame(place, 'line')}<a:noFill/>{OUTLINE.format('000000')}</wps:spPr><wps:bodyPr/>"
    )
    return _alternate(_anchor(pen, place, shape, "Straight Connector", "None"), _vml_line(place))


def _frame(place: Place, preset: str) -> str:
    size = f'<a:ext cx="{emu(place.width)}" cy="{emu(place.height)}"/>'
    geometry = f'<a:prstGeom prst="{preset}"><a:avLst/></a:prstGeom>'
    return f'<a:xfrm><a:off x="0" y="0"/>{size}</a:xfrm>{geometry}'


def _anchor(pen: Pen, place: Place, shape: str, name: str, wrap: str) -> str:
    number = next(pen.ids)
    return (
        f'<w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0"'
        f' relativeHeight="{251658240 + number}" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">'
        '<wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="column"><wp:posOffset>{emu(place.x)}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="paragraph"><wp:posOffset>{emu(place.y)}</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{emu(place.width)}" cy="{emu(place.height)}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
        f'<wp:wrap{wrap[0].upper()}{wrap[1:]}/><wp:docPr id="{number}" name="{name} {number}"/><wp:cNvGraphicFramePr/>'
        f'<a:graphic><a:graphicData uri="{SHAPES}"><wps:wsp>{shape}</wps:wsp></a:graphicData></a:graphic>'
        "</wp:anchor></w:drawing>"
    )


def _alternate(choice: str, fallback: str) -> str:
    return (
        f'<mc:AlternateContent><mc:Choice Requires="wps">{choice}</mc:Choice>'
        f"<mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent>"
    )


def _vml_line(place: Place) -> str:
    start, end, down = _pt(place.x), _pt(place.x + place.width), _pt(place.y)
    style = f"position:absolute;z-index:251658240;{IN_TEXT}"
    return f'<w:pict><v:line style="{style}" from="{start},{down}" to="{end},{down}" strokeweight=".75pt"/></w:pict>'


def _vml_place(place: Place) -> str:
    return f"position:absolute;margin-left:{_pt(place.x)};margin-top:{_pt(place.y)};z-index:251658240;{IN_TEXT}"


def _pt(mm: float) -> str:
    return f"{mm / MM_PER_PT:.2f}pt"
