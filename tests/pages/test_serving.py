from __future__ import annotations

import re
import subprocess
import sys

import pytest

from app import app, server
from components.web.assets import href
from scripts.live import ROOT


def get(path, **headers):
    with server.test_client().get(path, headers=headers) as response:
        response.get_data()
        return response


@pytest.fixture(scope="module")
def document():
    return get("/")


def test_the_policy_allows_exactly_the_inline_scripts_of_the_document(document):
    policy = document.headers["Content-Security-Policy"]
    assert set(re.findall(r"'(sha256-[^']+)'", policy)) == {
        each.strip("'") for each in app.csp_hashes()
    }
    assert "unsafe-eval" not in policy
    assert re.search(r"script-src[^;]*unsafe-inline", policy) is None


def test_a_document_is_asked_for_again_each_time(document):
    assert document.headers["Cache-Control"] == "public, no-cache"


def test_the_document_names_no_other_host(document):
    html = document.get_data(as_text=True)
    links = re.findall(r'<(?:script|link|img|use)[^>]* (?:src|href)="([^"#]+)"', html)
    assert links
    assert all(link.startswith("/") and not link.startswith("//") for link in links)


def test_every_response_carries_the_fixed_headers(document):
    for path in ("/", "/health", "/assets/icon.svg", "/no-such-file.json"):
        response = get(path)
        assert response.headers["X-Content-Type-Options"] == "nosniff", path
        assert "camera=()" in response.headers["Permissions-Policy"], path


@pytest.mark.parametrize(
    ("accepted", "coding"), [("gzip, deflate, br", "br"), ("gzip", "gzip"), ("", None)]
)
def test_scripts_come_compressed_from_set_up_and_stay(document, accepted, coding):
    html = document.get_data(as_text=True)
    for pattern in (
        r"/assets/vendor/plotly[^\"]+",
        r"/_dash-component-suites/[^\"]*dash_renderer[^\"]+",
    ):
        path = re.search(pattern, html)[0]
        response = get(path, **{"Accept-Encoding": accepted})
        assert response.headers.get("Content-Encoding") == coding
        assert response.cache_control.max_age > 86_400
        assert "Accept-Encoding" in response.headers["Vary"]


def test_a_file_is_kept_only_when_its_name_carries_a_fingerprint():
    assert "immutable" in get(href("icon.svg")).headers["Cache-Control"]
    assert get("/assets/icon.svg").headers["Cache-Control"] == "max-age=0, public"


def test_health_names_both_versions(stores):
    answer = get("/health")
    assert answer.status_code == 200
    assert set(answer.json["data"]) == {"published", "example"}
    assert all(re.fullmatch("[0-9a-f]{12}", version) for version in answer.json["data"].values())


def test_health_says_when_a_store_is_missing(tmp_path):
    code = "from app import server; print(server.test_client().get('/health').status_code)"
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={"ATLAS_STORE_DIR": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split()[-1] == "503"


def test_the_serving_process_leaves_the_heavy_libraries_alone():
    code = (
        "import sys, app;print(*{'geopandas', 'scipy', 'plotly.express', 'etl'} & set(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == ""


def test_a_worker_that_has_answered_no_page_yet_knows_dashs_scripts():
    code = "import app; print(*app.app.registered_paths['dash'])"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert any(path.startswith("deps/react-dom@") for path in done.stdout.split())
