-- store.observation: one row per city, data point, year and submission; nothing is overwritten
-- grain: city_id, point_key, year, submission_id
CREATE TABLE store.observation AS
SELECT c.id AS city_id, p.key AS point_key, a.year, e.kind, a.value, p.unit, a.status, s.quality,
    s.origin, s.note, d.id AS submission_id, e.publication, s.page, s.source_url, a.progress, a.band
FROM accepted a
JOIN staged s ON s.rowid = a.row_id
JOIN submission_dim d ON d.pos = a.submission_pos
JOIN entry e ON e.pos = d.entry_pos
JOIN city_dim c ON c.pos = a.city_pos
JOIN point_dim p ON p.pos = a.point_pos
ORDER BY a.city_pos, a.point_pos, a.year, a.submission_pos;
