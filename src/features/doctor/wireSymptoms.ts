import { l10n } from 'vscode';
import type { SymptomRow } from './keySymptoms';

const name = (value: string | undefined): string => value ?? '?';
const minutes = (skewMs = 0): string => (Math.abs(skewMs) / 60_000).toFixed(1);
const certificates = (): string =>
  l10n.t(
    'Something between this machine and NAVER Cloud, usually a company proxy, replaces the certificate with its own. Ask its administrator for the root certificate, add it to the certificates of the operating system and keep the setting http.systemCertificates on. On a remote host, also set NODE_EXTRA_CA_CERTS. Then restart VS Code.',
  );

/** Words for what was found below the API: name, connection, proxy, certificate, clock. */
export const wireSymptoms = {
  reachedOtherwise: ({ code, http }) => ({
    message: l10n.t(
      'A direct connection fails ({0}), but VS Code connects with its own network settings. No action needed.',
      code ?? http ?? '?',
    ),
  }),
  leftToProxy: ({ code }) => ({
    message: l10n.t('Not possible from here ({0}) and not needed: the proxy does it.', name(code)),
  }),
  isAddress: ({ host }) => ({ message: l10n.t('{0} is an IP address. No lookup needed.', name(host)) }),
  resolved: ({ host, addresses = [] }) => ({
    message: l10n.t('{0} resolves to {1}.', name(host), addresses.join(', ')),
  }),
  notResolved: ({ host, code }) => ({
    message: l10n.t('Could not resolve {0} ({1}).', name(host), name(code)),
    repair: l10n.t(
      'Check that this machine is online, then check its DNS server, the VPN and the gateway address of the profile. Behind a proxy, set http.proxy.',
    ),
  }),
  connected: ({ host, port = 0 }) => ({ message: l10n.t('{0} accepts connections on port {1}.', name(host), port) }),
  notConnected: ({ host, port = 0, code }) => ({
    message: l10n.t('Could not connect to {0} on port {1} ({2}).', name(host), port, name(code)),
    repair: l10n.t(
      'A firewall may be blocking it. Allow outgoing connections to this host and port, or set http.proxy. If this is the sandbox, it has stopped: refresh the view to start it.',
    ),
  }),
  loopbackIsDirect: () => ({ message: l10n.t('Connections to this machine never use a proxy.') }),
  noProxy: () => ({ message: l10n.t('Neither http.proxy nor HTTPS_PROXY specifies a proxy.') }),
  proxySupportOff: ({ source }) => ({
    message: l10n.t('No proxy is used because of {0}. To use one, set http.proxySupport to override.', name(source)),
  }),
  proxyBypassed: ({ host, source }) => ({
    message: l10n.t('Connections to {0} bypass the proxy because of {1}.', name(host), name(source)),
  }),
  proxyMalformed: ({ source }) => ({
    message: l10n.t('The value of {0} is not a proxy address, so no proxy is used.', name(source)),
    repair: l10n.t('Enter it as http://host:port.'),
  }),
  tunnelled: ({ proxy, source }) => ({
    message: l10n.t('The proxy {0} (from {1}) connects to NAVER Cloud.', name(proxy), name(source)),
  }),
  socksReachable: ({ proxy, source }) => ({
    message: l10n.t('The SOCKS proxy {0} (from {1}) accepts connections.', name(proxy), name(source)),
  }),
  proxyUnreachable: ({ proxy, source, code }) => ({
    message: l10n.t('Could not reach the proxy {0} (from {1}) ({2}).', name(proxy), name(source), name(code)),
    repair: l10n.t('Check its address, and check that it can be reached from this network (VPN).'),
  }),
  proxyNeedsLogin: ({ proxy }) => ({
    message: l10n.t('The proxy {0} requires a user name and password (HTTP 407).', name(proxy)),
    repair: l10n.t('Set http.proxy to http://name:password@host:port, or let VS Code ask for them.'),
  }),
  proxyRefuses: ({ proxy, host, http = 0 }) => ({
    message: l10n.t('The proxy {0} refused to connect to {1} (HTTP {2}).', name(proxy), name(host), http),
    repair: l10n.t('Ask its administrator to allow CONNECT to this host on port 443.'),
  }),
  plainHttp: () => ({ message: l10n.t('Plain HTTP on this machine uses no certificate.') }),
  trusted: ({ protocol = 'TLS' }) => ({ message: l10n.t('The certificate is trusted ({0}).', protocol) }),
  trustedByEditor: () => ({
    message: l10n.t('The certificate is trusted through the certificates or the proxy that VS Code uses.'),
  }),
  issuerUnknown: ({ code }) => ({
    message: l10n.t('The issuer of the certificate is not trusted on this machine ({0}).', name(code)),
    repair: certificates(),
  }),
  selfSigned: ({ code }) => ({
    message: l10n.t('The server uses a self-signed certificate ({0}).', name(code)),
    repair: certificates(),
  }),
  certificateExpired: ({ code }) => ({
    message: l10n.t('The certificate has expired ({0}).', name(code)),
    repair: l10n.t('Check the clock of this machine. If it is right, the issuer has to renew the certificate.'),
  }),
  certificateNotYetValid: ({ code }) => ({
    message: l10n.t('The certificate is not valid yet ({0}).', name(code)),
    repair: l10n.t('The clock of this machine is most likely behind. Set it.'),
  }),
  wrongName: ({ host, code }) => ({
    message: l10n.t('The certificate is not for {0} ({1}).', name(host), name(code)),
    repair: l10n.t('Another server responded. Check the gateway address of the profile, the DNS server and the proxy.'),
  }),
  notTls: ({ code }) => ({
    message: l10n.t('The response is not TLS ({0}).', name(code)),
    repair: l10n.t('A network login page or a proxy may be in the way, or the profile has the wrong port.'),
  }),
  handshakeFailed: ({ code }) => ({
    message: l10n.t('The TLS connection was interrupted ({0}).', name(code)),
    repair: l10n.t(
      'A firewall or a proxy may be cutting connections to this host. Ask its administrator to allow them.',
    ),
  }),
  noHttpAnswer: ({ code }) => ({
    message: l10n.t('A plain request got no response ({0}), so the clock could not be compared.', name(code)),
    repair: l10n.t(
      'A firewall or a proxy may be blocking requests while it allows connections. Ask its administrator.',
    ),
  }),
  noDate: () => ({ message: l10n.t('The response has no date, so the clock could not be compared.') }),
  clockRight: ({ skewMs = 0 }) => ({
    message: l10n.t('The clock is correct to within {0} s.', Math.ceil(Math.abs(skewMs) / 1_000)),
  }),
  clockOff: ({ skewMs = 0 }) => ({
    message:
      skewMs < 0
        ? l10n.t('The clock is {0} min behind.', minutes(skewMs))
        : l10n.t('The clock is {0} min ahead.', minutes(skewMs)),
    repair: l10n.t('Set the clock of this machine. NAVER Cloud rejects requests that are 5 minutes off or more.'),
  }),
  clockRefused: ({ skewMs = 0 }) => ({
    message:
      skewMs < 0
        ? l10n.t('The clock is {0} min behind, so NAVER Cloud rejects every request.', minutes(skewMs))
        : l10n.t('The clock is {0} min ahead, so NAVER Cloud rejects every request.', minutes(skewMs)),
    repair: l10n.t('Set the clock of this machine, preferably by turning on automatic time.'),
  }),
} as const satisfies Record<string, SymptomRow>;
