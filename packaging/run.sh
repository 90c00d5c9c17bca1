#!/usr/bin/env bash
# Builds Kinescript and starts it on an example clinic; where there is no display, it writes the example patient's
# handout into the current folder instead.
# Installs what is missing from Debian first (uses sudo only for that, and says what). A second run is quick.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
here=$PWD
# shellcheck source=packaging/common.sh
. "$root/packaging/common.sh"

step "packages"
display=${WAYLAND_DISPLAY:-${DISPLAY:-}}
install_packages build
[ -z "$display" ] || install_packages window
step "build"
configure "$root/build" >/dev/null -DKINESCRIPT_TESTS=OFF
if [ -n "$display" ]; then
  cmake --build "$root/build" --target kinescript-cli kinescript
else
  cmake --build "$root/build" --target kinescript-cli
fi

clinic=$(mktemp -d)
trap 'rm -rf "$clinic"' EXIT
cli() { "$root/build/kinescript-cli" --clinic "$clinic/example.ksc" "$@"; }

if [ -n "$display" ]; then
  step "the window, on an example clinic that goes when it is closed"
  cli setup --example --for-tests
  "$root/build/kinescript" --clinic "$clinic/example.ksc"
  step_summary
  exit 0
fi

step "the example patient's handout"
cli setup --example --for-tests
plan=$(cli plan new EX-0001 --template low-back-mini --problem "Low back, new start" --days mon,wed,fri)
cli plan check "$plan" || true
cli plan issue "$plan"
cli handout "$plan" -o "$here/kinescript-handout.pdf"
step_summary
printf '\nThe handout is in %s\n' "$here/kinescript-handout.pdf"
