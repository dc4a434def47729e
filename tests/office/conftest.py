"""All letters of these tests, written once and drawn by one call of LibreOffice."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from drawn_letter import DrawnLetter
from letters_to_draw import all_letters
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
