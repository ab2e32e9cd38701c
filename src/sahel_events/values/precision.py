"""How precise coordinates are: a point of a map says nothing of it by itself."""

from __future__ import annotations

from enum import StrEnum

__all__ = ["Precision"]


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
