-- What the pages ask, over the tables that hold words as numbers. Run inside the store.

-- observation: one row per city_id, point_key, year, submission_id. city and point once more as
-- words: who asks for a city by its word skips the others, and words are quicker to count.
-- replaced_by: submission that stands in the row's place, NULL while the row stands.
CREATE VIEW observation AS
SELECT
    f.city, f.point, f.city::VARCHAR AS city_id, f.point::VARCHAR AS point_key, f.year,
    f.kind::VARCHAR AS kind, f.value, f.unit::VARCHAR AS unit, f.status::VARCHAR AS status,
    s.quality, s.origin, s.note, f.submission::VARCHAR AS submission_id,
    f.publication::VARCHAR AS publication, s.page, s.source_url, f.progress, f.band,
    r.submission::VARCHAR AS replaced_by
FROM fact f JOIN source s ON s.id = f.source LEFT JOIN replaced r ON r.fact = f.id;

-- point_score: one row per city_id, as_of, point_key that is held (value or status)
CREATE VIEW point_score AS
SELECT
    r.city_id, r.as_of, f.point::VARCHAR AS point_key, f.year, f.value,
    f.status::VARCHAR AS status, f.kind::VARCHAR AS kind, f.submission::VARCHAR AS submission_id,
    f.publication::VARCHAR AS publication, s.page, s.source_url, s.note, f.progress, f.band
FROM standing t JOIN round r ON r.id = t.round JOIN fact f ON f.id = t.fact
JOIN source s ON s.id = f.source;

-- score_of: of point_score the rounds of a list of ids. They are chosen first: several rounds joined
-- to point_score are joined to every score ever held.
CREATE MACRO score_of(rounds) AS TABLE
    WITH held AS MATERIALIZED (
        SELECT r.city_id, r.as_of, t.fact FROM round r JOIN standing t ON t.round = r.id
        WHERE r.id IN (SELECT unnest(rounds))
    )

    SELECT
        h.city_id, h.as_of, f.point::VARCHAR AS point_key, f.year, f.value,
        f.status::VARCHAR AS status, f.kind::VARCHAR AS kind, f.submission::VARCHAR AS submission_id,
        f.publication::VARCHAR AS publication, s.page, s.source_url, s.note, f.progress, f.band
    FROM held h JOIN fact f ON f.id = h.fact JOIN source s ON s.id = f.source;

-- newest_round: the round each city stands on: its newest not later than a year and within so many
-- years before it; its newest of all where until is NULL
CREATE MACRO newest_round(until, years) AS TABLE
    SELECT * FROM round WHERE until IS NULL OR (as_of <= until AND as_of >= until - years)
    QUALIFY row_number() OVER (PARTITION BY city_id ORDER BY as_of DESC) = 1;

-- newest_score: what those rounds stand on
CREATE MACRO newest_score(until, years) AS TABLE
    FROM score_of((SELECT list(id) FROM newest_round(until, years)));

-- rollup: one row per city_id, as_of, level, key; city: as in observation
CREATE VIEW rollup AS
SELECT city::VARCHAR AS city_id, * REPLACE (level::VARCHAR AS level, key::VARCHAR AS key)
FROM rolled;

-- peer_score: one row per as_of, level, key, city_id: where each city stands in that year;
-- aggregates only where they pass the gate
CREATE VIEW peer_score AS
SELECT
    as_of, 'point' AS level, point::VARCHAR AS key, city::VARCHAR AS city_id, score,
    score AS continuous, value
FROM peer_point
UNION ALL
SELECT as_of, level::VARCHAR, key::VARCHAR, city::VARCHAR, score, continuous, NULL AS value FROM peer_group;
