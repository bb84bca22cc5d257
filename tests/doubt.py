"""What goes with wrong rows on the gold, as ``ftzlib/facts/doubt.toml``, and whether doubt comes first; ``make doubt``."""

from collections import Counter
from pathlib import Path

import pandas as pd
import seaborn as sns

import ftzlib as ftz
from ftzlib.facts import gold
from ftzlib.facts.doubt import doubts, signs

HERE = Path(__file__).parent
GOLD = sorted([*HERE.glob("corpus/*.json"), *HERE.glob("articles/*/*.json")])
DATA = HERE.parent / "ftzlib" / "facts" / "doubt.toml"
HEAD = """# In how many rows each rule, and each other sign of doubt, was wrong, and how many have it: rows of the articles of
# tests/ that their gold judges. Written by `make doubt`; a row is wrong where one of its fields is.
"""


def articles():
    """Return for each article with gold its facts and its rows that the gold judges, with whether one is wrong."""
    found = []
    for path in GOLD:
        facts = ftz.read(path.with_suffix(".txt"), corrections=False)
        rows = [one for one in gold.judge(facts, gold.load(path)) if one.row and one.table != "findings"]
        found.append((facts, {one.row["id"]: one.missed for one in rows}))
    return found


def rates(read):
    """Return for each table and each sign in how many rows of some articles it was wrong, and how many have it."""
    wrong, seen = Counter(), Counter()
    for facts, missed in read:
        for table, record, told in signs(facts):
            if record.id in missed:
                seen.update([table, *told])
                wrong.update([table, *told] if missed[record.id] else ())
    return {sign: (wrong[sign], seen[sign]) for sign in sorted(seen)}


def ordered(read):
    """Return whether each row is wrong, the most doubtful first; each article by the rates of all others."""
    rows = []
    for n, (facts, missed) in enumerate(read):
        others = rates([*read[:n], *read[n + 1 :]])
        rows += [(one.share, missed[one.id]) for one in doubts(facts, others) if one.id in missed]
    return [wrong for _, wrong in sorted(rows, key=lambda row: -row[0])]


def main():
    """Write the rates, the curve as a table, and the chart of it."""
    read = articles()
    DATA.write_text(HEAD + "".join(f'"{rule}" = {list(n)}\n' for rule, n in rates(read).items()), encoding="utf-8")
    wrong = ordered(read)
    tenths = [wrong[len(wrong) * n // 10 : len(wrong) * (n + 1) // 10] for n in range(10)]
    shares = pd.DataFrame(
        {
            "tenth of the rows, most doubtful first": range(1, 11),
            "wrong, percent": [100 * sum(one) / len(one) for one in tenths],
        }
    )
    print(shares.round(1).to_string(index=False), f"\n{len(wrong)} rows, {sum(wrong)} wrong")
    ftz.style()
    axes = sns.barplot(shares, x=shares.columns[0], y=shares.columns[1], color="C0")
    axes.figure.savefig(HERE / "pictures" / "doubt.png", dpi=120, bbox_inches="tight")


if __name__ == "__main__":
    main()
