"""What happens when toc is built or installed: the parts of CodeMirror are put where the page finds them.

They are fetched by npm from what `toc/live/page/package-lock.json` names, in a temporary folder, and of each package
exactly its one ES module is copied into `toc/live/page/vendor/`, together with all licences. A stamp there says for
which lock file that was done; where it fits, nothing is fetched, so that a source package builds without a network.
Without npm the build goes on, and the page is the plain one, as it is with TOC_PLAIN_PAGE=1.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
from hashlib import sha256
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

PAGE = Path("toc", "live", "page")
FETCH = ("ci", "--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier", "--fetch-retries=1")
SECONDS = 120
LICENCES, STAMP = "LICENCES.txt", "stamp"
TROUBLES = (OSError, subprocess.SubprocessError, ValueError, KeyError)


class EditorHook(BuildHookInterface):
    """Fills the vendor folder before anything is packed, and says what of it belongs into the package."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002  hatchling calls it so
        """Fetch what is missing; git ignores the folder, so the build is told to take it all the same."""
        if os.environ.get("TOC_PLAIN_PAGE") == "1":
            return
        page = Path(self.root) / PAGE
        try:
            if not _up_to_date(page):
                _fetch(page)
        except TROUBLES as error:
            self.app.display_warning(f"The page of ‘toc live’ is the plain one, without the editor: {_reason(error)}")
        else:
            build_data["artifacts"] += [f"/{PAGE.as_posix()}/vendor/{name}" for name in ("*.js", LICENCES, STAMP)]


def _digest(page: Path) -> str:
    return sha256((page / "package-lock.json").read_bytes()).hexdigest()


def _up_to_date(page: Path) -> bool:
    stamp = page / "vendor" / STAMP
    return stamp.is_file() and stamp.read_text(encoding="utf-8") == _digest(page)


def _fetch(page: Path) -> None:
    npm = shutil.which("npm")
    if npm is None:
        msg = "npm, which comes with Node.js, is not installed"
        raise OSError(msg)
    with tempfile.TemporaryDirectory() as name:
        for file in ("package.json", "package-lock.json"):
            shutil.copy(page / file, name)
        subprocess.run([npm, *FETCH], cwd=name, check=True, capture_output=True, timeout=SECONDS)  # noqa: S603
        _put(_modules(Path(name)), _licences(Path(name)), page)


def _packages(fetched: Path) -> list[tuple[Path, dict[str, Any]]]:
    """Give every package that came, with what its package.json says."""
    lock = json.loads((fetched / "package-lock.json").read_text(encoding="utf-8"))
    folders = [fetched / place for place in lock["packages"] if place]
    return [(folder, json.loads((folder / "package.json").read_text(encoding="utf-8"))) for folder in folders]


def _modules(fetched: Path) -> dict[str, bytes]:
    """Give the one module of each package, by a name without folders."""
    return {
        f"{about['name'].removeprefix('@').replace('/', '-')}.js": (folder / about["exports"]["import"]).read_bytes()
        for folder, about in _packages(fetched)
    }


def _licences(fetched: Path) -> bytes:
    texts = [
        f"{about['name']} {about['version']}\n\n{(folder / 'LICENSE').read_text(encoding='utf-8').strip()}\n"
        for folder, about in _packages(fetched)
    ]
    return f"\n{'-' * 72}\n\n".join(texts).encode("utf-8")


def _put(modules: dict[str, bytes], licences: bytes, page: Path) -> None:
    """Write the folder; an old stamp goes first and the new one comes last, so that half a folder counts as none.

    Two builds at once write the same, each file in one step.
    """
    vendor = page / "vendor"
    vendor.mkdir(exist_ok=True)
    if not _up_to_date(page):
        (vendor / STAMP).unlink(missing_ok=True)
    content = {**modules, LICENCES: licences, STAMP: _digest(page).encode()}
    for old in vendor.glob("*.js"):
        if old.name not in content:
            old.unlink(missing_ok=True)
    for file, data in content.items():
        handle, unfinished = tempfile.mkstemp(dir=vendor)
        with os.fdopen(handle, "wb") as opened:
            opened.write(data)
        os.chmod(unfinished, 0o644)
        os.replace(unfinished, vendor / file)


def _reason(error: Exception) -> str:
    if isinstance(error, subprocess.CalledProcessError):
        said = error.stderr.decode("utf-8", "replace").strip().splitlines()
        return f"npm could not fetch it ({said[0] if said else error.returncode})"
    return str(error) or type(error).__name__
