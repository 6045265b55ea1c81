"""gunicorn reads this file by itself: ``gunicorn app:server``."""

from data.settings import settings

bind = f"{settings().host}:{settings().port}"
workers = 2
worker_class = "gthread"
threads = 4
timeout = 30
graceful_timeout = 10
keepalive = 15  # seconds; a page asks for its files over a few kept connections
preload_app = False  # DuckDB's threads and connections do not survive a fork
max_requests = 20_000  # a slow leak never grows old; the jitter keeps one worker serving
max_requests_jitter = 2_000
limit_request_line = 8190  # bytes; weights and cities of a long view stand in its address
accesslog = None
errorlog = "-"
loglevel = "warning"
control_socket_disable = True


def when_ready(server) -> None:  # noqa: ANN001
    """Says once where to look."""
    print(f"SSC Atlas is at http://{bind}  (Ctrl-C ends it)", flush=True)
