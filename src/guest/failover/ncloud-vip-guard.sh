#!/bin/bash
# ncloud-vip-guard: makes NAVER Cloud send virtual IPs to the server that keepalived has made master.
#
# Every few seconds it looks at what is so: is this server master, and does its network interface hold the addresses? Only a
# master whose interface lacks one takes it over (assignSecondaryIps with allowReassign), and reads again to see that it has
# it. What cannot be read is not acted on. keepalived's notify lines only note the state and wake it, so a lost, late or
# doubled notification does no harm: the next look puts it right.
#
#   ncloud-vip-guard run NAME                    the service ncloud-vip-guard@NAME
#   ncloud-vip-guard notify NAME EVENT           for keepalived: MASTER, BACKUP, FAULT, STOP or MASTER_RX_LOWER_PRI
#   ncloud-vip-guard status [--metrics] [NAME...]  for people and monitoring: 0 good, 1 warning, 2 critical, 3 unknown
#   ncloud-vip-guard check NAME                  one signed read, to try keys, clock and network; changes nothing
#
# Settings: /etc/ncloud-vip/NAME.conf, keys or KEYS='role': /etc/ncloud-vip/keys (root only). Needs bash 4.2, curl, openssl and ip.
set -u
export LC_ALL=C

readonly config_folder="${NCLOUD_VIP_CONFIG:-/etc/ncloud-vip}"
readonly run_folder="${NCLOUD_VIP_RUN:-/run/ncloud-vip}"
readonly role_keys_url="${NCLOUD_VIP_METADATA:-http://169.254.169.254}/latest/meta-data/iam/security-credentials"

# Milliseconds. After a failed try: from the first to the last, with up to a quarter more by chance. With the longest request
# the last one stays under 10 s: so long may a cloud that answers again be unnoticed.
readonly look_every=3000 standby_ask_every=60000 first_wait=1000 last_wait=3000
# A master that loses its address waits before it takes it back: two masters that do not hear each other would otherwise
# move it all the time, and one that was paused needs a second to hear that it is master no more.
readonly first_hold=2000 last_hold=4500 contest_over=60000
# How long an accepted change, or one that somebody else made, may take to show before it is asked for (again).
readonly settle_time=6000
# Seconds that the clock may differ before it is said, and before requests are signed with the time of NAVER Cloud.
readonly clock_tolerance=30
# How long keys of a server role are used, and when they are asked for again after a failure. They hold for 15 min at least.
readonly role_keys_every=600000 role_keys_again=60000
role_access_key='' role_secret_key='' role_keys_due=0

# ---------------------------------------------------------------------------------------------------------- settings

# Reads lines NAME='value' of a file; nothing in it is run. Sets the variables named in lower case.
read_values() {
  local line form="^([A-Z_]+)='([^']*)'[[:space:]]*\$"
  while IFS= read -r line || [[ -n $line ]]; do
    [[ $line =~ $form ]] || continue
    case "${BASH_REMATCH[1]}" in
      GATEWAY) gateway="${BASH_REMATCH[2]%/}" ;;
      REGION) region="${BASH_REMATCH[2]}" ;;
      INTERFACE_NO) interface_no="${BASH_REMATCH[2]}" ;;
      DEVICE) device="${BASH_REMATCH[2]}" ;;
      ADDRESSES) addresses="${BASH_REMATCH[2]}" ;;
      ACCESS_KEY) access_key="${BASH_REMATCH[2]}" ;;
      SECRET_KEY) secret_key="${BASH_REMATCH[2]}" ;;
      KEYS) keys_from="${BASH_REMATCH[2]}" ;;
    esac
  done <"$1"
}

is_name() { [[ $1 =~ ^[A-Za-z0-9][A-Za-z0-9_-]*$ ]]; }

