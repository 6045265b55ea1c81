"""The numbers of the example set: a seeded latent-factor model of cities over yearly rounds.

Every value starts as a latent level, the sum of a city's development (shifted by the income group
of its country), a factor of its own for each dimension and each category, a lasting trait for the
point, a trend and a yearly wobble. The logistic function turns it into a share of the way from a
bad to a good value of the point, so directions hold by construction. A point that another one
bounds is a share of that one; the parts of a whole sum to it. Nothing here is measured anywhere:
the constants are chosen so that scores spread over all four bands.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

INCOME_LEVEL = {
    "Low income": -1.5,
    "Lower middle income": -0.6,
    "Upper middle income": 0.3,
    "High income": 1.0,
}
"""Latent development of a country's cities; one unit is about one standard deviation."""

SPREAD_CITY, SPREAD_DIMENSION, SPREAD_CATEGORY, SPREAD_POINT = 0.45, 0.55, 0.45, 0.8
"""Standard deviations of what is a city's own, at each level."""
SPREAD_YEAR = 0.10
TREND_CITY, TREND_SPREAD, TREND_POINT = 0.05, 0.05, 0.03
"""Latent units a year: mean and spread over cities, spread over the points of a city."""
EASE_MEAN, EASE_SPREAD = 0.1, 0.7
"""How easy a point is to do well in; the same for all cities."""
FROM, TO = -0.05, 1.12
"""How far a point without a span of its own runs past worst and target, before bounds cut it."""

# Believable bad and good value of a point, where worst and target are missing or would make cities
# that cannot be (a tenth of the homes with electricity, no particulate matter in the air).
SPANS = {
    "household_internet_access": (30, 99),
    "fixed_broadband_subscriptions": (8, 75),
    "wireless_broadband_subscriptions": (25_000, 135_000),
    "coverage_3g": (72, 100),
    "availability_of_wifi_in_public_areas": (10, 2000),
    "basic_water_supply": (66, 100),
    "water_supply_loss": (52, 6),
    "wastewater_collection": (40, 100),
    "household_sanitation": (58, 100),
    "demand_response_penetration": (0, 30),
    "electricity_system_outage_frequency": (6, 0.4),
    "electricity_system_outage_time": (240, 15),
    "access_to_electricity": (78, 100),
    "public_transport_network": (15, 300),
    "public_transport_network_convenience": (28, 98),
    "bicycle_network": (2, 80),
    "travel_time_index": (3.1, 1.15),
    "datasets_published": (15, 1800),
    "e_government": (8, 300),
    "rd_expenditure": (0.1, 3.6),
    "patents": (0.2, 30),
    "small_and_medium_sized_enterprises": (90, 99.6),
    "youth_unemployment_rate": (42, 4.5),
    "tourism_sector_employment": (1.2, 9.5),
    "ict_sector_employment": (0.6, 6.5),
    "solid_waste_collection": (48, 100),
    "public_building_sustainability": (0, 40),
    "pedestrian_infrastructure": (0.5, 9),
    "pm10": (88, 11),
    "no2": (52, 7),
    "so2": (75, 2.5),
    "o3": (112, 46),
    "ghg_emissions": (13, 1.1),
    "water_consumption": (410, 95),
    "freshwater_consumption": (100, 60),
    "emf_exposure": (62, 100),
    "noise_exposure": (72, 6),
    "green_areas": (20, 330),
    "protected_natural_areas": (1, 34),
    "recreational_facilities": (40_000, 800_000),
    "electricity_consumption": (12_500, 1700),
    "residential_thermal_energy_consumption": (36, 9),
    "public_building_energy_consumption": (440, 95),
    "student_ict_access": (15, 100),
    "school_enrollment": (74, 103),
    "higher_education_degrees": (4000, 33_000),
    "adult_literacy": (64, 99.8),
    "life_expectancy": (60, 85),
    "maternal_mortality_rate": (190, 2),
    "physicians": (35, 520),
    "in_patient_hospital_beds": (60, 620),
    "health_insurance_public_health_coverage": (30, 100),
    "cultural_expenditure": (0.05, 2.2),
    "cultural_infrastructure": (2, 40),
    "informal_settlements": (55, 0),
    "housing_expenditure": (52, 22),
    "gender_income_equity": (0.52, 0.99),
    "gini_coefficient": (0.6, 0.25),
    "poverty": (34, 2),
    "voter_participation": (26, 86),
    "child_care_availability": (4, 72),
    "natural_disaster_related_deaths": (1.9, 0),
    "population_living_in_disaster_prone_areas": (60, 0.5),
    "emergency_service_response_time": (22, 5),
    "police_service": (110, 460),
    "fire_service": (12, 120),
    "violent_crime_rate": (1000, 45),
    "traffic_fatalities": (19, 0.9),
    "local_food_production": (4, 75),
}
LOG_SCALE_FROM = 60.0
"""Factor between the ends of a span from which it runs on a log scale."""

