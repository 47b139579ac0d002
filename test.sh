#!/usr/bin/env bash
# Builds NewsMonitor and runs its tests.
#   ./test.sh               everything that a change must pass, in a few minutes
#   ./test.sh full          also the evaluation's tables
#   ./test.sh integration   only the tests that need RabbitMQ and PostgreSQL in one process
# Needs the .NET 10 SDK and nothing else. RabbitMQ and PostgreSQL come from containers where a Docker engine answers, otherwise from
# the machine's packages, which are installed where that is allowed; NEWSMONITOR_TEST_INFRA=docker|native forces one.
# Test data lives in temporary folders; no process is left behind.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")" || exit 2

case "${1:-}" in
  ""|full) projects=(NewsMonitor.Tests NewsMonitor.IntegrationTests NewsMonitor.EndToEndTests) ;;
  integration) projects=(NewsMonitor.IntegrationTests) ;;
  *) echo "usage: ./test.sh [full|integration]" >&2; exit 2 ;;
esac

command -v dotnet >/dev/null || { echo "The .NET 10 SDK is missing: https://dotnet.microsoft.com/download" >&2; exit 2; }
configuration=Release
logs=$(mktemp -d)
trap 'rm -rf "$logs"' EXIT

step() { printf '\n== %s\n' "$1"; }

step "Test servers"
. tests/Servers/set-up.sh
set_up_test_servers || exit 2

step "Build"
dotnet build NewsMonitor.sln -c "$configuration" --nologo -v quiet || { echo; echo "The build failed."; exit 1; }

passed=0 failed=0 skipped=0 broken=()
for project in "${projects[@]}"; do
  step "$project"
  # Without colours, which the runner adds on build servers: the counts are read from its summary.
  dotnet "tests/$project/bin/$configuration/net10.0/$project.dll" --progress off --ansi off 2>&1 | tee "$logs/$project"
  status=${PIPESTATUS[0]}
  count() { sed -nE "s/^ *$1: *([0-9]+).*/\1/p" "$logs/$project" | tail -n 1; }
  p=$(count succeeded) f=$(count failed) s=$(count skipped)
  passed=$((passed + ${p:-0})) failed=$((failed + ${f:-0})) skipped=$((skipped + ${s:-0}))
  # A runner that ended badly without naming a test, or that ran none, is a failure too.
  if [ "$status" -ne 0 ] || [ "${p:-0}" -eq 0 ]; then
    broken+=("$project")
    [ "${f:-0}" -gt 0 ] || failed=$((failed + 1))
  fi
done

if [ "${1:-}" = full ]; then
  step "Evaluation on tests/data/eval"
  dotnet "services/standalone/bin/$configuration/net10.0/newsmonitor.dll" eval tests/data/eval/articles.jsonl --summary || { failed=$((failed + 1)); broken+=("evaluation"); }
fi

step "Summary"
[ "${#broken[@]}" -eq 0 ] || echo "Failed: ${broken[*]}"
[ "$skipped" -eq 0 ] || echo "Skipped: $skipped"
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
