import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';

/** A certificate of the chain, as the handshake showed it. */
export interface Certificate {
  readonly subject: string;
  readonly issuer: string;
  /** ISO 8601, UTC. */
  readonly validFrom: string;
  readonly validTo: string;
}

/** A TLS handshake that came to its end, whatever the certificate was worth. */
export interface TlsView {
  /** Why the certificate is not trusted, e.g. CERT_HAS_EXPIRED; absent when it is. */
  readonly code?: string;
  /** From the server's own certificate up, as far as the server or the store knows it. */
  readonly chain: readonly Certificate[];
  readonly protocol?: string;
}

/** What an ordinary unsigned request through the editor's own network stack came to. */
export type Reach =
  | {
      readonly ok: true;
      readonly http: number;
      /** The Date header. */
      readonly date?: string;
      /** Middle of the exchange on the own clock, epoch ms. */
      readonly at: number;
      /** Absent without TLS. */
      readonly chain?: readonly Certificate[];
    }
  | { readonly ok: false; readonly code: string };

/** Where a proxy listens and how it is asked. */
export interface ProxyAddress {
  readonly protocol: 'http' | 'https' | 'socks';
  readonly host: string;
  readonly port: number;
  /** Value of Proxy-Authorization. Secret: never part of a check. */
  readonly authorization?: string | undefined;
}

/** An answer to CONNECT: a socket to the target, or the status the proxy refused with. */
export type Tunnel = { readonly socket: Duplex } | { readonly refused: number };

/**
 * The network as the doctor needs it. Every method but `reach` rejects with an Error whose `code` says why
 * (ENOTFOUND, ECONNREFUSED, …; ETIMEDOUT when nothing came in time) and gives up when the signal is aborted.
 */
export interface Wire {
  lookup(host: string, signal: AbortSignal): Promise<readonly string[]>;
  connect(address: { readonly host: string; readonly port: number }, signal: AbortSignal): Promise<Socket>;
  tunnel(
    proxy: ProxyAddress,
    target: { readonly host: string; readonly port: number },
    signal: AbortSignal,
  ): Promise<Tunnel>;
  /** Sends nothing over the connection, so looking at an untrusted certificate gives nothing away. Closes the socket. */
  secure(socket: Duplex, servername: string, signal: AbortSignal): Promise<TlsView>;
  reach(url: string, signal: AbortSignal): Promise<Reach>;
}
