"""One file per page, and what pages ask for later or offer as files (``_*.py``)."""
