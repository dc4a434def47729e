"""Tables as they are read: their grid, merged cells, headers, lines, and what a table style says of texts."""

from __future__ import annotations

import pytest
from support.word_file import first_table, p, r, style, tbl, tc, tr, view

from vbhc.word.view import Run, Table, tables

SIDES = ("top", "bottom", "left", "right")
ALL = frozenset(SIDES)
GRID = "".join(f'<w:{side} w:val="single" w:sz="4"/>' for side in (*SIDES, "insideH", "insideV"))
LOOK = '<w:tblLook w:firstRow="{}" w:lastRow="{}" w:firstColumn="{}" w:lastColumn="{}" w:noHBand="{}" w:noVBand="{}"/>'


def line(*sides: str, val: str = "single") -> str:
    return "".join(f'<w:{side} w:val="{val}"/>' for side in sides)


def borders(table: Table) -> list[list[set[str]]]:
    return [[set(cell.borders) for cell in row.cells] for row in table.rows]


def plain(rows: int, columns: int, *, tblpr: str = "") -> str:
    return tbl(*(tr(*(tc("a") for _ in range(columns))) for _ in range(rows)), tblpr=tblpr)


def it_reads_grid_spans_and_widths() -> None:
    wide = '<w:tcW w:w="2880" w:type="dxa"/><w:gridSpan w:val="2"/>'
    table = first_table(
        tbl(
            tr(tc("a", tcpr=wide), tc("b")),
            tr(tc("c"), trpr='<w:gridBefore w:val="2"/>'),
            tr(tc("d", tcpr='<w:tcW w:w="5000" w:type="pct"/>'), tc("e", tcpr='<w:tcW w:w="1in"/>')),
            grid=(1440, 720, 720),
        )
    )
    assert table.grid_mm == (25.4, 12.7, 12.7)
    cells = [[(cell.column, cell.span, round(cell.width_mm, 1)) for cell in row.cells] for row in table.rows]
    assert cells == [[(0, 2, 50.8), (2, 1, 12.7)], [(2, 1, 12.7)], [(0, 1, 25.4), (1, 1, 25.4)]]


def it_knows_cells_that_go_on_from_the_one_above() -> None:
    merges = ['<w:vMerge w:val="restart"/>', "<w:vMerge/>", '<w:vMerge w:val="continue"/>', ""]
    table = first_table(tbl(*(tr(tc("a", tcpr=merge)) for merge in merges)))
    assert [row.cells[0].continues for row in table.rows] == [False, True, True, False]


def it_repeats_only_headers_that_begin_at_the_first_row() -> None:
    rows = ["<w:tblHeader/>", "<w:tblHeader/><w:cantSplit/>", '<w:cantSplit w:val="0"/>', "<w:tblHeader/>"]
    table = first_table(tbl(*(tr(tc("a"), trpr=it) for it in rows)))
    assert [row.header for row in table.rows] == [True, True, False, False]
    assert [row.whole for row in table.rows] == [False, True, False, False]
    assert not first_table(tbl(tr(tc("a")), tr(tc("b"), trpr="<w:tblHeader/>"))).rows[1].header


@pytest.mark.parametrize(
    ("indent", "mm"),
    [
        ('<w:tblInd w:w="720" w:type="dxa"/>', 12.7),
        ('<w:tblInd w:w="-108"/>', -1.905),
        ('<w:tblInd w:w="1cm"/>', 10),
        ('<w:tblInd w:w="50" w:type="pct"/>', 0),
        ('<w:tblInd w:w="vào"/>', 0),
        ("", 0),
    ],
)
def it_reads_how_far_a_table_stands_in(indent: str, mm: float) -> None:
    assert first_table(plain(1, 1, tblpr=indent)).left_mm == mm


@pytest.mark.parametrize(
    "broken",
    [
        tbl(tr(tc("a", tcpr='<w:gridSpan w:val="-3"/><w:tcW w:w="x"/>')), grid=(100,)),
        tbl(tr(tc("a", tcpr='<w:gridSpan w:val="99999999999"/>')), grid=(100,)),
        tbl(tr(tc("a"), trpr='<w:gridBefore w:val="-2"/>')),
        tbl(tr(tc("a"), trpr='<w:gridBefore w:val="1e400"/>')),
        tbl(tr(tc("a")), tblpr='<w:tblLook w:val="xyz"/><w:tblStyle/>'),
        f"<w:tbl>{tr(tc('a'))}</w:tbl>",
        "<w:tbl><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
    ],
)
def it_reads_on_where_numbers_of_a_table_are_broken(broken: str) -> None:
    cell = first_table(broken).rows[0].cells[0]
    assert (cell.blocks[0].text, cell.column >= 0, cell.span >= 1) == ("a", True, True)


