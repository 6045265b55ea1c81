-- store.peer_score: one row per as-of year x point or aggregate x city: where each city stands in
-- that year, by its newest round in the window. Aggregates only where they pass the gate.
-- grain: as_of, level, key, city_id
CREATE TABLE store.peer_score AS
WITH -- place: order of level and key; points come after the aggregates, as their level's name does
years AS (
    SELECT unnest(range(min(as_of)::INTEGER, max(as_of)::INTEGER + 1)) AS as_of FROM round_dim
), standing_in AS (
    SELECT y.as_of::SMALLINT AS as_of, arg_max(r.pos, r.as_of) AS round_pos
    FROM years y JOIN round_dim r
        ON r.as_of > y.as_of - getvariable('window_years') AND r.as_of <= y.as_of
    GROUP BY y.as_of, r.city_pos
), score AS (
    SELECT n.as_of, 'point' AS level, p.key, 1000 + p.pos AS place, n.round_pos, t.progress AS score,
        t.progress AS continuous, t.value
    FROM standing_in n JOIN standing t USING (round_pos) JOIN point_dim p ON p.pos = t.point_pos
    WHERE t.value IS NOT NULL
    UNION ALL
    SELECT n.as_of, g.level, g.key, g.pos, n.round_pos, s.points_score, s.continuous, NULL
    FROM standing_in n JOIN scored s USING (round_pos) JOIN group_dim g ON g.pos = s.group_pos
    WHERE s.passes_gate
)
SELECT s.as_of, s.level, s.key, c.id AS city_id, s.score, s.continuous, s.value
FROM score s JOIN round_dim r ON r.pos = s.round_pos JOIN city_dim c ON c.pos = r.city_pos
ORDER BY s.as_of, s.place, s.score, c.pos;
