-- store.observation: one row per city, data point, year and submission; nothing is overwritten
-- grain: city_id, point_key, year, submission_id
CREATE TABLE store.observation AS
SELECT c.id AS city_id, p.key AS point_key, o.year, e.kind, o.value, p.unit, o.status, o.quality,
    o.origin, o.note, d.id AS submission_id, e.publication, o.page, o.source_url, o.progress, o.band
FROM (
    SELECT a.*, s.quality, s.origin, s.note, s.page, s.source_url, g.progress, g.band
    FROM accepted a
    JOIN graded g ON g.row_id = a.row_id
    JOIN staged s ON s.rowid = a.row_id
) o
JOIN submission_dim d ON d.entry_pos = o.entry_pos AND d.city_pos = o.city_pos
    AND d.round_year IS NOT DISTINCT FROM o.round_year
JOIN entry e ON e.pos = o.entry_pos
JOIN city_dim c ON c.pos = o.city_pos
JOIN point_dim p ON p.pos = o.point_pos
ORDER BY o.city_pos, o.point_pos, o.year;
