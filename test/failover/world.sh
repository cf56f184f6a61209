#!/bin/bash
# world.sh GUARD FIRST RUNS: drives ncloud-vip-guard itself (its turns, decisions and parsing) through RUNS random worlds of 88
# virtual seconds. Stand-ins: curl, openssl's signature, ip, the processes in /proc and the clocks. Prints one line for each
# broken promise, and the figures at the end. World number N is always the same.
# shellcheck source=src/guest/failover/ncloud-vip-guard.sh disable=SC2034
source "$1"
set -u
run="$(mktemp -d)"
trap 'rm -rf "$run"' EXIT
mkdir "$run/state"
name=world origin=https://cloud.example base_path='' region=KR interface_no=701236 device=eth0 addresses='10.0.10.100 10.0.10.101'
own_no=701236
events=9
calm_from=60000 ends=88000

# ------------------------------------------------------------------------------------------------ stand-ins of the world
tick() { now=$virtual; }
read_clock() { epoch=$((1767225600 + virtual / 1000 + skew)); }
load_keys() { access_key=key secret_key=secret; }
sign() { printf signature; }
announce() { :; }
say() { spoken="$1"; }
show_status() { :; }
read_process() {
  [[ $1 == "$process" ]] || return 1
  process_mode=S process_start="$process"
}
ip() { $on_device && printf '%s\n' '2: eth0 inet 10.0.10.100/24 scope global eth0' '2: eth0 inet 10.0.10.101/24 scope global eth0'; }

# Lets time pass, with what happens in it. A wake ends it early when $2 is yes.
pass() {
  local until=$((virtual + $1))
  while ((virtual < until)); do
    local step=$until
    ((next_at < step)) && step=$next_at
    [[ -n $notice ]] && ((process > 0 && notice_at < step)) && step=$notice_at
    $rival && [[ $holder == self ]] && ((rival_at < step)) && step=$rival_at
    virtual=$((step > virtual ? step : virtual + 1))
    happen
    if [[ $2 == yes ]] && $woken; then break; fi
  done
}
next_event() {
  pass "$1" yes
  event=''
}
wake() {
  woken=true
  if [[ $1 == rx ]]; then nudged=true; else next_ask=0; fi
}
# As the guard does around the real curl: a demotion ends the request. What was sent by then may still be done.
transfer() {
  local latency=$((50 + RANDOM % 400)) left
  mode="$api" code=0
  [[ $mode == timeout ]] && latency=6000
  [[ $1 == *assignSecondaryIps* ]] && judge_takeover
  left=$latency
  $trying || { pass "$left" no && left=0; }
  while ((left > 0)); do
    pass 250 no
    ((left -= 250))
    if $trying && ! is_master; then
      problem='this server is not master any more'
      ((RANDOM % 2)) && answer "$1"
      return 1
    fi
  done
  curl "$1"
  problem="curl ended with $code"
  ((code == 0))
}

# What the cloud makes of a request: refused, done, or done with its answer lost.
curl() {
  : >"$run/answer"
  case "$mode" in
    refused) code=7 ;;
    timeout) code=28 ;;
    lost) answer "$1" && code=56 && : >"$run/answer" ;;
    throttle) reply 429 "$((RANDOM % 2))" '{"error":{"errorCode":"420","message":"Rate Limited","details":""}}' ;;
    denied) reply 401 '' '{"error":{"errorCode":"200","message":"Authentication Failed","details":"Invalid."}}' ;;
    html) reply 200 '' '<html>returnCode 0</html>' ;;
    empty) reply 200 '' '' ;;
    cut) answer "$1" && IFS= read -r -d '' text <"$run/answer"; printf '%s' "${text:0:${#text} - 40}" >"$run/answer" ;;
    missing) reply 200 '' '{"getNetworkInterfaceDetailResponse": {"totalRows": 0,"networkInterfaceList": [],"returnCode": "0"}}' ;;
    foreign) own_no=999 && answer "$1"; own_no=701236 ;;
    busy) if [[ $1 == *assign* ]]; then reply 400 '' '{"responseError":{"returnCode":"1002907","returnMessage":"busy"}}'; else answer "$1"; fi ;;
    *) if ((skew > 300 || skew < -300)) && [[ $1 != *"timestamp: $((1767225600 + virtual / 1000))"* && $1 != *"timestamp: $((1767225600 + virtual / 1000 - 1))"* ]]; then
      reply 401 '' '{"error":{"errorCode":"200","message":"Authentication Failed","details":"expired"}}'
    else answer "$1"; fi ;;
  esac
}
reply() {
  local stamp
  TZ=UTC printf -v stamp '%(%a, %d %b %Y %H:%M:%S GMT)T' $((1767225600 + virtual / 1000))
  printf 'HTTP/1.1 %s X\r\nDate: %s\r\n%s\r\n%s' "$1" "$stamp" "${2:+Retry-After: $2$'\r\n'}" "$3" >"$run/answer"
}
answer() {
  local list='' status=USED
  read_ok=false
  if [[ $1 == *assignSecondaryIps* ]]; then
    if [[ $holder != self ]]; then
      holder=self
      ((++taken))
    fi
  elif [[ $mode == ok || $mode == busy ]]; then read_ok=true; fi
  if [[ $holder == self ]]; then list='"10.0.10.100", "10.0.10.101"'; fi
  ((virtual < settles_at)) && status=SET
  reply 200 '' "{\"xResponse\": {\"totalRows\": 1,\"networkInterfaceList\": [{\"networkInterfaceNo\": \"$own_no\",
\"networkInterfaceStatus\": {\"code\": \"$status\"}, \"secondaryIpList\": [$list]}],\"returnCode\": \"0\",\"returnMessage\": \"success\"}}"
}

