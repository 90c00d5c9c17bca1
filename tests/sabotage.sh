#!/usr/bin/env bash
# Three builds that are broken on purpose, each of which must turn the tests red that guard against
# it: no sync, one column not sealed, no chain. One object is compiled anew from a changed copy of its
# source and linked before the library; the tree and the build stay as they are.
#   tests/sabotage.sh BUILD      a folder in which core_test was built
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
build=$(cd "${1:?usage: sabotage.sh BUILD}" && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
commands=$(ninja -C "$build" -t commands core_test)

# sabotage NAME FILE SED TEST…: FILE of src/store, changed by SED, and the tests that must find it.
sabotage() {
  local name=$1 file=$2 change=$3 object="$scratch/$1.o" compile link test failures
  shift 3
  sed -E "$change" "$root/src/store/$file" >"$scratch/$file"
  if cmp -s "$scratch/$file" "$root/src/store/$file"; then
    printf '%s: nothing of %s was changed; mend this script\n' "$name" "$file" >&2
    return 1
  fi
  compile=$(grep -m 1 -F "src/store/$file.o " <<<"$commands" |
    sed -E "s#[^ ]*src/store/$file\.o#$object#g; s# -c [^ ]+# -c $scratch/$file#")
  link=$(tail -n 1 <<<"$commands" | sed -E "s# -o tests/core_test # $object -o $scratch/core_test #")
  (cd "$build" && eval "$compile" && eval "$link")
  for test in "$@"; do
    if (cd "$build" && "$scratch/core_test" --run_test="$test" --color_output=no) >"$scratch/log" 2>&1; then
      printf '%s: %s stayed green\n' "$name" "$test" >&2
      return 1
    fi
    failures=$(grep -c 'error: in' "$scratch/log" || true)
    [ "$failures" -gt 0 ] || {
      printf '%s: %s did not run\n' "$name" "$test" >&2
      tail -n 3 "$scratch/log" >&2
      return 1
    }
    printf '%s: %s red, %s failures\n' "$name" "$test" "$failures"
  done
}

sabotage no-sync database.cpp \
  's/synchronous=FULL;/synchronous=OFF;/; s/ \|\| integer\("PRAGMA synchronous"\) != 2//' \
  crash_test/no_acknowledged_edit_is_lost_when_the_power_goes_at_any_write_or_sync
sabotage unsealed rows.cpp \
  's/vault\.seal\(\{Field::patient,[^}]*\}, json\)/((void)vault, (void)revision, json)/; s/vault\.open\(\{Field::patient,[^}]*\}, (row\.text\(2\))\)/((void)vault, \1)/' \
  sealed_test/no_word_of_any_patient_stands_in_any_file
sabotage no-chain journal.cpp 's/!same\(link, at->link\)/false/; s/!same\(before, head\.link\)/false/' \
  journal_test store_journal_test
