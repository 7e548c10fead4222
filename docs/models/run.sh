#!/bin/sh
# Checks the models with Spin: as the code is, and with what must not be left out left out.
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

check() { # model, whether errors are expected, flags...
    model=$1 expected=$2
    shift 2
    (cd "$work" && spin -a "$@" "$OLDPWD/$model.pml" && cc -O2 -DSAFETY -o pan pan.c) >/dev/null
    (cd "$work" && ./pan -m1000000) >"$work/out" 2>&1 || true
    errors=$(sed -n 's/.*errors: \([0-9]*\).*/\1/p' "$work/out")
    states=$(sed -n 's/^ *\([0-9]*\) states, stored.*/\1/p' "$work/out")
    found=$(sed -n 's/^pan:1: //p' "$work/out" | head -n 1)
    printf '%-12s %-12s %8s states  errors: %s  %s\n' \
        "$model" "${*:-as it is}" "$states" "$errors" "$found"
    case $expected in
        none) [ "$errors" -eq 0 ] ;;
        errors) [ "$errors" -gt 0 ] ;;
    esac
}

check takeover none
check takeover none -DPAUSES=4
check takeover errors -DNO_FENCE
check truncation none
check truncation errors -DNO_LOCK
check truncation errors -DUP_TO_HI
