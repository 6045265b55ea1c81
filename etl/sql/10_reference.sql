-- The small dimensions, from the reviewed CSV files (tables ref.<file>, every cell as text).

-- store.dimension: one row per dimension
-- grain: key
CREATE TABLE store.dimension AS
SELECT key, name, position::SMALLINT AS position FROM ref.dimensions ORDER BY position;

-- store.data_point: one row per data point of a KPI
-- grain: key
CREATE TABLE store.data_point AS
SELECT
    key, kpi_code, name, unit, direction, plausible_min::DOUBLE AS plausible_min,
    plausible_max::DOUBLE AS plausible_max, bounds_note, dimension, category,
    position::SMALLINT AS position, scored::BOOLEAN AS scored
FROM ref.data_points ORDER BY position;

-- store.category: one row per category of a dimension, as the reports print them
-- grain: key
CREATE TABLE store.category AS
SELECT
    c.key, c.dimension, c.name, c.short_name, c.position::SMALLINT AS position,
    count(p.key)::SMALLINT AS n_points, count(p.key) FILTER (p.scored)::SMALLINT AS n_scoreable
FROM ref.categories c LEFT JOIN store.data_point p ON p.category = c.key
GROUP BY ALL ORDER BY position;

-- store.kpi: one row per KPI
-- grain: code
CREATE TABLE store.kpi AS
SELECT
    code, name, dimension, sub_dimension, category, level, smart_or_sustainable, unit,
    definition, numerator, denominator, sdg_targets, direction, source_url, evidence, sdg_basis,
    position::SMALLINT AS position
FROM ref.kpis ORDER BY position;

-- store.target: one row per data point, scored or with the reason why not
-- grain: point_key
CREATE TABLE store.target AS
SELECT
    t.point_key, target_low::DOUBLE AS target_low, target_high::DOUBLE AS target_high,
    worst::DOUBLE AS worst, t.unit, basis, rationale, source_name, source_url,
    source_year::SMALLINT AS source_year, confidence, t.scored::BOOLEAN AS scored, version
FROM ref.targets t JOIN store.data_point p ON p.key = t.point_key ORDER BY p.position;

-- store.sdg11_target: one row per SDG 11 target and data point
-- grain: sdg_target, point_key
CREATE TABLE store.sdg11_target AS
SELECT sdg_target, title, point_key, mapping, note, source_url FROM ref.sdg11_targets
ORDER BY sdg_target, point_key;

-- store.city: one row per city of the data set; etl.cities fills in what the list leaves open
-- grain: id
CREATE TABLE store.city AS
SELECT
    c.id, c.name, coalesce(n.name, c.country_iso3) AS country, c.country_iso3, n.un_region,
    n.income_group, latitude::DOUBLE AS latitude, longitude::DOUBLE AS longitude,
    NULL::DOUBLE AS map_x, NULL::DOUBLE AS map_y, latitude_band,
    population::BIGINT AS population, population_source,
    NULL::VARCHAR AS size_band,
    area_km2::DOUBLE AS area_km2, fictional::BOOLEAN AS fictional,
    publication_status, publication_date, publication_url, aliases
FROM ref.cities c LEFT JOIN ref.countries n ON n.iso3 = c.country_iso3
ORDER BY id;

-- Words that stand in millions of rows are stored as a number each; views give them back as text.
CREATE TYPE store.city_word AS ENUM (SELECT id FROM store.city ORDER BY id);
CREATE TYPE store.point_word AS ENUM (SELECT key FROM store.data_point ORDER BY key);
CREATE TYPE store.unit_word AS ENUM (SELECT DISTINCT unit FROM store.data_point ORDER BY unit);

-- What the checks and the scores look up, with short positions in the order of the keys.
CREATE TABLE city_dim AS
SELECT
    (row_number() OVER (ORDER BY id) - 1)::SMALLINT AS pos, id, name, country_iso3, aliases,
    id::store.city_word AS word
FROM store.city;

CREATE TABLE point_dim AS
SELECT
    (row_number() OVER (ORDER BY key) - 1)::SMALLINT AS pos, p.*,
    key::store.point_word AS word, p.unit::store.unit_word AS unit_word,
    printf('%.15g', plausible_min) AS min_text, printf('%.15g', plausible_max) AS max_text,
    t.target_low, t.target_high, t.worst, t.confidence,
    CASE WHEN p.scored THEN (row_number() OVER (PARTITION BY p.scored ORDER BY position) - 1) END
    ::SMALLINT AS scored_pos
FROM store.data_point p LEFT JOIN store.target t ON t.point_key = p.key;
