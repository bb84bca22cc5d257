"""The reference tables: typed as their package says, every row with its source, conflicts kept."""

import datetime as dt
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pandas as pd
import pytest
from cases import for_each
from conftest import SEED

import ftzlib as ftz
from ftzlib import reference
from ftzlib.evidence import days as timeline
from ftzlib.grammar import lexicon
from ftzlib.reader.zones import official

FOLDER = Path(reference.__file__).parent / "data"
TABLES = {table["name"]: table for table in reference.package()["resources"]}
FIELDS = [(name, field) for name, table in TABLES.items() for field in table["schema"]["fields"]]
SOURCED = [name for name, table in TABLES.items() if any(f["name"] == "source_url" for f in table["schema"]["fields"])]

each = pytest.mark.parametrize("name", TABLES)


def zone_row(id):
    return reference.zone(id)


# As the package says


def test_the_package_describes_every_file_and_no_other():
    assert sorted(table["path"] for table in TABLES.values()) == sorted(path.name for path in FOLDER.glob("*.csv"))
    assert all(table["profile"] == "tabular-data-resource" for table in TABLES.values())


@each
def test_a_table_has_the_columns_of_its_schema_in_their_order(name):
    with (FOLDER / TABLES[name]["path"]).open(encoding="utf-8") as lines:
        header = lines.readline().strip().split(",")
    assert header == [field["name"] for field in TABLES[name]["schema"]["fields"]]
    assert all(None not in row and None not in row.values() for row in reference.rows(name))


READS = {"string": str, "integer": int, "number": float, "date": dt.date.fromisoformat}


@for_each(FIELDS)
def test_a_field_holds_what_its_schema_allows(name, field):
    limits = field.get("constraints", {})
    cells = [row[field["name"]] for row in reference.rows(name)]
    given = [cell for cell in cells if cell]
    assert field["description"]
    assert not limits.get("required") or given == cells
    assert not limits.get("unique") or len(set(given)) == len(given)
    for cell in given:
        assert cell == cell.strip()
        value = READS[field["type"]](cell)
        assert "enum" not in limits or cell in limits["enum"]
        assert "pattern" not in limits or re.fullmatch(limits["pattern"], cell), cell
        assert "minimum" not in limits or value >= limits["minimum"]
        assert "maximum" not in limits or value <= limits["maximum"]


@each
def test_a_key_leads_to_a_row_that_exists(name):
    for key in TABLES[name]["schema"].get("foreignKeys", ()):
        there = {row[key["reference"]["fields"]] for row in reference.rows(key["reference"]["resource"] or name)}
        assert {row[key["fields"]] for row in reference.rows(name)} - {""} <= there


def test_the_codebook_tells_of_every_column():
    book = ftz.codebook().query("of == 'reference'")
    assert list(zip(book["table"], book["column"], strict=True)) == [(name, field["name"]) for name, field in FIELDS]
    assert book["meaning"].str.len().min() > 5


# Sources, confidence, conflicts


@pytest.mark.parametrize("name", SOURCED)
def test_every_row_has_a_source_with_its_publisher(name):
    for row in reference.rows(name):
        if row.get("status") != "no trace found":
            assert re.match(r"https?://[^ ]+\.[^ ]+", row["source_url"])
            assert row["source_publisher"]


def test_no_table_of_figures_is_without_sources():
    assert set(TABLES) - set(SOURCED) == {"conflicts", "checks"}


def test_an_outcome_has_a_source_or_says_what_was_searched():
    text = SEED.read_text(encoding="utf-8")
    for row in reference.rows("outcomes"):
        found = row["status"] != "no trace found"
        assert row["quote"] in text
        assert {bool(row[key]) for key in ("independence", "source_url", "confidence", "as_of")} == {found}
        assert bool(row["value"]) == bool(row["unit"])
        assert found or (not row["value"] and row["note"].startswith("Searched"))
        assert ("shine.cn" in row["source_url"]) == (row["independence"] == "same publisher")


