"""An article of a few lines that corrections, gold and review are tried on."""

import ftzlib as ftz

TEXT = (
    "The Qingdao Area carries 106 pilot reform tasks, and 96 have been implemented so far, said Xue Qingguo, vice "
    "mayor of Qingdao. It has formed 68 innovations with 13 being promoted. In 2019 it had 40 firms; in 2020 it had 40 firms."
)


def fixed(article, toml):
    """Return the facts of an article with these fixes beside it."""
    article.with_suffix(".fixes.toml").write_text(toml, encoding="utf-8")
    return ftz.read(article)


def told(facts, quote):
    return next(row for row in facts.rows("metrics") if row["quote"] == quote)


def answers(*lines):
    """Type these lines where a terminal would be asked."""
    from prompt_toolkit.application import create_app_session
    from prompt_toolkit.input import create_pipe_input
    from prompt_toolkit.output import DummyOutput

    class Typed:
        def __enter__(self):
            self.pipe = create_pipe_input()
            keys = self.pipe.__enter__()
            keys.send_text("".join(f"{line}\r" for line in lines))
            self.session = create_app_session(input=keys, output=DummyOutput())
            self.session.__enter__()

        def __exit__(self, *error):
            self.session.__exit__(*error)
            self.pipe.__exit__(*error)

    return Typed()
