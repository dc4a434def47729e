"""The examples in the docstrings of the room."""

from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest

from vbhc import indicators


@pytest.mark.parametrize("name", [module.name for module in pkgutil.iter_modules(indicators.__path__)])
def it_says_in_its_examples_what_happens(name: str) -> None:
    assert doctest.testmod(importlib.import_module(f"vbhc.indicators.{name}")).failed == 0
