"""Dates: English in, EDTF out; what cannot be a date is refused."""

from __future__ import annotations

import calendar
import datetime

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sahel_events.values import Basis, EventDate
from sahel_events.values.dates import Years, hull
from sahel_events.values.english_dates import DATE

SHORT = "Jan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec".split()
ORDINALS = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}
EARLIEST, LATEST = datetime.date(1000, 1, 1), datetime.date(2099, 12, 31)


#: An English date and its EDTF.
Point = tuple[str, str]


@st.composite
def points(draw: st.DrawFn) -> Point:
    """A day, a month or a year: built from its parts, so that its EDTF is known."""
    date = draw(st.dates(EARLIEST, LATEST))
    year, day = date.year, date.day
    short = SHORT[date.month - 1]
    month = draw(st.sampled_from([calendar.month_name[date.month], short, f"{short}."]))
    ordinal = f"{day}{ORDINALS.get(day, 'th')}"
    days = [
        date.isoformat(), f"{day} {month} {year}", f"{day:02} {month} {year}",
        f"{ordinal} {month}, {year}", f"the {ordinal} of {month} {year}",
        f"{month} {day}, {year}", f"{month} {ordinal} {year}", f"{month} {day} {year}",
    ]  # fmt: skip
    months = [f"{month} {year}", f"{month}, {year}"]
    edtf = date.isoformat()
    known = {edtf: days, edtf[:7]: months, edtf[:4]: [edtf[:4]]}
    edtf = draw(st.sampled_from(list(known)))
    return draw(st.sampled_from(known[edtf])), edtf


def in_order(first: Point, last: Point) -> bool:
    """Whether one date lies wholly before the other."""
    shortest = min(len(first[1]), len(last[1]))
    return first[1][:shortest] < last[1][:shortest]


@given(points())
def test_days_months_and_years(point: Point) -> None:
    text, edtf = point
    assert EventDate.parse(text) == EventDate(edtf, Basis.EXPLICIT)


@given(points(), points(), st.sampled_from(["{}–{}", "{} – {}", "{} to {}", "from {} until {}"]))
def test_from_one_to_another(first: Point, last: Point, written: str) -> None:
    assume(in_order(first, last))
    text = written.format(first[0], last[0])
    assert EventDate.parse(text).edtf == f"{first[1]}/{last[1]}"


@given(points(), points())
def test_between_two(first: Point, last: Point) -> None:
    assume(in_order(first, last))
    assert EventDate.parse(f"between {first[0]} and {last[0]}").edtf == f"{first[1]}/{last[1]}"


@given(points(), points())
def test_what_ends_before_it_begins_is_refused(first: Point, last: Point) -> None:
    assume(in_order(last, first))
    with pytest.raises(ValueError, match="expected a date"):
        EventDate.parse(f"{first[0]} to {last[0]}")


@given(
    st.dates(EARLIEST, LATEST),
    st.integers(1, 20),
    st.sampled_from(
        ["{0}–{1} {2} {3}", "{2} {0}–{1}, {3}", "between {0} and {1} {2} {3}", "{0} to {1} {2} {3}"]
    ),
)
def test_days_that_share_their_month(date: datetime.date, more: int, written: str) -> None:
    last = date + datetime.timedelta(more)
    assume(last.month == date.month and last.year <= LATEST.year)
    month = calendar.month_name[date.month]
    text = written.format(date.day, last.day, month, date.year)
    assert EventDate.parse(text).edtf == f"{date}/{last}"


@given(st.dates(EARLIEST, datetime.date(2098, 12, 31)), st.integers(32, 300), st.sampled_from("–-"))
def test_a_year_that_is_written_once_is_that_of_the_end(
    date: datetime.date, more: int, dash: str
) -> None:
    last = date + datetime.timedelta(more)
    assume(last.month != date.month)
    first_month, last_month = calendar.month_name[date.month], calendar.month_name[last.month]
    text = f"{date.day} {first_month} {dash} {last.day} {last_month} {last.year}"
    assert EventDate.parse(text).edtf == f"{date}/{last}"


@given(points(), st.sampled_from(["since {}", "from {}", "{} – present", "{} to date", "after {}"]))
def test_an_open_end(point: Point, written: str) -> None:
    assert EventDate.parse(written.format(point[0])).edtf == f"{point[1]}/.."


@given(points(), st.sampled_from(["until {}", "by {}", "up to {}", "before {}", "as of {}"]))
def test_an_open_beginning(point: Point, written: str) -> None:
    assert EventDate.parse(written.format(point[0])).edtf == f"../{point[1]}"


@given(points(), st.sampled_from(["circa {}", "around {}", "c. {}", "~{}", "about {}"]))
def test_about(point: Point, written: str) -> None:
    assert EventDate.parse(written.format(point[0])).edtf == f"{point[1]}~"


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("circa 2031", "2031~"),
        ("~2031", "2031~"),
        ("circa 2031-05-03", "2031-05-03~"),
    ],
)
def test_about_a_year_or_an_iso_date(text: str, edtf: str) -> None:
    assert EventDate.parse(text).edtf == edtf


@pytest.mark.parametrize("text", ["2031/2030", "2031-05-03/2031-05-01", "2031–13"])
def test_an_interval_that_ends_before_it_begins(text: str) -> None:
    with pytest.raises(ValueError, match="expected a date"):
        EventDate.parse(text)


