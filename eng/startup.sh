#!/usr/bin/env bash
# How long a fresh process takes to its first client, and through its first call: another commit and this checkout, in turn.
#   eng/startup.sh COMMIT [RUNS]   medians of 15 runs by default, and their ratio
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en
commit=${1:?the commit to compare with} runs=${2:-15} out=$PWD/artifacts/startup
rm -rf "$out"
mkdir -p "$out/checkout"
git archive "$commit" | tar -x -C "$out/checkout"
rm -rf "$out/checkout/eng/startup"
mkdir -p "$out/checkout/eng/startup"
cp eng/startup/Startup.csproj eng/startup/Program.cs "$out/checkout/eng/startup"
dotnet build "$out/checkout/eng/startup" -c Release -v q -p:RunAnalyzers=false -o "$out/before"
rm -rf "$out/checkout" # a second project of each name confuses tools that look for one below this folder
dotnet build eng/startup -c Release -v q -p:RunAnalyzers=false -o "$out/now"

# The first run of each is not counted: it reads the files from the disk.
for run in $(seq 0 "$runs"); do
  for side in before now; do
    line=$(dotnet "$out/$side/Startup.dll")
    [ "$run" = 0 ] || echo "$line" >> "$out/$side.txt"
  done
done
median() { cut -d' ' -f"$1" "$2" | sort -n | awk '{ v[NR] = $1 } END { print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'; }
column=0
for what in "first client" "through the first call"; do
  column=$((column + 1))
  before=$(median "$column" "$out/before.txt") now=$(median "$column" "$out/now.txt")
  awk -v what="$what" -v before="$before" -v now="$now" 'BEGIN { printf "%s: %.1f ms before, %.1f now, ratio %.2f\n", what, before, now, now / before }'
done
