#!/usr/bin/env bash
# Builds Kinescript and shows what it does: writes the example patient's handout into the current folder.
# Installs what is missing from Debian first (uses sudo only for that, and says what). A second run is quick.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
here=$PWD
# shellcheck source=packaging/common.sh
. "$root/packaging/common.sh"

step "packages"
install_packages build
step "build"
configure "$root/build" >/dev/null -DKINESCRIPT_TESTS=OFF
cmake --build "$root/build" --target kinescript-cli

step "the example patient's handout"
clinic=$(mktemp -d)
trap 'rm -rf "$clinic"' EXIT
cli() { "$root/build/kinescript-cli" --clinic "$clinic/example.ksc" "$@"; }
cli setup --example --for-tests
plan=$(cli plan new EX-0001 --template low-back-mini --problem "Low back, new start" --days mon,wed,fri)
cli plan check "$plan" || true
cli plan issue "$plan"
cli handout "$plan" -o "$here/kinescript-handout.pdf"
step_summary
printf '\nThe handout is in %s\n' "$here/kinescript-handout.pdf"