def it_reads_tables_and_rows_without_anything_in_them() -> None:
    assert [len(it.rows) for it in tables(list(view(tbl() + tbl("<w:tr/>") + tbl(tr("<w:tc/>"))).blocks))] == [0, 1, 1]


def it_finds_tables_inside_cells() -> None:
    assert len(list(tables(list(view(tbl(tr(tc(plain(1, 1), "a")))).blocks)))) == 2


def it_draws_the_lines_of_a_table_around_each_cell() -> None:
    table = first_table(plain(2, 2, tblpr=f"<w:tblBorders>{GRID}</w:tblBorders>"))
    assert borders(table) == [[ALL, ALL], [ALL, ALL]]
    assert table.ruled


def it_draws_outer_and_inner_lines_where_they_belong() -> None:
    outer = first_table(plain(2, 2, tblpr=f"<w:tblBorders>{line(*SIDES)}</w:tblBorders>"))
    assert borders(outer) == [[{"top", "left"}, {"top", "right"}], [{"bottom", "left"}, {"bottom", "right"}]]
    inner = first_table(plain(2, 2, tblpr=f"<w:tblBorders>{line('insideH')}</w:tblBorders>"))
    assert borders(inner) == [[{"bottom"}] * 2, [{"top"}] * 2]
    assert not inner.ruled


@pytest.mark.parametrize("left", ["left", "start"])
def it_lets_a_cell_draw_its_own_lines_and_its_neighbours_share_them(left: str) -> None:
    own = tc("a", tcpr=f"<w:tcBorders>{line('bottom', left)}</w:tcBorders>")
    table = first_table(tbl(tr(tc("x"), own), tr(tc("y"), tc("z"))))
    assert borders(table) == [[{"right"}, {"bottom", "left"}], [set(), {"top"}]]
    own = tc("a", tcpr=f"<w:tcBorders>{line('top', 'right')}</w:tcBorders>")
    table = first_table(tbl(tr(tc("x"), tc("y")), tr(own, tc("z"))))
    assert borders(table) == [[{"bottom"}, set()], [{"top", "right"}, {"left"}]]


def it_lets_a_cell_take_lines_of_the_table_away() -> None:
    bare = tc("a", tcpr=f"<w:tcBorders>{line(*SIDES, val='nil')}</w:tcBorders>")
    table = first_table(tbl(tr(bare, bare), tblpr=f"<w:tblBorders>{GRID}</w:tblBorders>"))
    assert borders(table) == [[set(), set()]]


def it_lets_a_row_make_exceptions_from_the_table() -> None:
    bare = f"<w:tr><w:tblPrEx><w:tblBorders>{line(*SIDES, val='none')}</w:tblBorders></w:tblPrEx>{tc('a')}</w:tr>"
    table = first_table(tbl(bare, tr(tc("b")), tblpr=f"<w:tblBorders>{line('left')}</w:tblBorders>"))
    assert borders(table) == [[set()], [{"left"}]]


def it_draws_no_line_inside_cells_that_are_merged_downwards() -> None:
    rows = (tr(tc("a", tcpr='<w:vMerge w:val="restart"/>')), tr(tc("", tcpr="<w:vMerge/>")))
    table = first_table(tbl(*rows, tblpr=f"<w:tblBorders>{GRID}</w:tblBorders>"))
    assert borders(table) == [[ALL - {"bottom"}], [ALL - {"top"}]]


def part(name: str, rpr: str = "", *, tcpr: str = "") -> str:
    return f'<w:tblStylePr w:type="{name}"><w:rPr>{rpr}</w:rPr><w:tcPr>{tcpr}</w:tcPr></w:tblStylePr>'


def styled(inner: str, *, rows: int = 3, columns: int = 3, look: tuple[int, ...] = (1, 1, 1, 1, 0, 0)) -> Table:
    named = f'<w:tblStyle w:val="T"/>{LOOK.format(*look)}'
    return first_table(plain(rows, columns, tblpr=named), styles=style("T", inner, kind="table"))


