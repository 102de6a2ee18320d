"""Several files of an author replaced together: all of them, or none."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from game.disk import sync_folder, write_synced


def rewrite(files: Mapping[Path, bytes], before: Mapping[Path, bytes]) -> None:
    """Replace each file by its new content.

    Args:
        before: what each held when the new content was made; a file that somebody changed since is not
            overwritten.

    Raises:
        OSError: nothing was changed, or what was is put back.
    """
    ready: list[tuple[Path, Path]] = []
    done: list[Path] = []
    try:
        for path, content in files.items():
            if path.read_bytes() != before[path]:
                raise OSError(None, f"{path.name} was changed meanwhile")
            target = path.resolve()  # a link stays a link
            beside = target.with_name(f".{target.name}.{os.getpid()}")
            ready.append((beside, path))
            write_synced(beside, content)
            beside.chmod(target.stat().st_mode & 0o7777)
        for beside, path in ready:
            os.replace(beside, path.resolve())
            done.append(path)
        for folder in {beside.parent for beside, _ in ready}:
            sync_folder(folder)
    except OSError:
        for path in done:
            path.write_bytes(before[path])
        raise
    finally:
        for beside, _ in ready:
            with suppress(OSError):
                beside.unlink(missing_ok=True)
