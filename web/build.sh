#!/bin/sh
# Builds dist/ where the sources are not those it was built from, after installing what that takes (npm ci, once for each lock file).
# Where that cannot be had, one line says so and the pages are left out; a mistake in the sources ends with what the compiler says.
set -eu
cd "$(dirname "$(readlink -f "$0")")"

left_out() {
    echo "web: $1; the pages of the studio and of reports are left out"
    exit 0
}

command -v node >/dev/null || left_out "Node.js is missing"
mkdir -p ../artifacts
exec 9>../artifacts/web.lock
if command -v flock >/dev/null; then flock 9; fi
if node build.mjs --check; then exit 0; fi # also where another build made it while this one waited
if [ ! node_modules/.package-lock.json -nt package-lock.json ]; then
    [ -z "${KINOLUX_NO_INSTALL:-}" ] || left_out "npm's packages are missing, and nothing may be installed"
    command -v npm >/dev/null || left_out "npm is missing"
    npm ci --no-audit --no-fund >../artifacts/web.log 2>&1 9>&- || left_out "npm ci did not work (artifacts/web.log says why)"
fi
npm run build --silent
