#!/usr/bin/env bash
# Asks a host what a browser would, and says what is missing:
#   docs/hosting/check.sh [dist]                 starts nginx with the example of docs/hosting.md
#   docs/hosting/check.sh --store [dist]         puts dist/ into a bucket of its own with store.sh, as a CDN with headers.json gives it
#   docs/hosting/check.sh --at ADDRESS [dist]    a host that runs already, with this dist/ on it
# Needs curl, for nginx and the bucket openssl and python3, and nginx (Debian: apt-get install nginx-light curl openssl).
# Touches nothing outside a folder of its own.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
kind=nginx base=
case ${1:-} in
  --store) kind=store && shift ;;
  --at) kind=at base=${2%/} && shift 2 ;;
esac
dist=$(cd "${1:-$here/../../dist}" && pwd)
work=$(mktemp -d)
chmod 755 "$work"
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null || true; rm -rf "$work"' EXIT

started() { # The port, and a certificate of its own.
  port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
  openssl req -x509 -newkey rsa:2048 -nodes -days 1 -subj /CN=localhost -keyout "$work/key" -out "$work/cert" 2>/dev/null
  base=https://127.0.0.1:$port
}

start_nginx() {
  local nginx http2
  nginx=$(command -v nginx || echo /usr/sbin/nginx)
  [ -x "$nginx" ] || { echo "check: no nginx here; apt-get install nginx-light" >&2; exit 1; }
  started
  cp -r "$dist" "$work/dist"
  # `http2 on` came with 1.25.1; Debian 12 has 1.22.
  http2='s/ssl;/ssl http2;/; /http2 on;/d'
  "$nginx" -v 2>&1 | grep -Eq '/1\.(2[5-9]|[3-9])|/[2-9]' && http2=
  sed -e "s#listen 443#listen 127.0.0.1:$port#" -e "$http2" -e "s#/srv/stepnote/dist#$work/dist#" \
    -e "s#/etc/nginx/stepnote-headers.conf#$here/stepnote-headers.conf#" \
    -e "s#/etc/ssl/note.example.jp.pem#$work/cert#" -e "s#/etc/ssl/note.example.jp.key#$work/key#" "$here/nginx.conf" >"$work/site.conf"
  cat >"$work/nginx.conf" <<CONF
daemon off;
pid $work/pid;
error_log $work/error.log;
worker_processes 1;
events {}
http {
  client_body_temp_path $work/t1; proxy_temp_path $work/t2; fastcgi_temp_path $work/t3; uwsgi_temp_path $work/t4; scgi_temp_path $work/t5;
  include $work/site.conf;
}
CONF
  "$nginx" -t -q -e "$work/error.log" -c "$work/nginx.conf"
  "$nginx" -e "$work/error.log" -c "$work/nginx.conf" &
  server=$!
}

start_store() {
  started
  mkdir "$work/bucket" "$work/bin"
  # What store.sh calls: it keeps a file and what is said of it, as a bucket does.
  cat >"$work/bin/aws" <<'AWS'
#!/usr/bin/env bash
set -euo pipefail
[ "$1 $2" = 's3 cp' ] || { echo "aws: only s3 cp is played here: $*" >&2; exit 1; }
name=${4#s3://bucket/}
mkdir -p "$(dirname "$BUCKET/$name")"
cp "$3" "$BUCKET/$name"
shift 4
while [ $# -gt 0 ]; do
  case $1 in
    --cache-control) echo "Cache-Control: $2" ;;
    --content-type) echo "Content-Type: $2" ;;
    *) echo "aws: unknown: $1" >&2; exit 1 ;;
  esac
  shift 2
done >"$BUCKET/$name.said"
AWS
  chmod +x "$work/bin/aws"
  BUCKET=$work/bucket PATH="$work/bin:$PATH" "$here/store.sh" "$dist" s3://bucket
  python3 "$here/store.py" "$work/bucket" "$here/headers.json" "$port" "$work/cert" "$work/key" &
  server=$!
}

[ $kind = at ] || "start_$kind"
ask() { curl -ks --retry 20 --retry-connrefused --retry-delay 1 "$@"; }

bad=0
expect() { # WHAT PATTERN TEXT
  if grep -qi -- "$2" <<<"$3"; then echo "ok    $1"; else echo "FAIL  $1: no $2" >&2; bad=1; fi
}
safe=()
case $base in https:*) safe=('strict-transport-security: max-age=') ;; esac
for name in '' kiosk.html; do
  page=$(ask -i "$base/$name")
  for header in "frame-ancestors 'none'" 'permissions-policy: camera=(self)' 'referrer-policy: no-referrer' 'x-content-type-options: nosniff' \
    'cross-origin-opener-policy: same-origin' 'cross-origin-resource-policy: same-origin' \
    'cache-control: no-cache' 'content-type: text/html; charset=utf-8' "${safe[@]}"; do
    expect "page /$name says $header" "$header" "$page"
  done
done
worker=$(ask -I "$base/sw.js")
expect 'the service worker is asked for anew' 'cache-control: no-cache' "$worker"
expect 'the service worker is a script' 'content-type: text/javascript' "$worker"
for kind in 'app-*_bg.wasm application/wasm' 'app-*.js text/javascript' 'base-*.css text/css'; do
  name=$(basename "$(find "$dist" -name "${kind% *}" ! -name '*_bg.js' | head -n 1)")
  head=$(ask -I "$base/$name")
  expect "$name is ${kind#* }" "content-type: ${kind#* }" "$head"
  expect "$name stays" 'immutable' "$head"
  expect "$name has the policy" "frame-ancestors 'none'" "$head"
done
expect 'the manifest is one' 'application/manifest+json' "$(ask -I "$base/manifest.webmanifest")"
expect 'the offices are asked for anew' 'cache-control: no-cache' "$(ask -I "$base/directory.json")"
expect 'a shared file is not taken' ' 40[135]' "$(ask -i -F file=@"$here/check.sh" "$base/share" | head -n 1)"
grep -qi 'content-security-policy' <<<"$(ask -I "$base/open.html")" && { echo 'FAIL  open.html must carry no other policy than its own' >&2; bad=1; }
expect 'nothing else is there' ' 40[34]' "$(ask -I "$base/absent" | head -n 1)"
missing=$(ask -I "$base/app-0123456789abcdef.js")
grep -qi immutable <<<"$missing" && { echo 'FAIL  that a file is missing is remembered for a year' >&2; bad=1; }
# What arrives is what was built, file by file: the hashes of the page hold.
changed=
while read -r name; do
  cmp -s <(ask "$base/$name") "$dist/$name" || changed="$changed $name"
done < <(cd "$dist" && find . -type f | sort | cut -c 3-)
if [ -z "$changed" ] && cmp -s <(ask "$base/") "$dist/index.html"; then echo 'ok    every file arrives untouched'; else
  echo "FAIL  changed on the way:$changed" >&2
  bad=1
fi
exit "$bad"
