"""How far long work is, as somebody at a terminal sees it."""

from collections.abc import Callable
from types import SimpleNamespace

import pytest

from vbhc.cli.progress import Progress, how_far

Shown = Callable[[], list[str]]


class Clock:
    """A clock that stands until it is set."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def shown(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Shown:
    """What stands on the line of a terminal after each of the writes to it."""
    terminal = SimpleNamespace(isatty=lambda: True)
    monkeypatch.setattr("vbhc.cli.progress.sys", SimpleNamespace(stderr=terminal))  # pytest changes its own per phase
    monkeypatch.setenv("COLUMNS", "100")

    def read() -> list[str]:
        frames = [""]
        for written in filter(None, capsys.readouterr().err.split("\r")):
            frames.append((written + frames[-1][len(written) :]).rstrip())
        return frames[1:]

    return read


def it_counts_with_rate_and_time_left_and_goes_again(shown: Shown) -> None:
    clock = Clock()
    with Progress(4, unit="thư", clock=clock) as progress:
        clock.now = 2
        progress.step("Sở Y tế")
        clock.now = 3
        progress.step("Sở Tư pháp")
    assert shown() == [
        "░░░░░░░░░░░░░░░░░░░░ 0/4 thư",
        "█████░░░░░░░░░░░░░░░ 1/4 thư, 0,5 thư/giây, còn 6 giây  Sở Y tế",
        "██████████░░░░░░░░░░ 2/4 thư, 0,7 thư/giây, còn 3 giây  Sở Tư pháp",
        "",
    ]


def it_leaves_nothing_of_a_longer_line(shown: Shown) -> None:
    with Progress(2, unit="thư", clock=lambda: 0) as progress:
        progress.step("Sở Giao thông vận tải")
        progress.step("A")
    assert [line[21:] for line in shown()] == ["0/2 thư", "1/2 thư  Sở Giao thông vận tải", "2/2 thư  A", ""]


def it_goes_again_also_when_the_work_breaks_off(shown: Shown) -> None:
    with pytest.raises(KeyboardInterrupt), Progress(2, unit="thư"):
        raise KeyboardInterrupt
    assert shown()[-1] == ""


def it_stays_on_one_line_of_a_narrow_terminal(shown: Shown, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    with Progress(2, unit="thư", clock=lambda: 0) as progress:
        progress.step("ủy ban nhân dân các xã, phường" * 3)
    assert max(map(len, shown())) == 39


@pytest.mark.parametrize("total", [0, 1])
def it_does_not_count_to_one(shown: Shown, total: int) -> None:
    with Progress(total, unit="thư") as progress:
        progress.step("Sở Y tế")
    assert shown() == []


def it_says_nothing_where_nobody_looks(capsys: pytest.CaptureFixture[str]) -> None:
    with Progress(2, unit="thư") as progress:
        progress.step("Sở Y tế")
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("seconds", "left"),
    [(0.1, "1 giây"), (60, "1 phút"), (90.5, "1 phút 31 giây"), (3600, "1 giờ"), (3905, "1 giờ 5 phút")],
)
def it_tells_the_time_left_in_words_and_never_too_early(seconds: float, left: str) -> None:
    assert how_far(1, 2, seconds=seconds, unit="thư").endswith(f", còn {left}")


def it_has_no_time_left_at_the_end() -> None:
    assert how_far(2, 2, seconds=4, unit="thư") == f"{'█' * 20} 2/2 thư, 0,5 thư/giây"
