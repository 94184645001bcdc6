# Sourced by the other scripts: where things are, and how progress and failure are said.
# shellcheck shell=bash disable=SC2034
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cache=${STEPNOTE_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/stepnote}
me=${0##*/}
began=$SECONDS
wasm_rust=(env)
export PATH="$root/node_modules/.bin:$cache/tools/bin:$PATH"

# need SCOPE: runs set-up, then knows which Rust has the wasm target: "${wasm_rust[@]}" cargo ...
need() {
  "$root/scripts/setup" "$1"
  # shellcheck source=/dev/null
  . "$cache/env"
}

die() {
  printf '%s: %s\n' "$me" "$1" >&2
  exit 1
}

has() { command -v "$1" >/dev/null 2>&1; }

clock() { printf '%d:%02d' $(((SECONDS - began) / 60)) $(((SECONDS - began) % 60)); }

# say WORDS: a heading with the time since the start.
say() { printf '\n== %s  (%s)\n' "$1" "$(clock)"; }

# bounded COMMAND...: a blocked network must not hold us up for ever; macOS has no `timeout`.
bounded() {
  export RUSTUP_MAX_RETRIES=1
  if has timeout; then timeout 180 "$@"; else "$@"; fi
}

# root_do COMMAND...: as root, or by sudo, or one line that says what to run by hand.
root_do() {
  if [ "$(id -u)" = 0 ]; then "$@"
  elif has sudo; then sudo "$@"
  else die "needs root once; run as root: $*"; fi
}

# apt_add PACKAGE...: installs Debian packages, without questions and without recommendations.
apt_add() {
  has apt-get || die "no apt-get on this machine; install by hand what Debian calls: $*"
  root_do env DEBIAN_FRONTEND=noninteractive apt-get update -qq &&
    root_do env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@"
}
