#!/bin/bash
# ncloud-vip: a resource agent (OCF) for Pacemaker. NAVER Cloud sends virtual IPs to the node on which it is started.
#
# Pacemaker decides where that is; IPaddr2 in the same group sets the addresses on the device. The settings and keys are those
# of ncloud-vip-guard, and so are the functions that ask NAVER Cloud.
set -u
export LC_ALL=C
# shellcheck source=src/guest/failover/ncloud-vip-guard.sh
source "${NCLOUD_VIP_GUARD:-/usr/local/sbin/ncloud-vip-guard}" || exit 5

readonly success=0 generic=1 unimplemented=3 not_installed=5 not_configured=6 not_running=7
readonly started="${HA_RSCTMP:-/run/ncloud-vip}/started-${OCF_RESOURCE_INSTANCE:-ncloud-vip}"

meta_data() {
  cat <<END
<?xml version="1.0"?>
<!DOCTYPE resource-agent SYSTEM "ra-api-1.dtd">
<resource-agent name="ncloud-vip" version="1.0">
<version>1.0</version>
<longdesc lang="en">
Makes NAVER Cloud send virtual IPs (secondary IPs) to the network interface of this node. The settings are in
/etc/ncloud-vip/NAME.conf on each node, the keys in /etc/ncloud-vip/keys. Use it in a group before IPaddr2.
</longdesc>
<shortdesc lang="en">Virtual IPs in NAVER Cloud</shortdesc>
<parameters>
<parameter name="name" unique="1" required="1">
<longdesc lang="en">Name of the settings, such as vip-10-0-10-100.</longdesc>
<shortdesc lang="en">Name of the settings</shortdesc>
<content type="string" default=""/>
</parameter>
</parameters>
<actions>
<action name="start" timeout="60s"/>
<action name="stop" timeout="20s"/>
<action name="monitor" timeout="30s" interval="10s" depth="0"/>
<action name="meta-data" timeout="5s"/>
<action name="validate-all" timeout="20s"/>
</actions>
</resource-agent>
END
}

validate_all() {
  local program
  for program in curl openssl; do
    command -v "$program" >/dev/null || { complain "$program is not installed" && return "$not_installed"; }
  done
  load_settings "${OCF_RESKEY_name:-}" || return "$not_configured"
  load_keys || { complain "$problem" && return "$not_configured"; }
}

# Takes what is missing until a read shows it. Pacemaker ends it when that takes too long.
start() {
  mkdir -p "${started%/*}" && : >"$started" || return "$generic"
  while :; do
    if ask_holder; then
      [[ -z $missing ]] && return "$success"
      if ! $is_settling; then assign_missing && continue; fi
    fi
    [[ -z $problem ]] || complain "$problem"
    rest "$first_wait"
  done
}

# A cloud that cannot be asked is no reason to move anything: only a read that shows the loss is a failure.
monitor() {
  if ! ask_holder; then
    complain "cannot ask NAVER Cloud: $problem. Nothing is changed"
  elif [[ -n $missing ]]; then
    complain "interface $interface_no does not hold $missing"
    return "$not_running"
  fi
  return "$success"
}

# Changes nothing in NAVER Cloud: the node that starts it next takes the addresses, and a stop that can fail means fencing.
stop() {
  rm -f "$started"
  return "$success"
}

act() {
  case "${1:-}" in
    meta-data) meta_data ;;
    stop) stop ;;
    validate-all) validate_all ;;
    # A node that lacks the settings has not started it: Pacemaker probes all of them.
    monitor)
      [[ -e $started ]] || return "$not_running"
      ask_with monitor
      ;;
    start) ask_with start ;;
    *) complain "unknown action ${1:-}" && return "$unimplemented" ;;
  esac
}

# Runs an action that asks NAVER Cloud, with what it needs around it.
ask_with() {
  validate_all || return
  prepare "$OCF_RESKEY_name" || return "$generic"
  trap finish EXIT
  "$1"
}

act "$@"
