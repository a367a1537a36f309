# What the benchmark scripts share; sourced by them from the repository's root.
#
# MARTLET names a binary that is built already; otherwise the release build is made first.

PATH=$PATH:/usr/sbin
folder=$(mktemp -d "${TMPDIR:-/tmp}/martlet-bench.XXXXXX")
helpers=()
trap 'for helper in "${helpers[@]}"; do kill "$helper" 2>/dev/null || true; done; rm -rf "$folder"' EXIT

# need TOOL PACKAGE: ends where a tool is missing.
need() {
    command -v "$1" >/dev/null || {
        echo "$(basename "$0"): there is no $1; install the package $2" >&2
        exit 69
    }
}

build_martlet() {
    if [ -z "${MARTLET:-}" ]; then
        swift build -c release --product martlet >&2
        MARTLET=$(swift build -c release --show-bin-path)/martlet
    fi
}

# compile SOURCE [FLAG…]: compiles a C program of the benchmarks into $folder, with the compiler that comes with Swift.
compile() {
    local name
    name=$(basename "$1" .c)
    clang -O2 -Wall -Wextra -o "$folder/$name" "$1" "${@:2}" >&2
}

free_port() {
    python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'
}

# start COMMAND…: starts a helper that ends with the script.
start() {
    "$@" &
    helpers+=($!)
}

# workspace NAME ROWS PORT CONNECTIONS: an activation job of multipart messages of about 4.5 KB, in two languages, with a
# list of so many rows, sent to a port. Its templates are the benchmarks' own, so that figures can be compared over time.
workspace() {
    local place=$folder/$1
    mkdir -p "$place/data"
    cp -R Benchmarks/Sources/workspace/* "$place/"
    awk -v rows="$2" 'BEGIN {
        print "email,name,locale,code,link,vip,tags,note"
        for (row = 0; row < rows; row++) {
            zh = row % 5 < 2
            printf "u%d@example.com,%s,%s,AB%06d,https://marigold.example/a/AB%06d,%s,%s,\n", row,
                zh ? "王秀英" : "Jürgen Müller", zh ? "zh-CN" : "en", row, row, row % 10 ? "no" : "yes",
                zh ? "小说;诗歌" : "poetry;history"
        }
    }' >"$place/data/new-users.csv"
    cat >"$place/martlet.yaml" <<END
transports:
  sink: {host: 127.0.0.1, port: $3, tls: none, connections: $4}
identity: {reverse_path: "bounces+{token}@example.com"}
END
}

# message_size NAME: the mean size of the messages of a workspace, as a check tells it.
message_size() {
    (cd "$folder/$1" && "$MARTLET" check activation 2>&1) | sed -n 's/.*about \([0-9]*\) bytes a message.*/\1/p'
}

# timed COMMAND…: prints wall seconds and CPU seconds of a command.
timed() {
    local TIMEFORMAT='%R %U %S'
    { time "$@" >"$folder/out" 2>&1; } 2>&1 | awk '{ printf "%s %.3f\n", $1, $2 + $3 }'
}

# timed_run NAME [OPTION…]: the same for a run of the job in a workspace.
timed_run() { (cd "$folder/$1" && timed "$MARTLET" run activation --occurrence bench --quiet "${@:2}"); }
