-- What a city stands on in each of its rounds (METHODS §5): within one source kind the newest row
-- of a point wins, a printed "not reported" included, if it is not older than the window.

-- Newest submission of each year of the scorecard kinds; ties: published last, verified, by name.
CREATE TABLE round_dim AS
SELECT row_number() OVER (ORDER BY city_pos, as_of) - 1 AS pos, *
FROM (
    SELECT d.city_pos, d.year AS as_of, d.id AS submission_id, e.kind
    FROM submission_dim d JOIN entry e ON e.pos = d.entry_pos
    WHERE e.kind <> 'other_statistics'
    QUALIFY row_number() OVER (PARTITION BY d.city_pos, d.year
        ORDER BY e.published_on DESC NULLS LAST, e.status = 'verified' DESC, d.id) = 1
);

-- An observation stands from its year until the next row of its point or the end of the window.
-- Of two rows of one year the first ends before it starts, so the last in this order stands.
CREATE TABLE standing AS
SELECT r.pos AS round_pos, o.row_id, o.point_pos, o.entry_pos, o.sub_pos, o.year, o.value,
    o.status, g.progress, g.band
FROM (
    SELECT a.*, e.kind, d.pos AS sub_pos,
        least(lead(a.year) OVER (PARTITION BY a.city_pos, a.point_pos, e.kind
            ORDER BY a.year, e.published_on NULLS FIRST, e.status = 'verified', d.pos DESC) - 1,
            a.year + getvariable('window_years')) AS until
    FROM accepted a
    JOIN entry e ON e.pos = a.entry_pos
    JOIN submission_dim d ON d.entry_pos = a.entry_pos AND d.city_pos = a.city_pos
        AND d.round_year IS NOT DISTINCT FROM a.round_year
    WHERE e.kind <> 'other_statistics'
) o
JOIN round_dim r ON r.city_pos = o.city_pos AND r.kind = o.kind
    AND r.as_of BETWEEN o.year AND o.until
JOIN graded g ON g.row_id = o.row_id;

-- store.point_score: one row per city x as-of year x data point that is held (value or status)
-- grain: city_id, as_of, point_key
CREATE TABLE store.point_score AS
SELECT c.id AS city_id, r.as_of, p.key AS point_key, o.year, o.value, o.status, e.kind,
    d.id AS submission_id, e.publication, o.page, o.source_url, o.note, o.progress, o.band
FROM (
    SELECT t.*, s.page, s.source_url, s.note
    FROM standing t JOIN staged s ON s.rowid = t.row_id
) o
JOIN round_dim r ON r.pos = o.round_pos
JOIN city_dim c ON c.pos = r.city_pos
JOIN point_dim p ON p.pos = o.point_pos
JOIN entry e ON e.pos = o.entry_pos
JOIN submission_dim d ON d.pos = o.sub_pos
ORDER BY o.round_pos, o.point_pos;
