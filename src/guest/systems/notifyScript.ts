import type { GuestCall, GuestFacts } from '../guestFacts';

/**
 * A bash script that calls assignSecondaryIps with takeover and signs it with openssl (Ncloud API, "signature v2").
 * Listed addresses the interface holds already are no error there, so a failed try may be repeated; each try is signed
 * anew. The headers reach curl through its standard input: in its arguments every user of the machine could read them.
 */
export function notifyScript({ gains, device }: GuestFacts, call: GuestCall, keysPath: string): string {
  const base = new URL(call.gatewayUrl);
  return `#!/usr/bin/env bash
# Tells NAVER Cloud that this server holds the addresses now. keepalived runs it when this server becomes master.
# Needs bash, curl and openssl, and the keys of a sub account that may call assignSecondaryIps.
set -euo pipefail

gateway='${base.origin}'
path='${base.pathname.replace(/\/+$/, '')}/vserver/v2/assignSecondaryIps'
region='${call.regionCode}'
device='${device}'
# The interface of this server: on the other one it is another number.
interface="\${NCLOUD_NETWORK_INTERFACE_NO:-${call.networkInterfaceNo}}"
attempts="\${NCLOUD_ATTEMPTS:-10}"
pause="\${NCLOUD_PAUSE_SECONDS:-3}"
addresses=(
${gains.map((address) => `  ${address}`).join('\n')}
)
if ((\${#addresses[@]} == 0)); then exit 0; fi

if [[ -z "\${NCLOUD_ACCESS_KEY:-}" && -r ${keysPath} ]]; then
  source ${keysPath}
fi
: "\${NCLOUD_ACCESS_KEY:?is not set}" "\${NCLOUD_SECRET_KEY:?is not set}"

query="regionCode=$region&networkInterfaceNo=$interface"
for i in "\${!addresses[@]}"; do
  query+="&secondaryIpList.$((i + 1))=\${addresses[i]}"
done
query+='&allowReassign=true&responseFormatType=json'

assign() {
  local timestamp signature
  timestamp="$(date +%s%3N)"
  signature="$(printf 'POST %s\\n%s\\n%s' "$path" "$timestamp" "$NCLOUD_ACCESS_KEY" |
    openssl dgst -sha256 -hmac "$NCLOUD_SECRET_KEY" -binary | openssl base64 -A)"
  curl --silent --show-error --fail --max-time 10 --config - --data "$query" "$gateway$path" <<END
header = "x-ncp-apigw-timestamp: $timestamp"
header = "x-ncp-iam-access-key: $NCLOUD_ACCESS_KEY"
header = "x-ncp-apigw-signature-v2: $signature"
END
}

for ((attempt = 1; attempt <= attempts; attempt++)); do
  if answer="$(assign)" && grep -Eq '"returnCode": *"?0"?' <<<"$answer"; then
    for address in "\${addresses[@]}"; do
      if command -v arping >/dev/null; then arping -c 3 -A -I "$device" "$address" || true; fi
    done
    exit 0
  fi
  echo "assignSecondaryIps: attempt $attempt of $attempts failed" >&2
  sleep "$pause"
done
exit 1`;
}
