"""Drawings: lines under headings, boxes with text, pictures, in the newer and in the older language."""

from __future__ import annotations

import pytest
from support.word_file import drawing, first, p, r, texts, view, vml, wsp

from vbhc.word.view import Shape


def shapes(*content: str) -> list[Shape]:
    return list(first(p(r(*content))).shapes)


def seen(*content: str) -> list[tuple[str, float, float, bool]]:
    return [(it.kind, round(it.width_mm, 1), round(it.height_mm, 1), it.outlined) for it in shapes(*content)]


LINE = '<a:prstGeom prst="line"/><a:ln/>'
BARE = "<a:ln><a:noFill/></a:ln>"
REFERENCE = '<wps:wsp><wps:spPr/><wps:style><a:lnRef idx="{}"/></wps:style></wps:wsp>'


@pytest.mark.parametrize(
    ("shape", "kind", "outlined"),
    [
        (wsp(properties=LINE), "line", True),
        (wsp(properties='<a:prstGeom prst="straightConnector1"/>'), "line", True),
        (wsp(p("MẬT")), "box", True),
        (wsp(p("a"), properties=BARE), "box", False),
        (wsp(p("a"), properties=""), "box", False),
        (REFERENCE.format(2), "box", True),
        (REFERENCE.format(0), "box", False),
        ("<pic:pic/>", "picture", False),
        ("", "picture", False),
    ],
)
def it_tells_lines_boxes_and_pictures(shape: str, kind: str, outlined: bool) -> None:
    assert seen(drawing(shape)) == [(kind, 50, 20, outlined)]


def it_takes_a_box_without_height_for_a_line() -> None:
    assert seen(drawing(wsp(properties=""), height_mm=0)) == [("line", 50, 0, True)]


def it_reads_inline_drawings() -> None:
    assert seen(drawing("<pic:pic/>").replace("wp:anchor", "wp:inline")) == [("picture", 50, 20, False)]


def it_reads_the_shapes_of_a_group_each_in_its_size() -> None:
    sized = '<a:xfrm><a:ext cx="720000" cy="36000"/></a:xfrm>'
    group = f"<wpg:wgp>{wsp(p('a'), properties=sized)}{wsp(p('b'), properties='')}</wpg:wgp>"
    assert [it[:3] for it in seen(drawing(group))] == [("box", 20, 1), ("box", 0, 0)]


@pytest.mark.parametrize("box", [lambda inner: drawing(wsp(inner)), vml])
def it_reads_a_drawing_inside_a_text_box_once(box: object) -> None:
    assert callable(box)
    inner = p("ngoài", r(box(p("trong"))))
    assert texts(view(p(r(box(inner))))) == ["", "ngoài", "trong"]


def pict(inner: str) -> str:
    return f"<w:pict>{inner}</w:pict>"


@pytest.mark.parametrize(
    ("shape", "found"),
    [
        ('<v:line from="0,0" to="72pt,0"/>', ("line", 25.4, 0, True)),
        ('<v:line from="0,0"/>', ("line", 0, 0, True)),
        ('<v:shape style="width:1in;height:0"/>', ("line", 25.4, 0, True)),
        ('<v:shape stroked="f" style="width:1in;height:0"/>', ("box", 25.4, 0, False)),
        ('<v:rect style="position:absolute;width:72pt;height:36pt"/>', ("box", 25.4, 12.7, True)),
        ('<v:rect style="width:1.2.3pt;height"/>', ("box", 0, 0, True)),
        ('<v:shape style="width:96px;height:10mm"><v:imagedata/></v:shape>', ("picture", 25.4, 10, False)),
        ('<v:group><v:rect style="width:2000;height:900"/></v:group>', ("box", 0, 0, True)),
    ],
)
def it_reads_the_older_drawings(shape: str, found: tuple[str, float, float, bool]) -> None:
    assert seen(pict(shape)) == [found]


def it_reads_the_picture_of_an_embedded_object() -> None:
    inner = '<v:shape style="width:72pt;height:72pt"><v:imagedata/></v:shape>'
    assert seen(f"<w:object>{inner}</w:object>") == [("picture", 25.4, 25.4, False)]


def it_reads_the_text_of_a_box_with_its_own_styles_and_not_those_around_it() -> None:
    box = shapes(vml(p(r("MẬT", rpr="<w:b/>"), ppr='<w:jc w:val="center"/>')))[0]
    assert (box.blocks[0].text, box.blocks[0].layout.align, box.blocks[0].runs[0].look.bold) == ("MẬT", "center", True)


@pytest.mark.parametrize("extent", ['cx="rộng"', 'cx="1e999"', 'cx=""', ""])
def it_takes_sizes_that_make_no_sense_for_unknown(extent: str) -> None:
    broken = drawing("<pic:pic/>").replace('cx="1800000" cy="720000"', extent)
    assert seen(broken) == [("picture", 0, 0, False)]
