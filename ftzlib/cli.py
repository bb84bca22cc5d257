"""The shell command: ``ftz facts | report``."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from ftzlib import export
from ftzlib.document import DocumentError
from ftzlib.facts import read
from ftzlib.records import TABLES


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; errors become one line on standard error.

    Returns
    -------
    int
        0 done, 1 a notebook failed, 2 the input was wrong.
    """
    arguments = _parser().parse_args(argv)
    try:
        return int(arguments.run(arguments))
    except DocumentError as problem:
        print(f"ftz: {problem}", file=sys.stderr)
        return 2


def _facts(arguments: argparse.Namespace) -> int:
    facts = read(arguments.file, published=arguments.published)
    print(facts.to_json())
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="ftz", description="Press articles on pilot free trade zones, as facts.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    facts = commands.add_parser("facts", help="read one article and print its facts")
    facts.add_argument("file", metavar="FILE", help="the article, as UTF-8 text")
    facts.add_argument("--format", choices=("table", "json", "csv"), default="table")
    facts.add_argument("--published", metavar="DATE", help="day of publication, as 2020-11-06")
    facts.set_defaults(run=_facts)
    return parser


if __name__ == "__main__":
    sys.exit(main())
