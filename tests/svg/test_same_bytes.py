"""The same text gives the same picture, byte for byte: whatever fonts a machine has, however its hashes fall."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
EXAMPLES = [*sorted((ROOT / "examples").glob("*.toc")), ROOT / "examples" / "river-basin" / "basin.toc"]
CONFIGURATION = '<?xml version="1.0"?>\n<fontconfig>{folders}</fontconfig>\n'
FONT_FOLDER = Path("/usr/share/fonts")


@pytest.fixture(scope="module")
def machines(tmp_path_factory):
    """Environments as of four machines: the fonts of this one, none, one, and all under the font folder."""
    home = tmp_path_factory.mktemp("machines")
    fonts = sorted(FONT_FOLDER.rglob("*.ttf"))
    one = home / "one"
    one.mkdir()
    if fonts:
        (one / fonts[0].name).symlink_to(fonts[0])
    found = {"none": "", "one": f"<dir>{one}</dir>", "many": f"<dir>{FONT_FOLDER}</dir>"}
    machines = [{**os.environ, "PYTHONHASHSEED": "1"}]
    for seed, (name, folders) in enumerate(found.items(), 2):
        configuration = home / f"{name}.conf"
        configuration.write_text(CONFIGURATION.format(folders=folders), encoding="utf-8")
        machines.append({**os.environ, "FONTCONFIG_FILE": str(configuration), "PYTHONHASHSEED": str(seed)})
    return machines


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_same_bytes_under_four_sets_of_fonts_and_hashes(example, machines, tmp_path):
    pictures = set()
    for number, machine in enumerate(machines):
        drawn = tmp_path / f"{number}.svg"
        command = [sys.executable, "-m", "toc", "render", example, "-o", drawn]
        subprocess.run(command, env=machine, check=True, capture_output=True)
        pictures.add(drawn.read_bytes())
    assert len(pictures) == 1
