"""What holds for every test: each DOCX it writes is sound, and a full run leaves no check out."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import settings
from support.golden import Golden, comparer
from support.pdf import Office
from support.sdk import WAITING
from support.tools import find, full_run, left_out, missing, need, need_serif
from support.validation import problems_below

Kind = TypeVar("Kind", pytest.TestReport, pytest.CollectReport)

GOLDENS = Path(__file__).parent / "golden"
MARKERS = (
    "broken_docx: what this test writes is meant to be no sound DOCX, so nobody looks at it",
    "template_docx: the DOCX files this test writes are templates: tags may stand in them",
)
# Folders whose files need no second look at the end of the run.
LOOKED_AT: set[Path] = set()

settings.register_profile("vbhc", deadline=None, derandomize=full_run(), print_blob=True)
settings.load_profile("vbhc")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--rewrite-goldens", action="store_true", help="write tests/golden anew (never in CI)")


def pytest_configure(config: pytest.Config) -> None:
    for marker in MARKERS:
        config.addinivalue_line("markers", marker)
    if config.getoption("--rewrite-goldens") and full_run():
        raise pytest.UsageError("goldens are rewritten by a person who looks at them, not in CI")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    return _failed_if_left_out(report)


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    report = yield
    return _failed_if_left_out(report)


def _failed_if_left_out(report: Kind) -> Kind:
    if full_run() and report.skipped and left_out(str(report.longrepr)):
        report.outcome, report.longrepr = "failed", f"a full run leaves nothing out: {report.longrepr}"
    return report


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if WAITING.summary:
        terminalreporter.write_line(f"Open XML SDK: {WAITING.summary}")


@pytest.fixture(scope="session", autouse=True)
def every_docx_is_sound_to_the_sdk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """At the end of the run: files of wider fixtures are looked at too, then all go through the Open XML SDK."""
    yield
    found = list(problems_below(tmp_path_factory.getbasetemp(), skip=LOOKED_AT))
    if program := find("ooxml-validator"):
        found += WAITING.check(program)
    else:
        WAITING.summary = f"skipped, {missing('ooxml-validator')}"
        found += [WAITING.summary] if full_run() else []
    _fail_for("DOCX files are not sound:", found)


@pytest.fixture(autouse=True)
def every_docx_is_sound(request: pytest.FixtureRequest) -> Iterator[None]:
    """After each test: every DOCX below its ``tmp_path`` passes the checks that run in process."""
    folder: Path | None = request.getfixturevalue("tmp_path") if "tmp_path" in request.fixturenames else None
    yield
    if folder is None:
        return
    LOOKED_AT.add(folder)
    if request.node.get_closest_marker("broken_docx") is None:
        found = list(problems_below(folder, tags=request.node.get_closest_marker("template_docx") is not None))
        _fail_for("the test wrote a DOCX that is not sound:", found)


def _fail_for(what: str, found: list[str]) -> None:
    if found:
        pytest.fail("\n".join([what, *found]), pytrace=False)


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """LibreOffice: ``office.pdf(path)`` is the page as drawn; each file is drawn once a run."""
    for tool in ("soffice", "pdffonts", "pdftoppm"):
        need(tool)
    need_serif()
    folder = tmp_path_factory.mktemp("office")
    LOOKED_AT.add(folder)
    return Office(folder)


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """``golden("name", text)`` holds ``text`` against ``tests/golden/name.txt``."""
    return comparer(GOLDENS, rewrite=request.config.getoption("--rewrite-goldens"))
