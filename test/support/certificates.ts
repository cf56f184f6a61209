import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import tls from 'node:tls';
import { onTestFinished } from 'vitest';

/** A key and a certificate (chain) in PEM. */
export interface Certified {
  readonly key: string;
  readonly cert: string;
}

export interface Certificates {
  /** The root that issued the others; nobody trusts it unless told to. */
  readonly root: string;
  readonly issued: Certified;
  readonly expired: Certified;
  readonly selfSigned: Certified;
}

/** Real certificates for a made-up host and 127.0.0.1, made by openssl for this run. */
export function makeCertificates(host = 'gateway.test'): Certificates {
  const folder = mkdtempSync(path.join(tmpdir(), 'doctor-'));
  const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' });
  const read = (name: string) => readFileSync(path.join(folder, name), 'utf8');
  const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  const own = ['-subj', `/O=Made Up/CN=${host}`, '-addext', `subjectAltName=DNS:${host},IP:127.0.0.1`];
  const sign = ['-CA', 'root.pem', '-CAkey', 'root.key', '-CAcreateserial', '-copy_extensions', 'copy'];
  try {
    openssl('req', '-x509', ...newKey, '-keyout', 'root.key', '-out', 'root.pem', '-subj', '/CN=Made Up Root');
    openssl('req', ...newKey, '-keyout', 'own.key', '-out', 'own.csr', ...own);
    openssl('x509', '-req', '-in', 'own.csr', '-out', 'issued.pem', '-days', '2', ...sign);
    openssl('x509', '-req', '-in', 'own.csr', '-out', 'expired.pem', '-days', '-1', ...sign);
    openssl('req', '-x509', '-key', 'own.key', '-out', 'self.pem', '-days', '2', ...own);
    const key = read('own.key');
    const root = read('root.pem');
    return {
      root,
      issued: { key, cert: read('issued.pem') + root },
      expired: { key, cert: read('expired.pem') + root },
      selfSigned: { key, cert: read('self.pem') },
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Makes this process trust the root until the test ends, as an administrator does for a machine. */
export function trust(root: string): void {
  const before = tls.getCACertificates('default');
  tls.setDefaultCACertificates([...before, root]);
  onTestFinished(() => tls.setDefaultCACertificates(before));
}
