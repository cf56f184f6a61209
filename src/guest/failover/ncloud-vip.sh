#!/bin/bash
# ncloud-vip: a resource agent (OCF) for Pacemaker. NAVER Cloud sends virtual IPs to the node on which it is started.
#
# Pacemaker decides where that is; IPaddr2 in the same group sets the addresses on the device. The settings and keys are those
# of ncloud-vip-guard, and so are the functions that ask NAVER Cloud.
set -u
export LC_ALL=C
# shellcheck source=src/guest/failover/ncloud-vip-guard.sh
source "${NCLOUD_VIP_GUARD:-/usr/local/sbin/ncloud-vip-guard}" || exit 5

# The codes of OCF. Pacemaker leaves a node that answers not_installed, and every node once one answers not_configured.
readonly ocf_success=0 ocf_generic=1 ocf_unimplemented=3 ocf_not_installed=5 ocf_not_configured=6 ocf_not_running=7
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

# What this node needs before it asks. The name is the same for all nodes; the files and programs are those of this one.
validate_all() {
  local program
  for program in curl openssl; do
    command -v "$program" >/dev/null || { complain "$program is not installed" && return "$ocf_not_installed"; }
  done
  is_name "${OCF_RESKEY_name:-}" || { complain "not a name: ${OCF_RESKEY_name:-}" && return "$ocf_not_configured"; }
  load_settings "$OCF_RESKEY_name" || return "$ocf_not_installed"
  read_keys || { complain "$problem" && return "$ocf_not_installed"; }
}

# Takes what is missing until a read shows it. Pacemaker ends it when that takes too long.
start() {
  get_ready || return
  mkdir -p "${started%/*}" && : >"$started" || return "$ocf_generic"
  while :; do
    pause=$first_wait
    if ! ask_holder; then
      back_off
    elif [[ -z $missing ]]; then
      return "$ocf_success"
    elif ! may_come; then
      if assign_missing; then tick && accepted_at=$now pause=0; else back_off; fi
    fi
    [[ -z $problem ]] || complain "$problem"
    rest "$pause"
  done
}

# Whether what is missing may come by itself: somebody changes the interface, or a change of ours was accepted.
may_come() {
  tick
  if $is_settling && wait_for_service; then return 0; fi
  was_accepted
}

# A cloud that cannot be asked is no reason to move anything, nor is a file of this node that cannot be read: only a read that
# shows the loss is a failure.
monitor() {
  # A node that lacks the settings has not started it: Pacemaker probes all of them.
  [[ -e $started ]] || return "$ocf_not_running"
  if ! get_ready; then
    complain 'cannot ask NAVER Cloud. Nothing is changed'
  elif ! ask_holder; then
    complain "cannot ask NAVER Cloud: $problem. Nothing is changed"
  elif [[ -n $missing ]]; then
    complain "interface $interface_no does not hold $missing"
    return "$ocf_not_running"
  fi
  return "$ocf_success"
}

# Changes nothing in NAVER Cloud: the node that starts it next takes the addresses, and a stop that can fail means fencing.
stop() {
  rm -f "$started"
  return "$ocf_success"
}

# Makes ready to ask NAVER Cloud, or says why that cannot be.
get_ready() {
  validate_all || return
  prepare "$OCF_RESKEY_name" || return "$ocf_generic"
  trap finish EXIT
}

case "${1:-}" in
  meta-data) meta_data ;;
  start) start ;;
  stop) stop ;;
  monitor) monitor ;;
  validate-all) validate_all ;;
  *) complain "unknown action ${1:-}" && exit "$ocf_unimplemented" ;;
esac
