"""Template packs: a folder with a manifest and a Word file that a maintainer edits."""

from __future__ import annotations

from vbhc.packs.loading import Pack, list_packs, load_pack
from vbhc.packs.manifest import Manifest

__all__ = ["Manifest", "Pack", "list_packs", "load_pack"]
