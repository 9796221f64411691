# Runs one private PostgreSQL for as long as somebody holds the other end of this script's stdin, then stops it in
# order. However the program that holds it ends, kill -9 included, the pipe closes.
#
#   sh -c "$(cat supervisor.sh)" tipsom-postgres BIN KIND PLACE SESSION [settings of postgres...]
#
# KIND     durable: PLACE belongs to this user and is kept; throwaway: a directory is made in PLACE, and removed
# SESSION  own: nobody's Ctrl-C reaches this process group; shared: it does
# Prints "place DIRECTORY" and "socket DIRECTORY" before the server is ready, sentences for the person on stderr.
set -u
umask 077
bin=$1 kind=$2 place=$3 session=$4
shift 4

exec 3<&0 </dev/null
# Ctrl-C and a closing terminal are the program's business: it lets go of the pipe when it has finished its work.
trap '' HUP INT TERM
# Without a session of its own, at least a process group of its own for the server.
[ "$session" = own ] || set -m 2>/dev/null

if [ "$kind" = throwaway ]; then
    place=$(mktemp -d "$place/tipsom-XXXXXXXX") || exit 1
fi
# Short: a socket's whole path may have 107 bytes.
socket=$(mktemp -d /tmp/tipsom-XXXXXXXX) || exit 1
data=$place/data
log=$place/server.log

leave() {
    rm -rf "$socket"
    [ "$kind" = durable ] || rm -rf "$place"
    exit "$1"
}

fail() {
    echo "$1" >&2
    tail -n 6 "$log" >&2 2>/dev/null
    leave 1
}

# A process of that number may be anybody's by now: ours is a server that stands in the data directory.
is_server_of_this_data() {
    kill -0 "$1" 2>/dev/null || return 1
    if [ -d /proc/self ]; then
        [ "$(readlink "/proc/$1/cwd")" = "$(cd "$data" && pwd -P)" ]
    else
        ps -p "$1" -o command= | grep -qF -- "$data"
    fi
}

stop_leftover() {
    for how in fast immediate; do
        "$bin/pg_ctl" stop -D "$data" -m $how -w -t 60 >>"$log" 2>&1
        [ -f "$data/postmaster.pid" ] || return 0
    done
    fail "a server left over from an earlier run does not stop"
}

[ ! -f "$log" ] || mv -f "$log" "$log.old"

if [ -f "$data/postmaster.pid" ]; then
    # Its fifth line is the socket's directory, which nobody else removes any more.
    old_socket=$(sed -n 5p "$data/postmaster.pid")
    if is_server_of_this_data "$(head -n 1 "$data/postmaster.pid")"; then
        stop_leftover
    else
        rm -f "$data/postmaster.pid"
    fi
    case $old_socket in /tmp/tipsom-*) rm -rf "$old_socket" ;; esac
fi

if [ ! -f "$data/PG_VERSION" ]; then
    [ ! -e "$data" ] || fail "$data is there but holds no PostgreSQL data"
    [ "$kind" = durable ] && how=--data-checksums || how=--no-sync
    # Made beside its place, so that an interrupted attempt is not taken for data.
    rm -rf "$data.new"
    "$bin/initdb" -D "$data.new" -U postgres -A trust -E UTF8 --locale=C --locale-provider=icu --icu-locale=und $how \
        >>"$log" 2>&1 || fail "initdb failed"
    mv "$data.new" "$data"
fi

"$bin/postgres" -D "$data" -k "$socket" -c listen_addresses= "$@" 3<&- >>"$log" 2>&1 &
server=$!

(
    while read -r _; do :; done <&3
    : >"$socket/stopping"
    [ "$kind" = throwaway ] && how=QUIT || how=INT
    kill -s "$how" "$server"
    waited=0
    while [ $waited -lt 600 ] && kill -0 "$server"; do
        sleep 0.05
        waited=$((waited + 1))
    done
    kill -QUIT "$server"
    # Also done below, unless somebody has killed this script alone.
    leave 0
) >/dev/null 2>&1 &
watcher=$!

echo "place $place"
echo "socket $socket"

wait "$server"
status=$?
[ -e "$socket/stopping" ] || kill -KILL "$watcher"
wait "$watcher" 2>/dev/null
[ $status -eq 0 ] || [ "$kind" = throwaway ] || tail -n 6 "$log" >&2
leave $status
