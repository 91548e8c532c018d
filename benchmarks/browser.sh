#!/bin/sh
# Make sure that there is a Chromium for the tests: $CHROMIUM, one on the path, Debian's package, or playwright's own.
# Usage: browser.sh PYTHON
set -eu
[ -n "${CHROMIUM:-}" ] && exit 0
for name in chromium chromium-browser google-chrome google-chrome-stable; do
    command -v "$name" >/dev/null 2>&1 && exit 0
done
if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core
else
    "$1" -m playwright install chromium
fi
