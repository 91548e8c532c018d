#!/bin/sh
# Make sure that there is a Chromium for the tests ($CHROMIUM, one on the path, Debian's package, or playwright's own)
# and, where packages can be installed, the reader of PDFs that the tests of printed reports look with.
# Usage: browser.sh PYTHON
set -eu
browser=${CHROMIUM:-}
for name in chromium chromium-browser google-chrome google-chrome-stable; do
    [ -n "$browser" ] || browser=$(command -v "$name" || true)
done
missing=
[ -n "$browser" ] || missing="chromium fonts-dejavu-core"
command -v pdftotext >/dev/null 2>&1 || missing="$missing poppler-utils"
[ -n "$missing" ] || exit 0
if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
    # Without a network the tests of printed reports are skipped; without a browser nothing goes on.
    # shellcheck disable=SC2086  # a list of packages
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing; } \
        || [ -n "$browser" ]
elif [ -z "$browser" ]; then
    "$1" -m playwright install chromium
fi
