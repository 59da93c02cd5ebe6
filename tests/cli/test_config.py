import pytest

from toc.exchange.config import settings_near
from toc.findings import Severity
from toc.rules.settings import Settings, Thresholds
from toc.troubles import FileTrouble

BARE = "goal g: G\n  activity a: A\n    by p: x\n    because: y\npartner p: P\n"


def test_without_settings_everything_is_as_usual(tmp_path):
    (tmp_path / "pyproject.toml").write_text("[project]\nname = 'toc-friends'\n")
    assert settings_near(str(tmp_path / "plan.toc")) == Settings()


def test_all_that_can_be_set(tmp_path):
    (tmp_path / "toc.toml").write_text(
        'stage = "agreed"\nprofile = "light"\n[rules]\nno-goal = "warning"\nidle-partner = "off"\n'
        "[thresholds]\ngoals = 2\nsame-words = 1\n"
    )
    assert settings_near(str(tmp_path / "plan.toc")) == Settings(
        severities=(("no-goal", Severity.WARNING), ("idle-partner", None)),
        thresholds=Thresholds(goals=2, same_words=1.0),
        stage="agreed",
        profile="light",
    )


def test_the_nearest_file_above_counts_and_its_own_file_comes_first(tmp_path):
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    (tmp_path / "toc.toml").write_text('stage = "live"')
    (tmp_path / "a" / "pyproject.toml").write_text('[tool.toc]\nstage = "running"\n')
    (inner / "pyproject.toml").write_text('[tool.other]\nname = "toc"\n')
    assert settings_near(str(inner / "plan.toc")).stage == "running"
    (tmp_path / "a" / "toc.toml").write_text('stage = "agreed"')
    assert settings_near(str(inner / "plan.toc")).stage == "agreed"
    (inner / "toc.toml").write_text("")
    assert settings_near(str(inner / "plan.toc")) == Settings()


def test_another_tools_broken_file_is_none_of_our_business(tmp_path):
    (tmp_path / "pyproject.toml").write_text("toc = [")
    assert settings_near(str(tmp_path / "plan.toc")) == Settings()


@pytest.mark.parametrize(
    ("text", "loud"),
    [
        ('vague-words = ["empower*", "leverage"]', Severity.ADVICE),
        ('vague-words = ["empower*", "leverage"]\n[rules]\nvague-term = "warning"', Severity.WARNING),
        ('vague-words = ["empower*", "leverage"]\n[rules]\nvague-term = "off"', None),
    ],
)
def test_a_list_of_vague_words_switches_its_rule_on(tmp_path, text, loud):
    (tmp_path / "toc.toml").write_text(text)
    settings = settings_near(str(tmp_path / "plan.toc"))
    assert settings.vague_words == ("empower*", "leverage")
    assert dict(settings.severities) == {"vague-term": loud}


WRONG = [
    ('stge = "live"', "There is no setting “stge”; did you mean stage?"),
    ('stage = "final"', "Stage: “final” is none of live, draft, agreed, running."),
    ("stage = 3", "Stage: “3” is none of live, draft, agreed, running."),
    ('[rules]\nno-gaol = "off"', "Rules: there is no rule “no-gaol”; did you mean no-goal?"),
    ('[rules]\nno-goal = "loud"', "Rules: no-goal: “loud” is none of error, warning, advice, off."),
    ("[thresholds]\ngaols = 2", "Thresholds: there is no setting “gaols”; did you mean goals?"),
    ("[thresholds]\ngoals = -2", "Thresholds: goals: this must not be less than 0."),
    ('[thresholds]\ngoals = "two"', "Thresholds: goals: this must be a whole number."),
    ("[thresholds]\ngoals = true", "Thresholds: goals: this must be a whole number."),
    ("rules = 3", "Rules: this must be a table, such as [rules]."),
    ('vague-words = "empower"', 'Vague-words: this must be a list, such as ["empower*", "leverage"].'),
    ("vague-words = [3]", "Vague-words, number 1: this must be a word in quotes."),
]


@pytest.mark.parametrize(("text", "says"), WRONG)
def test_what_nobody_understands_is_said(tmp_path, monkeypatch, text, says):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "toc.toml").write_text(text)
    with pytest.raises(FileTrouble) as trouble:
        settings_near("plan.toc")
    assert str(trouble.value) == f"The settings in toc.toml cannot be used. {says}"


def test_a_file_that_is_no_toml_is_said(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("toc.toml", "pyproject.toml"):
        (tmp_path / name).write_text("[tool.toc\n")
        with pytest.raises(FileTrouble, match=f"^{name} is no TOML: "):
            settings_near("plan.toc")
        (tmp_path / name).unlink()


def test_settings_reach_the_check(toc, folder):
    (folder / "plan.toc").write_text(BARE)
    assert "no-goal" not in toc("check", "plan.toc").stdout
    (folder / "pyproject.toml").write_text('[tool.toc]\nstage = "agreed"\n[tool.toc.rules]\nidle-partner = "off"\n')
    (folder / "plan.toc").write_text("partner p: P\nactivity a: A\n")
    done = toc("check", "plan.toc")
    assert done.returncode == 1
    assert "idle-partner" not in done.stdout
    assert "[no-goal]" in done.stdout
    (folder / "pyproject.toml").write_text("[tool.toc]\nstaged = 1\n")
    done = toc("check", "plan.toc")
    assert (done.stdout, done.returncode) == ("", 2)
    assert "did you mean stage?" in done.stderr