# Reads the settings of instance NAME, or says what is wrong with them and returns 1.
load_settings() {
  name="$1" gateway='' region='' interface_no='' device='' addresses=''
  local file="$config_folder/$1.conf" address
  is_name "$name" || { complain "not a name: $1" && return 1; }
  [[ -r $file ]] || { complain "cannot read $file" && return 1; }
  read_values "$file"
  run="$run_folder/$name"
  [[ $gateway =~ ^https?://[^/]+ ]] || { complain "$file: GATEWAY is no address" && return 1; }
  origin="${BASH_REMATCH[0]}" base_path="${gateway#"${BASH_REMATCH[0]}"}"
  [[ $region =~ ^[A-Za-z0-9-]+$ ]] || { complain "$file: REGION is missing" && return 1; }
  [[ $interface_no =~ ^[0-9]+$ ]] || { complain "$file: INTERFACE_NO is no number" && return 1; }
  [[ $device =~ ^[A-Za-z0-9][A-Za-z0-9._-]*$ ]] || { complain "$file: DEVICE is missing" && return 1; }
  [[ -n $addresses ]] || { complain "$file: ADDRESSES is empty" && return 1; }
  for address in $addresses; do
    [[ $address =~ ^[0-9]+\.[0-9]+\.[0-9]+\.[0-9]+$ ]] || { complain "$file: $address is no IPv4 address" && return 1; }
  done
}

# The keys are read for each request, so that new ones count at once.
load_keys() {
  read_keys || return 1
  [[ $keys_from != role ]] || load_role_keys
}

# Reads the file of keys, or sets `problem` and returns 1. KEYS='role' stands for those of the server's role.
read_keys() {
  keys_from='' access_key='' secret_key=''
  [[ -r $config_folder/keys ]] && read_values "$config_folder/keys"
  [[ $keys_from != role ]] || return 0
  has_keys || { problem="no ACCESS_KEY and SECRET_KEY in $config_folder/keys" && return 1; }
}

# Longer secret keys would have to be hashed first (RFC 2104); those of NAVER Cloud have 40 characters.
has_keys() { [[ $access_key =~ ^[A-Za-z0-9_-]+$ ]] && ((${#secret_key} > 0 && ${#secret_key} <= 64)); }

# Takes the keys of the server's role. A takeover does not wait for new ones: the look before it did. Old ones are used on when
# there are no new ones, until NAVER Cloud refuses them.
load_role_keys() {
  tick
  if ! ${trying:-false} && { [[ -z $role_access_key ]] || ((now >= role_keys_due)); }; then
    role_keys_due=$((now + role_keys_again))
    ask_role_keys
  fi
  access_key="$role_access_key" secret_key="$role_secret_key"
  has_keys || { problem="no keys of one server role from $role_keys_url" && return 1; }
}

# Asks the metadata service of this server, which gives the name of the role, and then its keys, to whoever is on it.
ask_role_keys() {
  local role answer new_key
  local id='"AccessKeyId"[[:space:]]*:[[:space:]]*"([^"]+)"' secret='"SecretAccessKey"[[:space:]]*:[[:space:]]*"([^"]+)"'
  role="$(curl -q --silent --fail --noproxy '*' --max-time 3 "$role_keys_url/")" || return 1
  [[ $role =~ ^[A-Za-z0-9._-]+$ ]] || return 1
  answer="$(curl -q --silent --fail --noproxy '*' --max-time 3 "$role_keys_url/$role")" || return 1
  [[ $answer =~ $id ]] || return 1
  new_key="${BASH_REMATCH[1]}"
  [[ $answer =~ $secret ]] || return 1
  role_access_key="$new_key" role_secret_key="${BASH_REMATCH[1]}" role_keys_due=$((now + role_keys_every))
}

complain() { printf 'ncloud-vip-guard: %s\n' "$1" >&2; }

# ------------------------------------------------------------------------------------------------------------- clock

# Sets now: milliseconds that no change of the wall clock disturbs.
tick() {
  local up rest
  read -r up rest </proc/uptime
  now=$((10#${up/./} * 10))
}

# Sets epoch: seconds since 1970 by this server's clock.
read_clock() { printf -v epoch '%(%s)T' -1; }

# Sets wait: the milliseconds given, and up to a quarter more so that servers do not act in step.
with_jitter() { wait=$(($1 + RANDOM % ($1 / 4 + 1))); }

# Learns from a Date header how far this clock is off. $1 as in `Thu, 27 Nov 2026 03:18:46 GMT`.
compare_clock() {
  local form='^[A-Za-z]+, ([0-9]+) ([A-Za-z]+) ([0-9]+) ([0-9]+):([0-9]+):([0-9]+) GMT' months y m d
  [[ $1 =~ $form ]] || return 0
  months=Jan.Feb.Mar.Apr.May.Jun.Jul.Aug.Sep.Oct.Nov.Dec
  m="${months%%"${BASH_REMATCH[2]}"*}" m=$((${#m} / 4 + 1)) d=$((10#${BASH_REMATCH[1]})) y=${BASH_REMATCH[3]}
  # The days since 1970 of a date whose year begins in March.
  ((m > 2)) || ((y -= 1, m += 12))
  d=$((365 * y + y / 4 - y / 100 + y / 400 + (153 * (m - 3) + 2) / 5 + d - 719469))
  read_clock
  clock_off=$((d * 86400 + 10#${BASH_REMATCH[4]} * 3600 + 10#${BASH_REMATCH[5]} * 60 + 10#${BASH_REMATCH[6]} - epoch))
}

# ------------------------------------------------------------------------------------------------------------ asking

# Writes the signature of $1 (HMAC-SHA256, Base64). The key passes through builtins only: in the arguments of openssl, as
# `-hmac` wants it, every user of the server could read it.
sign() {
  local inner='' outer='' byte i
  for ((i = 0; i < 64; i++)); do
    byte=0
    ((i >= ${#secret_key})) || printf -v byte '%d' "'${secret_key:i:1}"
    printf -v inner '%s\\x%02x' "$inner" $((byte ^ 0x36))
    printf -v outer '%s\\x%02x' "$outer" $((byte ^ 0x5c))
  done
  {
    printf '%b' "$outer"
    {
      printf '%b' "$inner"
      printf '%s' "$1"
    } | openssl dgst -sha256 -binary
  } | openssl dgst -sha256 -binary | openssl base64 -A
}

# Makes one request: METHOD ACTION PARAMETERS. Returns 0 when NAVER Cloud says that it did as asked, with its answer in
# `body`; else 1 with the reason in `problem`. In a `trying` master the end of mastership ends the request at once.
request() {
  local target="$base_path/vserver/v2/$2" timestamp request
  body='' problem='' retry_after=0 http=''
  load_keys || return 1
  [[ $1 == POST ]] || target+="?$3"
  read_clock
  ((clock_off > -clock_tolerance && clock_off < clock_tolerance)) || ((epoch += clock_off))
  timestamp="${epoch}000"
  request="url = \"$origin$target\"
header = \"x-ncp-apigw-timestamp: $timestamp\"
header = \"x-ncp-iam-access-key: $access_key\"
header = \"x-ncp-apigw-signature-v2: $(sign "$1 $target"$'\n'"$timestamp"$'\n'"$access_key")\""
  [[ $1 == GET ]] || request+=$'\n'"data = \"$3\""
  transfer "$request" || return 1
  read_answer
}

# Runs curl with the options in $1 and waits for its end, for a demotion, or for 7 s. The answer is in a file.
transfer() {
  local worker deadline code
  ((++serial))
  tick
  deadline=$((now + 7000))
  (
    child=''
    trap 'kill "$child" 2>/dev/null; exit 143' TERM
    printf '%s\n' "$1" | curl -q --silent --show-error --include --connect-timeout 2 --max-time 6 --config - \
      >"$run/answer" 2>"$run/error" &
    child=$!
    wait "$child"
    code=$?
    echo "done $serial" >&"$events"
    exit "$code"
  ) &
  worker=$!
  while :; do
    next_event 250
    # The line may come late or never, as when memory is short: the process itself is what counts.
    if [[ $event == "done $serial" ]] || ! kill -0 "$worker" 2>/dev/null; then
      wait "$worker"
      code=$?
      ((code == 0)) && return 0
      IFS= read -r problem <"$run/error" || problem="curl ended with $code"
      return 1
    fi
    if $trying && ! is_master; then
      problem='this server is not master any more'
      break
    fi
    tick
    if ((now > deadline)); then
      problem='no answer within 7 s'
      break
    fi
  done
  kill "$worker" 2>/dev/null
  wait "$worker" 2>/dev/null
  return 1
}

# Sets http, body, retry_after and the clock from the answer in its file; returns 1 unless it is a success in JSON.
read_answer() {
  local line in_body=false success='"returnCode"[[:space:]]*:[[:space:]]*"?0"?[[:space:]]*[,}]' text
  local words='"(details|returnMessage|message)"[[:space:]]*:[[:space:]]*"([^"]+)"'
  while IFS= read -r line || [[ -n $line ]]; do
    line="${line%$'\r'}"
    if $in_body && [[ -z $body && $line == HTTP/* ]]; then in_body=false; fi
    if $in_body; then
      body+="$line"$'\n'
      continue
    fi
    case "$line" in
      HTTP/*) text="${line#* }" http="${text%% *}" ;;
      [Dd]ate:*) compare_clock "${line#*: }" ;;
      [Rr]etry-[Aa]fter:*) wait_as_told "${line#*: }" ;;
      '') in_body=true ;;
    esac
  done <"$run/answer"
  [[ $http == 200 && $body =~ $success && ${body%"${body##*[![:space:]]}"} == *'}' ]] && return 0
  problem="HTTP ${http:-?}"
  if [[ $http == 401 ]]; then role_access_key=''; fi
  if [[ $body =~ $words ]]; then problem+=": ${BASH_REMATCH[2]:0:120}"; fi
  return 1
}

# Sets retry_after, 10 s at most: a standby must not miss its turn because somebody asked for minutes.
wait_as_told() {
  [[ $1 =~ ^[0-9]{1,9}$ ]] || return 0
  retry_after=$((10#$1 < 10 ? 10#$1 * 1000 : 10000))
}

# Reads which addresses the interface of this server holds. Sets `missing` and `is_settling`; returns 1 when it cannot tell.
ask_holder() {
  local address list='"secondaryIpList"[[:space:]]*:[[:space:]]*\[([^]]*)\]'
  local own="\"networkInterfaceNo\"[[:space:]]*:[[:space:]]*\"?$interface_no\"?[[:space:]]*[,}]"
  local settling='"networkInterfaceStatus"[[:space:]]*:[[:space:]]*\{[^}]*"code"[[:space:]]*:[[:space:]]*"(SET|UNSET)"'
  missing='' is_settling=false
  request GET getNetworkInterfaceDetail \
    "regionCode=$region&networkInterfaceNo=$interface_no&responseFormatType=json" || return 1
  if [[ ! $body =~ $own ]]; then
    problem="interface $interface_no was not found in region $region"
    return 1
  fi
  # A list that is absent or null is empty: optional fields of this API may be missing.
  local held=''
  if [[ $body =~ $list ]]; then held="${BASH_REMATCH[1]}"; fi
  for address in $addresses; do
    [[ $held == *"\"$address\""* ]] || missing+="${missing:+ }$address"
  done
  if [[ $body =~ $settling ]]; then is_settling=true; fi
}

# Takes the missing addresses over for the interface of this server.
assign_missing() {
  local parameters="regionCode=$region&networkInterfaceNo=$interface_no" address i=0
  for address in $missing; do parameters+="&secondaryIpList.$((++i))=$address"; done
  request POST assignSecondaryIps "$parameters&allowReassign=true&responseFormatType=json"
}

# ------------------------------------------------------------------------------------------------- keepalived's state

# Notes an event of keepalived and wakes the service. Events are run side by side and may overtake each other, so each is a
# file named after the start of this process, and the last name counts.
notify() {
  local event="$2" key fields fifo
  run="$run_folder/$1"
  case "$event" in
    MASTER_RX_LOWER_PRI | MASTER | BACKUP | FAULT | STOP) ;;
    *) complain "unknown event $event" && return 64 ;;
  esac
  mkdir -p "$run/state" || return 1
  read_process $$ || return 1
  printf -v key '%020d-%010d' "$process_start" $$
  find_keepalived "$process_parent"
  printf '%s %s %s\n' "${event%%_*}" "$keepalived" "$keepalived_start" >"$run/$key.new"
  mv "$run/$key.new" "$run/state/$key"
  for fields in "$run"/state/*; do
    [[ ${fields##*/} < $key ]] && rm -f "$fields"
  done
  # Opened for both, a pipe that nobody reads does not block.
  if [[ -p $run/events ]]; then exec {fifo}<>"$run/events" && echo "wake $event" >&"$fifo"; fi
  return 0
}

# Sets what /proc says of process $1: process_name, process_mode, process_parent and process_start.
read_process() {
  local stat fields
  { IFS= read -r stat <"/proc/$1/stat"; } 2>/dev/null || return 1
  process_name="${stat#*(}" process_name="${process_name%)*}"
  read -r -a fields <<<"${stat##*) }"
  process_mode="${fields[0]}" process_parent="${fields[1]}" process_start="${fields[19]}"
}

# Sets keepalived and keepalived_start to the process of keepalived among the ancestors of $1, or to 0.
find_keepalived() {
  local ancestor="$1"
  keepalived=0 keepalived_start=0
  while ((ancestor > 1)) && read_process "$ancestor"; do
    if [[ $process_name == keepalived* ]]; then
      keepalived="$ancestor" keepalived_start="$process_start"
      return
    fi
    ancestor="$process_parent"
  done
}

# Sets role (master, standby or unknown) and why. Master takes three witnesses: keepalived's last word, that the very
# process which said so still runs, and that the addresses are on the device. A killed keepalived leaves two of them behind.
look_at_role() {
  local files=("$run"/state/*) state address
  role=unknown why='keepalived has not told its state yet'
  read -r state keepalived keepalived_start 2>/dev/null <"${files[${#files[@]} - 1]}" || return 0
  role=standby why="keepalived says $state"
  [[ $state == MASTER ]] || return 0
  if ! read_process "$keepalived" || [[ $process_start != "$keepalived_start" || $process_mode == [TtZX] ]]; then
    why='keepalived said MASTER and does not run any more'
    return 0
  fi
  local shown
  shown="$(ip -4 -o addr show dev "$device" 2>/dev/null)"
  for address in $addresses; do
    [[ $shown == *" inet $address/"* ]] || {
      why="keepalived said MASTER, but $address is not on $device"
      return 0
    }
  done
  role=master why='keepalived says MASTER'
}

is_master() {
  look_at_role
  [[ $role == master ]]
}

# ---------------------------------------------------------------------------------------------------------- decision

# Everything that is remembered from one look to the next.
forget() {
  begun='' serial=0 clock_off=0 trying=false nudged=false was=unknown verdict=starting problem='' missing='' is_settling=false
  takeovers=0 said='' said_at=0 next_ask=0
  forget_mastership
}
forget_mastership() { held=false lost_at=0 hold=0 contests=0 failures=0 accepted_at=0 settling_since=0 since=$now; }

# One look, and what follows from it. Sets pause, the milliseconds until the next one.
turn() {
  tick
  look_at_role
  if [[ $role != "$was" ]]; then
    was="$role"
    next_ask=0
    forget_mastership
  fi
  pause=$look_every
  if [[ $role == master ]]; then lead; else stand_by; fi
  nudged=false
  show_status
}

# Not master: nothing is ever changed. A read now and then tells whether this server could take over.
stand_by() {
  ((now >= next_ask)) || return 0
  if ask_holder; then
    verdict=standby failures=0 next_ask=$((now + standby_ask_every))
    say "$role: $why"
  else
    verdict=blind
    back_off
    next_ask=$((now + pause)) pause=$((pause < look_every ? pause : look_every))
    say "$role, and cannot ask NAVER Cloud: $problem"
  fi
}

# Master: takes what is missing, once it is known to be missing.
lead() {
  # keepalived hears a weaker server, so the two hear each other again: no reason to hold back any longer.
  if $nudged; then hold=0; fi
  ((now >= next_ask)) || { pause=$((next_ask - now)) && return 0; }
  if ! ask_holder; then
    verdict=blind
    back_off
    say "master, and cannot ask NAVER Cloud: $problem. Nothing is changed"
    return
  fi
  tick
  if [[ -z $missing ]]; then
    settle_down
  elif $is_settling && wait_for_service; then
    verdict=waiting pause=$first_wait
  elif $held && hold_back; then
    verdict=contested
    say "master, but another server took $missing; taking it back in ${pause} ms. If this repeats, both are master: is VRRP (IP protocol 112) allowed between them?"
  else
    take
  fi
}

settle_down() {
  verdict=good failures=0 accepted_at=0 settling_since=0
  if ((contests > 0 && now - lost_at > contest_over)); then contests=0; fi
  if ((contests > 0)); then pause=$first_wait; fi
  $held || say "master, and interface $interface_no holds $addresses"
  held=true
  hold=-1
}

# The interface is busy with a change; another one would be rejected. Not for ever: a status may hang.
wait_for_service() {
  ((settling_since > 0)) || settling_since=$now
  ((now - settling_since < settle_time))
}

# Whether a change of ours was accepted a moment ago: what is missing may come by itself.
was_accepted() { ((accepted_at > 0 && now - accepted_at < settle_time)); }

# A sitting master lost an address. Returns 0 while it is too early to take it back.
hold_back() {
  if ((hold < 0)); then
    lost_at=$now
    ((++contests))
    with_jitter $((first_hold * contests < last_hold ? first_hold * contests : last_hold))
    hold=$wait
    if $nudged; then hold=0; fi
  fi
  ((now - lost_at < hold)) || return 1
  pause=$((lost_at + hold - now))
  # Others may give it back meanwhile.
  if ((pause > first_wait)); then pause=$first_wait; fi
}

take() {
  if was_accepted; then
    pause=$first_wait
    return
  fi
  local wanted="$missing" reason='' told=0
  verdict=taking
  # The read took a moment. Nothing lies between this look and the request.
  if is_master; then
    trying=true
    if assign_missing; then accepted_at=$now; else reason="$problem" told=$retry_after; fi
    trying=false
  fi
  if ! is_master; then
    say "not master any more: the try for $wanted ends ($why)"
    pause=0
    return
  fi
  # Whatever the answer was, even none: only a read tells.
  if ask_holder && [[ -z $missing ]]; then
    ((++takeovers))
    tick
    say "master: took $wanted for interface $interface_no, $((now - since)) ms after keepalived's change was seen"
    announce "$wanted"
    held=true
    settle_down
    return
  fi
  pause=$first_wait
  if [[ -n $reason ]]; then
    # The refusal may have asked for a longer wait than the read after it.
    retry_after=$((told > retry_after ? told : retry_after))
    back_off
    say "master, and could not take $wanted: $reason. Next try in $pause ms"
  fi
}

# Sets pause after a failure, and keeps quiet that long.
back_off() {
  ((++failures))
  with_jitter $((failures > 2 ? last_wait : first_wait * failures))
  pause=$((wait > retry_after ? wait : retry_after))
  tick
  next_ask=$((now + pause))
}

# Tells neighbours, where the network lets them hear it. keepalived did so too, but before the address was here.
announce() {
  local address
  command -v arping >/dev/null || return 0
  for address in $1; do (arping -c 2 -A -I "$device" "$address" >/dev/null 2>&1 &); done
}

# Writes a line to the journal unless it is the last one again within five minutes. Numbers do not make another line.
say() {
  local text="${1//[0-9]/}"
  if [[ $text == "$said" ]] && ((now - said_at < 300000)); then return; fi
  said="$text" said_at=$now
  printf '%s\n' "$name: $1" >&2
}

# -------------------------------------------------------------------------------------------------- service and status

# Sets event to the next line that keepalived or curl sent, or to nothing after $1 milliseconds.
next_event() {
  local seconds
  printf -v seconds '%d.%03d' $(($1 / 1000)) $(($1 % 1000))
  # Out of time in the middle of a line, `read` gives what it has; the rest comes with the next call.
  if IFS= read -r -t "$seconds" -u "$events" event; then
    event="$begun$event" begun=''
  else
    begun+="$event" event=''
  fi
  case "$event" in
    'wake MASTER_RX_LOWER_PRI') nudged=true woken=true ;;
    'wake '*) next_ask=0 woken=true ;;
  esac
}

# Waits until it is time for the next look. A request that ended late is no reason to look.
rest() {
  local until
  tick
  until=$((now + $1))
  while ((now < until)) && ! $woken; do
    next_event $((until - now))
    tick
  done
  woken=false
}

run_service() {
  load_settings "$1" || return 78
  mkdir -p "$run/state" || return 1
  [[ -p $run/events ]] || mkfifo -m 600 "$run/events" || return 1
  if [[ -r $run/pid ]] && read_process "$(<"$run/pid")" && [[ $process_name == "${0##*/}" || $process_name == bash ]] &&
    [[ $(<"$run/pid") != "$$" && $(tr '\0' ' ' <"/proc/$(<"$run/pid")/cmdline") == *" run $name "* ]]; then
    complain "$name is guarded already by process $(<"$run/pid")"
    return 1
  fi
  echo $$ >"$run/pid"
  exec {events}<>"$run/events"
  woken=false
  tick
  forget
  while :; do
    turn
    rest "$pause"
  done
}

# Makes ready for requests outside the service: in a folder of its own, which `finish` removes.
prepare() {
  load_settings "$1" || return 78
  run="$(mktemp -d)" || return 1
  mkfifo "$run/events" || return 1
  exec {events}<>"$run/events"
  woken=false
  tick
  forget
}
finish() { rm -r "$run"; }

# One signed read, with what it tells.
check() {
  prepare "$1" || return
  local code=2
  if ask_holder; then
    local holds="holds $addresses"
    [[ -z $missing ]] || holds="does not hold $missing"
    echo "$name: NAVER Cloud answers. Interface $interface_no $holds"
    code=0
  else
    echo "$name: cannot ask NAVER Cloud: $problem"
  fi
  echo "$name: this clock differs by $clock_off s from that of NAVER Cloud"
  finish
  return "$code"
}

# What `status` reads. In one write, and with an end, so that half of it is not taken for all.
show_status() {
  read_clock
  printf '%s\n' "$epoch" "$role" "$verdict" "$failures" "$takeovers" "$contests" "$clock_off" "$missing" "$why" \
    "$problem" end >"$run/status"
}

# Sets the same again from the file of instance $1; returns 1 when the service does not run.
read_status() {
  local written end='' tries=3
  while ((tries-- > 0)) && [[ $end != end ]]; do
    {
      for field in written role verdict failures takeovers contests clock_off missing why problem end; do
        IFS= read -r "${field?}"
      done
    } 2>/dev/null <"$run_folder/$1/status"
  done
  read_clock
  [[ $end == end ]] && ((epoch - written < 30))
}

# Says how the instances named, or all, are doing; returns the worst: 0 good, 1 warning, 2 critical, 3 unknown.
status() {
  local worst=0 code metrics=false names=() name file
  for name in "$@"; do if [[ $name == --metrics ]]; then metrics=true; else names+=("$name"); fi; done
  if ((${#names[@]} == 0)); then
    for file in "$config_folder"/*.conf; do if [[ -r $file ]]; then names+=("$(basename "$file" .conf)"); fi; done
  fi
  ((${#names[@]} > 0)) || { complain "nothing is set up in $config_folder" && return 3; }
  for name in "${names[@]}"; do
    status_of "$name"
    code=$?
    if $metrics; then metrics_of "$name" "$code"; else echo "$name: $sentence"; fi
    if ((code > worst)); then worst=$code; fi
  done
  if $metrics; then return 0; fi
  return "$worst"
}

status_of() {
  role=unknown verdict=stopped failures=0 takeovers=0 contests=0 clock_off=0 missing='' why='' problem=''
  load_settings "$1" || { sentence='UNKNOWN: the settings cannot be read' && return 3; }
  read_status "$1" || { role=unknown verdict=stopped sentence='UNKNOWN: the service does not run' && return 3; }
  local clock=''
  if ((clock_off <= -clock_tolerance || clock_off >= clock_tolerance)); then
    clock=" This clock differs by $clock_off s from that of NAVER Cloud."
  fi
  case "$role.$verdict" in
    master.good) sentence="master, and interface $interface_no holds $addresses." ;;
    master.blind) sentence="CRITICAL: master, and cannot ask NAVER Cloud: $problem.$clock" && return 2 ;;
    master.*) sentence="CRITICAL: master, but interface $interface_no does not hold $missing.${problem:+ $problem.}$clock" && return 2 ;;
    standby.standby) sentence="standby, ready to take over ($why)." ;;
    standby.*) sentence="WARNING: standby, and cannot ask NAVER Cloud: $problem.$clock" && return 1 ;;
    *) sentence="UNKNOWN: $why.$clock" && return 3 ;;
  esac
  if ((contests > 1)); then clock+=' Another server keeps taking the address: both are master.'; fi
  [[ -z $clock ]] && return 0
  sentence="WARNING: $sentence$clock"
  return 1
}

metrics_of() {
  local label="{instance=\"$1\"}"
  local up=1 master=0 words
  [[ $verdict != stopped ]] || up=0
  [[ $role != master ]] || master=1
  read -r -a words <<<"$missing"
  printf 'ncloud_vip_%s%s %s\n' status "$label" "$2" up "$label" "$up" master "$label" "$master" \
    missing_addresses "$label" "${#words[@]}" failures_in_a_row "$label" "$failures" \
    takeovers_total "$label" "$takeovers" contests "$label" "$contests" clock_offset_seconds "$label" "$clock_off"
}

main() {
  local verb="${1:-}"
  [[ $verb == status ]] || (($# >= 2)) || verb=help
  case "$verb" in
    run) run_service "$2" ;;
    notify) notify "$2" "${3:-}" ;;
    status) shift && status "$@" ;;
    check) check "$2" ;;
    *) sed -n '2,/^set/{/^#/s/^# \{0,1\}//p}' "$0" >&2 && return 64 ;;
  esac
}

# Read by another script, such as the resource agent of Pacemaker or a test, it only gives its functions.
if [[ ${BASH_SOURCE[0]} == "$0" ]]; then main "$@"; fi