MODE_SHARES = {"mode_public": 1.0, "mode_walking": 0.6, "mode_cycling": -0.3, "mode_para": -1.0}
WASTE_SHARES = {
    # Logit at a latent level of zero, and what one unit of the level adds.
    "waste_landfill": (1.0, -0.5),
    "waste_burnt": (-1.6, -0.9),
    "waste_incinerated": (0.2, 0.4),
    "waste_open_dump": (-1.0, -1.2),
    "waste_recycled": (1.0, 0.5),
    "waste_other": (-2.2, 0.0),
}
PARTS = {
    # Smaller: (larger, its bad and its good share of the larger), in the order they are worked out.
    "potable_water_supply": ("basic_water_supply", 0.75, 1.0),
    "smart_water_meters": ("smart_electricity_meters", 0.30, 1.0),
    "coverage_4g": ("coverage_3g", 0.62, 1.0),
    "treat_secondary": ("treat_primary", 0.25, 1.0),
    "treat_tertiary": ("treat_secondary", 0.25, 1.0),
    "unemployment_rate": ("youth_unemployment_rate", 0.74, 0.37),
    "pm2_5": ("pm10", 0.65, 0.25),
}
"""Points that another one bounds. Cutting the smaller to the larger would make them equal in most
cities; as a share, which never is the whole, they meet only at 0 and 100 %."""


class Point(NamedTuple):
    """A data point as the model needs it. Target and worst are NaN where the point has none."""

    key: str
    unit: str
    direction: str
    dimension: str
    category: str
    target: float
    worst: float
    plausible_min: float
    plausible_max: float


def values(
    rng: np.random.Generator, points: list[Point], income_groups: list[str], n_rounds: int
) -> Floats:
    """Values (cities, rounds, points) in the points' units, unrounded, none missing."""
    latent, steady = _latent(rng, points, income_groups, n_rounds)
    share = 1.0 / (1.0 + np.exp(-latent))
    value = np.stack([_value(p, share[..., i]) for i, p in enumerate(points)], axis=-1)
    column = {p.key: i for i, p in enumerate(points)}
    for smaller, (larger, bad, good) in PARTS.items():
        part = bad + (good - bad) * share[..., column[smaller]]
        # Before the cut to 0–100 %: of all and more than all, all may be left.
        value[..., column[smaller]] = part * value[..., column[larger]]
    for i, point in enumerate(points):
        if point.unit == "yes/no":
            # Without the yearly wobble a plan, once made, is almost never unmade.
            value[..., i] = steady[..., i] > 0.0
    low = np.array([p.plausible_min for p in points])
    high = np.array([p.plausible_max for p in points])
    value = np.clip(value, low, high)
    _share_out(value, latent, column)
    return value


def decimals(points: list[Point]) -> NDArray[np.int64]:
    """Decimals each point is printed with (points,): about three figures of its scale."""
    return np.array([_decimals(p) for p in points])


