-- What was submitted: the table facts (etl.facts) with its words, and who handed it in.

-- store.submission: one row per city x publication; a city that hands in yearly, per round.
-- recency: of two rows of a city, point and year the one with the higher stands.
-- dated: the years of its rows are those of the data, not that of publication.
-- grain: id
CREATE TABLE store.submission AS
WITH held AS (
    SELECT
        submission_pos, count(value)::INTEGER AS n_values,
        (count(*) - count(value))::INTEGER AS n_statuses
    FROM facts GROUP BY ALL
),

noticed AS (
    SELECT submission_pos, count(*)::INTEGER AS n FROM remark GROUP BY ALL
)

SELECT
    d.id, e.file, e.sha256, c.id AS city_id, e.kind, e.status, e.extent, e.publication, d.year,
    e.published_on, e.source_url, e.received_at, e.year_basis = 'data' AS dated, d.recency, h.n_values, h.n_statuses,
    coalesce(n.n, 0) AS n_findings
FROM submission_dim d
JOIN entry e ON e.pos = d.entry_pos
JOIN city_dim c ON c.pos = d.city_pos
JOIN held h ON h.submission_pos = d.pos
LEFT JOIN noticed n ON n.submission_pos = d.pos
ORDER BY c.pos, d.year, d.id;

-- Words of the submissions as numbers, see 10_reference.sql.
CREATE TYPE store.submission_word AS ENUM (SELECT id FROM submission_dim ORDER BY id);
CREATE TYPE store.kind_word AS ENUM (SELECT DISTINCT kind FROM entry ORDER BY kind);
CREATE TYPE store.publication_word AS ENUM (
    SELECT DISTINCT publication FROM entry ORDER BY publication
);
CREATE TYPE store.status_word AS ENUM (
    SELECT status FROM status_dim WHERE pos IN (SELECT status_pos FROM facts) ORDER BY status
);

CREATE TABLE submission_words AS
SELECT
    d.pos, c.id AS city_id, c.word AS city, d.id::store.submission_word AS submission,
    e.kind::store.kind_word AS kind, e.publication::store.publication_word AS publication
FROM submission_dim d JOIN entry e ON e.pos = d.entry_pos JOIN city_dim c ON c.pos = d.city_pos;

CREATE TABLE status_words AS
SELECT pos, status::store.status_word AS word FROM status_dim
WHERE pos IN (SELECT status_pos FROM facts);

-- store.source: one row per place where facts are printed, in the order of its facts
-- grain: id
CREATE TABLE store.source AS
SELECT n.id, s.quality, s.origin, s.note, s.page, s.source_url
FROM staged s JOIN sources n ON n.row_id = s.rowid
ORDER BY n.id;

-- store.fact: one row per city, data point, year and submission; nothing is overwritten. Rows of a
-- submission, and submissions of a city, lie together, so that asking for a city skips the others.
-- id: what store.standing knows it by.
-- grain: submission, point, year
CREATE TABLE store.fact AS
SELECT
    d.city, p.word AS point, f.year, d.kind, f.value, p.unit_word AS unit,
    s.word AS status, d.submission, d.publication, f.source, f.progress,
    nullif(f.band, 0) AS band, f.id
FROM facts f
JOIN submission_words d ON d.pos = f.submission_pos
JOIN point_dim p ON p.pos = f.point_pos
JOIN status_words s ON s.pos = f.status_pos;
