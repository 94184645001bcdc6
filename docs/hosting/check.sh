#!/usr/bin/env bash
# Starts nginx with the example of docs/hosting.md and asks it what a browser would: docs/hosting/check.sh [dist]
# Needs nginx, curl and openssl (Debian: apt-get install nginx-light curl openssl). Touches nothing outside a folder of its own.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
dist=$(cd "${1:-$here/../../dist}" && pwd)
nginx=$(command -v nginx || echo /usr/sbin/nginx)
[ -x "$nginx" ] || { echo "check: no nginx here; apt-get install nginx-light" >&2; exit 1; }
work=$(mktemp -d)
chmod 755 "$work"
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null || true; rm -rf "$work"' EXIT
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
openssl req -x509 -newkey rsa:2048 -nodes -days 1 -subj /CN=localhost -keyout "$work/key" -out "$work/cert" 2>/dev/null
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
ask() { curl -ks --retry 20 --retry-connrefused --retry-delay 1 "$@"; }
base=https://127.0.0.1:$port

bad=0
expect() { # WHAT PATTERN TEXT
  if grep -qi -- "$2" <<<"$3"; then echo "ok    $1"; else echo "FAIL  $1: no $2" >&2; bad=1; fi
}
page=$(ask -i "$base/")
for header in "frame-ancestors 'none'" 'permissions-policy: camera=(self)' 'referrer-policy: no-referrer' 'x-content-type-options: nosniff' 'cache-control: no-cache' 'content-type: text/html; charset=utf-8'; do
  expect "page says $header" "$header" "$page"
done
expect 'the service worker is asked for anew' 'cache-control: no-cache' "$(ask -I "$base/sw.js")"
for kind in 'app-*_bg.wasm application/wasm' 'app-*.js text/javascript' 'base-*.css text/css'; do
  name=$(basename "$(find "$dist" -name "${kind% *}" ! -name '*_bg.js' | head -n 1)")
  head=$(ask -I "$base/$name")
  expect "$name is ${kind#* }" "content-type: ${kind#* }" "$head"
  expect "$name stays" 'immutable' "$head"
  expect "$name has the policy" "frame-ancestors 'none'" "$head"
done
expect 'the manifest is one' 'application/manifest+json' "$(ask -I "$base/manifest.webmanifest")"
expect 'a shared file is not taken' ' 405' "$(ask -i -F file=@"$here/check.sh" "$base/share" | head -n 1)"
grep -qi 'content-security-policy' <<<"$(ask -I "$base/open.html")" && { echo 'FAIL  open.html must carry no other policy than its own' >&2; bad=1; }
expect 'nothing else is there' ' 404' "$(ask -I "$base/absent" | head -n 1)"
# What arrives is what was built: the hashes of the page hold.
cmp -s <(ask "$base/") "$dist/index.html" && echo 'ok    the page arrives untouched' || { echo 'FAIL  the page was changed on its way' >&2; bad=1; }
exit "$bad"
