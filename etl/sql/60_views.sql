-- What the pages ask, over the tables that hold words as numbers. Run inside the store.

-- observation: one row per city_id, point_key, year, submission_id
CREATE VIEW observation AS
SELECT f.city_id, f.point::VARCHAR AS point_key, f.year, f.kind::VARCHAR AS kind, f.value,
    f.unit::VARCHAR AS unit, f.status::VARCHAR AS status, s.quality, s.origin, s.note,
    f.submission::VARCHAR AS submission_id, f.publication::VARCHAR AS publication, s.page,
    s.source_url, f.progress, f.band
FROM fact f JOIN source s ON s.id = f.source;

-- point_score: one row per city_id, as_of, point_key that is held (value or status)
CREATE VIEW point_score AS
SELECT t.city_id, t.as_of, t.point::VARCHAR AS point_key, f.year, f.value,
    f.status::VARCHAR AS status, f.kind::VARCHAR AS kind, f.submission::VARCHAR AS submission_id,
    f.publication::VARCHAR AS publication, s.page, s.source_url, s.note, f.progress, f.band
FROM standing t JOIN fact f ON f.id = t.fact JOIN source s ON s.id = f.source;

-- peer_score: one row per as_of, level, key, city_id: where each city stands in that year;
-- aggregates only where they pass the gate
CREATE VIEW peer_score AS
SELECT as_of, 'point' AS level, point::VARCHAR AS key, city::VARCHAR AS city_id, score,
    score AS continuous, value
FROM peer_point
UNION ALL
SELECT as_of, level, key, city::VARCHAR, score, continuous, NULL FROM peer_group;
