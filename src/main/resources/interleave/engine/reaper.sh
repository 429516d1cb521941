# Ends a run whose Interleave is gone. $1: the recording's folder, $2: the variable that names it.
# The folder stays unless a line "delete" said that it was being deleted; "done" says that all ended well.
trap '' HUP INT QUIT TERM PIPE
delete=no
while read -r word; do
  case $word in
    delete) delete=yes ;;
    done) exit 0 ;;
  esac
done
# Two looks in a row must find nothing: a process may fork while the first one goes round.
quiet=0
rounds=0
while [ $quiet -lt 2 ] && [ $rounds -lt 1000 ]; do
  rounds=$((rounds + 1))
  quiet=$((quiet + 1))
  for file in $(grep -lzxF -e "$2=$1" /proc/[0-9]*/environ 2>/dev/null); do
    pid=${file#/proc/}
    kill -9 "${pid%/environ}" 2>/dev/null && quiet=0
  done
done
[ $delete = no ] || rm -rf -- "$1"
