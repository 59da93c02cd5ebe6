"""A folder in which toc is installed, as the steps leave it, without waiting for the network."""

from __future__ import annotations

import sys
import sysconfig
import venv
from typing import TYPE_CHECKING

from runner import ROOT

if TYPE_CHECKING:
    from pathlib import Path

_SCRIPT = "import sys\nfrom toc.cli import main\nif __name__ == '__main__':\n    sys.exit(main())\n"


def install(folder: Path) -> None:
    """Make an environment of Python with this checkout in it, and the command as pip writes it."""
    venv.create(folder, symlinks=True)
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    paths = [str(ROOT), sysconfig.get_path("purelib"), sysconfig.get_path("platlib")]
    (folder / "lib" / version / "site-packages" / "toc.pth").write_text("\n".join(dict.fromkeys(paths)) + "\n")
    command = folder / "bin" / "toc"
    command.write_text(f"#!{folder}/bin/python\n{_SCRIPT}")
    command.chmod(0o755)
