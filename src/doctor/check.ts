import type { ApiErrorKind } from '../api/apiError';
import type { Certificate } from './wire';

/** What a call passes on its way, from the wire up. Checks come in this order. */
export type Layer = 'dns' | 'tcp' | 'proxy' | 'tls' | 'clock' | 'signature' | 'key' | 'permission' | 'region';

/** How a check ended; `skipped` when an earlier one made it pointless. */
export type CheckStatus = 'ok' | 'warning' | 'failed' | 'skipped';

/** What was found, as a name; the words and the repair for each stand in src/features/doctor/doctorText.ts. */
export type Symptom =
  | 'blocked'
  | 'reachedOtherwise'
  | 'leftToProxy'
  | 'isAddress'
  | 'resolved'
  | 'notResolved'
  | 'connected'
  | 'notConnected'
  | 'loopbackIsDirect'
  | 'noProxy'
  | 'proxySupportOff'
  | 'proxyBypassed'
  | 'proxyMalformed'
  | 'tunnelled'
  | 'socksReachable'
  | 'proxyUnreachable'
  | 'proxyNeedsLogin'
  | 'proxyRefuses'
  | 'plainHttp'
  | 'trusted'
  | 'trustedByEditor'
  | 'issuerUnknown'
  | 'selfSigned'
  | 'certificateExpired'
  | 'certificateNotYetValid'
  | 'wrongName'
  | 'notTls'
  | 'handshakeFailed'
  | 'noHttpAnswer'
  | 'noDate'
  | 'clockRight'
  | 'clockOff'
  | 'clockRefused'
  | 'nothingSigned'
  | 'signatureAccepted'
  | 'signatureArrived'
  | 'headersMissing'
  | 'onlyGatewayRefuses'
  | 'keyMissing'
  | 'keyMalformed'
  | 'keyExpired'
  | 'keyRefused'
  | 'keyValid'
  | 'keyValidIdentityUnknown'
  | 'allowed'
  | 'denied'
  | 'callFailed'
  | 'writeNotProbed'
  | 'regionAnswers'
  | 'regionRefuses'
  | 'regionUnknown'
  | 'noRegions';

/** Details of a symptom; plain data that may be shown and copied: no key, no signature, no proxy password. */
export interface Facts {
  readonly host?: string;
  readonly port?: number;
  readonly addresses?: readonly string[];
  /** An error code of the system or of TLS, e.g. ENOTFOUND. */
  readonly code?: string | undefined;
  /** `http://host:port` without name and password. */
  readonly proxy?: string;
  /** The setting or variable that decided. */
  readonly source?: string;
  readonly http?: number | undefined;
  /** From the server's own certificate up. */
  readonly chain?: readonly Certificate[] | undefined;
  readonly protocol?: string | undefined;
  /** Own clock minus the service's, in ms. */
  readonly skewMs?: number;
  /** Id of the check that makes this one pointless. */
  readonly blockedBy?: string;
  readonly action?: string;
  readonly actions?: readonly string[];
  readonly regionCode?: string;
  readonly regionName?: string | undefined;
  readonly regionCodes?: readonly string[];
  readonly kind?: ApiErrorKind;
  /** The service's own words. */
  readonly apiMessage?: string | undefined;
  readonly apiCode?: string | undefined;
  readonly requestId?: string | undefined;
  /** `Customer`, `Sub` or `Role`. */
  readonly userType?: string | undefined;
  readonly loginAlias?: string | undefined;
  /** Epoch ms. */
  readonly expiresAt?: number | undefined;
}

/** One look at one thing, before it is known how long it took. */
export interface Verdict {
  /** The layer, and what it is about where there are several: `tls:ncloud.apigw.ntruss.com`, `permission:getVpcList`. */
  readonly id: string;
  readonly layer: Layer;
  readonly status: CheckStatus;
  readonly symptom: Symptom;
  readonly facts: Facts;
}

/** One line of the report: the verdict, and how long it took to find. */
export interface Check extends Verdict {
  readonly tookMs: number;
}