def _latent(
    rng: np.random.Generator, points: list[Point], income_groups: list[str], n_rounds: int
) -> tuple[Floats, Floats]:
    """Latent levels (cities, rounds, points), with the yearly wobble and without."""
    n_cities, n_points = len(income_groups), len(points)
    dimension = _codes([p.dimension for p in points])
    category = _codes([p.category for p in points])

    ease = rng.normal(EASE_MEAN, EASE_SPREAD, n_points)
    pull = rng.uniform(0.5, 1.2, n_points)
    income = np.array([INCOME_LEVEL[group] for group in income_groups])
    development = income + rng.normal(0, SPREAD_CITY, n_cities)
    level = ease + pull * development[:, None]
    level += rng.normal(0, SPREAD_DIMENSION, (n_cities, dimension.max() + 1))[:, dimension]
    level += rng.normal(0, SPREAD_CATEGORY, (n_cities, category.max() + 1))[:, category]
    level += rng.normal(0, SPREAD_POINT, (n_cities, n_points))

    pace = rng.normal(TREND_CITY, TREND_SPREAD, (n_cities, 1))
    pace = pace + rng.normal(0, TREND_POINT, (n_cities, n_points))
    years = np.arange(n_rounds) - (n_rounds - 1) / 2
    steady = level[:, None, :] + years[None, :, None] * pace[:, None, :]
    return steady + rng.normal(0, SPREAD_YEAR, steady.shape), steady


def _codes(words: list[str]) -> NDArray[np.int64]:
    """Each word's number, counted in the order of first appearance."""
    order = list(dict.fromkeys(words))
    return np.array([order.index(word) for word in words])


def _ends(point: Point) -> tuple[float, float]:
    """Value of a point at share 0 and at share 1."""
    return SPANS.get(point.key, (point.worst, point.target))


def _value(point: Point, share: Floats) -> Floats:
    """Value of a point at a share (0 to 1, ends not included) of the way from bad to good."""
    bad, good = _ends(point)
    if point.key not in SPANS:
        return bad + (good - bad) * (FROM + (TO - FROM) * share)
    if min(bad, good) > 0 and max(bad, good) / min(bad, good) >= LOG_SCALE_FROM:
        return np.asarray(bad * (good / bad) ** share)
    return bad + (good - bad) * share


def _share_out(value: Floats, latent: Floats, column: dict[str, int]) -> None:
    """Shares of one whole, in place: each group in tenths of a per cent that sum to 100."""
    private = column["mode_private"]
    car = np.clip(np.round(value[..., private], 1), 12.0, 92.0)
    others = [column[key] for key in MODE_SHARES]
    logit = np.array(list(MODE_SHARES.values())) + 0.6 * latent[..., others]
    value[..., private] = car
    value[..., others] = _tenths(_softmax(logit), 100.0 - car)

    routes = [column[key] for key in WASTE_SHARES]
    base, slope = np.array(list(WASTE_SHARES.values())).T
    # All routes of a city share one level; each keeps a little of its own.
    common = latent[..., routes].mean(axis=-1, keepdims=True)
    own = latent[..., routes] - common
    whole = np.full(latent.shape[:2], 100.0)
    value[..., routes] = _tenths(_softmax(base + slope * (1.5 * common) + 0.4 * own), whole)


def _softmax(logit: Floats) -> Floats:
    weight = np.exp(logit - logit.max(axis=-1, keepdims=True))
    return np.asarray(weight / weight.sum(axis=-1, keepdims=True))


def _tenths(share: Floats, whole: Floats) -> Floats:
    """Shares of ``whole`` in tenths that sum to it exactly (largest remainder)."""
    total = np.rint(whole * 10).astype(np.int64)
    exact = share * total[..., None]
    floor = np.floor(exact).astype(np.int64)
    left = total - floor.sum(axis=-1)
    rank = np.argsort(np.argsort(-(exact - floor), axis=-1, kind="stable"), axis=-1, kind="stable")
    return np.asarray((floor + (rank < left[..., None])) / 10.0)


def _decimals(point: Point) -> int:
    if point.unit in ("yes/no", "number"):
        return 0
    scale = max(_ends(point))
    if point.unit == "%" and scale >= 5:
        return 1
    return 0 if scale >= 1000 else 1 if scale >= 50 else 2 if scale >= 3 else 3
