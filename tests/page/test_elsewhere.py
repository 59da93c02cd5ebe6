"""Edits that reach into several files are carried out where they fit, and it is told where they do not any more."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(shutil.which("node") is None, reason="Node is missing")

MODULE = Path(__file__).parents[2] / "toc" / "live" / "page" / "elsewhere.js"
SCRIPT = """
const { makeElsewhere } = await import(process.argv[1]);
const { fits, versions } = JSON.parse(process.argv[2]);
let hear = null;
const sent = [];
const pen = { apply: (edits) => fits && sent.push(["pen", ...edits.map(({ insert }) => insert)]) > 0 };
const connection = {
  on: (type, heard) => { hear = heard; },
  send(message) {
    if (message.type === "open") queueMicrotask(() => hear({ file: message.file, version: 3, text: "one two" }));
    else sent.push([message.file, message.base, message.text]);
    return true;
  },
};
const elsewhere = makeElsewhere(connection, { pen: () => pen, file: () => "plan.toc" });
const edits = [{ from: 0, to: 0, insert: "here" }, { file: "other.toc", from: 4, to: 7, insert: "2" }];
const late = await elsewhere.apply(edits, versions);
console.log(JSON.stringify({ late, sent }));
"""


@pytest.mark.parametrize(
    ("fits", "other", "late", "sent"),
    [
        (True, 3, [], [["pen", "here"], ["other.toc", "one two", "one 2"]]),
        (False, 3, ["plan.toc"], [["other.toc", "one two", "one 2"]]),
        (True, 2, ["other.toc"], [["pen", "here"]]),
        (False, 2, ["plan.toc", "other.toc"], []),
    ],
)
def test_edits_of_several_files(fits, other, late, sent):
    asked = json.dumps({"fits": fits, "versions": {"plan.toc": 1, "other.toc": other}})
    run = ["node", "--input-type=module", "--eval", SCRIPT, MODULE.as_uri(), asked]
    said = subprocess.run(run, capture_output=True, text=True, encoding="utf-8", check=True).stdout
    assert json.loads(said) == {"late": late, "sent": sent}
