"""The shell command ``ftz``; what takes long to import is imported by the command that needs it."""

from __future__ import annotations

import argparse
import io
import os
import signal
import stat
import sys
import tomllib
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, TextIO

from ftzlib import __version__
from ftzlib.facts import export, gold, listing, review
from ftzlib.facts.corrections import AGREED
from ftzlib.facts.fixes import first_of
from ftzlib.facts.records import STATED, TABLES
from ftzlib.facts.tables import Facts
from ftzlib.reader import explain
from ftzlib.reader.read import Trace, read, traced
from ftzlib.text import files
from ftzlib.text.document import DocumentError, FolderError, LackingError

#: Done; a notebook or the workers failed; the input was wrong; some of the files could not be read.
DONE, FAILED, WRONG, PARTLY = 0, 1, 2, 3


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command, and return its exit status; an error becomes one line on standard error."""
    try:
        _speak_utf8()
        arguments = _parser().parse_args(argv)
        with suppress(ValueError):  # this may not be the main thread
            signal.signal(signal.SIGTERM, signal.default_int_handler)  # who has it ended lets it clear up, as by Ctrl-C
        status = int(arguments.run(arguments))
        sys.stdout.flush()
    except BrokenPipeError:  # the reader, such as head, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except (DocumentError, FolderError) as problem:
        return max(_say(line, WRONG) for line in str(problem).splitlines() or [""])
    except LackingError as problem:
        return _say(problem, FAILED)
    except OSError as problem:  # a full disk, too few files that may be open, a name that is too long
        with suppress(OSError, ValueError):  # what could not be printed is not tried again at the end
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        what = f"{problem.filename}: " if problem.filename else ""
        return _say(f"{what}{problem.strerror or problem}; check permissions, space and limits", FAILED)
    except KeyboardInterrupt as stopped:
        return _say(f"stopped; {str(stopped).strip() or 'nothing was changed'}", 130)
    return status


def _speak_utf8() -> None:
    """Print the same bytes whatever the locale says."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _read(arguments: argparse.Namespace) -> tuple[Facts, Trace]:
    facts, trace = traced(files.read_document(arguments.file, published=arguments.published))
    _tell_unneeded(facts)
    return facts, trace


def _facts(arguments: argparse.Namespace) -> int:
    facts, trace = _read(arguments)
    if arguments.doubtful:
        print(review.doubtful(facts))
    elif arguments.layers:
        print(_seen(explain.layers(facts, trace)))
    elif arguments.format == "json":
        print(facts.to_json())
    elif arguments.format == "csv":
        mark = "\ufeff" if _is_file(sys.stdout) else ""  # by which a spreadsheet knows UTF-8
        print(mark + _seen(export.to_csv(facts, arguments.table or "metrics")), end="")
    else:
        tables = [arguments.table] if arguments.table else list(TABLES)
        print(listing.show(facts, tables, explain.trials(facts, trace) if arguments.explain else None))
    return DONE


def _tell_unneeded(facts: Facts) -> None:
    """Say which corrections the rules now read by themselves."""
    agreed = [made for made in facts.corrected if made.state == AGREED]
    for told in first_of([f"[[{made.action}]] “{made.quote}” is {AGREED}; it may go" for made in agreed]):
        _say(f"{facts.document.fixes_file}: {told}", DONE)


def _review(arguments: argparse.Namespace) -> int:
    facts, _ = _read(arguments)
    try:
        facts = review.at_terminal(facts, arguments.by, arguments.table)
    except (KeyboardInterrupt, EOFError):
        answers = str(facts.document.fixes_file)
        raise KeyboardInterrupt(f"what was answered is in {answers}" if Path(answers).exists() else "") from None
    left = len(review.listed(facts, arguments.table))
    print(_seen(f"{left} row{'' if left == 1 else 's'} left to check; answers are in {facts.document.fixes_file}"))
    return DONE


def _gold(arguments: argparse.Namespace) -> int:
    facts, _ = _read(arguments)
    answer, left = gold.made(facts)
    if left:
        _say(f"{arguments.file}: rows not checked yet are in {', '.join(left)}", DONE)
    if not answer:
        return _say(f"no table was checked to its end; go on with: ftz review {arguments.file}", WRONG)
    out = arguments.out or arguments.file.with_suffix(".json")
    gold.save(answer, out)
    print(_seen(f"{sum(map(len, answer.values()))} rows of {len(answer)} tables in {out}"))
    return DONE


