"""Batches on executors: the same bytes from threads, processes and a cluster, and no crash when one of them breaks."""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

import pytest
from batched import ROWS, by_agency, by_row, files, said, states

from vbhc.batch import BatchOptions, LetterResult, render_batch
from vbhc.batch.running import in_parts

MANY = [(f"Xã {number}", f"Người {number}") for number in range(1, 151)]


def processes() -> Executor:
    return ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("spawn"))


@contextmanager
def dask_cluster() -> Iterator[Executor]:
    """Two processes of Dask, as a program on a cluster meets them."""
    distributed = pytest.importorskip("distributed", reason="could not import distributed: pip install 'vbhc[dask]'")
    dask = pytest.importorskip("dask")
    with (
        dask.config.set({"distributed.scheduler.allowed-failures": 0}),
        distributed.LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as cluster,
        distributed.Client(cluster) as client,
        client.get_executor() as executor,
    ):
        yield executor


@pytest.mark.parametrize(
    "made",
    [lambda: ThreadPoolExecutor(4), processes, dask_cluster],
    ids=["threads", "processes", "dask"],
)
def it_writes_the_same_files_on_any_executor(
    tmp_path: Path, made: Callable[[], AbstractContextManager[Executor]]
) -> None:
    batch = by_row(tmp_path, [*MANY, ("Xã lỗi", "")])
    alone, spread = tmp_path / "alone", tmp_path / "spread"
    render_batch(*batch, alone)
    done: list[LetterResult] = []
    with made() as executor:
        result = render_batch(*batch, spread, executor=executor, on_done=done.append)
    assert result.out == spread
    assert states(result) == ["ok"] * 150 + ["loi"]
    assert sorted(done, key=lambda letter: letter.stt) == list(result.letters)
    assert files(spread) == files(alone)


def it_sends_workbooks_and_selections_to_other_processes(tmp_path: Path) -> None:
    with processes() as executor:
        render_batch(*by_agency(tmp_path), tmp_path / "spread", executor=executor)
    render_batch(*by_agency(tmp_path), tmp_path / "alone")
    assert files(tmp_path / "spread") == files(tmp_path / "alone")


class Slow(Executor):
    """Keeps what it is given until it is asked, and counts how much waits at once."""

    def __init__(self) -> None:
        self.most, self._waiting, self._lock = 0, 0, threading.Lock()
        self._pool = ThreadPoolExecutor(1)

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        with self._lock:
            self._waiting += 1
            self.most = max(self.most, self._waiting)
        future = self._pool.submit(fn, *args, **kwargs)
        future.add_done_callback(self._one_less)
        return future

    def _one_less(self, _: object) -> None:
        with self._lock:
            self._waiting -= 1


def it_sends_no_more_than_a_few_tasks_at_a_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vbhc.batch.running._MOST_TASKS", 4)
    executor = Slow()
    assert render_batch(*by_row(tmp_path, MANY), tmp_path / "out", executor=executor).ok
    assert 1 < executor.most <= 4


def it_sends_many_letters_together_and_few_apart() -> None:
    with ThreadPoolExecutor(1) as executor:
        assert [len(part) for part in in_parts(range(5), executor)] == [1] * 5
        assert {len(part) for part in in_parts(range(5000), executor)} == {20}
    assert {len(part) for part in in_parts(range(5000), None)} == {1}
    assert [*in_parts((), None)] == []


class Refusing(Executor):
    """Takes some tasks, then refuses all."""

    def __init__(self, takes: int) -> None:
        self._takes = takes

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        if not self._takes:
            raise RuntimeError("cannot schedule new futures after shutdown")
        self._takes -= 1
        future: Future[Any] = Future()
        future.set_result(fn(*args, **kwargs))
        return future


@pytest.mark.parametrize("takes", [0, 1, 2])
def it_tells_the_letters_that_an_executor_refuses(tmp_path: Path, takes: int) -> None:
    result = render_batch(*by_row(tmp_path), tmp_path / "out", executor=Refusing(takes))
    assert states(result) == ["ok"] * takes + ["loi"] * (3 - takes)
    [told] = set(said(result))
    assert told.startswith("LỖI VB307 nơi chạy đã dừng, hoặc không nhận làm thư này → chạy lại với --resume; ")


def it_tells_the_letters_that_were_cancelled(tmp_path: Path) -> None:
    class Cancelling(Executor):
        def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
            future: Future[Any] = Future()
            future.cancel()
            future.set_running_or_notify_cancel()
            return future

    result = render_batch(*by_row(tmp_path), tmp_path / "out", executor=Cancelling())
    assert states(result) == ["loi"] * 3


class Deadly:
    """A cell that ends the process in which it is printed."""

    def __init__(self, pid: int) -> None:
        self._pid = pid

    def __str__(self) -> str:
        if os.getpid() != self._pid:
            os._exit(1)
        return "Y"


@pytest.mark.parametrize("made", [processes, dask_cluster])
def it_survives_the_death_of_its_processes_and_goes_on_when_asked(
    tmp_path: Path, made: Callable[[], AbstractContextManager[Executor]]
) -> None:
    opened, letters = by_row(tmp_path, [*ROWS, ("Xã X", "Y")])
    vars(letters.letters[3].names["dong"])["dau_moi"] = Deadly(os.getpid())
    out = tmp_path / "out"
    with made() as executor:
        result = render_batch(opened, letters, out, executor=executor)
    assert states(result)[3] == "loi"
    assert "VB307" in said(result)[-1]
    assert {it.name for it in out.iterdir()} >= {"bao-cao.json", "bao-cao.csv"}
    whole = by_row(tmp_path, [*ROWS, ("Xã X", "Y")])
    assert render_batch(*whole, out, BatchOptions(resume=True)).ok
    render_batch(*whole, tmp_path / "fresh")
    assert files(out) == files(tmp_path / "fresh")


def it_tells_letters_that_cannot_be_sent(tmp_path: Path) -> None:
    opened, letters = by_row(tmp_path)
    vars(letters.letters[1].names["dong"])["dau_moi"] = lambda: None
    with processes() as executor:
        result = render_batch(opened, letters, tmp_path / "out", executor=executor)
    assert states(result) == ["ok", "loi", "ok"]


def it_waits_for_nothing_more_when_it_is_interrupted(tmp_path: Path) -> None:
    def interrupted(letter: LetterResult) -> None:
        raise KeyboardInterrupt

    futures: list[Future[Any]] = []

    class Remembering(ThreadPoolExecutor):
        def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
            futures.append(super().submit(fn, *args, **kwargs))
            return futures[-1]

    with Remembering(1) as executor, pytest.raises(KeyboardInterrupt):
        render_batch(*by_row(tmp_path, MANY), tmp_path / "out", executor=executor, on_done=interrupted)
    assert sum(future.cancelled() for future in futures) > 10
    assert len(list((tmp_path / "out").glob("*.docx"))) == 1