def test_what_was_promised_has_an_outcome_each():
    outcomes = ftz.reference.outcomes()
    assert len(outcomes) == 21
    signed = outcomes[outcomes["independence"] == "same publisher"].to_dict("records")
    assert [(row["value"], row["unit"], row["as_of"]) for row in signed] == [(30.66e9, "CNY", "2021-11-06")]
    assert set(outcomes[outcomes["status"] == "no trace found"]["topic"]) == {
        "the nine centers as a set",
        "platforms for trade in services",
        "long-term mechanism",
    }


def test_every_check_has_its_evidence_unless_nothing_was_found():
    found = Counter(row["check"] for row in reference.rows("evidence"))
    for row in reference.rows("checks"):
        assert bool(row["confidence"]) == (row["verdict"] != "unverified")
        assert found[row["id"]] or row["verdict"] == "unverified"


def test_only_an_independent_source_confirms():
    evidence = reference.rows("evidence")
    for row in reference.rows("checks"):
        kinds = {found["independence"] for found in evidence if found["check"] == row["id"]}
        assert ("independent" in kinds) or row["verdict"] != "confirmed", row
        assert row["verdict"] != "own account" or kinds == {"own account"}, row
    for found in evidence:
        assert ("shine.cn" in found["source_url"]) == (found["independence"] == "same publisher")
        assert "einpresswire" not in found["source_url"] or found["independence"] == "own account"


@pytest.mark.parametrize("words", ["106 pilot", "96 have been", "68 innovations", "13 being promoted", "Nine centers"])
def test_no_count_of_the_article_is_confirmed_by_an_independent_source(words):
    (verdict,) = [row["verdict"] for row in reference.rows("checks") if row["quote"].startswith(words)]
    assert verdict in ("own account", "consistent", "unverified")


@pytest.mark.parametrize("name", ["metrics", "national", "zones", "industries", "outcomes"])
def test_what_is_of_low_confidence_says_why(name):
    assert all(row["note"] for row in reference.rows(name) if row["confidence"] == "low")


def test_low_confidence_is_marked_and_can_be_left_out():
    every, sure = ftz.reference.metrics(), ftz.reference.metrics(confidence="medium")
    assert set(every["confidence"]) == {"high", "medium", "low"}
    assert set(sure["confidence"]) == {"high", "medium"}
    assert len(sure) == len(every) - (every["confidence"] == "low").sum()
    with pytest.raises(ValueError, match="'sure' is none; give one of high, medium, low"):
        ftz.reference.metrics(confidence="sure")


def test_a_conflict_names_rows_that_are_still_there():
    rows = {
        name: {row.get("id") or row["edition"] for row in reference.rows(name)}
        for name in set(SOURCED) - {"evidence", "outcomes"}
    }
    for conflict in reference.rows("conflicts"):
        assert conflict["row"] in rows[conflict["table"]]
        assert conflict["other_row"] in rows[conflict["table"]] | {""}
        assert conflict["value"] != conflict["other_value"]


@pytest.mark.parametrize("name", ["metrics", "national", "zones"])
def test_a_row_that_points_to_the_conflicts_is_in_them(name):
    listed = {row[column] for row in reference.rows("conflicts") for column in ("row", "other_row")}
    told = " ".join(row["note"] for row in reference.rows("conflicts"))
    for row in reference.rows(name):
        if "ee conflicts" in row["note"]:
            assert row["id"] in listed or row["id"] in told or any(id.startswith(f"{row['id']}/") for id in listed)


def test_two_exact_values_for_one_thing_on_one_day_are_a_listed_conflict():
    listed = {frozenset((row["row"], row["other_row"])) for row in reference.rows("conflicts")}
    keys = ("zone", "indicator", "status", "wording", "scope", "unit", "as_of", "period")
    exact = [row for name in ("metrics", "national") for row in reference.rows(name) if not row["mod"]]
    for one in exact:
        for other in exact:
            if one["id"] < other["id"] and all(one[key] == other[key] for key in keys):
                assert one["value"] == other["value"] or frozenset((one["id"], other["id"])) in listed, (one, other)


# Zones


def test_there_are_22_zones_in_seven_batches_each_with_its_province():
    zones = ftz.reference.zones()
    assert len(zones) == 22
    assert list(zones.groupby("batch").size()) == [1, 3, 7, 1, 6, 3, 1]
    assert zones["iso_3166_2"].is_unique
    assert set(zones["confidence"]) <= {"high", "medium"}