# ------------------------------------------------------------------------------------------------ what happens meanwhile
# Not `told`: the guard has one of its own, which would hide this one while it takes an address.
# The truth: `state` of keepalived here while its process runs. The notification may be late or lost; the device is not.
become() {
  state="$1"
  [[ $1 == MASTER ]] && on_device=true || on_device=false
  ((virtual < calm_from && RANDOM % 8 == 0)) && return
  notice="$1" notice_at=$((virtual + (RANDOM % 4 ? 50 : RANDOM % 2500)))
}
tell() {
  ((++notice_no))
  printf -v file '%s/state/%010d' "$run" "$notice_no"
  echo "$notice $process $process" >"$file"
  notice='' && wake notice
}
happen() {
  [[ -n $notice ]] && ((virtual >= notice_at && process > 0)) && tell
  # Another server that is master takes the address when it wants it.
  if $rival && [[ $holder == self ]] && ((virtual >= rival_at)); then
    holder=rival settles_at=$((virtual + RANDOM % 2000))
    rival_at=$((virtual + 1500 + RANDOM % 5000))
  fi
  ((virtual >= next_at)) || return
  next_at=$((virtual + 200 + RANDOM % 9000))
  if ((calm_at > 0)); then
    # Once more, and nobody tells the guard about it: it has to see it.
    next_at=$((ends * 2))
    if is_true_master && ((RANDOM % 2)); then holder=rival calm_at=$virtual healed_at=-1; fi
    return
  fi
  if ((virtual >= calm_from)); then
    api=ok rival=false next_at=$((calm_from + 12000))
    ((process > 0)) || process=$((++processes))
    if ((RANDOM % 3)); then become MASTER; else
      become BACKUP
      rival=true
    fi
    calm_at=$virtual taken_at_calm=$taken
    return
  fi
  ((next_at > calm_from)) && next_at=$calm_from
  case $((RANDOM % 12)) in
    0 | 1 | 2) become MASTER && rival=false ;;
    3 | 4) become BACKUP && rival=true rival_at=$((virtual + RANDOM % 2000)) ;;
    5) become FAULT && rival=true rival_at=$((virtual + RANDOM % 2000)) ;;
    6) rival=true rival_at=$((virtual + RANDOM % 1000)) ;; # both are master
    7) # killed: its word and its addresses stay behind
      process=0 notice='' rival=true rival_at=$((virtual + 3000)) ;;
    8) # started anew
      process=$((++processes)) && become BACKUP ;;
    9) wake rx ;;
    *)
      local modes=(ok ok refused timeout lost throttle denied html empty cut missing foreign busy)
      api="${modes[RANDOM % ${#modes[@]}]}"
      ;;
  esac
}
is_true_master() { [[ $state == MASTER ]] && ((process > 0)); }
judge_takeover() {
  is_true_master || echo "world $world, ${virtual} ms: a takeover by a server that is not master ($state, process $process)"
  $read_ok || echo "world $world, ${virtual} ms: a takeover although the last read failed"
}

# ------------------------------------------------------------------------------------------------------------- the runs
takeovers_seen=0 masters=0 worst=0
for ((world = $2; world < $2 + $3; world++)); do
  RANDOM=$world
  rm -f "$run"/state/*
  virtual=0 skew=$((RANDOM % 5 ? 0 : RANDOM % 1200 - 600)) processes=1 process=1 notice='' notice_at=0 notice_no=0 taken=0
  state=BACKUP on_device=false api=ok holder=rival rival=false rival_at=0 settles_at=0 next_at=500 read_ok=false
  woken=false calm_at=0 healed_at=-1 taken_at_calm=0
  become BACKUP
  tick
  forget
  while ((virtual < ends)); do
    turn
    if ((calm_at > 0 && healed_at < 0)) && [[ $holder == self ]]; then healed_at=$virtual; fi
    rest "$pause"
  done
  ((takeovers_seen += taken))
  if is_true_master; then
    ((++masters))
    [[ $holder == self ]] || echo "world $world: the master does not hold the address in the end ($spoken)"
    ((healed_at >= 0 && healed_at - calm_at > worst)) && worst=$((healed_at - calm_at))
  elif ((taken > taken_at_calm + 1)); then
    echo "world $world: takeovers by a standby in calm"
  fi
done
echo "figures $3 $masters $takeovers_seen $worst"
