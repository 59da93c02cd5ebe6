"""Files opened in LibreOffice and printed: all pages are there, with the words and without signs of damage.

Only when asked, with ``pytest -m office``: a LibreOffice that happens to be here may have no fonts.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from toc.load import load
from toc.render import render
from toc.report import Wish, make

pytest.importorskip("docx")
SOFFICE, READ = shutil.which("soffice"), shutil.which("pdftotext")
EXAMPLES = Path(__file__).parents[2] / "examples"

WANTED = {
    "narrative.docx": ("basin", "Who contributes what", "Ashgrove Foundation"),
    "matrix.docx": ("basin", "Who contributes to what", "Clearwell"),
    "logframe.xlsx": ("basin", "Nitrate at the Norhaven intake", "mg/l"),
    "pack.docx": ("basin", "Upper Velm Farmers' Union: our part", "What changed for us since v1", "and 4 more"),
    "pack.pptx": ("basin", "Ashgrove Foundation: our part", "What we give"),
    "picture.pptx": ("clean-air", "Clean Air for Riverside", "Children in Riverside"),
}
CHANGES = tuple([f"Something rather long was added to what the partners want together, number {n}" for n in range(9)])


def content_of(name: str) -> bytes:
    stem, _, form = name.partition(".")
    file = "river-basin/basin.toc" if WANTED[name][0] == "basin" else f"{WANTED[name][0]}.toc"
    loaded = load(str(EXAMPLES / file))
    if stem == "picture":
        return render(loaded, form, engine="plain")
    wish = {"pack.pptx": Wish(partner="ashgrove"), "pack.docx": Wish(partner="farmers", since=("v1", CHANGES))}
    return make(loaded, stem, form, wish.get(name, Wish())).content


@pytest.mark.office
@pytest.mark.skipif(SOFFICE is None or READ is None, reason="LibreOffice or pdftotext is not installed")
def test_libreoffice_prints_what_was_written(tmp_path, request):
    if "office" not in request.config.option.markexpr:
        pytest.skip("only with -m office")
    for name in WANTED:
        (tmp_path / name).write_bytes(content_of(name))
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    command = [SOFFICE, home, "--headless", "--convert-to", "pdf"]
    for form in ("docx", "xlsx", "pptx"):
        files = [name for name in WANTED if name.endswith(form)]
        (tmp_path / form).mkdir()
        subprocess.run([*command, "--outdir", form, *files], cwd=tmp_path, check=True, capture_output=True, timeout=240)
    for name, (_, *words) in WANTED.items():
        stem, _, form = name.partition(".")
        printed = subprocess.run(
            [READ, str(tmp_path / form / f"{stem}.pdf"), "-"], check=True, capture_output=True, encoding="utf-8"
        ).stdout
        for word in words:
            assert word in " ".join(printed.split()), name
        assert printed.count("\f") == 1 or name != "pack.docx", "a pack is one page"
