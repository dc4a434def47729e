"""Microsoft's Open XML SDK as the program ``ooxml-validator``: half a second a file or more, so it runs at the end.

The program takes one file a call. Files that differ in their words alone are one file to a schema, so only the first
of each shape is kept for it: a hundred letters of a property test cost as much as one.
"""

from __future__ import annotations

import hashlib
import json
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from support.package import Package, qn

WORKERS = 2
SECONDS_A_FILE = 120
FREE_TEXT = frozenset({qn("w:t")})
FREE_TEXT_PARTS = ("docProps/",)


def shape(package: Package) -> str:
    """A digest of everything in ``package`` but its words."""
    digest = hashlib.sha256()
    for name in sorted(package.parts):
        digest.update(name.encode())
        tree = package.trees.get(name)
        if tree is None:
            digest.update(package.parts[name])
            continue
        words = name.startswith(FREE_TEXT_PARTS)
        for node in tree.iter():
            text = "" if words or node.tag in FREE_TEXT else (node.text or "").strip()
            digest.update(repr((node.tag, sorted(node.attrib.items()), text, len(node))).encode())
    return digest.hexdigest()


@dataclass
class Waiting:
    """The files that wait for the SDK, one of each shape, and what became of them."""

    files: dict[str, tuple[str, bytes]] = field(default_factory=dict)
    summary: str = ""

    def __contains__(self, its_shape: str) -> bool:
        return its_shape in self.files

    def add(self, its_shape: str, label: str, data: bytes) -> None:
        """Keep ``data`` for the SDK as the file of its shape; ``label`` says where it was written."""
        self.files[its_shape] = (label, data)

    def check(self, program: str) -> list[str]:
        """Run ``program`` over the files and give every error as "label: error"."""
        started = time.monotonic()
        with TemporaryDirectory() as folder, ThreadPoolExecutor(WORKERS) as pool:
            jobs = [
                (program, label, data, Path(folder, f"{number}.docx"))
                for number, (label, data) in enumerate(self.files.values())
            ]
            found = [problem for problems in pool.map(_run, jobs) for problem in problems]
        self.summary = f"{len(jobs)} files of distinct shape checked in {time.monotonic() - started:.0f} s"
        return found


def _run(job: tuple[str, str, bytes, Path]) -> list[str]:
    program, label, data, path = job
    path.write_bytes(data)
    try:
        done = subprocess.run([program, str(path)], capture_output=True, text=True, timeout=SECONDS_A_FILE, check=False)
        errors = json.loads(done.stdout)["errors"]
    except subprocess.TimeoutExpired:
        return [f"{label}: the validator did not end within {SECONDS_A_FILE} s"]
    except ValueError:
        return [f"{label}: the validator failed: {done.stderr.strip()}"]
    return [f"{label}: {error['path']} {error['xPath']}: {error['description']}" for error in errors]


WAITING = Waiting()
