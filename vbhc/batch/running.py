"""Tasks put to an executor, a few at a time; what comes back, or why nothing does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from typing import NamedTuple, TypeVar

from vbhc.batch.failures import unforeseen
from vbhc.batch.writing import Made, Task, write_letters

# Of letters to a task, and of tasks at a time: enough for a cluster, little in memory.
_MOST_LETTERS, _MOST_TASKS = 20, 64

T = TypeVar("T")


class Finished(NamedTuple):
    """A task and what came of each of its letters."""

    task: Task
    made: Sequence[Made]


def in_parts(items: Sequence[T], executor: Executor | None) -> Iterator[Sequence[T]]:
    """The items as one task each takes them: one by one here, more together for an executor."""
    size = min(_MOST_LETTERS, max(1, len(items) // _MOST_TASKS)) if executor else 1
    for start in range(0, len(items), size):
        yield items[start : start + size]


def run(tasks: Iterable[Task], executor: Executor | None) -> Iterator[Finished]:
    """What comes of the tasks, in the order in which they are done; without an executor they are done here.

    An executor that breaks, or a machine that is lost, is told of the letters that were sent to it.
    """
    if executor is None:
        yield from (Finished(task, write_letters(task)) for task in tasks)
        return
    waiting: dict[Future[tuple[Made, ...]], Task] = {}
    try:
        for task in tasks:
            try:
                waiting[executor.submit(write_letters, task)] = task
            except Exception as error:  # whatever an executor runs into, the letters get to know
                yield _lost(task, error)
            if len(waiting) >= _MOST_TASKS:
                yield from _done(waiting)
        while waiting:
            yield from _done(waiting)
    finally:
        for future in waiting:
            future.cancel()


def _done(waiting: dict[Future[tuple[Made, ...]], Task]) -> Iterator[Finished]:
    """The tasks that are done first, gone from ``waiting``."""
    for future in wait(waiting, return_when=FIRST_COMPLETED).done:
        task = waiting.pop(future)
        try:
            made = future.result()
        except Exception as error:
            yield _lost(task, error)
        else:
            yield Finished(task, made)


def _lost(task: Task, error: Exception) -> Finished:
    return Finished(task, [Made(unforeseen("noi-chay-dung", error)) for _ in task.asked])
