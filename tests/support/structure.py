"""What Word needs of a file and a schema does not say: one small check each, in one readable list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

from lxml import etree

from support.notes import begins_typed, is_ordinary, marks, note_id, notes, typed_mark
from support.package import CONTENT_TYPES, NAMESPACES, Package, is_on, parse, qn, val, xpath
from support.tables import merge, placed, span

Check = Callable[[Package], Iterator[str]]

TAG_OPENERS = ("{{", "{%")
STYLE_KINDS = {"pStyle": "paragraph", "rStyle": "character", "tblStyle": "table"}
STYLE_LINKS = ("basedOn", "link", "next")
SEPARATORS = ("separator", "continuationSeparator")


def zip_names_are_unique(package: Package) -> Iterator[str]:
    yield from (f"{name} is in the zip {n} times" for name, n in Counter(package.names).items() if n > 1)


def xml_is_well_formed(package: Package) -> Iterator[str]:
    for name, data in package.parts.items():
        if name.endswith((".xml", ".rels")):
            try:
                parse(data)
            except etree.XMLSyntaxError as error:
                yield f"{name} is not well-formed: {error.msg}"


def there_is_a_body(package: Package) -> Iterator[str]:
    tree = package.trees.get(package.main)
    if tree is None or tree.find("w:body", NAMESPACES) is None:
        yield f"{package.main} has no w:body"


def parts_have_content_types(package: Package) -> Iterator[str]:
    tree = package.trees.get(CONTENT_TYPES)
    if tree is None:
        yield f"{CONTENT_TYPES} is missing"
        return
    defaults = {node.get("Extension", "").lower() for node in tree.iterfind("ct:Default", NAMESPACES)}
    overrides = {node.get("PartName", "").lstrip("/") for node in tree.iterfind("ct:Override", NAMESPACES)}
    for name in package.parts:
        if name != CONTENT_TYPES and name not in overrides and name.rpartition(".")[2].lower() not in defaults:
            yield f"{name} has no content type"
    yield from (f"a content type is given for {name}, which is missing" for name in overrides - set(package.parts))


def relationships_lead_somewhere(package: Package) -> Iterator[str]:
    for part in ("", *package.parts):
        relations = package.relations(part)
        yield from _doubles(f"{part or 'package'}: relationship id", (r.id for r in relations))
        for relation in relations:
            if not relation.external and relation.target not in package.parts:
                yield f"{part or 'package'}: relationship {relation.id} leads to {relation.target}, which is missing"


def relationship_ids_resolve(package: Package) -> Iterator[str]:
    prefix = f"{{{NAMESPACES['r']}}}"
    for part, tree in package.trees.items():
        known = {relation.id for relation in package.relations(part)}
        for node in tree.iter(etree.Element):
            for name, value in node.attrib.items():
                if str(name).startswith(prefix) and value not in known:
                    yield f"{part}: {etree.QName(node).localname} uses relationship {str(value)!r}, which is not there"


def ignorable_prefixes_are_declared(package: Package) -> Iterator[str]:
    for part, tree in package.trees.items():
        for prefix in tree.get(qn("mc:Ignorable"), "").split():
            if prefix not in tree.nsmap:
                yield f"{part}: mc:Ignorable names the prefix {prefix!r}, which is not declared"


def section_properties_end_the_body(package: Package) -> Iterator[str]:
    for body in _each(package, "w:body"):
        direct = xpath(body, "w:sectPr")
        if len(direct) != 1 or body[-1] is not direct[0]:
            yield "the body does not end in its one w:sectPr"


def cells_end_in_a_paragraph(package: Package) -> Iterator[str]:
    for cell in _each(package, "w:tc"):
        if len(cell) == 0 or cell[-1].tag != qn("w:p"):
            yield f"a cell does not end in w:p: {_text(cell)!r}"


def rows_fill_the_grid(package: Package) -> Iterator[str]:
    for table in _each(package, "w:tbl"):
        columns = len(xpath(table, "w:tblGrid/w:gridCol"))
        for number, row in enumerate(xpath(table, "w:tr"), start=1):
            before, after = (int(val(row, f"w:trPr/w:{tag}") or 0) for tag in ("gridBefore", "gridAfter"))
            spans = before + sum(map(span, xpath(row, "w:tc"))) + after
            if spans != columns:
                yield f"row {number} of a table spans {spans} of {columns} grid columns: {_text(row)!r}"


def merged_cells_hang_on_one_above(package: Package) -> Iterator[str]:
    for table in _each(package, "w:tbl"):
        above: dict[int, int] = {}
        for number, row in enumerate(xpath(table, "w:tr"), start=1):
            merged: dict[int, int] = {}
            for column, cell in placed(row):
                if merge(cell) == "none":
                    continue
                merged[column] = span(cell)
                if merge(cell) == "continue" and above.get(column) != span(cell):
                    yield f"row {number}, grid column {column + 1} continues a merge that nothing above began"
            above = merged


def header_rows_lead_the_table(package: Package) -> Iterator[str]:
    for table in _each(package, "w:tbl"):
        rows = [(is_on(row, "w:trPr/w:tblHeader"), row) for row in xpath(table, "w:tr")]
        for number, ((before, _), (header, row)) in enumerate(pairwise(rows), start=2):
            if header and not before:
                yield f"row {number} of a table repeats as a header, and the row above it does not: {_text(row)!r}"


def footnotes_have_one_mark_each(package: Package) -> Iterator[str]:
    known = {note_id(note) for note in notes(package) if is_ordinary(note)}
    marked = Counter(note_id(mark) for mark in marks(package))
    yield from (f"a mark asks for footnote {number}, which is not there" for number in marked if number not in known)
    yield from (f"footnote {number} has {marked[number]} marks" for number in sorted(known) if marked[number] != 1)
    for part, tree in package.stories.items():
        if part != package.main and tree.find(".//w:footnoteReference", NAMESPACES) is not None:
            yield f"{part}: a footnote's mark stands outside the body"


def footnotes_begin_with_their_mark(package: Package) -> Iterator[str]:
    typed = {note_id(mark): text for mark in marks(package) if (text := typed_mark(mark)) is not None}
    for note in filter(is_ordinary, notes(package)):
        first = note.find("w:p", NAMESPACES)
        numbered = first is not None and first.find(".//w:footnoteRef", NAMESPACES) is not None
        if begins_typed(note) != typed[note_id(note)] if note_id(note) in typed else not numbered:
            yield f"footnote {note_id(note)} does not begin with its mark: {_text(note)!r}"


def footnote_separators_are_named(package: Package) -> Iterator[str]:
    if package.related(package.main, "footnotes") is None:
        return
    special = {note_id(note): note.get(qn("w:type")) for note in notes(package) if not is_ordinary(note)}
    yield from (f"there is no {kind} of footnotes" for kind in SEPARATORS if kind not in special.values())
    settings = package.trees.get(package.related(package.main, "settings") or "")
    listed = () if settings is None else xpath(settings, "w:footnotePr/w:footnote")
    if (named := set(map(note_id, listed))) != set(special):
        yield f"the settings name the footnotes {sorted(named)} as separators, which are {sorted(special)}"


def ids_are_unique(package: Package) -> Iterator[str]:
    yield from _doubles("wp:docPr id", (node.get("id", "") for node in _each(package, "wp:docPr")))
    yield from _doubles("footnote w:id", map(note_id, notes(package)))
    for attribute in ("w:id", "w:name"):
        values = (node.get(qn(attribute), "") for node in _each(package, "w:bookmarkStart"))
        yield from _doubles(f"bookmark {attribute}", values)
    yield from _doubles("w14:paraId", (node.get(qn("w14:paraId"), "") for node in _each(package, "w:p")))


def bookmarks_close(package: Package) -> Iterator[str]:
    starts, ends = (
        Counter(node.get(qn("w:id")) for node in _each(package, f"w:bookmark{end}")) for end in ("Start", "End")
    )
    yield from (f"bookmark {number} is opened or closed alone" for number in (starts - ends) + (ends - starts))


def fields_close(package: Package) -> Iterator[str]:
    for part, tree in package.stories.items():
        depth = 0
        for node in tree.iter(qn("w:fldChar")):
            depth += {"begin": 1, "end": -1}.get(node.get(qn("w:fldCharType"), ""), 0)
            if depth < 0:
                break
        if depth:
            yield f"{part}: a field is not closed, or closed and not opened"


def styles_exist(package: Package) -> Iterator[str]:
    styles = [(node.get(qn("w:styleId"), ""), node.get(qn("w:type"), "")) for node in _each(package, "w:style")]
    known = {kind: {name for name, its_kind in styles if its_kind == kind} for kind in STYLE_KINDS.values()}
    yield from _doubles("style", (name for name, _ in styles))
    for tag, kind in STYLE_KINDS.items():
        used = {node.get(qn("w:val"), "") for node in _each(package, f"w:{tag}")}
        yield from (f"{kind} style {name!r} is used and not defined" for name in used - known[kind])
    for tag in STYLE_LINKS:
        linked = {node.get(qn("w:val"), "") for node in _each(package, f"w:{tag}")}
        yield from (f"w:{tag} names style {name!r}, which is not defined" for name in linked - {n for n, _ in styles})


def lists_exist(package: Package) -> Iterator[str]:
    known = {node.get(qn("w:numId")) for node in _each(package, "w:num")}
    used = {node.get(qn("w:val")) for node in _each(package, "w:numId")} - {"0"}
    yield from (f"list {number} is used and not defined" for number in used - known)


def no_tag_is_left(package: Package) -> Iterator[str]:
    for part, tree in package.stories.items():
        for paragraph in tree.iter(qn("w:p")):
            if any(opener in _text(paragraph) for opener in TAG_OPENERS):
                yield f"{part}: a template tag is left: {_text(paragraph)!r}"
    for part, tree in package.trees.items():
        if part.startswith("docProps/") and any(opener in _text(tree, "") for opener in TAG_OPENERS):
            yield f"{part}: a template tag is left"


CHECKS: tuple[Check, ...] = (
    zip_names_are_unique,
    xml_is_well_formed,
    there_is_a_body,
    parts_have_content_types,
    relationships_lead_somewhere,
    relationship_ids_resolve,
    ignorable_prefixes_are_declared,
    section_properties_end_the_body,
    cells_end_in_a_paragraph,
    rows_fill_the_grid,
    merged_cells_hang_on_one_above,
    header_rows_lead_the_table,
    footnotes_have_one_mark_each,
    footnotes_begin_with_their_mark,
    footnote_separators_are_named,
    ids_are_unique,
    bookmarks_close,
    fields_close,
    styles_exist,
    lists_exist,
    no_tag_is_left,
)


def structural_problems(package: Package, *, tags: bool = False) -> list[str]:
    """Everything the checks find in ``package``; ``tags`` says that it is a template and may hold tags."""
    checks = (check for check in CHECKS if not (tags and check is no_tag_is_left))
    return [f"{check.__name__}: {problem}" for check in checks for problem in check(package)]


def _each(package: Package, name: str) -> Iterator[etree._Element]:
    for part, tree in package.trees.items():
        if part.startswith("word/"):
            yield from tree.iter(qn(name))


def _text(node: etree._Element, tag: str = "w:t") -> str:
    return "".join(piece.text or "" for piece in node.iter(qn(tag) if tag else etree.Element))


def _doubles(what: str, values: Iterable[str]) -> Iterator[str]:
    yield from (f"{what} {value!r} is there {n} times" for value, n in Counter(values).items() if n > 1 and value)
