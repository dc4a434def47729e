"""What conforms gives no finding: documents made by hand in every construction, and those that the library writes."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from support import plausible
from support.handmade import CONFORMING
from support.plain import told

from vbhc import VanBan, render_bytes


@pytest.mark.parametrize("make", CONFORMING.values(), ids=CONFORMING.keys())
def it_finds_nothing_in_documents_made_by_hand(make: Callable[[], bytes]) -> None:
    assert told(make()) == []


@given(plausible.van_ban())
@settings(max_examples=40)
def it_finds_nothing_in_what_the_library_writes(van_ban: VanBan) -> None:
    assert told(render_bytes(van_ban)) == []
