"""What is shipped: one top-level name, with the grammar, the renderers and, where npm is, the editor inside it."""

import json
import os
import re
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MUST_HAVE = (
    "toc/__init__.py", "toc/py.typed", "toc/build/__init__.py", "toc/cli/__init__.py", "toc/rules/reading.md",
    "toc/grammar/toc.lark", "toc/grammar/tables.py", "toc/renderers/__init__.py", "toc/renderers/svg.py",
    "toc/renderers/languages/fr.json", "toc/renderers/lettering/arial_widths.json", "toc/renderers/story/__init__.py",
    "toc/starting/readme.md", "toc/starting/templates/workshop.toc", "toc/starting/templates/results-chain.toc",
)  # fmt: skip
EDITOR = (
    "LICENCES.txt", "codemirror-autocomplete.js", "codemirror-collab.js", "codemirror-commands.js",
    "codemirror-language.js", "codemirror-lint.js", "codemirror-search.js", "codemirror-state.js",
    "codemirror-streamparser.js", "codemirror-view.js", "crelt.js", "lezer-common.js", "lezer-highlight.js",
    "lezer-lr.js", "marijn-find-cluster-break.js", "stamp", "style-mod.js", "w3c-keyname.js",
)  # fmt: skip
VENDOR = "toc/live/page/vendor/"
IMPORT = re.compile(r"""(?m)^(?:import|export)\b[^'";]*?\bfrom\s*['"]([^'"]+)['"]|^import\s*['"]([^'"]+)['"]""")
TELL = """
import json
from toc.live import assets
served = {name: str(asset.path) for name, asset in assets.table().items()}
print(json.dumps([json.loads(assets.import_map())["imports"], served]))
"""

needs_npm = pytest.mark.skipif(shutil.which("npm") is None, reason="npm is not installed")


def built(folder, source, **variables):
    """Build a wheel; give it and what was said."""
    build = [sys.executable, "-m", "pip", "wheel", "-v", "--no-deps", "--wheel-dir", folder, source]
    said = subprocess.run(build, check=True, text=True, capture_output=True, env={**os.environ, **variables})
    (made,) = folder.glob("*.whl")
    return made, said.stdout + said.stderr


def names_in(wheel):
    return zipfile.ZipFile(wheel).namelist()


def editor_in(wheel):
    return sorted(name.removeprefix(VENDOR) for name in names_in(wheel) if name.startswith(VENDOR))


def page_in(wheel):
    return sorted(name for name in names_in(wheel) if name.startswith("toc/live/page/") and VENDOR not in name)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    return built(tmp_path_factory.mktemp("wheel"), ROOT)[0]


@pytest.fixture(scope="module")
def path_with_broken_npm(tmp_path_factory):
    folder = tmp_path_factory.mktemp("broken")
    (folder / "npm").write_text("#!/bin/sh\necho 'the network is down' >&2\nexit 1\n", encoding="utf-8")
    (folder / "npm").chmod(0o755)
    return f"{folder}{os.pathsep}{os.environ['PATH']}"


def test_the_wheel_owns_one_name_and_holds_everything(wheel):
    names = names_in(wheel)
    assert {name.split("/")[0] for name in names if ".dist-info" not in name} == {"toc"}
    assert [name for name in MUST_HAVE if name not in names] == []
    assert not [name for name in names if "/tests/" in name or name.startswith("toc/examples")]


def test_it_works_where_nothing_else_of_the_checkout_is(wheel, tmp_path):
    shutil.unpack_archive(wheel, tmp_path / "site", "zip")
    (tmp_path / "plan.toc").write_text("goal g: Everybody reads\n  outcome o: Books are at hand\n", encoding="utf-8")
    command = [sys.executable, "-m", "toc", "render", "plan.toc", "--engine", "plain", "-o", "plan.svg"]
    alone = {"cwd": tmp_path, "env": {"PYTHONPATH": str(tmp_path / "site")}, "capture_output": True}
    subprocess.run(command, check=True, **alone)
    where = "import toc; print(toc.__file__)"
    said = subprocess.run([sys.executable, "-c", where], check=True, text=True, **alone)
    assert str(tmp_path) in said.stdout
    assert "Books are at hand" in (tmp_path / "plan.svg").read_text(encoding="utf-8")


@needs_npm
def test_the_editor_is_in_the_wheel_with_all_it_imports(wheel, tmp_path):
    assert editor_in(wheel) == sorted(EDITOR)
    shutil.unpack_archive(wheel, tmp_path, "zip")
    told = subprocess.run([sys.executable, "-c", TELL], check=True, text=True, capture_output=True, cwd=tmp_path)
    places, served = json.loads(told.stdout)
    assert {place.removeprefix("./") for place in places.values()} == {name for name in served if "vendor/" in name}
    for name, path in served.items():
        if not name.endswith(".js"):
            continue
        used = {one or other for one, other in IMPORT.findall(Path(path).read_text(encoding="utf-8"))}
        near = {f"assets/{module.removeprefix('./')}" for module in used if module.startswith("./")}
        assert near <= set(served), name
        assert {module for module in used if not module.startswith("./")} <= set(places), name


@needs_npm
def test_a_source_package_carries_the_editor_so_that_nothing_is_fetched(wheel, tmp_path, path_with_broken_npm):
    build = [sys.executable, "-m", "build", "--outdir", tmp_path, ROOT]
    subprocess.run(build, check=True, capture_output=True, env={**os.environ, "PATH": path_with_broken_npm})
    (source,) = tmp_path.glob("*.tar.gz")
    with tarfile.open(source) as opened:
        carried = [name.partition(VENDOR)[2] for name in opened.getnames() if VENDOR in name]
    (made,) = tmp_path.glob("*.whl")
    assert sorted(carried) == sorted(EDITOR)
    assert sorted(names_in(made)) == sorted(names_in(wheel))


def test_a_build_that_is_to_be_plain_holds_the_plain_page_only(wheel, tmp_path):
    plain, _ = built(tmp_path, ROOT, TOC_PLAIN_PAGE="1")
    assert editor_in(plain) == []
    assert page_in(plain) == page_in(wheel)
    assert "toc/live/page/package-lock.json" in page_in(plain)


def test_where_npm_fails_the_build_goes_on_and_says_so(wheel, tmp_path, path_with_broken_npm):
    source = tmp_path / "source"
    away = shutil.ignore_patterns("vendor", "__pycache__", "node_modules")
    for folder in ("toc", "renderers", "grammar"):
        shutil.copytree(ROOT / folder, source / folder, ignore=away)
    for file in ("pyproject.toml", "hatch_build.py", "README.md", "LICENSE", ".gitignore"):
        shutil.copy(ROOT / file, source)
    plain, said = built(tmp_path, source, PATH=path_with_broken_npm)
    assert editor_in(plain) == []
    assert page_in(plain) == page_in(wheel)
    wanted = "The page of ‘toc live’ is the plain one, without the editor: npm could not fetch it (the network is down)"
    assert [line.strip() for line in said.splitlines() if "the plain one" in line] == [wanted]
