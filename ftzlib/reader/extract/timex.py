"""Time expressions, as TIMEX3 of ISO-TimeML has them: type, value at its true granularity, mod.

Finds     dates in full and in part, weekdays, *late August last year*, *the first half*, *the previous day*,
          *from January to June*, *the past three years*, *the first eight months of 2021*, *every year*.
Leaves    measured times (*cut to three days*), *so far*, *recently*, clock times, *14th Five-Year Plan*.
          What cannot be resolved keeps the value None and says why.
Example   "late August last year", published 2020-11-06 -> DATE 2019-08 END
"""

import datetime as dt

from ftzlib.facts.records import Date
from ftzlib.reader.timex3.dates import date_of, expressions, month_pair
from ftzlib.reader.timex3.expressions import Context
from ftzlib.text.tokens import Tokens


def find(tokens: Tokens, published: dt.date | None) -> list[Date]:
    """Return the time expressions of a text in order.

    Parameters
    ----------
    tokens : Tokens
    published : date or None
        What weekdays and *last year* are counted from; without it they stay unresolved.
    """
    context = Context(published)
    found: list[Date] = []
    for rule, here in expressions(tokens, context):
        dates = month_pair(here, context) if rule == "month pair" else [date_of(here, rule, context)]
        for date in dates:
            context.note(date, here)
            tokens.dates[tokens.at(date.span.start)] = here.last
        found += dates
    return found
