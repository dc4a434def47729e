"""Where rows begin and end on pages 100 mm high."""

from __future__ import annotations

import pytest

from vbhc.writer.paging import ANYWHERE, Part, Reach, Spot, Tied, divide

PAGE_MM = 100


def it_follows_rows_down_a_page_and_on_to_the_next_where_it_knows_the_first():
    spot = Spot(0, 30)
    assert spot.below(60, PAGE_MM) == Spot(0, 90)
    assert spot.below(60, PAGE_MM).below(20, PAGE_MM) == Spot(0, 20)
    assert spot.below(120, PAGE_MM) == ANYWHERE
    assert ANYWHERE.below(20, PAGE_MM) == ANYWHERE


def it_takes_what_heads_a_row_along_to_the_next_page():
    spot = Spot(0, 80).below(10, PAGE_MM, heads=True)
    assert spot == Spot(10, 90)
    assert spot.below(20, PAGE_MM) == Spot(0, 30)


@pytest.mark.parametrize(
    ("spot", "parts", "below"),
    [
        (Spot(), [Part(3, 60)], Spot()),
        (Spot(30), [Part(3, 90)], Spot()),
        (Spot(10, 40), [Part(3, 70)], Spot(0, 100)),  # fits the rest of the page
        (Spot(10, 70), [Part(3, 70)], Spot(0, 70)),  # moves with what heads it
        (Spot(50), [Part(2, 90), Part(1, 20)], Spot(0, 20)),
        (Spot(50, 55), [Part(2, 95), Part(1, 20)], Spot(0, 20)),  # begins on the page that is there
        (Spot(50, 65), [Part(2, 90), Part(1, 20)], Spot(0, 20)),  # on the next one
    ],
)
def it_divides_three_rows_of_20_mm_only_where_no_page_holds_them(spot: Spot, parts: list[Part], below: Spot):
    assert divide(Tied([20, 20, 20], [Reach(0, 2, 10)]), spot, PAGE_MM) == (parts, below)


def it_makes_room_for_merged_cells_where_they_end_and_in_every_part():
    last_row_grows = Tied([20, 20, 20], [Reach(0, 1, 70)])
    assert divide(last_row_grows, Spot(), PAGE_MM)[0] == [Part(3, 90)]
    said_again = Tied([30, 30, 30, 30], [Reach(0, 3, 50)])
    assert divide(said_again, Spot(), PAGE_MM)[0] == [Part(3, 90), Part(1, 50)]
    two_in_a_row = Tied([20, 20, 20, 20], [Reach(0, 3, 10), Reach(0, 1, 60), Reach(2, 3, 60)])
    assert divide(two_in_a_row, Spot(), PAGE_MM)[0] == [Part(2, 60), Part(2, 60)]


def it_gives_a_row_higher_than_a_page_a_part_of_its_own():
    parts, _ = divide(Tied([20, 150, 20], [Reach(0, 2, 10)]), Spot(), PAGE_MM)
    assert parts == [
        Part(1, 20),
        Part(1, 150),
        Part(1, 20),
    ]
