"""Documents of every kind and construction that conform have nothing that the rules on page and technique tell."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from support.handmade import CONFORMING, OUT_OF_SCOPE
from support.letters import don_doc, ke_hoach, trien_khai
from technique import told

from vbhc import VanBan, render_bytes

ALL = {**CONFORMING, **OUT_OF_SCOPE}


@pytest.mark.parametrize("make", ALL.values(), ids=ALL)
def it_tells_nothing_of_a_document_that_conforms(make: Callable[[], bytes]) -> None:
    assert told(make()) == []


@pytest.mark.parametrize("written", [don_doc, ke_hoach, trien_khai])
def it_tells_nothing_of_the_examples(written: Callable[[], VanBan]) -> None:
    assert told(render_bytes(written())) == []
