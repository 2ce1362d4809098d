# Sourced by the scripts in bin/: exports the JAVA_HOME of a JDK 25, or says what to install and exits.

is_jdk_25() {
  [ -x "$1/bin/javac" ] && grep -q '^JAVA_VERSION="25[".]' "$1/release" 2> /dev/null
}

# The first JDK 25 among the folders given.
jdk_25_among() {
  local folder
  for folder in "$@"; do
    if is_jdk_25 "$folder"; then
      echo "$folder"
      return 0
    fi
  done
  return 1
}

# Where the java of the PATH lives; it is often a link.
java_home_of_path() {
  java -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.home = //p'
}

if ! JAVA_HOME=$(jdk_25_among "${JAVA_HOME:-}" "$(java_home_of_path)" \
  /usr/lib/jvm/* /opt/java/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
  /opt/homebrew/opt/openjdk@25/libexec/openjdk.jdk/Contents/Home \
  /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home); then
  echo "No JDK 25 found: install one (for example Eclipse Temurin 25 from https://adoptium.net) or set JAVA_HOME to it." >&2
  exit 1
fi
export JAVA_HOME
