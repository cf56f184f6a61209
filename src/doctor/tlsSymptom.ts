import type { Symptom } from './check';

/** Codes of OpenSSL's verification and of node:tls, by what repairs them. */
const symptoms: ReadonlyMap<string, Symptom> = new Map([
  ['UNABLE_TO_GET_ISSUER_CERT', 'issuerUnknown'],
  ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'issuerUnknown'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'issuerUnknown'],
  ['CERT_UNTRUSTED', 'issuerUnknown'],
  ['SELF_SIGNED_CERT_IN_CHAIN', 'issuerUnknown'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'selfSigned'],
  ['CERT_HAS_EXPIRED', 'certificateExpired'],
  ['CERT_NOT_YET_VALID', 'certificateNotYetValid'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'wrongName'],
  ['HOSTNAME_MISMATCH', 'wrongName'],
  ['EPROTO', 'notTls'],
  ['ERR_SSL_WRONG_VERSION_NUMBER', 'notTls'],
  ['ERR_SSL_PACKET_LENGTH_TOO_LONG', 'notTls'],
]);

/** What a TLS error code comes down to. */
export function tlsSymptom(code: string): Symptom {
  return symptoms.get(code) ?? 'handshakeFailed';
}
