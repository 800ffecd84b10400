#!/bin/sh
# Installs Prism, the mock server that the contract tests run WB's own documents in, into artifacts/prism (not committed).
set -eu
cd "$(dirname "$0")/.."
version="${PRISM_VERSION:-5.16.0}"
if [ -x artifacts/prism/node_modules/.bin/prism ] &&
  [ "$(artifacts/prism/node_modules/.bin/prism --version 2>/dev/null)" = "$version" ]; then
  echo "Prism $version is installed."
  exit 0
fi
mkdir -p artifacts/prism
# --no-save and --no-package-lock: nothing that names an address is written.
npm install --prefix artifacts/prism --no-save --no-package-lock --no-audit --no-fund --loglevel=error "@stoplight/prism-cli@$version"
artifacts/prism/node_modules/.bin/prism --version
