"""Values of a script in a Vietnamese text."""

from datetime import date
from decimal import Decimal

import pytest

from vbhc.errors import TextError
from vbhc.text.markup import fill
from vbhc.text.values import printed


@pytest.mark.parametrize(
    ("value", "text"),
    [(3.5, "3,5"), (Decimal("57.31"), "57,31"), (2026, "2026"), (date(2026, 5, 9), "09/5/2026"), ("a", "a")],
)
def it_prints_a_value_the_vietnamese_way(value: object, text: str) -> None:
    assert printed(value) == text
    assert fill("kết quả {}", value) == f"kết quả {text}"


@pytest.mark.parametrize("value", [None, float("nan")])
def it_never_writes_a_missing_value_as_a_word(value: object) -> None:
    with pytest.raises(TextError):
        fill("kết quả {}", value)


def it_says_which_place_of_a_sentence_got_no_value() -> None:
    with pytest.raises(TextError, match=r"«\{\} và \{\}»"):
        fill("{} và {}", 1)
    with pytest.raises(TextError, match=r"\{ten\}"):
        fill("{ten}", so=1)
