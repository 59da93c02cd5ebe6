"""Language packs: each says the same as the English one, with the same gaps to fill."""

import json
from pathlib import Path
from string import Formatter

import pytest
from toc.renderers.languages import capital, languages, words

from toc.vocabulary import KINDS

HOME = Path(__file__).parents[2] / "renderers" / "languages"
PACKS = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted(HOME.glob("*.json"))}
OTHERS = [language for language in PACKS if language != "en"]


def gaps(phrase):
    texts = [phrase] if isinstance(phrase, str) else phrase
    return {name for text in texts for _, name, _, _ in Formatter().parse(text) if name is not None}


def test_the_packs_are_found():
    assert languages() == tuple(PACKS)
    assert {"en", "fr"} <= set(PACKS)


@pytest.mark.parametrize("language", OTHERS)
def test_a_pack_has_no_phrase_that_english_lacks(language):
    extra = {
        f"{group}.{key}"
        for group, phrases in PACKS[language].items()
        for key in phrases
        if group != "grammar" and key not in PACKS["en"].get(group, {}) and not key.endswith("-then")
    }
    assert extra == set()


@pytest.mark.parametrize("language", OTHERS)
def test_a_pack_says_everything_that_english_says(language):
    missing = {
        f"{group}.{key}"
        for group, phrases in PACKS["en"].items()
        for key in phrases
        if group != "grammar" and key not in PACKS[language].get(group, {})
    }
    assert missing == set()


@pytest.mark.parametrize("language", OTHERS)
def test_phrases_have_the_gaps_of_the_english_ones(language):
    pack, english = PACKS[language], PACKS["en"]
    for group, phrases in pack.items():
        for key, phrase in phrases.items():
            if group != "grammar":
                plain = english[group].get(key) or english[group][key.removesuffix("-then")]
                assert gaps(phrase) == gaps(plain) or f"{group}.{key}" == "date.first", f"{group}.{key}"


@pytest.mark.parametrize("language", PACKS)
def test_every_kind_has_a_name_for_one_and_for_many(language):
    said = words(language)
    for kind in (*KINDS, "note", "reason", "contribution"):
        assert len(said.list(f"kinds.{kind}")) == 2, kind
        assert said.heading(kind) == capital(said.kind(kind))


@pytest.mark.parametrize("language", PACKS)
def test_dates_are_said_in_words(language):
    said = words(language)
    assert len(said.list("date.months")) == 12
    assert said.date("2030") == "2030"
    assert said.date("2030-06") != "2030-06"


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("fr", "fr"),
        ("fr-CA", "fr"),
        ("FR_ca", "fr"),
        (None, "en"),
        ("xx", "en"),
        ("../en", "en"),
        ("", "en"),
        ("ar", "ar"),
    ],
)
def test_a_language_is_found_by_its_first_part(asked, found):
    assert words(asked).language == found


def test_what_a_pack_lacks_is_said_in_english(monkeypatch, tmp_path):
    from toc.renderers import languages as room  # noqa: PLC0415

    for name, pack in (("en", PACKS["en"]), ("xx", {"language": {"direction": "ltr"}, "list": {"comma": " / "}})):
        (tmp_path / f"{name}.json").write_text(json.dumps(pack), encoding="utf-8")
    monkeypatch.setattr(room, "_HOME", tmp_path)
    room._words.cache_clear()  # noqa: SLF001 - packs are read once
    try:
        said = room.words("xx")
        assert said("list.comma") == " / "
        assert said("picture.because") == "because"
        assert said.list("grammar.verbs") == (), "what is about English stays with English"
    finally:
        room._words.cache_clear()  # noqa: SLF001 - packs are read once
        room._row.cache_clear()  # noqa: SLF001 - the same


@pytest.mark.parametrize(
    ("language", "value", "said"),
    [
        ("en", "2030-06", "by June 2030"),
        ("en", "2030", "by 2030"),
        ("en", "the end of term", "by the end of term"),
        ("en", "2030-13", "by 2030-13"),
        ("fr", "2030-06", "d’ici juin 2030"),
        ("fr", "2030-06-01", "d’ici au 1er juin 2030"),
        ("es", "2030-06-15", "para el 15 de junio de 2030"),
    ],
)
def test_by_when(language, value, said):
    assert words(language).by(value) == said


@pytest.mark.parametrize(
    ("language", "value", "said"),
    [
        ("en", "month", "every month"),
        ("en", " Harvest", "every harvest"),
        ("en", "8 months", "every 8 months"),
        ("en", "twice a year", "twice a year"),
        ("en", "quarterly", "quarterly"),
        ("en", "trimestre", "trimestre"),
        ("en", "2 or 3 months", "2 or 3 months"),
        ("fr", "trimestre", "chaque trimestre"),
        ("fr", "6 mois", "tous les 6 mois"),
        ("fr", "2 semaines", "toutes les 2 semaines"),
        ("fr", "8 months", "8 months"),
        ("es", "3 meses", "cada 3 meses"),
        ("ar", "شهر", "كل شهر"),
        ("ar", "٦ أشهر", "كل ٦ أشهر"),
    ],
)
def test_how_often(language, value, said):
    assert words(language).often(value) == said


@pytest.mark.parametrize(
    ("language", "called", "one", "many"),
    [
        ("en", "Result", "Result", "Results"),
        ("en", "Strategy", "Strategy", "Strategies"),
        ("en", "Ultimate outcome", "Ultimate outcome", "Ultimate outcomes"),
        ("fr", "Résultat", "Résultat", "Résultats"),
        ("fr", "Résultat à long terme", "Résultat à long terme", "Résultat à long terme"),
        ("ar", "نتيجة", "نتيجة", "نتيجة"),
    ],
)
def test_the_theory_may_call_a_kind_by_another_name(language, called, one, many):
    said = words(language, (("outcome", called),))
    assert (said.heading("outcome"), said.heading("outcome", 2)) == (one, many)
    assert said.heading("goal") == words(language).heading("goal")


def test_a_name_that_the_theory_gave_takes_the_letter_case_of_running_text():
    said = words("en", (("outcome", "Result"), ("goal", "SDG")))
    assert (said.kind("outcome", 2), said.kind("goal")) == ("results", "SDG")


def test_lists_are_joined_as_people_speak():
    assert words("en").joined(("a", "b", "c")) == "a, b and c"
    assert words("fr").joined(("a", "b"), "list.or") == "a ou b"
    assert words("ar").joined(("أ", "ب", "ج")) == "أ، ب وج"
    assert words("en").joined(()) == ""