def test_the_zones_are_those_that_the_parser_knows_under_the_same_names():
    provinces = lexicon.load("zones")["areas"]
    assert {official(province) for province in provinces} == set(ftz.reference.zones()["name"])
    for row in ftz.reference.zones(kind="area").to_dict("records"):
        assert row["name"].startswith(zone_row(row["part_of"])["name"])


@for_each([row for row in reference.rows("zones") if row["kind"] == "area"])
def test_an_area_that_the_parser_knows_is_read_under_its_name_here(row):
    province = zone_row(row["part_of"])["name"].partition("(")[2].partition(")")[0]
    place = row["name"].rpartition(" Pilot Free Trade Zone ")[2]
    known = place.removesuffix(" Area").removesuffix(" Special")
    if (
        known in lexicon.load("zones")["areas"][province] and province not in known
    ):  # Tianjin Port reads as a port of Tianjin
        found = ftz.parse(f"The {place} of the {province} FTZ grew by 5 percent.")
        assert [zone["name"] for zone in found.rows("zones")] == [row["name"]]
        assert reference.zone_id(row["name"]) == row["id"]


def test_the_areas_of_a_zone_add_up_to_its_size_wherever_all_are_known():
    areas, summed = ftz.reference.zones(kind="area"), 0
    for zone in ftz.reference.zones().reset_index().to_dict("records"):
        parts = areas[(areas["part_of"] == zone["id"]) & (areas.index != "shanghai/lin-gang")]["area_km2"]
        if len(parts) and parts.notna().all():
            assert parts.sum() == pytest.approx(zone["area_km2"], abs=0.011), zone["id"]
            summed += 1
    assert summed == 18


def test_no_zone_was_unveiled_before_it_was_approved_but_hainan_which_was_announced():
    zones = ftz.reference.zones()
    assert list(zones[zones["unveiled"] < zones["approved"]].index) == ["hainan"]
    parents = zones["unveiled"]
    areas = ftz.reference.zones(kind="area").dropna(subset="unveiled")
    assert (areas["unveiled"] >= areas["part_of"].map(parents)).all()


# Figures and dates


@pytest.mark.parametrize("name", ["metrics", "national"])
def test_dates_are_days_months_or_years_and_none_is_known_before_it_was_told(name):
    for row in reference.rows(name):
        first, last = timeline.days(row["as_of"])
        assert dt.date(2013, 1, 1) <= first <= last <= dt.date(2025, 12, 31)
        told = timeline.days(row["source_date"] or None)
        assert row["status"] == "planned" or told is None or first <= told[1], row


def test_no_zone_has_carried_out_more_tasks_than_it_was_given():
    tasks = ftz.reference.metrics(indicator="pilot reform tasks")
    total = tasks[tasks["status"] == "total"].groupby("zone")["value"].max()
    done = tasks[(tasks["status"] == "implemented") & (tasks["unit"] == "count")]
    assert len(done) >= 7
    assert (done["value"] <= done["zone"].map(total)).all()
    assert tasks[tasks["unit"] == "percent"]["value"].max() <= 100


@pytest.mark.parametrize("name", ["metrics", "national"])
def test_what_a_source_gives_in_words_is_no_exact_count(name):
    for row in reference.rows(name):
        if "basically" in row["wording"] or "close to" in row["wording"] or "nearly" in row["wording"]:
            assert row["mod"], row
        if "basically" in row["wording"]:
            assert (row["unit"], row["mod"]) == ("percent", "APPROX")


def test_innovations_measures_cases_and_initiatives_are_four_indicators():
    counts = ftz.reference.metrics("shandong/qingdao", status="formed")
    assert {row["indicator"] for row in counts.to_dict("records")} == {
        "innovations",
        "reform and innovation measures",
        "innovation cases",
        "innovation initiatives",
    }


def test_the_industries_of_an_area_are_numbered_from_one_and_have_one_source():
    lists = ftz.reference.industries().groupby("zone")
    assert all(list(rows["order"]) == list(range(1, len(rows) + 1)) for _, rows in lists)
    assert (lists["source_url"].nunique() == 1).all()


