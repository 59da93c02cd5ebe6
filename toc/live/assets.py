"""What of the page may be served: a table of names, made once from the folders `page/` and `page/vendor/`.

Nobody's path reaches the disk: what is not in the table does not exist. The parts of the editor (CodeMirror) are put
into `vendor/` by the build; where one is missing, or they are those of another lock file, there is no editor.
"""

from __future__ import annotations

import json
from functools import cache
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

PAGE = Path(__file__).with_name("page")
"""Where the page's own files are, index.html among them."""

_MEDIA = {".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8", ".svg": "image/svg+xml"}


class Asset(NamedTuple):
    """A file that may be served: where it is, and the value of its Content-Type."""

    path: Path
    media: str


@cache
def table() -> Mapping[str, Asset]:
    """Give all that may be served, by its address below the token: ``assets/NAME`` or ``vendor/NAME``."""
    found = {f"assets/{path.name}": Asset(path, _MEDIA[path.suffix]) for path in _files(PAGE, *_MEDIA)}
    if has_editor():
        found |= {f"vendor/{path.name}": Asset(path, _MEDIA[".js"]) for path in _files(PAGE / "vendor", ".js")}
    return MappingProxyType(found)


def import_map(base: str = "./") -> str | None:
    """Give the JSON of the import map, by which the editor finds its parts; None where there is no editor.

    ``base`` is put before ``vendor/NAME``; the usual one is relative to the page, so that the text, and with it its
    hash, is the same in every room.
    """
    if not has_editor():
        return None
    return json.dumps({"imports": {name: f"{base}vendor/{_flat(name)}" for name in _packages()}}, sort_keys=True)


@cache
def has_editor() -> bool:
    """Say whether all parts of the editor are here, as the lock file names them."""
    try:
        stamp = (PAGE / "vendor" / "stamp").read_text(encoding="utf-8")
        fresh = stamp == sha256((PAGE / "package-lock.json").read_bytes()).hexdigest()
    except (OSError, ValueError):
        return False
    return fresh and all((PAGE / "vendor" / _flat(name)).is_file() for name in _packages())


def _packages() -> list[str]:
    lock = json.loads((PAGE / "package-lock.json").read_text(encoding="utf-8"))
    return [place.removeprefix("node_modules/") for place in lock["packages"] if place]


def _flat(package: str) -> str:
    return f"{package.removeprefix('@').replace('/', '-')}.js"


def _files(folder: Path, *endings: str) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.suffix in endings and path.is_file())
