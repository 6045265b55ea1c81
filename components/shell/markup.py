"""Bridge for pages that have not moved yet."""

from components.shell.first_paint import markup

__all__ = ["markup"]
