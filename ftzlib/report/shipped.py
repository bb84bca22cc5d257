"""The notebooks and the article that come with the package, also where only a wheel is installed."""

from __future__ import annotations

import shutil
from pathlib import Path

from ftzlib.text.document import FolderError

_SHIPPED = Path(__file__).with_name("shipped")
NOTEBOOKS, SEEDS = _SHIPPED / "notebooks", _SHIPPED / "seeds"


def lay_out(folder: Path) -> list[Path]:
    """Copy the notebooks and their article into a folder, to be worked on.

    Returns
    -------
    list of Path
        The notebooks.

    Raises
    ------
    FolderError
        If the folder has one of these files already, or cannot be written; then nothing was copied.
    """
    copies = {path: folder / part.name / path.name for part in (NOTEBOOKS, SEEDS) for path in sorted(part.iterdir())}
    if there := next((copy for copy in copies.values() if copy.exists()), None):
        raise FolderError(f"{there}: is there already and would be overwritten; name another folder")
    try:
        for path, copy in copies.items():
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, copy)
    except OSError as problem:
        raise FolderError(f"{folder}: cannot be written ({problem.strerror}); check permissions and space") from None
    return [copy for copy in copies.values() if copy.suffix == ".ipynb"]
