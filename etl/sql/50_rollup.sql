-- Scores of categories, dimensions and the whole, from the tables scored and group_dim (etl.scores).

CREATE TYPE store.level_word AS ENUM (SELECT DISTINCT level FROM group_dim ORDER BY level);
CREATE TYPE store.group_word AS ENUM (SELECT DISTINCT key FROM group_dim ORDER BY key);

CREATE TABLE group_words AS
SELECT pos, level::store.level_word AS level, key::store.group_word AS key FROM group_dim;

CREATE TABLE round_words AS
SELECT r.*, c.id AS city_id, c.word AS city FROM round_dim r JOIN city_dim c ON c.pos = r.city_pos;

-- store.rolled: one row per city x as-of year x aggregate, see the view rollup
-- grain: city, as_of, level, key
CREATE TABLE store.rolled AS
SELECT
    r.city, r.as_of, g.level, g.key, s.n_scored, s.n_missing,
    s.n_scored + s.n_missing AS n_scoreable, s.n_judged, s.points_score, s.points_low,
    s.points_high, s.continuous, s.continuous_low, s.continuous_high, nullif(s.band, 0) AS band,
    nullif(s.continuous_band, 0) AS continuous_band, nullif(s.band_stricter, 0) AS band_stricter,
    nullif(s.band_looser, 0) AS band_looser, s.passes_gate
FROM scored s
JOIN group_words g ON g.pos = s.group_pos
JOIN round_words r ON r.pos = s.round_pos;

-- store.round: one row per city x year with a publication or submission of the scorecard
-- kinds; id: what store.standing knows it by
-- grain: city_id, as_of
CREATE TABLE store.round AS
SELECT
    r.pos AS id, r.city_id, r.as_of, r.submission_id, r.kind, s.n_held,
    s.n_scored, s.n_scored + s.n_missing AS n_scoreable
FROM round_words r
JOIN scored s ON s.round_pos = r.pos
JOIN group_dim g ON g.pos = s.group_pos AND g.level = 'overall'
ORDER BY r.pos;

-- store.peer_group: one row per as-of year x aggregate x city that passes the gate, see peer_point
-- grain: as_of, level, key, city
CREATE TABLE store.peer_group AS
SELECT n.as_of, g.level, g.key, r.city, s.points_score AS score, s.continuous
FROM standing_in n
JOIN scored s USING (round_pos)
JOIN group_words g ON g.pos = s.group_pos
JOIN round_words r ON r.pos = n.round_pos
WHERE s.passes_gate
ORDER BY n.as_of, g.pos, r.city;
