#!/usr/bin/env bash
# Runs a command on a screen of its own, 2880 × 1800 (twice 1440 × 900), without a window manager, and takes the screen down after it.
# The screen's number is whatever is free: nothing waits for a fixed time, and runs side by side do not meet.
# Held keys do not repeat (-r): a slow machine would type letters twice.
#   with_display.sh COMMAND ARGUMENT…
set -euo pipefail
folder=$(mktemp -d)
mkfifo "$folder/number"
Xvfb -displayfd 3 -screen 0 2880x1800x24 -nolisten tcp -r 3>"$folder/number" >"$folder/log" 2>&1 &
server=$!
trap 'kill "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true; rm -rf "$folder"' EXIT
read -r number <"$folder/number" || {
  cat "$folder/log" >&2
  exit 1
}
export DISPLAY=":$number" GDK_BACKEND=x11 GTK_THEME="${GTK_THEME:-Adwaita}" NO_AT_BRIDGE=1
unset WAYLAND_DISPLAY
"$@"