def runs(table: Table) -> list[list[Run]]:
    return [[cell.blocks[0].runs[0] for cell in row.cells] for row in table.rows]


def sizes(table: Table) -> list[list[float]]:
    return [[run.look.size_pt for run in row] for row in runs(table)]


def points(size: int) -> str:
    return f'<w:sz w:val="{size * 2}"/>'


def it_sets_rows_and_columns_apart_as_the_table_style_says() -> None:
    kinds = {"firstRow": "<w:b/>", "lastRow": "<w:caps/>", "firstCol": "<w:i/>", "lastCol": "<w:strike/>"}
    table = styled("".join(part(name, rpr) for name, rpr in kinds.items()))
    seen = [["".join(k for k in "bcis" if marks(run)[k]) for run in row] for row in runs(table)]
    assert seen == [["bi", "b", "bs"], ["i", "", "s"], ["ci", "c", "cs"]]


def marks(run: Run) -> dict[str, bool]:
    return {"b": run.look.bold, "c": run.look.caps, "i": run.look.italic, "s": run.look.struck}


def it_sets_apart_only_what_the_table_asks_for() -> None:
    inner = part("firstRow", "<w:b/>") + part("firstCol", "<w:b/>") + part("band1Horz", "<w:b/>")
    assert not any(run.look.bold for row in runs(styled(inner, look=(0, 0, 0, 0, 1, 1))) for run in row)
    inner += part("band1Vert", "<w:caps/>")
    old = '<w:tblStyle w:val="T"/><w:tblLook w:val="0620"/>'
    table = first_table(plain(2, 2, tblpr=old), styles=style("T", inner, kind="table"))
    assert not any(run.look.caps for row in runs(table) for run in row)
    assert [[run.look.bold for run in row] for row in runs(table)] == [[True, True], [False, False]]


def it_lays_the_parts_of_a_table_over_one_another_in_their_order() -> None:
    names = ("wholeTable", "band1Vert", "band1Horz", "firstRow", "firstCol", "nwCell")
    inner = "".join(part(name, points(20 + at)) for at, name in enumerate(names))
    assert sizes(styled(inner, look=(1, 0, 1, 0, 0, 0))) == [[25, 23, 23], [24, 22, 22], [24, 21, 20]]


def it_sets_the_corners_apart_where_both_of_their_sides_are() -> None:
    corners = {"nwCell": 20, "neCell": 21, "swCell": 22, "seCell": 23}
    inner = "".join(part(name, points(size)) for name, size in corners.items())
    assert sizes(styled(inner)) == [[20, 10, 21], [10, 10, 10], [22, 10, 23]]
    assert sizes(styled(inner, look=(1, 0, 1, 0, 0, 0))) == [[20, 10, 10], [10, 10, 10], [10, 10, 10]]


def it_leaves_rows_and_columns_that_are_set_apart_out_of_the_bands() -> None:
    inner = part("band1Horz", points(20)) + part("band1Vert", "<w:b/>")
    table = styled(inner, look=(1, 1, 1, 1, 0, 0))
    assert sizes(table) == [[10] * 3, [20] * 3, [10] * 3]
    assert [[run.look.bold for run in row] for row in runs(table)] == [[False, True, False]] * 3


def it_tells_bands_apart() -> None:
    inner = part("band1Horz", points(20)) + part("band2Horz", points(22)) + part("band2Vert", points(24))
    assert sizes(styled(inner, look=(0, 0, 0, 0, 0, 1))) == [[20] * 3, [22] * 3, [20] * 3]
    assert sizes(styled(inner, look=(0, 0, 0, 0, 1, 0))) == [[10, 24, 10]] * 3


def it_lays_a_table_style_over_the_one_it_is_based_on() -> None:
    base = style("B", f"<w:rPr>{points(20)}</w:rPr>" + part("firstRow", "<w:b/>"), kind="table")
    own = style("T", '<w:basedOn w:val="B"/>' + part("firstRow", "<w:i/>"), kind="table")
    named = f'<w:tblStyle w:val="T"/>{LOOK.format(1, 0, 0, 0, 1, 1)}'
    look = runs(first_table(plain(1, 1, tblpr=named), styles=base + own))[0][0].look
    assert (look.size_pt, look.bold, look.italic) == (20, True, True)


