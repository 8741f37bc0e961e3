# shellcheck shell=bash
# What ./mge and ./test share: each step looks whether it is done, in about a millisecond, and else does it.
# Sourced with $root set to the checkout. Speaks on standard error only; a step that cannot be done ends with exit code 8.

tools=${root:?is set by who sources this}/.tools
log=$tools/setup.log

# package | a file that shows it is there | its pkg-config module, asked when the file is missing | what it is for
system_packages=(
    'pkg-config|/usr/bin/pkg-config||tells the build where libraries are'
    'libpq-dev|/usr/include/postgresql/libpq-fe.h|libpq|the client library of PostgreSQL'
    'libssl-dev|/usr/include/openssl/evp.h|libcrypto|digests'
    'libtree-sitter-dev|/usr/include/tree_sitter/api.h|tree-sitter|reading source code'
    'libmimalloc-dev|/usr/include/mimalloc.h||allocating memory'
)
# Not needed beside a database of one's own.
[ -n "${DATABASE_URL:-}" ] ||
    system_packages+=('postgresql|/usr/lib/postgresql/*/bin/postgres||the private database of a workspace')

say() { printf 'mge: %s\n' "$@" >&2; }

# fail LINE…: what is missing and how to get it, as the last lines.
fail() {
    say "$@"
    exit 8
}

# ensure STEP: runs set_up_STEP unless STEP_is_ready, one launcher of this checkout at a time.
ensure() {
    "$1_is_ready" && return
    if [ -z "${setup_lock:-}" ]; then
        require_writable "$tools"
        exec {setup_lock}>"$tools/setup.lock"
        flock --nonblock "$setup_lock" || {
            say 'waiting for another launcher to finish setting up'
            flock "$setup_lock"
        }
    fi
    "$1_is_ready" || "set_up_$1"
}

# release_setup_lock: for what follows the setup, so that no later process holds on to it.
release_setup_lock() {
    [ -z "${setup_lock:-}" ] || exec {setup_lock}>&-
    setup_lock=
}

require_writable() {
    { mkdir -p "$1" && [ -w "$1" ] && [ -x "$1" ]; } 2>/dev/null ||
        fail "cannot write to $1, as user $(id -un 2>/dev/null || id -u)" \
            "give it to this user (sudo chown -R $(id -u) '$root'), or clone the project into a folder of your own"
}

# quietly COMMAND…: keeps the output in the log, away from the terminal and from the lock.
quietly() { "$@" </dev/null >>"$log" 2>&1 {setup_lock}>&-; }

# with_home COMMAND…: with a home folder that the toolchain can write its caches to.
with_home() {
    if [ -d "${HOME:-}" ] && [ -w "$HOME" ]; then
        "$@"
    else
        mkdir -p "$tools/home" && HOME=$tools/home "$@"
    fi
}

network_is_out() {
    grep -qE 'Temporary failure (in name )?resol|Could not (resolve|connect)|Network is unreachable|ConnectTimeout|Connection failed' \
        "$log"
}

# show_log LINES: the end of the log, and what its errors mean where that is plain.
show_log() {
    tail -n "$1" "$log" >&2 || true
    # A full disk may have kept that very line from the log.
    if grep -q 'No space left on device' "$log" || [ "$(df --output=avail "$tools" | tail -n 1)" -lt 1024 ]; then
        say 'the disk is full: free some space, then run this again'
    elif network_is_out; then
        say 'the network cannot be reached from here: connect it (or set http_proxy and https_proxy), then run this again'
    fi
}

