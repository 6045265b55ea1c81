"""Where the toy cities stand: progress (0 = worst, 100 = at target) by category. See README.md."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from tests.toy.points import Point

UNSCORED = 10
"""Value of every point without a target; the i-th example city has 10 + i."""

FULLHAVEN_2024 = {
    "economy-ict-infrastructure": 100,
    "economy-water-and-sanitation": 100,
    "economy-drainage": 95,
    "economy-electricity-supply": 66,
    "economy-transport": 33,
    "economy-public-sector": 66,
    "economy-innovation": 0,
    "economy-employment": 33,
    "economy-waste": 100,
    "economy-buildings": 66,
    "economy-urban-planning": 100,
    "environment-air-quality": 33,
    "environment-water-and-sanitation": 100,
    "environment-waste": 66,
    "environment-environmental-quality": 95,
    "environment-public-space-and-nature": 66,
    "environment-energy": 0,
    "society-education": 100,
    "society-health": 100,
    "society-culture": 66,
    "society-housing": 66,
    "society-social-inclusion": 0,
    "society-safety": 100,
}
_CATEGORIES = tuple(FULLHAVEN_2024)
# Yes/no points know 0 and 100 only: urban planning is made of them, safety has one.
FULLHAVEN_2020 = dict.fromkeys(_CATEGORIES, 33) | {
    "economy-urban-planning": 0, "society-housing": 66, "society-safety": 0,
}  # fmt: skip
NOT_IN_FULLHAVEN_2024 = ("freshwater_consumption",)
TWINBRIDGE = dict.fromkeys(_CATEGORIES, 100)
TWINFORD = {key: 45 if key.startswith("environment") else 55 for key in _CATEGORIES} | {
    "economy-urban-planning": 0
}
NOT_HELD_BY_TWINFORD = (
    "renewable_energy_consumption", "electricity_consumption",
    "residential_thermal_energy_consumption", "public_building_energy_consumption",
    "school_enrollment", "higher_education_degrees",
)  # fmt: skip
"""All of environment's energy and half of society's education."""
TWINFORD_STATUSES = {"resilience_plans": "not_applicable"}

PARTWICK = {
    "household_internet_access": 95,
    "fixed_broadband_subscriptions": 95,
    "wireless_broadband_subscriptions": 95,
    "coverage_3g": 95,
    "coverage_4g": 95,
    "basic_water_supply": 66,
    "potable_water_supply": 66,
    "wastewater_collection": 66,
    "plan_compact": 100,
    "plan_connected": 100,
    "plan_integrated": 100,
    "plan_inclusive": 0,
    "plan_resilient": 0,
    "pm2_5": 100,
    "pm10": 66,
    "no2": 34,
    "so2": 0,
    "renewable_energy_consumption": 20,
    "life_expectancy": 100,
    "gini_coefficient": 0,
}
PARTWICK_STATUSES = {
    "youth_unemployment_rate": "not_reported",
    "unemployment_rate": "not_verified",
    "shared_vehicles": "not_applicable",
    "gini_coefficient": "reported_with_caveat",
}

OLDPORT = {
    "economy-ict-infrastructure": 66,
    "economy-water-and-sanitation": 66,
    "society-housing": 66,
}

STATISTICS = (
    ("Statford", "XTB", "no2", 2015, [str(40 - 3 * n) for n in range(10)]),
    ("Statford", "XTB", "household_internet_access", 2016, [str(60 + 5 * n) for n in range(9)]),
    ("Statford", "XTB", "unemployment_rate", 2018, ["14.3"] * 7),
    ("Partwick", "XTA", "no2", 2015, ["25"] * 9),
)
"""City, country, point, first year, values year by year."""

STEP, TILT = 6, 6
"""A rung below 100, and how far the categories of a dimension stand apart from its score."""


def _rungs(economy: int, environment: int, society: int) -> dict[str, int]:
    return {"economy": economy, "environment": environment, "society": society}


EXAMPLE = {
    "Alvenford": {2020: _rungs(2, 2, 2), 2024: _rungs(0, 0, 0)},
    "Bervinmere": {2020: _rungs(3, 4, 5), 2024: _rungs(1, 2, 3)},
    "Celdorwick": {2020: _rungs(2, 1, 4), 2024: _rungs(2, 1, 4)},
    "Dorvelquay": {2024: _rungs(3, 4, 1)},
    "Elmarstead": {2024: _rungs(4, 3, 2)},
    "Fallowdal": {2024: _rungs(5, 6, 7)},
    "Garvinmont": {2024: _rungs(6, 5, 8)},
    "Hesperport": {2024: _rungs(7, 8, 5)},
    "Istraville": {2024: _rungs(8, 7, 6)},
    "Jorvenbridge": {2024: _rungs(9, 10, 11)},
    "Kelvanhaven": {2024: _rungs(10, 9, 12)},
    "Lorimmouth": {2024: _rungs(11, 12, 9)},
    "Marvenvale": {2020: _rungs(11, 10, 9), 2024: _rungs(12, 11, 10)},
    "Nerololis": {2024: _rungs(13, 13, 13)},
}
"""Rounds of each example city: how many steps its dimensions stand below 100."""


def example_level(place: int, rungs: dict[str, int]) -> Callable[[Point], Decimal]:
    """Progress of a point in the example city at ``place``.

    All cities answer yes. The other points make up for it, so that the score of each dimension is
    100 less its steps. Categories stand by turns above and below it, but for the first and last.
    """
    tilted = 0 < place < len(EXAMPLE) - 1
    turns = {
        key: 1 if n % 2 == place % 2 else -1
        for dimension in rungs
        for n, key in enumerate(
            k for k in _CATEGORIES if k.startswith(dimension) and k != "economy-urban-planning"
        )
    }

    def level(point: Point) -> Decimal:
        if point.unit == "yes/no":
            return Decimal(100)
        score = Decimal(100 - STEP * rungs[point.dimension])
        if point.dimension == "economy":
            score = (11 * score - 100) / 10
        score += TILT * turns[point.category] if tilted else 0
        return (7 * score - 100) / 6 if point.category == "society-safety" else score

    return level
