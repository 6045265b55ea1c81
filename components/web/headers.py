"""Security headers of every response.

The content security policy is made for each document at the moment it leaves: Dash registers inline
scripts as late as the first request, and a policy computed at start would block them.
"""

from __future__ import annotations

from dash import Dash
from flask import Response

YEAR = 31_536_000  # seconds
FOREVER = f"public, max-age={YEAR}, immutable"
CHECK = "public, no-cache"
"""What a browser may do with an answer: keep it for good, or keep it and ask each time."""

FIXED_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}

# style-src needs 'unsafe-inline': dcc and plotly write style attributes and sheets.
_POLICY = (
    "default-src 'self'; script-src 'self'{hashes}; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self' blob:; "
    "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'"
)


def policy(hashes: list[str]) -> str:
    """Content security policy that allows inline scripts with these hashes and no others."""
    return _POLICY.format(hashes="".join(f" {each}" for each in hashes))


def wire(app: Dash) -> None:
    """Adds the headers to every response of the app."""

    def add(response: Response) -> Response:
        response.headers.update(FIXED_HEADERS)
        if response.mimetype == "text/html":
            response.headers.setdefault("Cache-Control", CHECK)
            response.headers["Content-Security-Policy"] = policy(list(app.csp_hashes()))
        return response

    app.server.after_request(add)