def _score(arguments: argparse.Namespace) -> int:
    found = sorted(arguments.folder.glob("*.json"))
    if not found:
        return _say(f"{arguments.folder}: no gold in it; make some with: ftz gold ARTICLE", WRONG)
    judged: list[tuple[str, gold.Judged]] = []
    status = DONE
    for path in found:
        try:
            facts = read(files.beside(path), corrections=False)
            judged += [(path.stem, one) for one in gold.judge(facts, gold.load(path))]
        except DocumentError as problem:
            status = _say(problem, PARTLY)
    if judged:
        print(gold.score(one for _, one in judged).rename_axis(None).to_string(float_format="{:.3f}".format))
    if arguments.misses:
        print(_seen("\n".join(gold.missed(name, one) for name, one in judged if one.missed)))
    return status if judged or not status else WRONG


def _report(arguments: argparse.Namespace) -> int:
    # Where it is installed, nbformat's import has it compile a grammar of web addresses for two seconds, in vain.
    sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]
    from ftzlib.report import build, execute, folder

    sources = arguments.source or sorted(Path("seeds").glob("*.txt")) or sorted(folder.SEEDS.glob("*.txt"))
    own = Path("notebooks")
    notebooks = arguments.notebooks or (own if any(own.glob("*.ipynb")) else folder.NOTEBOOKS)
    try:
        made = build.build(
            sources,
            out=arguments.out,
            notebooks=notebooks,
            published=arguments.published,
            briefing_only=bool(arguments.source) and arguments.notebooks is None,
            tell=_tell_unneeded,
        )
    except execute.NotebookError as problem:
        return _say(f"{problem}; nothing in {arguments.out} was changed", FAILED)
    print(f"{made} report{'' if made == 1 else 's'}: open {arguments.out / 'index.html'}")
    return DONE


def _notebooks(arguments: argparse.Namespace) -> int:
    from ftzlib.report import folder

    made = folder.lay_out(arguments.folder)
    print(f"{len(made)} notebooks: open {made[0]}")
    return DONE


def _corpus(arguments: argparse.Namespace) -> int:
    from ftzlib.archive import corpus, work

    paths, refused = files.matching(arguments.pattern)
    out = arguments.out
    try:
        with work.local(arguments.workers) as workers:
            done = corpus.save(paths, out, workers, published=arguments.published, refused=refused)
    except corpus.CorpusError as problem:
        return _say(f"{problem}; what was read is in {out}, run this again to go on", FAILED)
    except KeyboardInterrupt:
        raise KeyboardInterrupt(f"what was read is in {out}, run this again to go on") from None
    known = f", {done.known:,} files were known" if done.known else ""
    print(f"{done.articles:,} articles with {done.facts:,} facts read into {out}{known}")
    if done.unneeded:
        _say(f"corrections that are {AGREED}: {done.unneeded:,}; {out / 'corrections'} says which", DONE)
    if done.failed:
        return _say(f"{done.failed:,} of {len(paths):,} files could not be read; {out / 'errors'} says why", PARTLY)
    return DONE


def _say(problem: object, status: int) -> int:
    print(f"ftz: {listing.plain(problem)}", file=sys.stderr)
    return status


def _seen(text: str) -> str:
    """Return what an output may be given of a file: a terminal nothing that steers it, a file or a pipe every sign."""
    if not sys.stdout.isatty():
        return text
    return "".join(sign if sign.isprintable() or sign == "\n" else "\ufffd" for sign in text)


def _is_file(stream: TextIO) -> bool:
    with suppress(OSError):  # what stands in for an output has no number
        return stat.S_ISREG(os.fstat(stream.fileno()).st_mode)
    return False


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one line, as all errors here."""

    def error(self, message: str) -> None:  # type: ignore[override]
        print(f"ftz: {message}; see {self.prog} --help", file=sys.stderr)
        sys.exit(WRONG)


def _parser() -> argparse.ArgumentParser:
    """Return what reads the arguments: the commands of ``cli.toml``, each done by the function of its name."""
    told = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    dated = told.pop("dated")
    parser = _Parser(prog="ftz", description="Press articles on China's pilot free trade zones, as facts.")
    parser.add_argument("--version", action="version", version=f"ftzlib {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for name, about in told.items():
        command = commands.add_parser(name, help=about.pop("about"))
        command.set_defaults(run=globals()[f"_{name}"])
        arguments = (dated if about.pop("dated", False) else {}) | about
        for argument, options in arguments.items():
            _add(command, argument, options)
    return parser


def _add(command: argparse.ArgumentParser, argument: str, options: dict[str, Any]) -> None:
    meant: dict[str, Any] = {"tables": [*TABLES], "stated": [*STATED], "path": Path, "number": _positive}
    ours = {key: meant[options[key]] for key in ("choices", "type") if isinstance(options.get(key), str)}
    command.add_argument(argument, **options | ours)


def _positive(words: str) -> int:
    if not words.isdecimal() or int(words) < 1:
        raise argparse.ArgumentTypeError(f"{words!r} is no number of processes; write 1 or more")
    return int(words)


if __name__ == "__main__":
    sys.exit(main())
