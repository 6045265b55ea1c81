"""The same charts as many a Dash app draws them: a frame in memory, plotly.express, its template.

Three radars with the middle of the other cities behind the chosen one, and a bar for each scored
data point: what the City page shows as radars and as the table's bars. It writes no table, sends no
sources and judges no coverage, so it does less than the product.
"""

from __future__ import annotations

import json

import duckdb
import pandas as pd
import plotly.express as px
from flask import Flask, Response
from plotly.graph_objects import Figure
from plotly.utils import PlotlyJSONEncoder

from data.store import snapshot


def _frame(sql: str) -> pd.DataFrame:
    with duckdb.connect(snapshot("example").path.as_posix(), read_only=True) as connection:
        return connection.execute(sql).df()


CATEGORIES = _frame(
    """
    SELECT r.city_id, r.as_of, c.dimension, c.name, r.points_score AS score
    FROM rollup r JOIN category c ON r.level = 'category' AND c.key = r.key WHERE r.passes_gate
    """
)
POINTS = _frame(
    """
    SELECT s.city_id, s.as_of, d.dimension, d.name, s.progress, s.band
    FROM point_score s JOIN data_point d ON d.key = s.point_key WHERE s.progress IS NOT NULL
    """
)
DIMENSIONS = tuple(CATEGORIES["dimension"].unique())

server = Flask(__name__)


@server.get("/city/<city>")
def answer(city: str) -> Response:
    """All charts of a city as a callback's answer would carry them."""
    figures = [figure.to_plotly_json() for figure in draw(city)]
    return Response(json.dumps(figures, cls=PlotlyJSONEncoder), mimetype="application/json")


def draw(city: str) -> list[Figure]:
    """All charts of the newest round of a city."""
    year = CATEGORIES.loc[CATEGORIES["city_id"] == city, "as_of"].max()
    current = CATEGORIES[CATEGORIES["as_of"] == year]
    own = current[current["city_id"] == city].assign(series=city)
    others = (
        current[current["city_id"] != city]
        .groupby(["dimension", "name"], as_index=False)["score"]
        .median()
        .assign(series="other cities")
    )
    shown = pd.concat([own, others])
    radars = [
        px.line_polar(
            shown[shown["dimension"] == key],
            r="score",
            theta="name",
            color="series",
            line_close=True,
            range_r=[0, 100],
        )
        for key in DIMENSIONS
    ]
    points = POINTS[(POINTS["city_id"] == city) & (POINTS["as_of"] == year)]
    bars = px.bar(points, x="progress", y="name", color="dimension", facet_col="dimension")
    return [*radars, bars]


@server.get("/health")
def health() -> str:
    """Says that the app is up."""
    return "ok"


# plotly imports parts of itself at first use, which fails where threads do it at once.
draw(CATEGORIES["city_id"].iloc[0])
