-- Every series judged towards 2030 (METHODS §9), from trend_rows (etl.trend). Words stand there as
-- positions in the lists of the variable trend_words.

-- store.trend_basis: the one row that says what the trends rest on
-- grain: as_of
CREATE TABLE store.trend_basis AS
SELECT
    b.as_of::SMALLINT AS as_of, b.since::SMALLINT AS since,
    b.goal_year::SMALLINT AS goal_year, b.window_years::SMALLINT AS window_years
FROM (SELECT getvariable('trend_basis') AS b);

CREATE MACRO word_of(list, x) AS if(x < 0, NULL, getvariable('trend_words')[list][x + 1]);

-- store.trend: one row per city x data point x source; of reports publication is the newest one.
-- Rows of a city lie together. status: what is printed in place of a newest value.
-- grain: city_id, point, kind, publication
CREATE TABLE store.trend AS
SELECT
    s.city_id, p.word AS point, s.kind, s.publication, t.n_years::SMALLINT AS n_years,
    t.doubled::SMALLINT AS n_doubled, t.year::SMALLINT AS year, t.value, t.progress,
    nullif(t.band, 0) AS band, word_of('level', t.level) AS level,
    if(t.emptied OR t.value IS NULL, a.status, NULL) AS status,
    word_of('state', t.state) AS state, t.slipping, t.t0::SMALLINT AS t0, t.first_value,
    t.n::SMALLINT AS n, word_of('headline', t.headline) AS headline,
    word_of('verdict', t.verdict) AS verdict, t.n_methods::TINYINT AS n_methods,
    t.n_agree::TINYINT AS n_agree, word_of('canada', t.canada) AS canada, t.canada_ratio,
    word_of('sdsn', t.sdsn) AS sdsn, t.sdsn_ratio, word_of('un', t.un) AS un, t.un_ratio, t.growth,
    t.slope, t.slope_low, t.slope_high, t.fitted, t.projected, t.projected_low, t.projected_high,
    t.needed, word_of('trend', t.trend) AS trend, t.p_value, t.sign_differs
FROM trend_rows t
LEFT JOIN (
    SELECT f.id, w.status FROM facts f JOIN status_dim w ON w.pos = f.status_pos
    WHERE f.value IS NULL
) a ON a.id = t.newest
JOIN submission_words s ON s.pos = t.submission_pos
JOIN point_dim p ON p.pos = t.point_pos;
