# Sourced by test.sh: sees to it that the tests find real servers, and says which.
# Sets NEWSMONITOR_TEST_INFRA to docker or native, as tests/Servers/Infrastructure.cs understands it.

set_up_test_servers() {
  case "${NEWSMONITOR_TEST_INFRA:-}" in
    docker|native) ;;
    "") if docker_answers; then NEWSMONITOR_TEST_INFRA=docker; else NEWSMONITOR_TEST_INFRA=native; fi ;;
    *) echo "NEWSMONITOR_TEST_INFRA is \"$NEWSMONITOR_TEST_INFRA\": it may be \"docker\" or \"native\"." >&2; return 1 ;;
  esac
  export NEWSMONITOR_TEST_INFRA

  local missing=()
  python_with_pika >/dev/null || missing+=(python3-pika)
  if [ "$NEWSMONITOR_TEST_INFRA" = native ]; then
    [ -x /usr/lib/rabbitmq/bin/rabbitmq-server ] || command -v rabbitmq-server >/dev/null || missing+=(rabbitmq-server)
    postgres_program >/dev/null || missing+=(postgresql)
  elif ! docker_answers; then
    echo "NEWSMONITOR_TEST_INFRA is docker, but no Docker engine answers 'docker info': start it, or use NEWSMONITOR_TEST_INFRA=native." >&2
    return 1
  fi
  [ "${#missing[@]}" -eq 0 ] || install_packages "${missing[@]}" || return 1

  if [ "$NEWSMONITOR_TEST_INFRA" = native ]; then
    echo "Test servers: rabbitmq-server $(dpkg-query -W -f '${Version}' rabbitmq-server 2>/dev/null | sed 's/-.*//'), $("$(postgres_program)" --version | sed 's/postgres (PostgreSQL)/PostgreSQL/; s/ (.*//'), native"
  else
    echo "Test servers: rabbitmq:4-management, postgres:17, docker $(timeout 10 docker info --format '{{.ServerVersion}}' 2>/dev/null)"
  fi
}

# An engine that hangs counts as one that is not there.
docker_answers() { command -v docker >/dev/null && timeout 10 docker info >/dev/null 2>&1 </dev/null; }

# The package serves the system's Python, which need not be the first in PATH.
python_with_pika() {
  local python
  for python in /usr/bin/python3 python3; do
    if "$python" -c 'import pika' 2>/dev/null; then echo "$python"; return; fi
  done
  return 1
}

# Debian keeps PostgreSQL's programs out of PATH, a folder per version.
postgres_program() {
  local program
  program=$(printf '%s\n' /usr/lib/postgresql/*/bin/postgres | sort -V | tail -n 1)
  [ -x "$program" ] || program=$(command -v postgres) || return 1
  echo "$program"
}

install_packages() {
  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then as_root=(sudo -n); fi
  if ! command -v apt-get >/dev/null || ! "${as_root[@]}" true 2>/dev/null; then
    echo "The tests need $* and may not install it here. Install it first (Debian, Ubuntu: sudo apt-get install $*)$([ "$NEWSMONITOR_TEST_INFRA" = docker ] || echo ", or start a Docker engine")." >&2
    return 1
  fi
  echo "Installing $*"
  local log
  log=$(mktemp)
  if "${as_root[@]}" sh -s "$@" <<'ROOT' >"$log" 2>&1
    # The packages would start servers of the system, and start them again at every boot. The tests need the programs only:
    # policy-rc.d forbids the start, the setting keeps PostgreSQL from making a cluster, and the units are disabled.
    policy=/usr/sbin/policy-rc.d
    cluster=/etc/postgresql-common/createcluster.d/newsmonitor-tests.conf
    undo="rm -f $cluster"
    mkdir -p "${cluster%/*}" && echo "create_main_cluster = false" >"$cluster"
    if [ ! -e "$policy" ]; then
      undo="$undo $policy"
      printf '#!/bin/sh\nexit 101\n' >"$policy" && chmod 755 "$policy"
    fi
    trap "$undo" EXIT
    trap 'exit 1' INT TERM HUP
    export DEBIAN_FRONTEND=noninteractive
    # Another apt may hold the lock: a fresh cloud machine updates itself.
    options="-y -qq -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0"
    apt-get $options update </dev/null
    apt-get $options install --no-install-recommends "$@" </dev/null || exit 1
    for package; do
      [ "$package" = python3-pika ] || ! command -v systemctl >/dev/null || systemctl disable "$package" || true
    done
ROOT
  then rm -f "$log"; return 0; fi
  tail -n 20 "$log" >&2; rm -f "$log"
  echo "apt-get could not install $*. Install it by hand, or start a Docker engine." >&2
  return 1
}
