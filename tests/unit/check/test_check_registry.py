"""What holds for the table of rules, whichever stand in it."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from vbhc.check.registry import NHOM, RULES, by_group
from vbhc.check.rule import Rule

EACH = pytest.mark.parametrize("each", RULES, ids=lambda rule: rule.code)


@pytest.mark.parametrize("attribute", ["code", "slug"])
def it_has_each_code_and_slug_once(attribute: str) -> None:
    assert [it for it, times in Counter(getattr(rule, attribute) for rule in RULES).items() if times > 1] == []


@EACH
def it_gives_each_rule_a_code_of_a_known_group_and_a_slug_in_plain_letters(each: Rule) -> None:
    assert re.fullmatch(rf"({'|'.join(NHOM)})[0-9]{{3}}", each.code)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)+", each.slug)


@EACH
def it_teaches_with_each_rule(each: Rule) -> None:
    lesson = each.lesson
    assert all(text.strip() for text in (lesson.ten, lesson.vi_sao, lesson.sai, lesson.dung))
    assert lesson.sai != lesson.dung
    assert not lesson.ten.endswith(".")
    assert lesson.vi_sao.endswith(".")


@EACH
def it_names_the_clause_of_each_rule_and_how_sure_it_is(each: Rule) -> None:
    assert each.source.can_cu
    assert each.source.severity


def it_groups_all_rules() -> None:
    grouped = [rule for rules in by_group().values() for rule in rules]
    assert sorted(rule.code for rule in grouped) == sorted(rule.code for rule in RULES)
    assert all(rule.code.startswith(letters) for letters, rules in by_group().items() for rule in rules)
