"""The names in a template: what a tag may ask of a value, and what a whole template asks of its data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jinja2 import meta, nodes


def public_names(owner: object) -> list[str]:
    """The names a tag may write after ``owner.``: keys of a mapping, public attributes of anything else."""
    if isinstance(owner, Mapping):
        return [str(key) for key in owner]
    return [name for name in dir(owner) if not name.startswith("_")]


def dotted_names(tree: nodes.Template) -> frozenset[str]:
    """What a template asks of its data: "co_quan.ten", "noi_nhan"; loop variables and names set inside are left out."""
    free = meta.find_undeclared_variables(tree)
    return frozenset(path for path in _paths(tree) if path.partition(".")[0] in free)


def _paths(node: nodes.Node) -> Iterator[str]:
    path = _path(node)
    if path is not None:
        yield path
        return
    if isinstance(node, nodes.Call) and isinstance(node.node, nodes.Getattr):
        yield from _paths(node.node.node)  # a method is no data: of "x.items()" only x is asked for
        children = node.iter_child_nodes(exclude=("node",))
    else:
        children = node.iter_child_nodes()
    for child in children:
        yield from _paths(child)


def _path(node: nodes.Node) -> str | None:
    if isinstance(node, nodes.Name):
        return node.name
    if isinstance(node, nodes.Getattr):
        owner = _path(node.node)
        return None if owner is None else f"{owner}.{node.attr}"
    return None
