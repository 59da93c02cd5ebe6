"""Theories to draw, each hard in its own way, and the scenes they become."""

from __future__ import annotations

from importlib import import_module
from xml.etree import ElementTree as ET

import toc

picture = import_module("toc.renderers.picture")
layout = import_module("toc.renderers.layout")
svg = import_module("toc.renderers.svg")

RIVERSIDE = """\
theory: Clean Air for Riverside
  stage: draft

partner council: Riverside City Council
partner parents: Riverside Parents' Association
partner clinic: Harbour Clinic

goal clean-air: Children in Riverside breathe clean air
  outcome low-traffic: Fewer cars drive past schools at drop-off
    because: the school run is 40% of roadside NO2 (Air Study 2023)
    assuming displaced: Displaced traffic does not move to other schools
    activity school-streets: Close streets around 12 schools at drop-off
      by council: traffic orders, signs and bollards
      by parents: 40 volunteer marshals
  outcome clean-buses: School buses run without diesel
    activity bus-tender: Tender an electric bus contract
      by council
      -> low-traffic: parents switch when the bus is quiet and clean

indicator no2: Annual mean NO2 at school gates
  on: clean-air
  baseline: 48 µg/m³ (2024)
  target: 30 µg/m³ (2030)
  by clinic: reads the monitors
"""

EVERYTHING = """\
theory: One of each
  stage: agreed
  ceiling: ready
  horizon: 2035
partner kitchen: Community Kitchen
  aim waste: Throw away less food
    -> fed
partner school: School Board
stakeholder landlords: Landlords of the quarter
  -> space: they own the rooms
goal thrive: Children in the quarter thrive
  due: 2035-06-15
  assuming peace: Peace holds
    status: shaky
  outcome ready: Children come to school ready to learn
    outcome fed: No child is hungry
      needs: any
      risk exams: Exams get harder
      ~> ready: fed children learn
      -> fed
pathway food: Food first
  outcome cooking: Families cook together
    -> fed: shared meals fill everybody
    -> ready: shared meals fill everybody
    assuming stove: The stove works
    indicator meals: Meals cooked together
      baseline: 10
      target: 200
  output space: A kitchen is open every day
    -> cooking
  activity rent: Rent two rooms
    status: done
    due: 2026
    by kitchen: money
      role: lead
    by nobody-declared
    -> space
pathway learn: Learning by doing
  -> ready: doing is learning
  activity teach: Teach
    status: stopped
    by school
      status: withdrawn
outcome judged: Some parents feel judged
  unintended: yes
  -| ready: shame closes doors
    evidence study: A study of shame
      url: https://example.org/a?b=1&c=2
activity lobby: Supercalifragilisticexpialidociousandmoreletters for the council
  -> learn
  -| rents
  -> no-such-thing
barrier rents: Rents rise every year
  -| space
condition law: The law allows it
  -> food: hygiene rules are simple
outcome empty:
  -> fed
input money: Grant
  -> rent: rooms cost money
milestone first: First hundred meals
  due: 2027
  on: cooking
question sundays: What about Sundays?
  on: fed
disagreement enough: How much cooking is enough?
  on: cooking -> fed
something parked here
"""

ARABIC = """\
theory: هواء نقي
  language: ar
partner بلدية: بلدية المدينة
goal هواء: أطفال المدينة يتنفسون هواء نقيا كل يوم (NO2)
  due: 2030
  outcome سيارات: عدد أقل من السيارات أمام المدارس
    because: السيارات تلوث الهواء
    assuming ثبات: لا ينتقل المرور إلى مدارس أخرى
    activity شوارع: إغلاق الشوارع حول 12 مدرسة
      by بلدية: لوحات
"""

CHINESE = """\
theory: 清洁空气
  language: zh
goal 空气: 河岸镇的孩子们在上学路上呼吸到清洁的空气，每一天都如此
  outcome 少车: 放学和上学时段经过学校的汽车减少（比二〇二三年减少一半）
    activity 学校街: 在十二所学校周围封闭街道
"""

HOSTILE = """\
theory: </title><script>alert(1)</script>
partner p: "]; evil & <b>bold</b>
goal g: </text><script>alert(1)</script>
  outcome o: ]]> &amp; <!-- -- > <![CDATA[ x ]]>
    because: " onload="alert(1)
    assuming a: ' onclick='alert(1)
    activity t: \u202edesrever ${jndi} {{7*7}} `x`
      by p: javascript:alert(1)
    evidence e: A source
      url: javascript:alert(1)
a parked </text><image href="x"/> note
"""


def layered(boxes: int) -> str:
    """Write a theory of so many boxes: a goal, results below it, and work at the bottom."""
    lines = ["theory: A wide one", "partner p: The partner", "goal b0: The one goal of all of this"]
    for number in range(1, boxes):
        kind = "outcome" if number < boxes // 3 else "activity"
        above = 0 if number < boxes // 6 else (number * 7) % (boxes // 6 if number < boxes // 3 else boxes // 3)
        lines.append(f"{kind} b{number}: Something that is said about box number {number}")
        lines.append(f"  -> b{above}: reason {number}")
        lines += [f"    assuming: belief {number}"] * (number % 3 == 0)
        lines += ["  by p"] * (kind == "activity")
    return "\n".join(lines)


THEORIES = {
    "riverside": RIVERSIDE,
    "everything": EVERYTHING,
    "arabic": ARABIC,
    "chinese": CHINESE,
    "hostile": HOSTILE,
    "sixty": layered(60),
    "three": "goal a: A\n  outcome b: B\n    activity c: C",
    "one": "goal a: Alone",
    "nothing": "",
    "loop": "outcome a: A\n  -> b\noutcome b: B\n  -> a\n  -| a\n  ~> b",
}


def drawn(text: str, engine=None, **options) -> str:
    """Draw a text as SVG."""
    return svg.render(toc.loads(text).theory, engine=engine, **options)


def parsed(text: str, **options) -> ET.Element:
    """Draw a text as SVG and read the SVG back."""
    return ET.fromstring(drawn(text, **options))  # noqa: S314  we wrote it


def scene_of(text: str, engine=None, **options):
    """Turn a text into a scene."""
    drafted = picture.draft(toc.loads(text).theory, **options)
    return picture.finish(drafted, layout.lay_out(drafted.graph, engine)).scene
