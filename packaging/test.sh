#!/usr/bin/env bash
# Installs what the tests need, builds everything and runs all tests. At most 35 minutes on two quiet cores; prints what
# each part took. The core tests run under ASan and UBSan, warnings are errors.
#   ./packaging/test.sh [--long]     --long: also what takes longer than that (never run by CI)
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
# shellcheck source=packaging/common.sh
. "$root/packaging/common.sh"

long=""
case "${1:-}" in
  "") ;;
  --long)
    long=1
    export KINESCRIPT_KILLS=1000
    export KINESCRIPT_MONKEY=40000  # about an hour
    ;;
  *)
    printf 'usage: %s [--long]\n' "$0" >&2
    exit 2
    ;;
esac

step "packages"
install_packages build test window window-test
step "build with sanitizers"
configure "$root/build-test" -DKINESCRIPT_WERROR=ON -DKINESCRIPT_SANITIZE=ON >/dev/null
cmake --build "$root/build-test"
step "core tests (ASan, UBSan)"
(cd "$root/build-test" && ctest --output-on-failure -j2)
step "build of the window"
configure "$root/build-window" -DKINESCRIPT_WERROR=ON >/dev/null
cmake --build "$root/build-window" --target kinescript window_test
step "window tests (Xvfb)"
(cd "$root/build-window" && ctest --output-on-failure -R '^window_test_')
if [ -n "$long" ]; then
  step "builds that are broken on purpose turn red"
  "$root/tests/sabotage.sh" "$root/build-test"
  step "build of the fuzzers (clang)"
  install_packages fuzz
  configure "$root/build-fuzz" -DKINESCRIPT_FUZZ=ON -DKINESCRIPT_WINDOW=OFF -DCMAKE_CXX_COMPILER=clang++ >/dev/null
  cmake --build "$root/build-fuzz" --target fuzzers
  step "fuzzing, ten minutes each"
  "$root/tests/fuzz/run.sh" "$root/build-fuzz" 600
fi
step_summary
