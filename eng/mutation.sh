#!/usr/bin/env bash
# How good are the tests of the promo-code domain? Changes the rules, stacking, margin, advice and messages of src/Wildberries.Sdk/PromoCodes bit by
# bit and counts the changes that a test notices. Fails below 85 %. Some ten minutes.
# Sending, the stores and the statistics wait, read files and loop until a figure is exact: there a change may make a test run for ever, which takes an hour.
# Name what else to change: eng/mutation.sh --mutate '**/PromoCodes/PromoCodeSales*.cs'. The report is in artifacts/mutation.
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
version="${STRYKER_VERSION:-5.1.0}"
tool=artifacts/stryker/dotnet-stryker
if [ ! -x "$tool" ] || ! dotnet tool list --tool-path artifacts/stryker | grep -q " $version "; then
  rm -rf artifacts/stryker
  dotnet tool install dotnet-stryker --version "$version" --tool-path artifacts/stryker
fi
root=$PWD
[ $# -gt 0 ] || set -- --mutate '**/PromoCodes/**/*.cs' --mutate '!**/PromoCodes/*Store*.cs' --mutate '!**/PromoCodes/*Send*.cs' --mutate '!**/PromoCodes/*RefusalExtensions.cs' \
  --mutate '!**/PromoCodes/*Reconcil*.cs' --mutate '!**/PromoCodes/*Experiment*.cs' --mutate '!**/PromoCodes/*Comparison*.cs' \
  --mutate '!**/PromoCodes/*Sales*.cs' --mutate '!**/PromoCodes/ExactBinomial.cs'
cd eng/mutation
rm -rf "$root/artifacts/mutation"
# xunit.v3 is scored right only with this runner.
"$root/$tool" --project Wildberries.Sdk.csproj --target-framework net10.0 --test-runner mtp --output "$root/artifacts/mutation" \
  --reporter json --reporter cleartext --break-at 85 --threshold-low 85 --threshold-high 90 "$@" | tee "$root/artifacts/mutation.log"
# A run in which nothing is killed, or nothing is tested, is a broken run and no score.
grep -Eq '"status": *"Killed"' "$root"/artifacts/mutation/reports/mutation-report.json ||
  { echo "No change was noticed: the run is broken."; exit 1; }
