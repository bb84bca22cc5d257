"""Claims held against other sources: by hand where it was done, by rule where it was not."""

import pytest
from conftest import ROOT, SEED

import ftzlib as ftz
from ftzlib import reference
from ftzlib.stories.questions import context, course, peers, plans, verdicts


def counts(*pairs):
    return [{"as_of": day, "value": value} for day, value in pairs]


@pytest.mark.parametrize(
    ("value", "status", "rows", "verdict"),
    [
        (106, "total", counts(("2022-04-06", "106")), "confirmed"),
        (106, "total", counts(("2022-04-06", "112")), "conflicting"),
        (96, "implemented", counts(("2020-11-05", "96")), "confirmed"),
        (96, "implemented", counts(("2020-11-05", "95")), "conflicting"),
        (68, "formed", counts(("2022-04-06", "176")), "consistent"),
        (68, "formed", counts(("2020-01-01", "60"), ("2022-04-06", "176")), "consistent"),
        (68, "formed", counts(("2020-01-01", "70")), "conflicting"),
        (190, "formed", counts(("2022-04-06", "176")), "conflicting"),
        (68, "formed", [], "unverified"),
    ],
)
def test_the_rule_for_a_count_of_5_november_2020(value, status, rows, verdict):
    assert verdicts.judge(value, status, "2020-11-05", rows)[0] == verdict


@pytest.fixture(scope="module")
def seed():
    return ftz.read(SEED)


def test_every_claim_checked_by_hand_stands_in_the_article(seed):
    assert len(verdicts.checks(seed)) == len(reference.rows("checks")) == 21


def test_hand_and_rule_agree_on_the_four_counts(seed):
    by_hand = {check.span: check.verdict for check in verdicts.checks(seed)}
    ruled = verdicts._by_rule(seed)
    assert [check.verdict for check in ruled] == ["confirmed", "consistent", "consistent", "consistent"]
    for check in ruled:
        assert check.verdict in [verdict for span, verdict in by_hand.items() if span and span.meets(check.span)]


def test_a_claim_whose_words_were_changed_is_checked_by_rule(tmp_path):
    text = SEED.read_text(encoding="utf-8").replace("formed 68 innovations", "formed 190 innovations")
    (tmp_path / "changed.txt").write_text(text, encoding="utf-8")
    (tmp_path / "changed.toml").write_bytes(SEED.with_suffix(".toml").read_bytes())
    found = verdicts.checks(ftz.read(tmp_path / "changed.txt"))
    assert [check.verdict for check in found if not check.by_hand] == ["conflicting"]


def test_the_article_is_no_witness_for_itself(seed):
    address = seed.document.source.url
    links = [source.url for check in verdicts.checks(seed) for source in check.sources]
    assert address not in links
    assert all(row["source_url"] != address for row in course.figures(seed, "shandong/qingdao", "formed", "zone"))


def test_only_like_is_put_beside_like(seed):
    assert {row["zone"] for row in peers.left_out(seed)} >= {"Beijing's zone with its services demonstration zone"}
    assert all("beijing" not in count.zone for count in peers.counts(seed))
    assert all(count.value <= 1 for count in peers.counts(seed))


def test_the_seed_stands_among_its_peers_and_its_ten_tasks_were_done(seed):
    told = {key: ftz.Claim("{x}", x=value).text for key, value in context.answers(seed).items()}
    assert (told["rate"], told["months"], told["near"], told["above"]) == ("90.6%", "14", "5", "3")
    assert (told["left"], told["later_done"], told["later_tasks"]) == ("10", "106", "106")
    assert (told["innovations"], told["listed"], told["last_count"]) == ("68", "60", "more than 300")
    assert (told["same"], told["assigned"]) == ("5", "5")


def test_the_two_counts_of_innovations_share_a_table_and_no_ratio(seed):
    rows = context.counters(seed)
    assert [getattr(row["innovations"], "value", None) for row in rows][:2] == [68, 60]
    assert not any("60" in str(getattr(value, "formula", "")) for value in context.answers(seed).values())


def test_an_area_without_a_plan_on_record_has_nothing_beside_it():
    sichuan = ftz.read(ROOT / "tests" / "corpus" / "10-sichuan-growth.txt")
    assert plans.rows(sichuan) == []
    assert peers.about(sichuan) == "sichuan"
