-- What rounds stand on (METHODS §5), from replaced_rows, standing_rows and peer_rows (etl.standing).

-- store.replaced: one row per fact in whose place stands what the city reported later
-- grain: fact
CREATE TABLE store.replaced AS
SELECT r.fact, w.submission FROM replaced_rows r
JOIN submission_words w ON w.pos = r.submission_pos;

-- store.standing: one row per round x fact it stands on, one for each data point that is held
-- grain: round, fact
CREATE TABLE store.standing AS
SELECT round_pos AS round, fact FROM standing_rows;

-- store.peer_point: one row per as-of year x data point x city: its newest round in the window
-- grain: as_of, point, city
CREATE TABLE store.peer_point AS
SELECT t.as_of, p.word AS point, c.word AS city, t.score, t.value
FROM peer_rows t
JOIN point_dim p ON p.pos = t.point_pos
JOIN round_dim r ON r.pos = t.round_pos
JOIN city_dim c ON c.pos = r.city_pos;
