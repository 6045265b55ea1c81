#!/usr/bin/env bash
# Writes constraints.txt: the versions of everything that requirements-dev.txt brings along.
# Name the oldest Python that must work: PYTHON=python3.11 (Debian 12: 3.11.2) make constraints.
set -euo pipefail
cd "$(dirname "$0")/.."
fresh="$(mktemp -d)"
trap 'rm -rf "$fresh"' EXIT
"${PYTHON:-python3}" -m venv "$fresh"
"$fresh/bin/pip" install --quiet --disable-pip-version-check -r requirements-dev.txt
{
  echo "# Made by 'make constraints': every version that requirements-dev.txt resolves to."
  "$fresh/bin/pip" freeze
} > constraints.txt
