"""Every row that the parser reads from the articles, as lines for a diff; run by ``make rows`` to write them anew."""

from pathlib import Path

import ftzlib as ftz
from ftzlib.facts.records import TABLES

HERE = Path(__file__).parent
ROWS = HERE / "rows"
ARTICLES = sorted([*HERE.glob("corpus/*.txt"), *HERE.glob("articles/*/*.txt")])


def lines(article: Path) -> str:
    """Return the rows of an article, one a line: id, words, what is said of them, and the rule that found it."""
    facts = ftz.read(article)
    return "".join(
        f"{line}\n"
        for table in TABLES
        for row, record in zip(facts.rows(table), facts.records[table], strict=True)
        for line in [_line(row, getattr(record, "rule", ""))]
    )


def _line(row: dict[str, object], rule: str) -> str:
    said = {
        name: value for name, value in row.items() if value not in (None, [], ()) and name not in ("id", "quote", "end")
    }
    return (
        f"{row['id']} {row['quote']!r} " + " ".join(f"{name}={value!r}" for name, value in said.items()) + f" ({rule})"
    )


def main() -> None:
    """Write the rows of every article beside those that were there."""
    ROWS.mkdir(exist_ok=True)
    for article in ARTICLES:
        (ROWS / f"{article.stem}.txt").write_text(lines(article), encoding="utf-8")


if __name__ == "__main__":
    main()
