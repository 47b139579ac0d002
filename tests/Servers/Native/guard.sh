# Outlives the test process, to end what it started: servers would go on running for ever after a kill -9.
#   sh guard.sh DIRECTORY     reads lines "add SIGNAL PID" and "drop SIGNAL PID" from the test process
# When the input ends, the processes get their signals and, if they do not go, a KILL; then the directory goes.
directory=$1
watched=
trap '' INT TERM HUP
while read -r word signal pid; do
  case $word in
    add) watched="$watched $signal:$pid" ;;
    drop) watched=$(printf '%s' "$watched" | sed "s/ $signal:$pid\$//; s/ $signal:$pid / /") ;;
  esac
done

# A process that nobody has reaped yet has ended too.
runs() { [ -d "/proc/$1" ] && ! grep -qs '^State:.Z' "/proc/$1/status"; }

for entry in $watched; do kill -s "${entry%%:*}" "${entry#*:}" 2>/dev/null; done
for entry in $watched; do
  tries=0
  while runs "${entry#*:}"; do
    tries=$((tries + 1))
    [ "$tries" -ne 50 ] || kill -s KILL "${entry#*:}" 2>/dev/null
    [ "$tries" -lt 100 ] || break
    sleep 0.1
  done
done
# A helper of a killed server may write its last file just now.
for _ in 1 2 3 4 5; do rm -rf "$directory" 2>/dev/null && break; sleep 0.2; done
