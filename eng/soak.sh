#!/usr/bin/env bash
# The long forms of what the tests prove in short: bounded in time and count, and only against servers of their own on this machine.
#   eng/soak.sh redis [SECONDS]   eight processes of one seller, measured for SECONDS each (60), WB's own limit for chats among the limits
#   eng/soak.sh kill [TIMES]      a process that handles chat events is killed TIMES (100, at most 300), and as often one that sends promo codes, one that answers reviews and questions, and one that hands orders over
#   eng/soak.sh faults [CALLS]    CALLS (10,000) that go wrong in every way: nothing grows
#   eng/soak.sh limits [SECONDS]  sixty buckets for SECONDS (60): slow connections, slow answers, and nothing comes too early
#   eng/soak.sh fuzz [CASES]      CASES (1,000,000) of mutated answers, error bodies, headers and tokens
# Without a name: all of them.
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en

redis() {
  WILDBERRIES_SOAK_SECONDS=${1:-60} dotnet test --project tests/Wildberries.Sdk.Redis.Tests --output Detailed \
    -- --filter-class Wildberries.Sdk.Redis.Tests.ManyProcessesTests --show-live-output on
}

kill_processes() {
  WILDBERRIES_SOAK_KILLS=${1:-100} dotnet test --project tests/Wildberries.Sdk.IntegrationTests --output Detailed \
    -- --filter-class Wildberries.Sdk.IntegrationTests.KilledProcessTests Wildberries.Sdk.IntegrationTests.PromoCodes.KilledPromoCodeTests \
    Wildberries.Sdk.IntegrationTests.Answers.KilledAnswerTests Wildberries.Sdk.IntegrationTests.FbsSupplies.KilledHandOverTests --show-live-output on
}

faults() {
  WILDBERRIES_SOAK_CALLS=${1:-10000} timeout 1800 dotnet test --project tests/Wildberries.Sdk.IntegrationTests --output Detailed \
    -- --filter-class Wildberries.Sdk.IntegrationTests.SoakTests --show-live-output on
}

limits() {
  WILDBERRIES_SOAK_LIMITS=${1:-60} timeout 1800 dotnet test --project tests/Wildberries.Sdk.IntegrationTests --output Detailed \
    -- --filter-class Wildberries.Sdk.IntegrationTests.LimiterSoakTests --show-live-output on
}

# Each time other cases: the seed is printed.
fuzz() {
  timeout 3600 eng/fuzz.sh "${1:-1000000}" "$RANDOM"
}

case "${1:-all}" in
  redis) redis "${2:-}" ;;
  kill) kill_processes "${2:-}" ;;
  faults) faults "${2:-}" ;;
  limits) limits "${2:-}" ;;
  fuzz) fuzz "${2:-}" ;;
  all)
    redis
    kill_processes
    faults
    limits
    fuzz
    ;;
  *)
    sed -n '2,8s/^# \{0,1\}//p' "$0"
    exit 2
    ;;
esac
