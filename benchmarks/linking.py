"""How long it takes to link engagements and to compare their claims, and how the time grows.

The engagements are made up: some 4,000 days, the places of the registry, a few parties, one to four
reports of each event, three claims a report. Comparing all pairs is what linking without blocks
would do; on so many engagements it would take days, so it is measured on 2,000.
"""

from __future__ import annotations

import argparse
import math
import random
import statistics
import time
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import combinations

from sahel_events.kinds import EngagementKind, Outcome
from sahel_events.linking import Identities, link_engagements
from sahel_events.linking.evidence import Fought, weigh
from sahel_events.model import CasualtyClaim, Engagement
from sahel_events.reconcile.estimates import estimate
from sahel_events.reconcile.relations import relate
from sahel_events.reconcile.slots import slots
from sahel_events.registry.places import places
from sahel_events.values import UCDP, EventDate, Quantity

SIZES = (1_000, 10_000, 100_000)
FEW = 2_000
PARTIES = ("Mali", "JNIM", "Burkina Faso", "Niger", "Islamic State in the Greater Sahara")
KINDS = (EngagementKind.ATTACK, EngagementKind.AMBUSH, EngagementKind.CLASH)
FIRST = date(2012, 1, 1)


def main() -> None:
    """Print two small tables: the whole work on growing worlds, and linking beside all pairs."""
    argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None).parse_args()
    print(f"{'engagements':>12}{'claims':>10}{'events':>9}{'link':>9}{'relate':>9}{'estimate':>10}")
    times = [_whole(size) for size in SIZES]
    line = statistics.linear_regression([*map(math.log, SIZES)], [*map(math.log, times)])
    print(f"time grows as the number of engagements to the power {line.slope:.2f}\n")
    blocks, pairs = _beside_all_pairs()
    print(f"{FEW:,} engagements: {blocks:.2f} s with blocks, {pairs:.2f} s comparing all pairs,")
    print(f"a ratio of {pairs / blocks:.0f}")


class World:
    """Made-up engagements and claims; it also is what an estimate is made from."""

    def __init__(self, size: int) -> None:
        chance = random.Random(size)
        self.belligerents: tuple[()] = ()
        self.relations: tuple[()] = ()
        self.engagements = tuple(_engagements(size, chance))
        self.casualty_claims = tuple(
            claim for record in self.engagements for claim in _claims(record, chance)
        )


def _engagements(size: int, chance: random.Random) -> Iterator[Engagement]:
    names = sorted({place.name for place in places().values() if place.kind in ("town", "village")})
    made = 0
    while made < size:
        day, place = FIRST + timedelta(days=chance.randrange(4_000)), chance.choice(names)
        kind, parties = chance.choice(KINDS), chance.sample(PARTIES, 2)
        for report in range(min(chance.randint(1, 4), size - made)):
            number = made + report
            yield Engagement(
                id=f"en-{number:06}",
                document=f"report-{number:06}",
                start=0,
                end=40,
                field="body",
                kind=kind,
                name="attack",
                date=EventDate(day.isoformat() if chance.random() < 0.8 else f"{day:%Y-%m}"),
                place=place,
                attackers=(parties[0],),
                defenders=(parties[1],),
            )
        made = number + 1


def _claims(record: Engagement, chance: random.Random) -> Iterator[CasualtyClaim]:
    for number in range(3):
        yield CasualtyClaim(
            id=f"cl-{record.id[3:]}-{number}",
            document=record.document,
            start=50 + 400 * number,
            end=60 + 400 * number,
            field="body",
            quantity=Quantity.exactly(chance.randrange(60)),
            outcomes=(Outcome.KILLED,),
            victim_party=chance.choice((*record.attackers, *record.defenders)),
            engagement=record.id,
            date=record.date,
        )


def _whole(size: int) -> float:
    """The time for linking, relating and estimating in one process; printed in its parts."""
    world, identities = World(size), Identities()
    start = time.perf_counter()
    linked = link_engagements(world.engagements, world.casualty_claims, (), identities)
    after_linking = time.perf_counter()
    relations = sum(1 for _ in relate(slots(world.casualty_claims, linked.events, identities), {}))
    after_relating = time.perf_counter()
    estimate(world, UCDP)
    end = time.perf_counter()
    assert relations
    print(
        f"{size:>12,}{len(world.casualty_claims):>10,}{len(set(linked.events.values())):>9,}"
        f"{after_linking - start:>7.1f} s{after_relating - after_linking:>7.1f} s"
        f"{end - after_relating:>8.1f} s"
    )
    return end - start


def _beside_all_pairs() -> tuple[float, float]:
    """The times of linking with blocks, and of weighing every pair."""
    records = World(FEW).engagements
    start = time.perf_counter()
    link_engagements(records, (), (), Identities())
    middle = time.perf_counter()
    sides = [
        Fought(record, frozenset((*record.attackers, *record.defenders)), two_sides=True)
        for record in records
    ]
    for one, other in combinations(sides, 2):
        weigh(one, other)
    return middle - start, time.perf_counter() - middle


if __name__ == "__main__":
    main()