def test_the_ten_tasks_that_were_left_were_done_by_the_end_of_2022():
    done = ftz.reference.metrics("shandong/qingdao", "pilot reform tasks", "implemented")
    assert list(zip(done["as_of"], done["value"], strict=True)) == [("2020-11-05", 96), ("2022-12-31", 106)]


PEERS = {
    ("guangxi", "2020-01-13"): "more than 30 percent",
    ("guangxi", "2020-08"): "58",
    ("guangxi", "2021-08-29"): "95 percent",
    ("shandong", "2020-08-31"): "102",
    ("shandong", "2020-12-16"): "104",
    ("shandong", "2023-02-21"): "112",
    ("shandong/qingdao", "2020-11-05"): "96",
    ("shandong/qingdao", "2022-12-31"): "106",
    ("shandong/yantai", "2020-12-31"): "92 percent",
    ("shandong/yantai", "2021-12-31"): "97 percent",
    ("sichuan", "2019-04-01"): "more than 95 percent",
    ("xinjiang", "2024-06"): "15",
    ("seven-plans-2019", "2020-09-02"): "less than 80 percent",
    ("seven-plans-2019", "2022-08"): "about 100 percent",
    ("three-plans-2015", "2020-04-28"): "about 100 percent",
}
WORDS = {"": "", "MORE_THAN": "more than ", "LESS_THAN": "less than ", "APPROX": "about "}


def test_the_tasks_of_a_zone_are_one_row_a_day_and_have_their_number_beside_them():
    rows = [row for row in reference.rows("metrics") if row["indicator"] == "pilot reform tasks"]
    done = [row for row in rows if row["status"] == "implemented"]
    told = [WORDS[row["mod"]] + row["value"] + " percent" * (row["unit"] == "percent") for row in done]
    assert len(done) == len(PEERS)
    assert dict(zip([(row["zone"], row["as_of"]) for row in done], told, strict=True)) == PEERS
    assert {row["zone"] for row in done} <= {row["zone"] for row in rows if row["status"] == "total"}
    assert all(zone_row(row["zone"])["kind"] == "group" for row in done if "plans" in row["zone"])


def test_targets_stand_beside_what_came_of_them():
    for indicator, share in (("foreign trade", [16, 23]), ("foreign investment used", [4.1, 9.7])):
        assert list(ftz.reference.metrics("shandong/qingdao", f"share of the city's {indicator}")["value"]) == share
    planned = ftz.reference.metrics("shandong/qingdao", status="planned")
    assert {("corporate entities", 30_000), ("foreign trade", 30e9)} <= set(
        zip(planned["indicator"], planned["value"], strict=True)
    )


def test_a_zone_can_be_asked_for_by_its_name_and_an_unknown_area_leads_to_its_zone():
    name = "China (Shandong) Pilot Free Trade Zone Qingdao Area"
    assert len(ftz.reference.metrics(name)) == len(ftz.reference.metrics("shandong/qingdao")) > 20
    assert reference.zone_id("China (Sichuan) Pilot Free Trade Zone Chengdu Area") == "sichuan"
    assert reference.zone_id("Songdo Free Economic Zone") is None
    assert ftz.reference.metrics("atlantis").empty


def test_tables_are_typed_and_a_caller_may_change_his_copy():
    zones, figures = ftz.reference.zones(), ftz.reference.national()
    assert zones["unveiled"].dtype == "datetime64[ms]" and zones["batch"].dtype == "Int64"
    assert figures["value"].dtype == float and pd.api.types.is_string_dtype(figures["as_of"])
    figures["value"] = 0
    assert ftz.reference.national()["value"].max() > 0


def test_an_expo_opens_before_or_with_its_first_day_once_a_year():
    expos = ftz.reference.expos()
    assert list(expos["edition"]) == list(range(1, 9))
    assert (expos["opening"] <= expos["first_day"]).all() and (expos["first_day"] < expos["last_day"]).all()
    assert (expos["opening"].dt.year == expos["year"]).all()


def test_the_library_starts_without_the_tables_and_the_tables_are_read_without_pandas():
    code = (
        "import sys, ftzlib; print('ftzlib.reference' in sys.modules); "
        "ftzlib.reference.rows('metrics'); print('pandas' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]
