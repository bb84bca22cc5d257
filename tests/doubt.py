"""What goes with wrong rows on the gold, as ``ftzlib/facts/doubt.toml``, and whether doubt comes first; ``make doubt``.

``make doubt GOLD='FOLDER ...'`` counts folders of press articles with their gold besides (`ftz gold`), and draws the
curve of them, too: the texts of others stay where they are, and the counts are what is kept.
"""

import sys
from collections import Counter
from pathlib import Path

import pandas as pd
import seaborn as sns

import ftzlib as ftz
from ftzlib.facts import gold
from ftzlib.facts.doubt import doubts, signs

HERE = Path(__file__).parent
OWN = sorted([*HERE.glob("corpus/*.json"), *HERE.glob("articles/*/*.json")])
TENTH, WRONG = "tenth of the rows, most doubtful first", "wrong, percent"
DATA = HERE.parent / "ftzlib" / "facts" / "doubt.toml"
HEAD = """# In how many rows each rule, and each other sign of doubt, was wrong, and how many have it: rows of the {own} articles of
# tests/ and of {press} articles of the press, that their gold judges. Written by `make doubt`; a row is wrong where one
# of its fields is.
"""


def articles(paths):
    """Return for each article with gold its facts and its rows that the gold judges, with whether one is wrong."""
    found = []
    for path in paths:
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


def ordered(read, besides=()):
    """Return whether each row is wrong, the most doubtful first; each article by the rates of all others."""
    rows = []
    for n, (facts, missed) in enumerate(read):
        others = rates([*read[:n], *read[n + 1 :], *besides])
        rows += [(one.share, missed[one.id]) for one in doubts(facts, others) if one.id in missed]
    return [wrong for _, wrong in sorted(rows, key=lambda row: -row[0])]


def curve(name, wrong):
    """Return the share of wrong rows in each tenth, as rows of a table."""
    tenths = [wrong[len(wrong) * n // 10 : len(wrong) * (n + 1) // 10] for n in range(10)]
    print(
        f"{name}: {len(wrong)} rows, {sum(wrong)} wrong; of the last half {100 * _share(wrong[len(wrong) // 2 :]):.1f} %"
    )
    return [{TENTH: n, WRONG: 100 * _share(one), "articles": name} for n, one in enumerate(tenths, 1)]


def _share(wrong):
    return sum(wrong) / len(wrong)


def main(folders):
    """Write the rates, the curve as a table, and the chart of it."""
    own = articles(OWN)
    press = articles(sorted(path for folder in folders for path in Path(folder).glob("*.json")))
    head = HEAD.format(own=len(own), press=len(press))
    DATA.write_text(
        head + "".join(f'"{rule}" = {list(n)}\n' for rule, n in rates([*own, *press]).items()), encoding="utf-8"
    )
    shares = curve("of tests/", ordered(own, press))
    if press:
        shares += curve("of the press", ordered(press, own))
    shares = pd.DataFrame(shares)
    print(shares.pivot(index=TENTH, columns="articles", values=WRONG).round(1).to_string())
    ftz.style()
    axes = sns.barplot(shares, x=TENTH, y=WRONG, hue="articles")
    axes.figure.savefig(HERE / "pictures" / "doubt.png", dpi=120, bbox_inches="tight")


if __name__ == "__main__":
    main(sys.argv[1:])
