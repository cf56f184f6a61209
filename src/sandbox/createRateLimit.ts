import { GatewayError } from './wire/gatewayError';

/** Throws GatewayError 420 from the call on that is one too many within a second, with `Retry-After` when it `saysWhen`. */
export function createRateLimit(perSecond: number | undefined, saysWhen = true): (now: number) => void {
  let recent: number[] = [];
  return (now) => {
    if (perSecond === undefined) return;
    recent = recent.filter((time) => time > now - 1000 && time <= now);
    if (recent.length >= perSecond) throw new GatewayError('420', '', saysWhen ? { 'Retry-After': '1' } : {});
    recent.push(now);
  };
}
