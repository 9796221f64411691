# Installs the server programs of PostgreSQL 15 or newer from Debian's or Ubuntu's own packages. Run as root.
# Used by the program at its first start and by tests/run.
set -e
export DEBIAN_FRONTEND=noninteractive

newest() { apt-cache policy postgresql | sed -n 's/^ *Candidate: \([0-9]*\).*/\1/p'; }
[ -n "$(newest)" ] || apt-get update
if [ "$(newest)" -lt 15 ]; then
    echo "this release of the system has only PostgreSQL $(newest)" >&2
    exit 1
fi

# Only the programs are wanted: forbid the package to start a server of its own while it is being installed.
policy=/usr/sbin/policy-rc.d
if [ ! -e "$policy" ]; then
    trap 'rm -f "$policy"' EXIT
    printf '#!/bin/sh\nexit 101\n' >"$policy"
    chmod +x "$policy"
fi
# Package lists may name versions the mirror has replaced since.
apt-get install -y --no-install-recommends postgresql || {
    apt-get update
    apt-get install -y --no-install-recommends postgresql
}
