#!/usr/bin/env bash
# Feeds the SDK mutated answers, error bodies, headers and tokens.
#   eng/fuzz.sh [CASES [SEED [FIRST]]]   by default 20,000 cases of seed 1; a failing case is run again with its seed and number: eng/fuzz.sh 1 SEED CASE
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en
exec dotnet run -c Release --project tests/Wildberries.Sdk.Fuzz -- "$@"
