#!/usr/bin/env bash
# Is the build deterministic? Builds what is committed twice, in folders of different names, and compares every assembly, its symbols and
# its documentation byte for byte.
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en
work=artifacts/reproducible
one=$work/one
two=$work/another/place
rm -rf "$work"
mkdir -p "$work/another"
for copy in "$one" "$two"; do
  git clone --quiet . "$copy"
  for project in "$copy"/src/*/*.csproj; do
    dotnet build "$project" -c Release -v quiet -p:ContinuousIntegrationBuild=true -p:UseSharedCompilation=false
  done
done

passed=0 failed=0
while IFS= read -r file; do
  if cmp -s "$one/$file" "$two/$file"; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    echo "$file differs"
  fi
done < <(cd "$one" && find src -path '*/bin/Release/*' -name 'Wildberries.Sdk*' \( -name '*.dll' -o -name '*.pdb' -o -name '*.xml' \) | LC_ALL=C sort)

# Nothing compared is nothing proven.
[ "$passed" -gt 0 ] || failed=$((failed + 1))
printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