@given(points(), points())
def test_edtf_is_read_as_it_stands(first: Point, last: Point) -> None:
    assume(in_order(first, last))
    ends = [f"{first[1]}/{last[1]}", f"{first[1]}/..", f"../{last[1]}", f"{first[1]}~", first[1]]
    for edtf in ends:
        assert str(EventDate.parse(edtf)) == edtf


@given(st.dates(EARLIEST, LATEST), st.dates(EARLIEST, LATEST))
def test_the_earliest_and_latest_day(one: datetime.date, other: datetime.date) -> None:
    first, last = sorted((one, other))
    date = EventDate(f"{first}/{last}")
    assert (date.earliest, date.latest) == (first, last)
    assert EventDate(f"{first}/..").earliest == first
    assert EventDate(f"{first}/..").latest is None
    assert EventDate(f"../{last}").earliest is None
    assert EventDate(f"../{last}").latest == last


@given(points())
def test_a_date_lies_in_its_month_and_its_year(point: Point) -> None:
    dates = [EventDate(point[1][:length]) for length in (4, 7, 10)]
    first = [date.earliest for date in dates]
    last = [date.latest for date in dates]
    assert first == sorted(first)  # type: ignore[type-var]
    assert last == sorted(last, reverse=True)  # type: ignore[type-var]
    assert dates[-1].last_year == int(point[1][:4])


@given(st.integers(1, 12), st.integers(1, 31), st.integers(1900, 2099))
def test_days_that_do_not_exist_are_refused(month: int, day: int, year: int) -> None:
    exists = day <= calendar.monthrange(year, month)[1]
    text = f"{day} {calendar.month_name[month]} {year}"
    if exists:
        assert EventDate.parse(text).edtf == f"{year}-{month:02}-{day:02}"
    else:
        with pytest.raises(ValueError, match="expected a date"):
            EventDate.parse(text)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("2012–17", "2012/2017"),
        ("2011-12", "2011-12"),
        ("Jan.-March 2013", "2013-01/2013-03"),
        ("in May 2031", "2031-05"),
        ("early 2031", "2031~"),
        ("the end of May 2031", "2031-05~"),
        ("spring 2031", "2031-21"),
        ("Winter of 2031", "2031-24"),
        ("30 December – 2 January 2032", "2031-12-30/2032-01-02"),
        ("16 January 2012 – present", "2012-01-16/.."),
        ("3 May 2031 to ongoing", "2031-05-03/.."),
    ],
)
def test_examples(text: str, edtf: str) -> None:
    assert EventDate.parse(text).edtf == edtf


@pytest.mark.parametrize(
    "text",
    [
        "", "soon", "3 May", "May", "Monday", "32 May 2031", "May 2031 soldiers", "2031-02-30",
        "20311", "3/5/2031", "..", "2031..", "12:30", "155", "30 February 2031", "May 2031 to 2030",
    ],
)  # fmt: skip
def test_what_is_no_date(text: str) -> None:
    with pytest.raises(ValueError, match="expected a date"):
        EventDate.parse(text)


@pytest.mark.parametrize(
    ("text", "years", "edtf"),
    [
        ("3 May", Years(2031, 2031), "2031-05-03"),
        ("3 May", None, None),
        ("3 November", Years(2031, 2032), "2031-11-03"),
        ("3 February", Years(2031, 2032), "2032-02-03"),
        ("3 May", Years(2031, 2035), None),
        ("March", Years(2031, 2031), "2031-03"),
        ("3 May 2029", Years(2031, 2031), "2029-05-03"),
    ],
)
def test_the_year_of_the_context(text: str, years: Years | None, edtf: str | None) -> None:
    match = DATE.fullmatch(text)
    assert match is not None
    date = EventDate.from_match(match, years)
    assert (date and date.edtf) == edtf
    if date is not None and "2029" not in text:
        assert date.basis is Basis.CONTEXT


@pytest.mark.parametrize(
    ("dates", "edtf"),
    [
        (["2030-05-02", "2030-05-11"], "2030-05"),
        (["2030-05-02", "2031-01"], "2030-05/2031-01"),
        (["2030", "2031-01"], "2030/2031"),
        (["2030-05/2030-07", "2030-06"], "2030-05/2030-07"),
        (["2030-05/..", "2030-06~"], "2030-05/2030-06"),
    ],
)
def test_the_hull_of_dates(dates: list[str], edtf: str) -> None:
    assert hull([EventDate(date) for date in dates]) == EventDate(edtf, Basis.PARTS)


def test_the_hull_of_nothing() -> None:
    assert hull([]) is None
    assert hull([EventDate("../..")]) is None


@given(st.text(max_size=25))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        date = EventDate.parse(text)
    except ValueError:
        return
    assert EventDate.parse(date.edtf).edtf == date.edtf


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        ("2031-05-12", "2031-05-12", True),
        ("2031-05-12", "2031-05-13", False),
        ("2031-05", "2031-05-12", True),
        ("2030/2031", "2031-05-12", True),
        ("2030-11-02/..", "2031-05-12", True),
        ("2030-11-02/..", "2030-11-01", False),
        ("../2030-11-02", "2029-03", True),
        ("../2030-11-02", "2030-11-03/..", False),
        ("../2030", "2031/..", False),
    ],
)
def test_dates_share_a_day_and_what_is_open_goes_on(one: str, other: str, shared: bool) -> None:
    first, second = EventDate.parse(one), EventDate.parse(other)
    assert first.overlaps(second) is second.overlaps(first) is shared
