"""Charts as pure functions: rows in, a figure or a drawing out. No Dash, no database.

The contract of a chart:

    def gaps(rows: Sequence[Gap], score: Score) -> Figure:
        return figure(
            [dots(x, y, "city-a", hover, keys)],
            height=HEAD + ROW * len(rows),
            xaxis=axis.scores(), yaxis=axis.names([row.name for row in rows], room=170),
            margin=(180, 24, HEAD, 0),
        )

- One figure a chart, as wide as its place; ``layout.height`` in px is what the page reserves. It
  reads at 320 px (``kit.figure.NARROW``) and at 1,100 px: names wrapped to a measured room
  (``kit.text``), few ticks.
- Plotly's own axes (``kit.axis``), traces and hover; shapes on hidden axes for the radar alone (ADR 3).
- Every mark's ``customdata`` is its key; its hover says name, value, year, target, band in words.
- Colours are the light values of tokens (``kit.palette``), transparency is an opacity.
- Plain values on the hot path. ``tests/unit/components/charts/test_contract.py`` draws every family
  and holds it to these rules: a new one is a line there.
"""
