"""Whatever a test writes is looked at: whole pytest runs are made here, to see them go red."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from support.audit import audit_problems
from support.golden import comparer
from support.sample import mark, note, paragraph, sample
from support.sdk import Waiting, shape
from support.tools import need

pytest_plugins = ["pytester"]

TESTS = Path(__file__).parent.parent
PREAMBLE = """
import pytest
from support.sample import paragraph, sample
from support.tools import need
SOUND = sample(paragraph("Kính gửi")).write()
BROKEN = sample(paragraph("Kính gửi"), section="").write()
TEMPLATE = sample(paragraph("{{ kinh_gui }}")).write()
def put(folder, data):
    folder.mkdir(exist_ok=True)
    (folder / "a.docx").write_bytes(data)
"""


@pytest.fixture
def inner(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> pytest.Pytester:
    """A project of one test file that lives in this project's test house, on a machine with no tool at all."""
    shutil.copy(TESTS / "conftest.py", pytester.path)
    pytester.makeini(f"[pytest]\npythonpath = {TESTS}\npython_functions = it_*")
    for name in ("OOXML_VALIDATOR_CLI", "CI", "VBHC_FULL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PATH", "")
    return pytester


def run(inner: pytest.Pytester, source: str, *options: str) -> pytest.RunResult:
    """Run ``source`` as a test file; what it writes goes where the outer run does not look."""
    inner.makepyfile(test_inner=PREAMBLE + source)
    return inner.runpytest_subprocess("-p", "no:cacheprovider", "-rA", "--basetemp=broken", *options)


def it_looks_at_every_file_a_test_leaves_behind(inner: pytest.Pytester):
    source = """
def it_is_sound(tmp_path): put(tmp_path, SOUND)
def it_is_broken(tmp_path): put(tmp_path, BROKEN)
def it_has_tags(tmp_path): put(tmp_path / "deep", TEMPLATE)
"""
    result = run(inner, source)
    result.assert_outcomes(passed=3, errors=2)
    result.stdout.fnmatch_lines(["*a.docx: section_properties_end_the_body*", "*deep/a.docx: no_tag_is_left*"])


def it_knows_by_marker_or_folder_what_is_no_finished_document(inner: pytest.Pytester):
    source = """
@pytest.mark.broken_docx
def it_is_broken_by_marker(tmp_path): put(tmp_path, BROKEN)
@pytest.mark.template_docx
def it_is_a_template_by_marker(tmp_path): put(tmp_path, TEMPLATE)
def it_is_broken_by_folder(tmp_path): put(tmp_path / "broken", BROKEN)
def it_is_a_template_by_folder(tmp_path): put(tmp_path / "templates", TEMPLATE)
"""
    run(inner, source).assert_outcomes(passed=4)


def it_looks_at_the_files_of_wider_fixtures_at_the_end(inner: pytest.Pytester):
    source = """
@pytest.fixture(scope="session")
def letter(tmp_path_factory): put(tmp_path_factory.mktemp("x"), BROKEN)
def it_uses(letter): pass
"""
    run(inner, source).assert_outcomes(passed=1, errors=1)


LEFT_OUT = """
def it_draws(): need("soffice")
def it_imports(): pytest.importorskip("no_such_package")
def it_is_no_matter_of_tools(): pytest.skip("root may write anywhere")
"""


def it_skips_with_a_reason_what_the_machine_lacks(inner: pytest.Pytester):
    result = run(inner, LEFT_OUT)
    result.assert_outcomes(skipped=3)
    result.stdout.fnmatch_lines(["Open XML SDK: skipped, missing tool: ooxml-validator*"])
    result.stdout.fnmatch_lines(["SKIPPED*missing tool: soffice (Debian package libreoffice-writer-nogui)"])


def it_fails_in_a_full_run_for_what_the_machine_lacks(inner: pytest.Pytester, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("VBHC_FULL", "1")
    result = run(inner, LEFT_OUT)
    result.assert_outcomes(failed=2, skipped=1, errors=1)
    result.stdout.fnmatch_lines(["*a full run leaves nothing out*soffice*", "*skipped, missing tool: ooxml-validator*"])


def it_rewrites_goldens_only_outside_ci(inner: pytest.Pytester, monkeypatch: pytest.MonkeyPatch):
    source = "def it_holds(golden): golden('thu', 'một dòng')"
    run(inner, source, "--rewrite-goldens").assert_outcomes(passed=1)
    kept = inner.path / "golden/thu.txt"
    assert kept.read_text(encoding="utf-8") == "một dòng"
    kept.unlink()
    monkeypatch.setenv("CI", "true")
    assert run(inner, source, "--rewrite-goldens").ret == pytest.ExitCode.USAGE_ERROR
    assert not kept.exists()


def it_holds_a_result_against_its_golden_and_shows_the_difference(tmp_path: Path):
    with pytest.raises(pytest.fail.Exception, match="not there yet"):
        comparer(tmp_path, rewrite=False)("thu", "một\nhai\n")
    comparer(tmp_path, rewrite=True)("thu", "một\nhai\n")
    comparer(tmp_path, rewrite=False)("thu", "một\nhai\n")
    with pytest.raises(pytest.fail.Exception, match="-hai\n\\+ba\n"):
        comparer(tmp_path, rewrite=False)("thu", "một\nba\n")


def it_takes_files_that_differ_in_words_alone_for_one():
    assert shape(sample(paragraph("một"))) == shape(sample(paragraph("hai")))
    assert shape(sample(paragraph("một"))) != shape(sample(paragraph("một") + paragraph("hai")))
    assert shape(sample(paragraph("một"))) != shape(sample(paragraph("một", style="Dam")))


def it_judges_every_file_by_itself_whatever_was_looked_at_before():
    def noted(marked: int, *ids: int) -> bytes:
        return sample(paragraph("Thân", after=mark(marked)), footnotes="".join(note(n, "Chú.") for n in ids)).write()

    sound = [noted(1, 1), noted(2, 2, 3), noted(6, 4, 5, 6)]
    broken = noted(7, 1)
    for _ in range(30):
        for data in sound:
            assert audit_problems(data) == []
        assert any("'7' was not found" in problem for problem in audit_problems(broken))


def it_asks_the_open_xml_sdk():
    program = need("ooxml-validator")
    waiting, sound = Waiting(), sample(paragraph("một"))
    bent = sound.edited("word/styles.xml", '<w:jc w:val="both"/>', '<w:jc w:val="la"/>')
    waiting.add("1", "sound", sound.write())
    waiting.add("2", "bent", bent.write())
    found = waiting.check(program)
    assert [problem.partition(" ")[0] for problem in found] == ["bent:"]
    assert waiting.summary.startswith("2 files")


def it_names_the_file_when_the_validator_itself_fails(tmp_path: Path):
    program = tmp_path / "validator"
    program.write_text("#!/bin/sh\necho no memory >&2\n", encoding="utf-8")
    program.chmod(0o755)
    waiting = Waiting()
    waiting.add("1", "thư.docx", b"")
    assert waiting.check(str(program)) == ["thư.docx: the validator failed: no memory"]