privileged() {
    if [ "$EUID" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

### System packages

# missing_packages: sets `missing` to the rows of system_packages whose package is not there.
missing_packages() {
    local row file module
    missing=()
    for row in "${system_packages[@]}"; do
        IFS='|' read -r _ file module _ <<<"$row"
        compgen -G "$file" >/dev/null && continue
        [ -n "$module" ] && pkg-config --exists "$module" 2>/dev/null && continue
        missing+=("$row")
    done
}

packages_is_ready() {
    missing_packages
    [ ${#missing[@]} = 0 ]
}

set_up_packages() {
    local row name purpose names=()
    for row in "${missing[@]}"; do
        IFS='|' read -r name _ _ purpose <<<"$row"
        say "$name is missing ($purpose)"
        names+=("$name")
    done
    install_packages "${names[@]}"
    missing_packages
    [ ${#missing[@]} = 0 ] || fail "still missing after installing ${names[*]}: ${missing[*]%%|*}"
}

# apt ARGUMENTS…: asks nothing, restarts nothing, gives a silent network up soon, and waits while another apt works.
apt() {
    local deadline=$((SECONDS + 180))
    while :; do
        : >"$log"
        quietly privileged env LC_ALL=C DEBIAN_FRONTEND=noninteractive UCF_FORCE_CONFFOLD=1 NEEDRESTART_SUSPEND=1 \
            RES_OPTIONS='timeout:2 attempts:2' apt-get --quiet --yes --option DPkg::Lock::Timeout=120 \
            --option Dpkg::Use-Pty=0 --option Dpkg::Options::=--force-confold --option Acquire::Retries=0 \
            --option Acquire::http::Timeout=15 --option Acquire::https::Timeout=15 "$@" && return
        grep -q 'Could not get lock' "$log" && [ $SECONDS -lt $deadline ] || return
        say 'waiting for another apt to finish'
        sleep 5
    done
}

# install_packages NAME…: through apt; the lists are fetched only when the installation fails without.
install_packages() {
    local remedy="sudo apt-get update && sudo apt-get install --no-install-recommends $*"
    command -v apt-get >/dev/null ||
        fail "missing: $*" "there is no apt-get here: install what matches these Debian packages"
    [ "$EUID" = 0 ] || sudo -n true 2>/dev/null || fail "missing: $*" "only root can install them: $remedy"
    say "installing $*"
    case " $* " in *' postgresql '*) hold_back_system_cluster ;; esac
    local installed=
    if apt install --no-install-recommends "$@"; then
        installed=yes
    elif ! network_is_out; then
        say 'fetching the package lists'
        apt update || true
        if apt install --no-install-recommends "$@"; then installed=yes; fi
    fi
    restore_cluster_configuration
    [ -n "$installed" ] || {
        show_log 6
        fail "could not install $*" "by hand: $remedy"
    }
}

cluster_configuration=/etc/postgresql-common/createcluster.conf

# hold_back_system_cluster: Debian's package creates and starts a cluster of its own, unless this file says otherwise
# at that moment. A file that is there already gets the setting for as long as the installation takes.
hold_back_system_cluster() {
    local setting='create_main_cluster = false'
    if [ -e $cluster_configuration ]; then
        trap restore_cluster_configuration EXIT
        privileged cp -p $cluster_configuration $cluster_configuration.before-mge
    else
        setting="# MGE runs PostgreSQL privately: no cluster of the system. Delete this line to get one with the next version.
$setting"
        privileged mkdir -p "${cluster_configuration%/*}"
    fi
    printf '\n%s\n' "$setting" | privileged tee -a $cluster_configuration >/dev/null
}

restore_cluster_configuration() {
    [ ! -e $cluster_configuration.before-mge ] ||
        privileged mv $cluster_configuration.before-mge $cluster_configuration
}

### Python

# find_python: sets `python` to an interpreter that has pip and venv; installs Debian's when there is none.
find_python() {
    local candidate installed
    for installed in no yes; do
        for candidate in python3 /usr/bin/python3; do
            python=$candidate
            "$candidate" -c 'import sys, pip, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' \
                </dev/null >/dev/null 2>&1 && return
        done
        [ $installed = yes ] || {
            say 'no Python from 3.11 with pip and venv here (it fetches the grammars and runs the checks)'
            install_packages python3 python3-pip python3-venv
        }
    done
    fail "python3 is $(python3 --version 2>&1 || true), and needs to be 3.11 or newer with pip and venv" \
        'install it, and put it first on the PATH'
}

# pip_in PYTHON ARGUMENTS…: fails soon without network, and asks nothing.
pip_in() {
    quietly env PIP_REQUIRE_VIRTUALENV=0 "$1" -m pip --disable-pip-version-check --no-input --quiet \
        --retries 1 --timeout 20 "${@:2}"
}

### Grammars

grammars=$tools/grammars/languages.so

grammars_is_ready() { [ -n "${MGE_GRAMMARS:-}" ] || [ -s "$grammars" ]; }

# set_up_grammars: takes the shared library out of a wheel that must have the digest we know.
set_up_grammars() {
    local wheel=tree-sitter-languages==1.10.2 machine scratch
    machine=$(uname -m)
    grep -q "$machine" "$root/scripts/grammars.sha256" ||
        fail "there is no bundle of grammars for $machine" 'set MGE_GRAMMARS to a folder with a languages.so of your own'
    find_python
    say "fetching the tree-sitter grammars ($wheel)"
    : >"$log"
    scratch=$(mktemp -d "$tools/grammars.XXXXXX")
    # shellcheck disable=SC2064 # the folder is known now
    trap "rm -rf '$scratch'" EXIT
    pip_in "$python" download --no-deps --only-binary=:all: --python-version 3.11 --implementation cp \
        --platform "manylinux2014_$machine" --dest "$scratch" "$wheel" || {
        show_log 5
        fail "could not download $wheel with pip" \
            "by hand, from another machine: put the languages.so of that wheel at $grammars"
    }
    (cd "$scratch" && quietly sha256sum --check --strict --ignore-missing "$root/scripts/grammars.sha256") ||
        fail "what pip downloaded as $wheel is not what scripts/grammars.sha256 names, and was not used" \
            "look whether pip is set to an index that can be trusted: $python -m pip config list"
    quietly "$python" -c 'import shutil, sys, zipfile
with zipfile.ZipFile(sys.argv[1]).open("tree_sitter_languages/languages.so") as source, open(sys.argv[2], "wb") as copy:
    shutil.copyfileobj(source, copy)' "$scratch"/*.whl "$scratch/languages.so" || {
        show_log 3
        fail "could not unpack the grammars into $scratch"
    }
    mkdir -p "${grammars%/*}"
    mv "$scratch/languages.so" "$grammars"
    rm -rf "$scratch"
    trap - EXIT
}

### The program

program=$root/.build/release/mge
stamp=$root/.build/mge.stamp

# toolchain: sets `identity` to what tells one installed compiler from another without starting it.
toolchain() {
    identity=
    ! hash swift 2>/dev/null || identity=$(stat -Lc '%n %s %Y' -- "${BASH_CMDS[swift]}")
}

require_swift() {
    hash swift 2>/dev/null ||
        fail 'swift is not on the PATH' 'install Swift 6.2 or newer (swift.org/install), and put its bin folder on the PATH'
}

# The stamp holds the checkout's place and the compiler. Without a compiler, what was built is as good as it gets.
release_is_ready() {
    [ -x "$program" ] && [ -f "$stamp" ] || return
    toolchain
    [ -z "$identity" ] || [ "$root"$'\n'"$identity" = "$(<"$stamp")" ] || return
    [ -z "$(find "$root/Package.swift" "$root/Sources" -newer "$stamp" -print -quit)" ]
}

set_up_release() {
    require_swift
    # A compiled module knows its folder: what was built elsewhere would fail the next build.
    [ ! -e "$stamp" ] || [ "$root" = "$(head -n 1 "$stamp")" ] || rm -rf "${root:?}/.build"
    require_writable "$root/.build"
    if [ -e "$stamp" ]; then say 'building'; else say 'building (the first time takes a few minutes)'; fi
    : >"$log"
    # The stamp is as old as the start of the build: what changes meanwhile is built next time.
    toolchain
    printf '%s\n' "$root" "$identity" >"$stamp.new"
    quietly with_home swift build --package-path "$root" -c release --product mge || {
        rm -f "$stamp.new"
        show_log 400
        fail "the build failed; to see it again: swift build --package-path '$root' -c release --product mge"
    }
    mv "$stamp.new" "$stamp"
}

### The tools that check generated repositories

checkers=$tools/python
checkers_list=$root/scripts/requirements-check.txt

# The environment's scripts name its folder: one that was moved is made again.
checkers_is_ready() {
    [ -f "$checkers/ready" ] && [ "$(<"$checkers/ready")" = "$checkers"$'\n'"$(<"$checkers_list")" ]
}

set_up_checkers() {
    find_python
    say 'installing the tools that check generated repositories (.tools/python)'
    : >"$log"
    rm -rf "$checkers"
    { quietly "$python" -m venv "$checkers" && pip_in "$checkers/bin/python" install -r "$checkers_list"; } || {
        show_log 10
        fail 'could not install scripts/requirements-check.txt into .tools/python' 'run this again once the cause above is gone'
    }
    printf '%s\n%s\n' "$checkers" "$(<"$checkers_list")" >"$checkers/ready"
}
