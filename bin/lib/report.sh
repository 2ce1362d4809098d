# Sourced by bin/test: runs its parts, tells how long each took, counts tests.

passed=0 failed=0 skipped=0 failed_parts=0
durations=""
mark=$(mktemp)
trap 'rm -f "$mark"' EXIT

# part TITLE COMMAND...: runs it and remembers how it went; the next part runs all the same.
part() {
  local title=$1 began=$SECONDS outcome=ok
  shift
  echo "== $title"
  "$@" < /dev/null || { outcome=FAILED; failed_parts=$((failed_parts + 1)); }
  durations="$durations$(printf '%6d s  %-6s  %s' $((SECONDS - began)) "$outcome" "$title")"$'\n'
}

# Adds up the reports that were written since the last count.
count_reports() {
  local tests errors skips failures
  while read -r tests errors skips failures; do
    passed=$((passed + tests - errors - skips - failures))
    failed=$((failed + errors + failures))
    skipped=$((skipped + skips))
  done < <(find . -path '*/target/*-reports/TEST-*.xml' -newer "$mark" -exec cat {} + \
    | sed -n 's/.*<testsuite [^>]*tests="\([0-9]*\)" errors="\([0-9]*\)" skipped="\([0-9]*\)" failures="\([0-9]*\)".*/\1 \2 \3 \4/p')
  touch "$mark"
}

# count_smoke LOG: each step is a test.
count_smoke() {
  local steps
  steps=$(grep -c '^ok  ' "$1" 2> /dev/null)
  passed=$((passed + ${steps:-0}))
  failed=$((failed + $(grep -c '^FAILED  ' "$1" 2> /dev/null || true)))
}

# count_node LOG: what Node's test runner sums up.
count_node() {
  local word number
  while read -r word number; do
    case $word in
      pass) passed=$((passed + number)) ;;
      fail) failed=$((failed + number)) ;;
      skipped) skipped=$((skipped + number)) ;;
    esac
  done < <(sed -n 's/^# \(pass\|fail\|skipped\) \([0-9]*\)$/\1 \2/p' "$1" 2> /dev/null)
}

# The durations, and at the very end the one line that sums up.
finish() {
  echo "== Durations"
  printf '%s' "$durations"
  # What failed without a test to name it, a build or a check, must not look like success.
  if [ "$failed_parts" -gt 0 ] && [ "$failed" -eq 0 ]; then failed=$failed_parts; fi
  local also=""
  if [ "$skipped" -gt 0 ]; then also=", $skipped skipped"; fi
  echo "$passed passed, $failed failed$also"
  [ "$failed" -eq 0 ] && [ "$failed_parts" -eq 0 ] && [ "$passed" -gt 0 ]
}
