"""A văn bản written anew each time that its file, or a workbook it takes numbers from, is saved."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import click

from vbhc.cli.rendering import Rendering
from vbhc.cli.unexpected import said_of
from vbhc.errors import OutputError, VbhcError
from vbhc.saving import refuse_occupied

# Looking costs nothing for a handful of files, is the same on every system, sees what is saved on a network drive, of
# which no system tells, and needs no dependency.
_POLL_S = 0.5
_POLLS_AWAY = 4  # an editor that replaces a file is done by then

_Stamps = dict[Path, tuple[int, int] | None]


def watch(
    rendering: Rendering, *, overwrite: bool, sleep: Callable[[float], object], time_of_day: Callable[[], str]
) -> None:
    """Render now and after every save until Ctrl-C; what fails is told, and the last good file stays.

    ``overwrite``: the first time too; what was written here is always written over. ``sleep`` takes seconds. Raises
    `OutputError` where the first time may not write.
    """
    for path in rendering.outputs:
        refuse_occupied(path, overwrite=overwrite)
    seen = _stamps([Path(rendering.source), *map(Path, rendering.data.values())])
    told: set[Path] = set()
    try:
        while True:
            seen = _stamps_now(rendering, seen)
            overwrite = _wrote(rendering, time_of_day(), overwrite=overwrite) or overwrite
            if seen.keys() != told:
                told = set(seen)
                click.echo(f"Đang theo dõi {', '.join(map(str, seen))}: lưu tệp là ghi lại văn bản; Ctrl-C để dừng.")
            _wait_for_save(seen, sleep)
    except KeyboardInterrupt:
        click.echo("\nĐã dừng theo dõi.")


def _stamps_now(rendering: Rendering, known: _Stamps) -> _Stamps:
    """The files to watch as they are; the workbooks ``known`` so far where the văn bản does not tell of any."""
    source = Path(rendering.source)
    stamp = _stamp(source)  # before it is read, or a save meanwhile would be missed
    try:
        workbooks: Iterable[Path] = rendering.workbooks()
    except Exception:  # which rendering tells
        workbooks = [path for path in known if path != source]
    return {source: stamp} | _stamps(workbooks)


def _wrote(rendering: Rendering, at: str, *, overwrite: bool) -> bool:
    """Whether the văn bản was written; what came of it is told with the time of day."""
    try:
        words = rendering.run(overwrite=overwrite)
    except Exception as error:  # of one turn, and the next save may mend it
        click.echo(f"{at} LỖI: {error if isinstance(error, VbhcError) else said_of(error)}", err=True)
        if overwrite and isinstance(error, OutputError):
            click.echo("Nếu tệp đang mở trong Word: đóng tệp đó, rồi lưu lại bản thảo.", err=True)
        return False
    click.echo(f"{at} {words}")
    return True


def _wait_for_save(seen: _Stamps, sleep: Callable[[float], object]) -> None:
    """Until some file is another than was ``seen`` and has come to rest, or has been away for long."""
    last, resting = seen, 0
    while True:
        sleep(_POLL_S)
        now = _stamps(seen)
        resting = resting + 1 if now == last else 0
        last = now
        away = any(now[path] is None and stamp is not None for path, stamp in seen.items())
        if now != seen and resting >= (_POLLS_AWAY if away else 1):
            return


def _stamps(paths: Iterable[Path]) -> _Stamps:
    return {path: _stamp(path) for path in paths}


def _stamp(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    return found.st_mtime_ns, found.st_size
