"""Nothing is found in headings that conform, of every kind and however they are made."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from heading_findings import told
from support.handmade import CONFORMING


@pytest.mark.parametrize("make", CONFORMING.values(), ids=CONFORMING.keys())
def it_finds_nothing_in_a_heading_that_conforms(make: Callable[[], bytes]) -> None:
    assert told(make()) == []
