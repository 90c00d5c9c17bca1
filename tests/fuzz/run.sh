#!/usr/bin/env bash
# Lets each fuzzer run, from the kept inputs on. An input that makes one crash, leak, hang or ask for
# more than 64 MB + 20 times the longest input at once is left in BUILD and said; it belongs into the
# corpus once it is mended.
#   tests/fuzz/run.sh BUILD SECONDS [TARGET…]     BUILD: made with clang and -DKINESCRIPT_FUZZ=ON
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
build=$(cd "${1:?usage: run.sh BUILD SECONDS}" && pwd)
seconds=${2:?usage: run.sh BUILD SECONDS}
shift 2
[ $# -gt 0 ] || set -- csv plan_json scene exercise picture sealed clinic_file
longest=65536
found=0
for target in "$@"; do
  fresh="$build/fresh/$target"
  mkdir -p "$fresh"
  log="$build/fuzz_$target.log"
  # What is new goes into $fresh, never into the tree.
  (cd "$build" && "./fuzz_$target" "$fresh" "$here/corpus/$target" -max_total_time="$seconds" \
    -max_len=$longest -timeout=10 -malloc_limit_mb=$((64 + 20 * longest / 1048576)) \
    -rss_limit_mb=1024 -print_final_stats=1 -artifact_prefix="$build/found_${target}_") \
    >"$log" 2>&1 || {
    found=1
    printf '%s: FOUND, see %s\n' "$target" "${log##*/}"
    tail -n 5 "$log"
  }
  printf '%s: %s executions\n' "$target" \
    "$(awk '/stat::number_of_executed_units/ { print $2 }' "$log")"
done
exit $found
