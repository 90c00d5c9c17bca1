# Shared by run.sh and test.sh: steps with their times, and the packages of packaging/packages.
# Sourced with $root set to the project's folder.

step_started=0
step_name=""
step_times=""

# step NAME: says what begins; the time of what went before goes into the table of `step_summary`.
step() {
  local now
  now=$(date +%s)
  if [ -n "$step_name" ]; then
    step_times="$step_times$(printf '%6d s  %s' $((now - step_started)) "$step_name")"$'\n'
  fi
  step_started=$now
  step_name=$1
  printf '\n== %s\n' "$1"
}

step_summary() {
  step "done"
  printf '%s' "$step_times"
}

# install_packages GROUP…: installs what is missing of these groups, and says so first. Quick when nothing is.
install_packages() {
  local group package missing="" as_root=""
  for group in "$@"; do
    for package in $(awk -v g="$group" '$1 == g { print $2 }' "$root/packaging/packages"); do
      dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing="$missing $package"
    done
  done
  [ -z "$missing" ] && return 0
  printf 'Installing from Debian:%s\n' "$missing"
  if [ "$(id -u)" != 0 ]; then
    command -v sudo >/dev/null || {
      printf 'Installing packages needs root. Run this as root once, or install sudo.\n' >&2
      return 1
    }
    as_root=sudo
  fi
  $as_root apt-get -o DPkg::Lock::Timeout=300 update -q
  # shellcheck disable=SC2086  # the list is meant to be split
  $as_root env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 install -q -y \
    --no-install-recommends $missing
}

# configure FOLDER OPTIONS…: a Ninja build in FOLDER, through ccache.
configure() {
  local folder=$1
  shift
  cmake -S "$root" -B "$folder" -G Ninja -DCMAKE_CXX_COMPILER_LAUNCHER=ccache "$@"
}