def it_lays_paragraphs_out_as_the_table_style_says_unless_their_own_style_does() -> None:
    inner = '<w:pPr><w:spacing w:after="0"/><w:jc w:val="center"/></w:pPr>'
    styles = (
        '<w:docDefaults><w:pPrDefault><w:pPr><w:spacing w:after="200"/></w:pPr></w:pPrDefault></w:docDefaults>'
        + style("T", inner, kind="table", more='w:default="1"')
        + style("R", '<w:pPr><w:jc w:val="right"/></w:pPr>')
    )
    own = p(r("a"), ppr='<w:pStyle w:val="R"/>')
    row = first_table(tbl(tr(tc("a"), tc(own))), styles=styles).rows[0]
    layouts = [cell.blocks[0].layout for cell in row.cells]
    assert [(it.align, it.after_pt) for it in layouts] == [("center", 0), ("right", 0)]


def it_draws_the_lines_of_a_table_style() -> None:
    grid = style("G", f"<w:tblPr><w:tblBorders>{GRID}</w:tblBorders></w:tblPr>", kind="table")
    named = '<w:tblStyle w:val="G"/>'
    assert borders(first_table(plain(1, 1, tblpr=named), styles=grid)) == [[ALL]]
    own = named + f"<w:tblBorders>{line('top', val='none')}</w:tblBorders>"
    assert borders(first_table(plain(1, 1, tblpr=own), styles=grid)) == [[ALL - {"top"}]]


def it_draws_the_lines_of_parts_of_a_table() -> None:
    inner = part("firstRow", tcpr=f"<w:tcBorders>{line('bottom', 'insideV')}</w:tcBorders>")
    assert borders(styled(inner, rows=2, columns=2, look=(1, 0, 0, 0, 1, 1))) == [
        [{"bottom", "right"}, {"bottom", "left"}],
        [{"top"}, {"top"}],
    ]
    inner = part("lastCol", tcpr=f"<w:tcBorders>{line('left', 'insideH')}</w:tcBorders>")
    assert borders(styled(inner, rows=2, columns=2, look=(0, 0, 0, 1, 1, 1))) == [
        [{"right"}, {"bottom", "left"}],
        [{"right"}, {"top", "left"}],
    ]


@pytest.mark.parametrize("name", ["firstRow", "lastRow", "band1Horz", "band2Horz"])
def it_ends_the_lines_of_a_part_of_rows_with_each_row(name: str) -> None:
    table = styled(part(name, tcpr=f"<w:tcBorders>{line('top')}</w:tcBorders>"), rows=4, look=(1, 1, 0, 0, 0, 1))
    rows = {"firstRow": 0, "band1Horz": 1, "band2Horz": 2, "lastRow": 3}
    assert ["top" in row.cells[0].borders for row in table.rows] == [at == rows[name] for at in range(4)]


@pytest.mark.parametrize("name", ["firstCol", "lastCol", "band1Vert", "band2Vert"])
def it_ends_the_lines_of_a_part_of_columns_with_each_column(name: str) -> None:
    table = styled(part(name, tcpr=f"<w:tcBorders>{line('left')}</w:tcBorders>"), columns=4, look=(0, 0, 1, 1, 1, 0))
    columns = {"firstCol": 0, "band1Vert": 1, "band2Vert": 2, "lastCol": 3}
    assert ["left" in cell.borders for cell in table.rows[1].cells] == [at == columns[name] for at in range(4)]


@pytest.mark.parametrize("name", ["nwCell", "neCell", "swCell", "seCell"])
def it_draws_all_lines_of_a_corner(name: str) -> None:
    table = styled(part(name, tcpr=f"<w:tcBorders>{line(*SIDES)}</w:tcBorders>"))
    corners = {"nwCell": (0, 0), "neCell": (0, 2), "swCell": (2, 0), "seCell": (2, 2)}
    found = [(y, x) for y in range(3) for x in range(3) if table.rows[y].cells[x].borders == ALL]
    assert found == [corners[name]]


def it_reads_long_tables_with_the_look_of_each_of_their_cells() -> None:
    inner = part("firstRow", points(20)) + part("band1Horz", points(21)) + part("band2Horz", points(22))
    seen = sizes(styled(inner, rows=60, columns=4, look=(1, 0, 0, 0, 0, 1)))
    assert seen == [[20] * 4, *([21] * 4 if at % 2 else [22] * 4 for at in range(1, 60))]
