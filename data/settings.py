"""All settings of the product, read once from the environment (prefix ``ATLAS_``)."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

_ROOT = Path(__file__).resolve().parent


class Settings(BaseSettings):
    """Every setting with its default; the descriptions are the README's table of settings."""

    model_config = SettingsConfigDict(
        env_prefix="ATLAS_", frozen=True, populate_by_name=True, extra="forbid"
    )

    host: str = Field(
        "127.0.0.1", validation_alias="HOST", description="Address the server listens on."
    )
    port: int = Field(
        8050, ge=0, le=65535, validation_alias="PORT", description="Port the server listens on."
    )
    store_dir: Path = Field(
        _ROOT / "built", description="Folder of the built stores, one sub-folder a data set."
    )
    reference_dir: Path = Field(
        _ROOT / "reference", description="Folder of the catalogue, targets and cities (CSV)."
    )
    submissions_dir: Path = Field(
        _ROOT / "submissions", description="Folder of the published facts and their manifest.csv."
    )
    keep_versions: int = Field(
        3, ge=1, description="Built versions kept for each data set, the served one included."
    )
    window_years: int = Field(
        5, ge=0, description="Oldest value, in years before the as-of year, that still counts."
    )
    old_after_years: int = Field(
        3, ge=0, description="Years after which a value beside newer ones is drawn faded."
    )
    db_threads: int = Field(1, ge=1, description="Threads DuckDB may use in each serving process.")
    db_memory_limit: str = Field(
        "512MB", description="Memory DuckDB may use in each serving process."
    )
    cache_entries: int = Field(
        512, ge=0, description="Answers kept in memory for each kind of query."
    )
    max_rows: int = Field(5_000_000, ge=1, description="Most rows accepted in one submission file.")
    max_file_bytes: int = Field(
        1_000_000_000, ge=1, description="Largest submission file accepted, in bytes."
    )


@lru_cache(maxsize=1)
def settings() -> Settings:
    """The settings of this process."""
    return Settings()
