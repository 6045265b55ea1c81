"""What surrounds every page, and pages that cannot be shown."""
