# Sourced by bin/dev: build_stale builds the modules whose runnable is older than its sources.
# Expects $root and JAVA_HOME.

services="auth-service profile-service content-service social-service mentoring-service engagement-service ops-service"

# What the build of a module leaves behind when it is done.
artifact() {
  case $1 in
    dev-suite) echo "$root/dev-suite/target/dev-suite.jar" ;;
    *) echo "$root/$1/target/quarkus-app/quarkus-run.jar" ;;
  esac
}

# Where the sources of a module are, its upstream modules among them; below $root.
sources() {
  echo pom.xml shared-schema/migrations/pom.xml shared-schema/migrations/sql shared-schema/migrations/src/main \
    "$1/pom.xml" "$1/src/main"
  case $1 in
    dev-suite) ;;
    shared-schema/migrator) echo shared-schema/liquibase/pom.xml shared-schema/liquibase/src/main ;;
    *) echo shared-schema/kernel/pom.xml shared-schema/kernel/src/main ;;
  esac
}

# Maven leaves an unchanged file as it was, so a build puts down when it began, and the later of both counts.
is_stale() {
  local made stamp
  made=$(artifact "$1")
  stamp=$root/$1/target/.built
  [ -e "$made" ] || return 0
  if [ -e "$stamp" ] && [ "$stamp" -nt "$made" ]; then made=$stamp; fi
  # shellcheck disable=SC2046
  [ -n "$(cd "$root" && find $(sources "$1") -newer "$made" -type f -print -quit 2> /dev/null)" ]
}

build_stale() {
  local module stale="" log=$root/.dev/logs/build.log began=$root/.dev/build-began started=$SECONDS
  for module in shared-schema/migrator $services dev-suite; do
    if is_stale "$module"; then stale="$stale${stale:+,}$module"; fi
  done
  [ -n "$stale" ] || return 0

  echo "Building ${stale//,/, }"
  mkdir -p "$root/.dev/logs"
  touch "$began"
  # package, not install: another checkout on this machine has its own version of the same modules.
  if ! (cd "$root" && ./mvnw -Dquick -Dmaven.test.skip=true -pl "$stale" -am package) 2>&1 \
    | tee "$log" | sed -u -n 's/^\[INFO\] Building \(.*[^ ]\) \{1,\}[0-9][^ ]* *\(\[.*\]\)$/  \2 \1/p'; then
    echo "bin/dev: the build failed; its log is $log" >&2
    { grep -m 25 '^\[ERROR\]' "$log" || tail -25 "$log"; } >&2
    exit 1
  fi
  for module in ${stale//,/ }; do touch -r "$began" "$root/$module/target/.built"; done
  echo "Built in $((SECONDS - started)) s"
}
