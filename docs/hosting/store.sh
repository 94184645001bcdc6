#!/usr/bin/env bash
# Puts dist/ into a bucket, each file with its type and how long it may be kept: docs/hosting/store.sh dist s3://BUCKET
# Needs the aws command (any object store with an S3 door will do). Old files stay: pages that are open may still ask for them.
set -euo pipefail
dist=${1%/} bucket=${2%/}

put() { # FILE HOW-LONG
  local type
  case $1 in
    *.html) type='text/html; charset=utf-8' ;;
    *.js) type=text/javascript ;;
    *.css) type=text/css ;;
    *.wasm) type=application/wasm ;;
    *.svg) type=image/svg+xml ;;
    *.png) type=image/png ;;
    *.json) type=application/json ;;
    *.webmanifest) type=application/manifest+json ;;
    *) type=application/octet-stream ;;
  esac
  aws s3 cp "$1" "$bucket/${1#"$dist/"}" --cache-control "$2" --content-type "$type"
}

# What others name comes before what names it: nobody ever gets a page whose files are not there yet.
last=(index.html kiosk.html sw.js)
hashed='-[0-9a-f]{8,16}(_bg)?\.(js|css|wasm|svg)$'
find "$dist" -type f | sort | while read -r file; do
  name=${file#"$dist/"}
  case " ${last[*]} " in *" $name "*) continue ;; esac
  if [[ $name =~ $hashed ]]; then put "$file" 'public, max-age=31536000, immutable'; else put "$file" no-cache; fi
done
for name in "${last[@]}"; do put "$dist/$name" no-cache; done
