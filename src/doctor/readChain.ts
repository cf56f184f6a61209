import type { DetailedPeerCertificate, PeerCertificate } from 'node:tls';
import type { Certificate } from './wire';

/** What really comes: the issuer is missing where it is not known, and a peer without a certificate is an empty object. */
interface Link extends Omit<DetailedPeerCertificate, 'issuerCertificate'> {
  readonly issuerCertificate?: Link;
}

/** The certificates of a peer from its own one up; a root that signed itself ends the chain. */
export function readChain(own: Link): Certificate[] {
  const chain: Certificate[] = [];
  const seen = new Set<string>();
  let certificate: Link | undefined = own;
  while (certificate?.fingerprint256 && !seen.has(certificate.fingerprint256)) {
    seen.add(certificate.fingerprint256);
    chain.push({
      subject: nameOf(certificate.subject),
      issuer: nameOf(certificate.issuer),
      validFrom: isoDate(certificate.valid_from),
      validTo: isoDate(certificate.valid_to),
    });
    certificate = certificate.issuerCertificate;
  }
  return chain;
}

function nameOf({ CN, O }: PeerCertificate['subject']): string {
  const parts = [CN, O].flat().filter((part) => typeof part === 'string' && part !== '');
  return [...new Set(parts)].join(', ') || '?';
}

/** OpenSSL writes `Jan  5 14:22:07 2026 GMT`. */
function isoDate(text: string): string {
  const time = Date.parse(text);
  return Number.isNaN(time) ? text : new Date(time).toISOString();
}
