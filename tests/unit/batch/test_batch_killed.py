"""A batch that is killed: only whole letters are left, and going on gives what an uninterrupted run gives."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

import batched
import pytest
from batched import by_row, files, run, states

ROWS = [(f"Xã {number}", f"Người {number}") for number in range(1, 9)]
WORK = ".vbhc-batch"

# Runs the batch and kills itself in the midst of the nth call of a function that changes the disk.
KILLED = """
import os, shutil, signal, sys
folder, out, owner, name, nth, moment, option = sys.argv[1:]
sys.path[:0] = {path!r}
from pathlib import Path
import batched
from vbhc.batch import BatchOptions, render_batch

made = batched.by_row(Path(folder), {rows!r})
owner = {{"Path": Path, "shutil": shutil}}[owner]
whole, calls = getattr(owner, name), 0

def die():
    os.kill(os.getpid(), signal.SIGKILL)

def counted(*args, **how):
    global calls
    calls += 1
    if calls != int(nth):
        return whole(*args, **how)
    if moment == "midst":
        whole(args[0], args[1][: len(args[1]) // 2])
    elif moment == "after":
        whole(*args, **how)
    die()

setattr(owner, name, counted)
print("ready", flush=True)
render_batch(*made, out, BatchOptions(**({{option: True}} if option else {{}})))
print("done", flush=True)
"""


def command(folder: Path, out: Path, *how: str, option: str = "") -> list[str]:
    script = KILLED.format(path=[str(Path(batched.__file__).parent), *sys.path], rows=ROWS)
    return [sys.executable, "-c", script, str(folder), str(out), *how, option]


def killed(folder: Path, out: Path, *how: str, option: str = "") -> None:
    """Runs the batch until it kills itself where ``how`` says."""
    args = command(folder, out, *how, option=option)
    ended = subprocess.run(args, capture_output=True, text=True, check=False, cwd=folder)
    assert (ended.returncode, ended.stdout) == (-signal.SIGKILL, "ready\n"), ended.stderr


def holds_only_whole_files(out: Path, fresh: Path) -> None:
    """What stands in the folder, but for the hidden one, is as the uninterrupted run left it."""
    wanted = files(fresh)
    left = {name: data for name, data in files(out).items() if not name.startswith(WORK)} if out.exists() else {}
    assert {name: wanted.get(name) for name in left} == left


@pytest.fixture
def fresh(tmp_path: Path) -> Path:
    """What an uninterrupted run leaves."""
    out = tmp_path / "fresh"
    assert states(run(by_row(tmp_path, ROWS), out)) == ["ok"] * 8
    return out


@pytest.mark.parametrize(
    ("owner", "name", "nth", "moment"),
    [
        ("Path", "mkdir", 1, "after"),
        ("Path", "mkdir", 2, "after"),
        ("Path", "write_bytes", 1, "before"),
        ("Path", "write_bytes", 3, "midst"),
        ("Path", "write_bytes", 8, "after"),
        ("Path", "hardlink_to", 1, "before"),
        ("Path", "hardlink_to", 4, "after"),
        ("Path", "unlink", 2, "before"),
        ("Path", "open", 5, "before"),
        ("Path", "write_bytes", 9, "midst"),
        ("Path", "write_bytes", 10, "before"),
        ("Path", "replace", 1, "before"),
        ("Path", "replace", 1, "after"),
        ("Path", "replace", 2, "after"),
        ("shutil", "rmtree", 1, "before"),
    ],
)
def it_leaves_whole_files_when_killed_and_then_goes_on(
    tmp_path: Path, fresh: Path, owner: str, name: str, nth: int, moment: str
) -> None:
    out = tmp_path / "out"
    killed(tmp_path, out, owner, name, str(nth), moment)
    holds_only_whole_files(out, fresh)
    assert states(run(by_row(tmp_path, ROWS), out, resume=True)) == ["ok"] * 8
    assert files(out) == files(fresh)


def it_can_be_killed_while_it_writes_over_letters(tmp_path: Path, fresh: Path) -> None:
    out = tmp_path / "out"
    run(by_row(tmp_path, ROWS, "Trước: {{ dong.ten_xa }}, {{ dong.dau_moi }}.\n"), out)
    before = files(out)
    killed(tmp_path, out, "Path", "replace", "4", "after", option="force")
    after = {name: data for name, data in files(out).items() if not name.startswith(WORK)}
    wanted = files(fresh)
    assert all(data in (before[name], wanted[name]) for name, data in after.items())
    assert sum(after[name] == wanted[name] for name in after) == 4
    assert states(run(by_row(tmp_path, ROWS), out, resume=True, force=True)) == ["ok"] * 8
    assert files(out) == wanted


@pytest.mark.parametrize("seconds", [0.01, 0.02, 0.03, 0.05, 0.08])
def it_can_be_killed_at_any_moment(tmp_path: Path, fresh: Path, seconds: float) -> None:
    out = tmp_path / "out"
    args = command(tmp_path, out, "Path", "rename", "99", "")
    with subprocess.Popen(args, stdout=subprocess.PIPE, text=True, cwd=tmp_path) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        time.sleep(seconds)
        process.kill()
    holds_only_whole_files(out, fresh)
    run(by_row(tmp_path, ROWS), out, resume=True)
    assert files(out) == files(fresh)


@pytest.mark.parametrize("cut", [1, 30, 10_000])
def it_passes_over_a_torn_line_of_its_journal(tmp_path: Path, fresh: Path, cut: int) -> None:
    out = tmp_path / "out"
    killed(tmp_path, out, "Path", "hardlink_to", "6", "before")
    journal = out / WORK / "nhat-ky.jsonl"
    journal.write_bytes(journal.read_bytes()[:-cut])
    made = by_row(tmp_path, ROWS)
    run(made, out, resume=True)
    assert files(out) == files(fresh)


def it_does_not_spoil_the_next_line_of_its_journal_by_a_torn_one(tmp_path: Path) -> None:
    out = tmp_path / "out"
    killed(tmp_path, out, "Path", "hardlink_to", "6", "before")
    journal = out / WORK / "nhat-ky.jsonl"
    journal.write_bytes(journal.read_bytes()[:-30])
    killed(tmp_path, out, "Path", "hardlink_to", "2", "before", option="resume")
    lines = [line for line in journal.read_text("utf-8").split("\n") if line]
    assert [line.endswith("}") for line in lines] == [True] * 4 + [False] + [True] * 2


def it_knows_from_its_journal_which_letters_stand(tmp_path: Path, fresh: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "out"
    killed(tmp_path, out, "Path", "hardlink_to", "6", "before")
    written: list[int] = []
    from vbhc.batch import writing

    whole = writing.output_of
    monkeypatch.setattr(writing, "output_of", lambda *a, **how: written.append(1) or whole(*a, **how))
    run(by_row(tmp_path, ROWS), out, resume=True)
    assert len(written) == 3
    assert files(out) == files(fresh)
