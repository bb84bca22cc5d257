"""TIMEX3: time expressions of ISO-TimeML, from words to values at their true granularity.

Text flows from `rules` (constructions) through `expressions` (one match) and `refusals` to `readings` and `steps`
(values), which `dates` puts in order; `anchors` finds the day that all is counted from.
"""
