-- What a city stands on in each of its rounds (METHODS §5): within one source kind the newest row
-- of a point wins, a printed "not reported" included, if it is not older than the window.

-- One round per city and year of the scorecard kinds, with the most recent submission.
CREATE TABLE round_dim AS
SELECT (row_number() OVER (ORDER BY city_pos, as_of) - 1)::INTEGER AS pos, *
FROM (
    SELECT city_pos, year AS as_of, arg_max(id, recency) AS submission_id,
        arg_max(kind, recency) AS kind
    FROM submission_dim WHERE kind <> 'other_statistics'
    GROUP BY city_pos, year
);

-- An observation stands from its year until the next row of its point or the end of the window.
-- Of two rows of one year the first ends before it starts, so the last in this order stands.
CREATE TABLE standing AS
SELECT r.pos AS round_pos, o.row_id, o.point_pos, o.submission_pos, o.year, o.value, o.status,
    o.progress, o.band
FROM (
    SELECT *, unnest(range(year::BIGINT, until + 1))::SMALLINT AS as_of
    FROM (
        SELECT a.*, d.kind,
            least(lead(a.year) OVER (PARTITION BY a.city_pos, a.point_pos, d.kind
                ORDER BY a.year, d.recency) - 1, a.year + getvariable('window_years')) AS until
        FROM accepted a JOIN submission_dim d ON d.pos = a.submission_pos
        WHERE d.kind <> 'other_statistics'
    )
) o
JOIN round_dim r ON r.city_pos = o.city_pos AND r.kind = o.kind AND r.as_of = o.as_of;

-- store.point_score: one row per city x as-of year x data point that is held (value or status)
-- grain: city_id, as_of, point_key
CREATE TABLE store.point_score AS
SELECT c.id AS city_id, r.as_of, p.key AS point_key, t.year, t.value, t.status, e.kind,
    d.id AS submission_id, e.publication, s.page, s.source_url, s.note, t.progress, t.band
FROM standing t
JOIN staged s ON s.rowid = t.row_id
JOIN round_dim r ON r.pos = t.round_pos
JOIN city_dim c ON c.pos = r.city_pos
JOIN point_dim p ON p.pos = t.point_pos
JOIN submission_dim d ON d.pos = t.submission_pos
JOIN entry e ON e.pos = d.entry_pos
ORDER BY t.round_pos, t.point_pos;
