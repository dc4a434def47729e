"""The strict environment: what a template may do, what it may not, and what the filters write."""

from __future__ import annotations

from collections import OrderedDict
from datetime import date
from decimal import Decimal
from types import SimpleNamespace

import pytest
from jinja2.exceptions import SecurityError, TemplateAssertionError, TemplateSyntaxError, UndefinedError

from vbhc.errors import TextError
from vbhc.templating import MissingNameError, dotted_names, environment, public_names, suggest
from vbhc.text.dates import DateParts


def render(source: str, **values: object) -> str:
    return environment().from_string(source).render(**values)


@pytest.mark.parametrize(
    ("source", "written"),
    [
        ("{{ x | so }}", "1.234,5"),
        ("{{ x | so(0) }}", "1.235"),
        ("{{ x | phan_tram }}", "1.234,5%"),
        ("{{ 57.314 | phan_tram(2) }}", "57,31%"),
        ("{{ 0.1 | so }}", "0,1"),
        ("{{ 11 | bang_chu }}", "mười một"),
        ("{{ 'Ủy ban' | in_hoa }}", "ỦY BAN"),
        ("{{ ngay | ngay_thang_nam }}", "ngày 05 tháng 3 năm 2026"),
        ("{{ 'a & b' | e }}", "a &amp; b"),
    ],
)
def it_writes_values_the_vietnamese_way(source: str, written: str) -> None:
    assert render(source, x=Decimal("1234.5"), ngay=date(2026, 3, 5)) == written


def it_writes_the_date_of_anything_with_ngay_thang_nam() -> None:
    assert render("{{ x | ngay_thang_nam }}", x=DateParts(29, 6, 2019)) == "ngày 29 tháng 6 năm 2019"


@pytest.mark.parametrize(
    "source",
    [
        "{{ 'abc' | so }}",
        "{{ '12' | phan_tram }}",
        "{{ true | so }}",
        "{{ 1.5 | bang_chu }}",
        "{{ 'x' | ngay_thang_nam }}",
    ],
)
def it_refuses_to_guess_what_is_no_number_or_date(source: str) -> None:
    with pytest.raises(TextError):
        render(source)


@pytest.mark.parametrize(
    "source",
    [
        "{{ x }}",
        "{% if x %}{% endif %}",
        "{% for a in x %}{% endfor %}",
        "{{ x.y }}",
        "{{ x ~ 'a' }}",
        "{{ x == 1 }}",
        "{{ a.b }}",
    ],
)
def it_raises_on_any_use_of_what_is_missing(source: str) -> None:
    with pytest.raises(UndefinedError):
        render(source, a={"c": 1})


def it_lets_a_template_ask_whether_a_name_is_there() -> None:
    assert render("{% if x is defined %}có{% else %}không{% endif %}{{ y | default('') }}") == "không"


def it_says_what_was_missing_and_where_it_was_looked_for() -> None:
    owner = {"luu": 1}
    with pytest.raises(MissingNameError) as caught:
        render("{{ noi_nhan.luuu }}", noi_nhan=owner)
    assert (caught.value.name, caught.value.owner) == ("luuu", owner)


@pytest.mark.parametrize(
    "source",
    [
        "{{ ''.__class__.__mro__ }}",
        "{{ x.__init__.__globals__ }}",
        "{{ f.__globals__ }}",
        "{{ '{0.__class__}'.format(x) }}",
        "{{ '{x.__class__}'.format_map({'x': x}) }}",
        "{{ ['{0.__class__}'.format] | map('string') | list }}{{ '{0.__class__.__init__}'.format(1) }}",
        "{% set f = '{0.__class__}'.format %}{{ f(x) }}",
        "{{ ds.append(1) }}",
        "{{ ds.clear() }}",
        "{{ tu.update({'a': 1}) }}",
        "{{ x['__class__'] }}",
        "{{ x._rieng }}",
        "{{ ([1] | map(attribute='__class__') | list)[0] }}",
        "{{ (1 for a in [1]).gi_frame }}",
    ],
)
def it_keeps_templates_away_from_python(source: str) -> None:
    def f() -> None: ...

    with pytest.raises((SecurityError, UndefinedError, TemplateSyntaxError)):
        render(source, x=SimpleNamespace(_rieng=1), f=f, ds=[], tu={})


@pytest.mark.parametrize("name", ["attr", "safe", "tojson", "pprint", "urlize", "xmlattr", "random", "forceescape"])
def it_has_no_filter_that_leaks_or_varies(name: str) -> None:
    with pytest.raises(TemplateAssertionError):
        render(f"{{{{ x | {name} }}}}", x="a")


def it_reaches_no_other_file() -> None:
    with pytest.raises(TypeError, match="no loader"):
        render("{% include 'khac.txt' %}")


def it_bounds_the_range_of_a_loop() -> None:
    with pytest.raises(OverflowError):
        render("{% for a in range(999999999) %}{% endfor %}")


def it_lists_the_dotted_names_a_template_asks_for() -> None:
    source = (
        "{{ co_quan.ten | in_hoa }}{% for noi in noi_nhan.cac_dong %}{{ noi.ten }}{% endfor %}"
        "{% set a = so %}{{ a }}{{ muc.items() }}{{ dia_danh[0] }}{{ range(2) }}"
    )
    names = dotted_names(environment().parse(source))
    assert names == {"co_quan.ten", "noi_nhan.cac_dong", "so", "muc", "dia_danh"}


def it_suggests_only_what_is_close() -> None:
    assert suggest("noi_nhna", ["noi_nhan", "so"]) == "noi_nhan"
    assert suggest("xyz", ["noi_nhan", "so"]) is None


def it_lists_the_names_that_a_tag_may_write_after_a_dot() -> None:
    assert public_names(OrderedDict(ten=1)) == ["ten"]
    assert public_names(SimpleNamespace(ten=1, _rieng=2)) == ["ten"]
