#!/usr/bin/env bash
# Sees to it that the browser tests find Chromium and its driver.
set -euo pipefail

have() { command -v chromedriver >/dev/null && { command -v chromium || command -v google-chrome; } >/dev/null; }

have && exit 0
if command -v apt-get >/dev/null; then
  as_root=()
  [ "$(id -u)" = 0 ] || as_root=(sudo -n)
  if [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null; then
    echo "Installing Chromium and its driver for the browser tests …"
    "${as_root[@]}" apt-get update -qq
    DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -qq --no-install-recommends \
      chromium chromium-driver >/dev/null
  fi
fi
have && exit 0
echo "The browser tests need Chromium and its driver; on Debian: apt-get install chromium chromium-driver" >&2
exit 1
