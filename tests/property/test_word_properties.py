"""Any text survives rendering exactly; any document put together from the WordprocessingML strings is sound."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from support import problems
from support.reader import read
from support.sample import paragraph, sample

from vbhc.text.markup import Run
from vbhc.text.spelling import find_forbidden
from vbhc.word import wml
from vbhc.word.package import Package, write_zip
from vbhc.word.properties import CoreProperties
from vbhc.word.template import RawXml, compile_template

COMPILED = compile_template(
    sample(
        paragraph("[{{ chu }}]")
        + paragraph("{%p for x in ds %}")
        + paragraph("{{ x }}")
        + paragraph("{%p endfor %}")
        + paragraph("{{p khoi }}")
    ).write(),
    name="mau.docx",
)
TEXTS = st.text(st.characters(codec="utf-8")).filter(lambda text: find_forbidden(text) is None) | st.text(
    "&<>\"'{}%# \n\tếđ😀\u0301", max_size=12
)
FORMATS = {name: st.booleans() for name in ("bold", "italic", "subscript", "superscript")}
RUNS = st.builds(Run, TEXTS.filter(bool), **FORMATS)


@given(chu=TEXTS, ds=st.lists(TEXTS, max_size=4), runs=st.lists(RUNS, max_size=4), title=TEXTS)
@settings(max_examples=150, deadline=None)
def it_writes_any_text_so_that_another_reader_finds_it_unchanged(
    chu: str, ds: list[str], runs: list[Run], title: str
) -> None:
    core = CoreProperties(title, "A")
    block = RawXml(wml.paragraph("Than", wml.runs(runs)))
    values = {"chu": chu, "ds": ds, "khoi": block}
    data = COMPILED.render(values, core=core)
    reading = read(data)
    assert reading.body == (f"[{chu}]", *ds, "".join(run.text for run in runs))
    assert reading.properties["title"] == title
    assert COMPILED.render(values, core=core) == data


@st.composite
def tables(draw: st.DrawFn) -> str:
    grid = draw(st.lists(st.integers(200, 3000), min_size=1, max_size=5))
    rows = draw(
        st.lists(st.lists(st.lists(RUNS, max_size=2), min_size=len(grid), max_size=len(grid)), min_size=1, max_size=4)
    )
    header, cant_split = draw(st.booleans()), draw(st.booleans())
    return wml.table(
        grid,
        (
            wml.row(
                (
                    wml.cell(wml.paragraph("Than", wml.runs(runs)) if runs else "", width)
                    for runs, width in zip(row, grid, strict=True)
                ),
                header=header and number == 0,
                cant_split=cant_split,
            )
            for number, row in enumerate(rows)
        ),
    )


@given(
    st.lists(
        tables() | st.builds(lambda runs: wml.paragraph("Than", wml.runs(runs)), st.lists(RUNS, max_size=3)), max_size=4
    )
)
@settings(max_examples=40, deadline=None)
def it_makes_a_sound_file_of_any_blocks(blocks: list[str]) -> None:
    xml = "".join(blocks) + wml.paragraph("Than", "")
    data = COMPILED.render({"chu": "a", "ds": [], "khoi": RawXml(xml)}, core=CoreProperties("T", "A"))
    assert problems(data, tags=True) == []


NAMES = st.text(st.characters(codec="utf-8", categories=("L", "N")), min_size=1, max_size=12)


@given(st.dictionaries(NAMES, st.binary(max_size=200), max_size=6))
@settings(max_examples=60, deadline=None)
def it_opens_what_it_wrote_with_every_part_as_it_was(extra: dict[str, bytes]) -> None:
    sound = dict(sample(paragraph("a")).parts)
    taken, parts = set(), dict(sound)
    for name, data in extra.items():
        if name.lower() not in taken:
            taken.add(name.lower())
            parts[f"word/media/{name}.bin"] = data
    assert dict(Package.open(write_zip(parts)).parts) == parts
