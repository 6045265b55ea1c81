-- Entries of the manifest without an error (table entry, accepted), by city, and by year where a
-- city hands in year by year.

CREATE TABLE accepted AS
SELECT t.row_id, t.city_pos, t.point_pos, t.entry_pos, t.year, t.value, t.status,
    CASE WHEN e.kind = 'city_submission' THEN t.year END AS round_year
FROM typed t JOIN entry e ON e.pos = t.entry_pos
WHERE e.accepted
    AND NOT EXISTS (FROM duplicates d WHERE d.key = t.key AND d.first_id <> t.row_id);

CREATE TABLE submission_dim AS
SELECT row_number() OVER (ORDER BY id) - 1 AS pos, *
FROM (
    SELECT concat_ws('-', c.id, e.publication_slug, if(ends_with(e.publication_slug,
            a.round_year::VARCHAR), NULL, a.round_year)) AS id,
        a.entry_pos, a.city_pos, a.round_year,
        coalesce(a.round_year, e.year, max(a.year))::SMALLINT AS year,
        count(a.value)::INTEGER AS n_values,
        (count(*) - count(a.value))::INTEGER AS n_statuses
    FROM accepted a JOIN entry e ON e.pos = a.entry_pos JOIN city_dim c ON c.pos = a.city_pos
    GROUP BY c.id, e.publication_slug, e.year, a.entry_pos, a.city_pos, a.round_year
);

-- The findings with what they belong to (noted: etl.build).
CREATE TABLE remark AS
SELECT n.*, t.city_pos, t.round_year
FROM noted n LEFT JOIN (
    SELECT t.row_id, t.city_pos, CASE WHEN e.kind = 'city_submission' THEN t.year END AS round_year
    FROM typed t JOIN entry e ON e.pos = t.entry_pos WHERE e.accepted
) t ON t.row_id = n.row_id;

-- store.submission: one row per city x publication; a city that hands in yearly, per round
-- grain: id
CREATE TABLE store.submission AS
SELECT d.id, e.file, e.sha256, c.id AS city_id, e.kind, e.status, e.extent, e.publication, d.year,
    e.published_on, e.source_url, e.received_at, d.n_values, d.n_statuses,
    (SELECT count(*) FROM remark r WHERE r.entry_pos = d.entry_pos AND r.city_pos = d.city_pos
        AND r.round_year IS NOT DISTINCT FROM d.round_year)::INTEGER AS n_findings
FROM submission_dim d JOIN entry e ON e.pos = d.entry_pos JOIN city_dim c ON c.pos = d.city_pos
ORDER BY city_id, year, d.id;

-- store.finding: one row per remark of the checks; submission NULL where it was kept out
CREATE TABLE store.finding AS
SELECT d.id AS submission_id, r.file, r."row", r.column_name, r.rule, r.severity, r.value,
    r.message, r.fix
FROM remark r LEFT JOIN submission_dim d ON r.entry_pos = d.entry_pos AND r.city_pos = d.city_pos
    AND r.round_year IS NOT DISTINCT FROM d.round_year
ORDER BY r.file, r."row", r.column_name, r.rule;
