"""One function per question a page asks: bound values in, typed rows out.

Every function takes the ``Snapshot`` first and is cached by it: same version, same answer. The rows
are immutable, so a cached answer can be handed to every request.
"""

from __future__ import annotations

from data.queries.cached import by_version
from data.queries.city import city, observations, other_sources, rounds
from data.queries.definitions import definition, definitions
from data.queries.holdings import StoreFacts, build, cities, facts, findings, submissions
from data.queries.peers import PeerGroup
from data.queries.rollups import empty_rollups, rollups
from data.queries.scorecard import scorecard

__all__ = [
    "PeerGroup",
    "StoreFacts",
    "build",
    "by_version",
    "cities",
    "city",
    "definition",
    "definitions",
    "empty_rollups",
    "facts",
    "findings",
    "observations",
    "other_sources",
    "rollups",
    "rounds",
    "scorecard",
    "submissions",
]
