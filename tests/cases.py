"""Many cases of one rule in one test, which names every case that fails, with what was expected and found."""

from collections import Counter
from collections.abc import Callable, Iterable

import pytest


def for_each(cases: Iterable[object]) -> Callable[[Callable[..., None]], Callable[[], None]]:
    """Hold a test for every case of a table; a tuple is given as several arguments.

    It is for what takes milliseconds: thousands of sentences cost less so than as tests of their own.
    """
    table = [case if isinstance(case, tuple) else (case,) for case in cases]

    def hold(test: Callable[..., None]) -> Callable[[], None]:
        def held() -> None:
            faults = [f"{' | '.join(map(_short, case))}\n{fault}" for case in table if (fault := _fault(test, case))]
            faults += [f"stands {n} times: {case}" for case, n in Counter(map(repr, table)).items() if n > 1]
            if faults or not table:
                pytest.fail(f"{len(faults)} of {len(table)} cases\n\n" + "\n\n".join(faults), pytrace=False)

        held.__name__, held.__doc__, held.__module__ = test.__name__, test.__doc__, test.__module__
        return held

    return hold


def _fault(test: Callable[..., None], case: tuple[object, ...]) -> str:
    """Say what is wrong with a case, or nothing."""
    try:
        test(*case)
    except AssertionError as wrong:
        return str(wrong) or "AssertionError"
    except Exception as error:  # whatever it is, the other cases are looked at
        return f"{type(error).__name__}: {error}"
    return ""


def _short(given: object) -> str:
    words = given if isinstance(given, str) else repr(given)
    return words if len(words) < 2_000 else f"{words[:2_000]}..."
