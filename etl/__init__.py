"""From submission files to a published store: extract, check, build, publish."""
