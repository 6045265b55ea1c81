"""What programs ask every site for: ``/robots.txt`` and ``/favicon.ico``."""

from __future__ import annotations

from flask import Flask, Response, redirect

from components.web.assets import href

_ROBOTS = "User-agent: *\nDisallow: /_dash\nAllow: /\n"


def wire(server: Flask) -> None:
    """Adds the addresses."""

    @server.get("/robots.txt")
    def robots() -> Response:
        return Response(_ROBOTS, mimetype="text/plain")

    @server.get("/favicon.ico")
    def favicon() -> Response:
        return Response(headers=redirect(href("icon.svg")).headers, status=302)
