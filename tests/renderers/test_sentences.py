"""Words from a note become part of a sentence: tables of what was written and what is said."""

import pytest
from toc.renderers.languages import words
from toc.renderers.story import sentences as told

EN, FR, ES = words("en"), words("fr"), words("es")


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("Fewer cars drive past schools.", "fewer cars drive past schools"),
        ("NO2 falls", "NO2 falls"),
        ("NGOs agree", "NGOs agree"),
        ("iNaturalist is used", "iNaturalist is used"),
        ("Riverside breathes", "Riverside breathes"),
        ("Riverside's schools close", "Riverside's schools close"),
        ("I feel safe", "I feel safe"),
        ("A new clinic opens", "a new clinic opens"),
        ("Monday markets return", "Monday markets return"),
        ("4,100 pupils walk", "4,100 pupils walk"),
        ("“Safe routes” are known", "“Safe routes” are known"),
        ("Buses, trams etc.", "buses, trams etc."),
        ("The U.S. joins", "the U.S. joins"),
        ("ICE ON THE STEPS", "ICE ON THE STEPS"),
        ("", ""),
    ],
)
def test_inside_a_sentence(text, inside):
    assert told.inside(EN, text, frozenset({"Riverside"})) == inside


def test_inside_a_french_sentence():
    assert told.inside(FR, "L’école de Lyon reste ouverte.", frozenset({"Lyon"})) == "l’école de Lyon reste ouverte"
    assert told.inside(FR, "L'Aubrelle reste propre", frozenset()) == "L'Aubrelle reste propre"


def test_inside_a_language_whose_letter_case_is_not_known():
    assert told.inside(words("ar"), "EMS", frozenset()) == "EMS"


@pytest.mark.parametrize(
    ("sentence", "ended"),
    [
        ("It is so", "It is so."),
        ("It is so.", "It is so."),
        ("Is it so?", "Is it so?"),
        ("It is **so.**", "It is **so.**"),
        ("He said “so.”", "He said “so.”"),
        ("He said “so”", "He said “so”."),
        ("It is so (really.)", "It is so (really.)."),
        ("هل هو كذلك؟", "هل هو كذلك؟"),
    ],
)
def test_sentences_end_once(sentence, ended):
    assert told.ended(sentence) == ended


@pytest.mark.parametrize(
    ("text", "is_whole"),
    [
        ("Buses run.", False),
        ("Buses run. Trams do too.", True),
        ("Does it work?", True),
        ("It works!", True),
        ("See Smith et al. 2020", False),
        ("about 3.5 t of it", False),
        ("many, e.g. Buses", False),
        ("the limit: 40 km/h", False),
    ],
)
def test_what_is_more_than_a_part_of_a_sentence(text, is_whole):
    assert told.is_whole(text) is is_whole


@pytest.mark.parametrize(
    ("said", "text", "is_clause"),
    [
        (EN, "Fewer cars drive past schools", True),
        (EN, "Most families walk or cycle the last half mile", True),
        (EN, "School buses run without diesel", True),
        (EN, "Everybody knows where to go", True),
        (EN, "The middle Velm stays below the limits", True),
        (EN, "Slurry and fertiliser stay on the fields", True),
        (EN, "Families walk", True),
        (EN, "Fewer bad falls", False),
        (EN, "Homes with fewer things to trip over", False),
        (EN, "More time to read", False),
        (EN, "400 hectares of meadow that may go under water", False),
        (EN, "Lower costs for families", False),
        (EN, "Better support for carers", False),
        (EN, "Trust", False),
        (EN, "", False),
        (FR, "Moins de voitures passent devant les écoles", True),
        (FR, "La loi oblige les communes à écrire simplement", True),
        (FR, "L’enfant n’a plus faim", True),
        (FR, "Une meilleure qualité de l’air", False),
        (FR, "Un accompagnement pour chaque patient", False),
        (FR, "Douze groupes qui se réunissent", False),
        (ES, "Menos coches pasan por la escuela", True),
        (ES, "Mejor calidad del aire", False),
    ],
)
def test_clauses(said, text, is_clause):
    assert told.is_clause(said, text) is is_clause


@pytest.mark.parametrize(
    ("said", "text", "is_order"),
    [
        (EN, "Close streets around 12 schools", True),
        (EN, "Log every catch by phone", True),
        (EN, "Block 60 km of ditches", True),
        (EN, "Tea dance twice a week", False),
        (EN, "Training of teachers", False),
        (EN, "Walking buses", False),
        (EN, "", False),
        (FR, "Fermer les rues", True),
        (FR, "Réduire le bruit", True),
        (FR, "Atelier de lecture", False),
        (FR, "Quartier sans voiture", False),
        (ES, "Cerrar las calles", True),
        (ES, "Taller de lectura", False),
        (words("ar"), "تدريب الطلاب", False),
    ],
)
def test_orders(said, text, is_order):
    assert told.is_order(said, text) is is_order


@pytest.mark.parametrize(
    ("said", "keyword", "phrase", "linked"),
    [
        (EN, "if", "we close streets", "**if** we close streets"),
        (FR, "si", "ils osent", "**s’**ils osent"),
        (FR, "Si", "il ose", "**S’**il ose"),
        (FR, "si", "elle ose", "**si** elle ose"),
        (FR, "étant donné que", "elle ose", "**étant donné qu’**elle ose"),
        (FR, "étant donné que", "la loi", "**étant donné que** la loi"),
    ],
)
def test_joining_words_run_together_where_the_language_does_so(said, keyword, phrase, linked):
    assert told.linked(said, keyword, phrase) == linked


@pytest.mark.parametrize(
    ("text", "flowing"),
    [
        ("one line", "one line"),
        ("first\nand more", "first and more"),
        ("First thing\nSecond thing", "First thing. Second thing"),
        ("First thing.\n\nSecond thing", "First thing. Second thing"),
    ],
)
def test_lines_flow_into_sentences(text, flowing):
    assert told.flowing(text) == flowing


@pytest.mark.parametrize(
    ("sentence", "begun"),
    [("**if** so", "**If** so"), ("“so” it is", "“So” it is"), ("1 of them", "1 of them"), ("éa", "Éa"), ("", "")],
)
def test_sentences_begin_large(sentence, begun):
    assert told.begun(sentence) == begun
