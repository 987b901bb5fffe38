#!/usr/bin/env bash
# Runs a command in a network of its own: loopback, and one cable that leads nowhere but counts what is sent into it.
# usage: closed-network.sh COUNT_FILE COMMAND [ARGUMENT ...]
# Writes to COUNT_FILE two numbers: packets sent by a deliberate attempt (proof that the counter counts), and by the command.
set -u
count_file=$1
shift
export COUNT_FILE=$count_file
exec unshare --net --mount bash -c '
  set -u
  ip link set lo up
  ip link add away type veth peer name nowhere
  sysctl -qw net.ipv6.conf.away.disable_ipv6=1 net.ipv6.conf.nowhere.disable_ipv6=1
  ip addr add 10.99.0.2/24 dev away
  ip link set nowhere up
  ip link set away up
  ip neigh add 10.99.0.1 lladdr 02:00:00:00:00:01 dev away nud permanent
  ip route add default via 10.99.0.1 dev away
  resolv=$(mktemp)
  echo "nameserver 10.99.0.1" >"$resolv"
  mount --bind "$resolv" /etc/resolv.conf 2>/dev/null
  sent() { awk "/away:/ { sub(/.*away:/, \"\"); print \$10 }" /proc/net/dev; }
  before=$(sent)
  timeout 1 bash -c "echo >/dev/tcp/192.0.2.1/80" 2>/dev/null
  timeout 2 getent hosts example.invalid >/dev/null 2>&1
  proof=$(($(sent) - before))
  before=$(sent)
  "$@"
  status=$?
  echo "$proof $(($(sent) - before))" >"$COUNT_FILE"
  exit $status
' closed-network "$@"
