"""How precise coordinates are, and how they were found: a point says nothing of it by itself."""

from __future__ import annotations

from enum import StrEnum

__all__ = ["PlacedBy", "Precision", "prio_grid"]


class Precision(StrEnum):
    """How far from a pair of coordinates the place may be, or what they are the middle of."""

    POINT = "point"  #: a building or a site, within a few hundred metres
    LOCALITY = "locality"  #: a town or village, within two kilometres or so
    TEN_KM = "about 10 km"
    TWENTY_FIVE_KM = "about 25 km"
    AREA = "centroid of area"
    DISTRICT = "centroid of district"
    REGION = "centroid of region"

    def loosened(self) -> Precision:
        """That of something that is only said to be near.

        >>> Precision.LOCALITY.loosened(), Precision.REGION.loosened()
        (<Precision.TEN_KM: 'about 10 km'>, <Precision.REGION: 'centroid of region'>)
        """
        return Precision.TEN_KM if self in (Precision.POINT, Precision.LOCALITY) else self

    @property
    def ucdp(self) -> int:
        """The code that UCDP has for it in ``where_prec``, from 1 (exact) to 7."""
        return _UCDP[self]

    @property
    def acled(self) -> int:
        """The code that ACLED has for it in ``geo_precision``: town, part of a region, region."""
        return _ACLED[self]


_UCDP = {
    Precision.POINT: 1,
    Precision.LOCALITY: 1,
    Precision.TEN_KM: 2,
    Precision.TWENTY_FIVE_KM: 2,
    Precision.DISTRICT: 3,
    Precision.REGION: 4,
    Precision.AREA: 5,
}
_ACLED = {
    Precision.POINT: 1,
    Precision.LOCALITY: 1,
    Precision.TEN_KM: 2,
    Precision.TWENTY_FIVE_KM: 2,
    Precision.DISTRICT: 2,
    Precision.REGION: 3,
    Precision.AREA: 3,
}


class PlacedBy(StrEnum):
    """How the place of an engagement was found on the map."""

    REGISTER = "register"  #: the register of places knows it
    HIERARCHY = "stated hierarchy"  #: the phrase or the words beside it name what it lies in
    NAME = "only bearer of the name"  #: in the country that the text is about
    SEAT = "seat of its unit"  #: of several bearers, the only seat of a region or district
    CONTEXT = "other places of the text"  #: of several bearers, the only one near them


def prio_grid(latitude: float, longitude: float) -> int:
    """The cell of PRIO-GRID (half a degree wide) in which a point lies.

    >>> prio_grid(-89.75, -179.75), prio_grid(16.27, -0.04)
    (1, 153000)
    """
    row, column = int((latitude + 90) * 2), int((longitude + 180) * 2)
    return min(row, 359) * 720 + min(column, 719) + 1
