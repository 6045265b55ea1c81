-- Entries of the manifest without an error (table entry, accepted), by city, and by year where a
-- city hands in year by year.

CREATE TABLE batch AS
SELECT
    t.entry_pos, t.city_pos, t.year, min(t.row_id) AS first_row, count(*) AS n_rows,
    CASE WHEN any_value(e.kind) = 'city_submission' THEN t.year END AS round_year
FROM typed t JOIN entry e ON e.pos = t.entry_pos
WHERE e.accepted
GROUP BY t.entry_pos, t.city_pos, t.year;

-- pos keeps a city's submissions together, cities in the order of the files, so that rows read in
-- that order need no sorting. recency orders the submissions of one city and year: published last,
-- then verified, then by name. stream: what a city reports, through U4SSC or by itself, is one
-- record, in which a newer row of a point replaces the older (METHODS 5); scored: for scorecards.
CREATE TABLE submission_dim AS
SELECT
    (row_number() OVER (ORDER BY city_row, year, id) - 1)::INTEGER AS pos, id, entry_pos,
    city_pos, round_year, year, kind, kind <> 'other_statistics' AS scored, dated,
    city_pos AS stream, n_rows,
    row_number() OVER (ORDER BY published_on NULLS FIRST, verified, id DESC) AS recency
FROM (
    SELECT
        concat_ws('-', c.id, e.publication_slug, if(ends_with(
            e.publication_slug,
            b.round_year::VARCHAR
        ), NULL, b.round_year)) AS id,
        b.entry_pos, b.city_pos, b.round_year, e.kind, e.published_on, sum(b.n_rows) AS n_rows,
        e.status = 'verified' AS verified, e.year_basis = 'data' AS dated,
        coalesce(b.round_year, e.year, max(b.year))::SMALLINT AS year,
        min(min(b.first_row)) OVER (PARTITION BY b.city_pos) AS city_row
    FROM batch b JOIN entry e ON e.pos = b.entry_pos JOIN city_dim c ON c.pos = b.city_pos
    GROUP BY
        b.entry_pos, b.city_pos, b.round_year, c.id, e.publication_slug, e.kind,
        e.published_on, e.status, e.year, e.year_basis
);

CREATE TABLE placed AS
SELECT b.entry_pos, b.city_pos, b.year, d.pos AS submission_pos
FROM batch b
JOIN submission_dim
    d ON d.entry_pos = b.entry_pos AND d.city_pos = b.city_pos
AND d.round_year IS NOT DISTINCT FROM b.round_year;

-- The rows that come in: of rows that say the same the first.
CREATE VIEW accepted AS
SELECT t.row_id, b.submission_pos, t.point_pos, t.year, t.value, t.status_pos, t.printed
FROM typed t
JOIN placed b ON b.entry_pos = t.entry_pos AND b.city_pos = t.city_pos AND b.year = t.year
WHERE NOT EXISTS (FROM duplicates x WHERE x.key = t.key AND x.first_id <> t.row_id);

-- The findings with what they belong to (noted: etl.build).
CREATE TABLE remark AS
SELECT n.*, b.submission_pos
FROM noted n
LEFT JOIN typed t ON t.row_id = n.row_id
LEFT JOIN placed b ON b.entry_pos = t.entry_pos AND b.city_pos = t.city_pos AND b.year = t.year;

-- store.finding: one row per remark of the checks; submission NULL where it was kept out
CREATE TABLE store.finding AS
SELECT
    d.id AS submission_id, r.file, r."row", r.column_name, r.rule, r.severity, r.value,
    r.message, r.fix
FROM remark r LEFT JOIN submission_dim d ON d.pos = r.submission_pos
ORDER BY r.file, r."row", r.column_name, r.rule;

-- One round per city and year of the scorecard kinds, with the submission that most of it comes
-- from, of equal ones the most recent: a correction of one point is not the round's source.
CREATE TABLE round_dim AS
SELECT (row_number() OVER (ORDER BY city_pos, as_of) - 1)::INTEGER AS pos, *
FROM (
    SELECT
        city_pos, year AS as_of, arg_max(id, (n_rows, recency)) AS submission_id,
        arg_max(kind, (n_rows, recency)) AS kind, any_value(stream) AS stream
    FROM submission_dim WHERE scored
    GROUP BY city_pos, year
);

-- standing_in: one row per year x city, its newest round in the window
CREATE TABLE standing_in AS
WITH years AS (
    SELECT unnest(range(min(as_of)::INTEGER, max(as_of)::INTEGER + 1)) AS as_of FROM round_dim
)

SELECT y.as_of::SMALLINT AS as_of, arg_max(r.pos, r.as_of) AS round_pos
FROM years y JOIN round_dim r
    ON r.as_of >= y.as_of - getvariable('window_years') AND r.as_of <= y.as_of
GROUP BY y.as_of, r.city_pos;
