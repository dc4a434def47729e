"""All letters of these tests, written once and drawn by one call of LibreOffice; all plans by another."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from drawn_letter import DrawnLetter
from drawn_plan import DrawnPlan
from letters_to_draw import all_letters
from plans_to_draw import all_plans
from support.pdf import Office

from vbhc import render


@pytest.fixture(scope="session")
def all_drawn(office: Office, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, DrawnLetter]:
    """Every letter by its name."""
    folder = tmp_path_factory.mktemp("letters")
    letters = all_letters()
    paths = [
        render(van_ban, folder / f"{n}.docx", pack=pack).path for n, (van_ban, pack) in enumerate(letters.values())
    ]
    pdfs = zip(letters.items(), office.pdfs(paths), strict=True)
    return {name: DrawnLetter(van_ban, pack, pdf) for (name, (van_ban, pack)), pdf in pdfs}


@pytest.fixture
def drawn(all_drawn: Mapping[str, DrawnLetter], request: pytest.FixtureRequest) -> DrawnLetter:
    """The letter that the test's parameter names."""
    return all_drawn[request.param]


@pytest.fixture(scope="session")
def all_plans_drawn(office: Office, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, DrawnPlan]:
    """Every plan by its name."""
    folder = tmp_path_factory.mktemp("plans")
    plans = {name: write() for name, write in all_plans().items()}
    paths = [render(van_ban, folder / f"{n}.docx").path for n, van_ban in enumerate(plans.values())]
    pdfs = zip(plans.items(), paths, office.pdfs(paths), strict=True)
    return {name: DrawnPlan(van_ban, path, pdf) for (name, van_ban), path, pdf in pdfs}


@pytest.fixture
def plan_drawn(all_plans_drawn: Mapping[str, DrawnPlan], request: pytest.FixtureRequest) -> DrawnPlan:
    """The plan that the test's parameter names."""
    return all_plans_drawn[request.param]


@pytest.fixture
def example(all_plans_drawn: Mapping[str, DrawnPlan]) -> DrawnPlan:
    """The plan of ``examples/ke-hoach-dti``."""
    return all_plans_drawn["example"]
