"""Rules chosen by code, by the beginning of codes, or by slug."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence

from vbhc.check.registry import RULES
from vbhc.check.rule import Rule
from vbhc.check.rules.scope import ngoai_pham_vi
from vbhc.errors import VbhcError


class UnknownRuleError(VbhcError, ValueError):
    """A rule was named that there is not."""


def chosen_rules(select: Iterable[str] = (), ignore: Iterable[str] = ()) -> tuple[Rule, ...]:
    """The rules that ``select`` names (all, where it names none) without those that ``ignore`` names, in table order.

    A name is a code ("KT002"), the beginning of codes ("KT") or a slug, in any case; a text may hold several, with
    commas between. Whether the decree judges the document at all is told unless that very rule is ignored: without it,
    no finding could mean that nothing was looked at. Raises `UnknownRuleError` with all names that fit no rule, or
    where texts are given and no name is in them.
    """
    wanted = [select] if isinstance(select, str) else list(select)
    selected, ignored = _names(wanted), _names(ignore)
    if wanted and not selected:
        raise UnknownRuleError("Chưa ghi mã quy tắc nào để chọn.")
    _refuse_unknown([*selected, *ignored])
    return tuple(
        rule
        for rule in RULES
        if (not selected or rule is ngoai_pham_vi or _named(rule, selected)) and not _named(rule, ignored)
    )


def rules_named(name: str) -> tuple[Rule, ...]:
    """The rules with that code, beginning of codes, or slug; raises `UnknownRuleError`."""
    names = _names([name])
    _refuse_unknown(names)
    return tuple(rule for rule in RULES if _named(rule, names))


def _names(given: Iterable[str]) -> list[str]:
    texts = [given] if isinstance(given, str) else given
    return [name.strip() for text in texts for name in text.split(",") if name.strip()]


def _named(rule: Rule, names: Sequence[str]) -> bool:
    return any(rule.code.startswith(name.upper()) or rule.slug == name.lower() for name in names)


def _refuse_unknown(names: Iterable[str]) -> None:
    unknown = [name for name in dict.fromkeys(names) if not any(_named(rule, [name]) for rule in RULES)]
    if unknown:
        raise UnknownRuleError(f"Không có quy tắc {', '.join(map(_with_nearest, unknown))}.")


def _with_nearest(name: str) -> str:
    known = [*(rule.code for rule in RULES), *(rule.slug for rule in RULES)]
    form = name.lower() if "-" in name else name.upper()
    near = difflib.get_close_matches(form, known, n=1)
    return f"«{name}»" + (f" (có phải «{near[0]}»?)" if near else "")
