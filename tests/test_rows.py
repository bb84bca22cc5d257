"""Every row of every article, as it was when somebody last looked: a change of a rule shows in `git diff` after `make rows`."""

from cases import for_each
from rows import ARTICLES, ROWS, lines


@for_each(ARTICLES)
def test_the_rows_are_those_that_were_looked_at(article):
    assert lines(article) == (ROWS / f"{article.stem}.txt").read_text(encoding="utf-8")


def test_no_article_is_left_out():
    assert {path.stem for path in ROWS.iterdir()} == {path.stem for path in ARTICLES}
