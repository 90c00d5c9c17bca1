#!/usr/bin/env bash
# Builds the program and its Debian package into the current folder. `sudo apt install ./kinescript_*.deb` installs it.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
here=$PWD
# shellcheck source=packaging/common.sh
. "$root/packaging/common.sh"

step "packages"
install_packages build window deb
step "build"
configure "$root/build" >/dev/null -DKINESCRIPT_TESTS=OFF
cmake --build "$root/build" --target kinescript-cli kinescript figures
step "package"
(cd "$root/build" && cpack -B "$here" >/dev/null)
rm -rf "$here/_CPack_Packages"
step_summary
ls "$here"/kinescript_*.deb
