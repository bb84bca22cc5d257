"""Distinct articles made from those in ``tests/corpus``: other figures, weekdays, months, number words and people.

The same seed gives the same articles; layout, constructions and length stay those of the originals.
"""

import json
import random
import re
from pathlib import Path

CORPUS = Path(__file__).parents[1] / "corpus"
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
MONTHS = ["January", "February", "June", "July", "August", "September", "October", "November", "December"]
WORDS = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
FAMILY = ["Wang", "Li", "Zhang", "Liu", "Chen", "Yang", "Zhao", "Huang", "Zhou", "Wu", "Xu", "Sun", "Ma", "Zhu", "Hu"]
GIVEN = ["Jing", "Yong", "Qiang", "Jun", "Xiaoming", "Guohua", "Zhiyuan", "Mingze", "Jianguo", "Haitao", "Lihua"]
_DIGITS = re.compile(r"(?<![\w.,])\d[\d,]*(?:\.\d+)?")
_YEAR = re.compile(r"(?:19|20)\d\d$")
_CHOICES = [re.compile(rf"\b(?:{'|'.join(words)})\b") for words in (DAYS, MONTHS, WORDS)]


def articles(count: int, seed: int = 0) -> list[str]:
    """Return `count` articles, no two the same."""
    chance = random.Random(seed)
    originals = [(path.read_text(encoding="utf-8"), _people(path)) for path in sorted(CORPUS.glob("*.txt"))]
    made: dict[str, None] = {}
    while len(made) < count:
        made[_varied(*originals[len(made) % len(originals)], chance)] = None
    return list(made)


def _people(path: Path) -> list[str]:
    return [row["name"] for row in json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))["people"]]


def _varied(text: str, people: list[str], chance: random.Random) -> str:
    for person in people:
        family = chance.choice(FAMILY)
        text = text.replace(person, f"{family} {chance.choice(GIVEN)}")
        text = re.sub(rf"\b{person.split()[0]}\b", family, text)
    for words, pattern in zip((DAYS, MONTHS, WORDS), _CHOICES, strict=True):
        text = pattern.sub(lambda _, words=words: chance.choice(words), text)
    return _DIGITS.sub(lambda number: _other(number[0], chance), text)


def _other(number: str, chance: random.Random) -> str:
    """Return a number as long as `number`; a year and a day of the month stay."""
    if _YEAR.match(number) or len(number) < 3:
        return number
    return number[0] + re.sub(r"\d", lambda _: chance.choice("0123456789"), number[1:])
