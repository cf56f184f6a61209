import { l10n } from 'vscode';
import type { SymptomRow } from './keySymptoms';

const name = (value: string | undefined): string => value ?? '?';
const minutes = (skewMs = 0): string => (Math.abs(skewMs) / 60_000).toFixed(1);
const certificates = (): string =>
  l10n.t(
    'Something between this machine and NAVER Cloud, usually a company proxy, puts its own certificate in place. Ask its owner for the root certificate, add it to the certificates of the operating system and keep the setting http.systemCertificates on; on a remote host set NODE_EXTRA_CA_CERTS as well. Then restart VS Code.',
  );

/** Words for what was found below the API: name, connection, proxy, certificate, clock. */
export const wireSymptoms = {
  reachedOtherwise: ({ code, http }) => ({
    message: l10n.t(
      'A plain connection fails ({0}), but VS Code gets through in its own way. Nothing is to be done.',
      code ?? http ?? '?',
    ),
  }),
  leftToProxy: ({ code }) => ({
    message: l10n.t('Not possible from here ({0}), and not needed: the proxy does it.', name(code)),
  }),
  isAddress: ({ host }) => ({ message: l10n.t('{0} is an address, nothing to look up.', name(host)) }),
  resolved: ({ host, addresses = [] }) => ({
    message: l10n.t('{0} has the address {1}.', name(host), addresses.join(', ')),
  }),
  notResolved: ({ host, code }) => ({
    message: l10n.t('The name {0} cannot be looked up ({1}).', name(host), name(code)),
    repair: l10n.t(
      'Check that this machine is online, its DNS server and VPN, and the address of the profile. Behind a proxy, set http.proxy.',
    ),
  }),
  connected: ({ host, port = 0 }) => ({ message: l10n.t('{0} takes connections on port {1}.', name(host), port) }),
  notConnected: ({ host, port = 0, code }) => ({
    message: l10n.t('No connection to {0} on port {1} ({2}).', name(host), port, name(code)),
    repair: l10n.t(
      'A firewall may be in the way: allow outgoing connections to this host and port, or set http.proxy. When it is the sandbox, it has stopped: refresh the view to start it.',
    ),
  }),
  loopbackIsDirect: () => ({ message: l10n.t('This machine itself is never reached through a proxy.') }),
  noProxy: () => ({ message: l10n.t('Neither http.proxy nor HTTPS_PROXY names a proxy.') }),
  proxySupportOff: ({ source }) => ({
    message: l10n.t('No proxy is used because of {0}. To use one, set http.proxySupport to override.', name(source)),
  }),
  proxyBypassed: ({ host, source }) => ({
    message: l10n.t('{0} is reached without the proxy because of {1}.', name(host), name(source)),
  }),
  proxyMalformed: ({ source }) => ({
    message: l10n.t('What {0} says is no address of a proxy, so none is used.', name(source)),
    repair: l10n.t('Enter it as http://host:port.'),
  }),
  tunnelled: ({ proxy, source }) => ({
    message: l10n.t('The proxy {0} (of {1}) connects to NAVER Cloud.', name(proxy), name(source)),
  }),
  socksReachable: ({ proxy, source }) => ({
    message: l10n.t('The SOCKS proxy {0} (of {1}) takes connections.', name(proxy), name(source)),
  }),
  proxyUnreachable: ({ proxy, source, code }) => ({
    message: l10n.t('The proxy {0} (of {1}) cannot be reached ({2}).', name(proxy), name(source), name(code)),
    repair: l10n.t('Check its address there, and whether it can be reached from this network (VPN).'),
  }),
  proxyNeedsLogin: ({ proxy }) => ({
    message: l10n.t('The proxy {0} asks for a name and a password (HTTP 407).', name(proxy)),
    repair: l10n.t('Put them into http.proxy as http://name:password@host:port, or let VS Code ask for them.'),
  }),
  proxyRefuses: ({ proxy, host, http = 0 }) => ({
    message: l10n.t('The proxy {0} refuses to connect to {1} (HTTP {2}).', name(proxy), name(host), http),
    repair: l10n.t('Ask its owner to allow CONNECT to this host on port 443.'),
  }),
  plainHttp: () => ({ message: l10n.t('Plain HTTP on this machine has no certificate.') }),
  trusted: ({ protocol = 'TLS' }) => ({ message: l10n.t('The certificate is trusted ({0}).', protocol) }),
  trustedByEditor: () => ({
    message: l10n.t('The certificate is trusted, by the certificates or the proxy that VS Code knows of.'),
  }),
  issuerUnknown: ({ code }) => ({
    message: l10n.t('Nobody this machine trusts has issued the certificate ({0}).', name(code)),
    repair: certificates(),
  }),
  selfSigned: ({ code }) => ({
    message: l10n.t('The server has signed its certificate itself ({0}).', name(code)),
    repair: certificates(),
  }),
  certificateExpired: ({ code }) => ({
    message: l10n.t('The certificate is no longer valid ({0}).', name(code)),
    repair: l10n.t('Check the clock of this machine. If it is right, whoever issued the certificate has to renew it.'),
  }),
  certificateNotYetValid: ({ code }) => ({
    message: l10n.t('The certificate is not valid yet ({0}).', name(code)),
    repair: l10n.t('The clock of this machine is most likely behind: set it.'),
  }),
  wrongName: ({ host, code }) => ({
    message: l10n.t('The certificate is not for {0} ({1}).', name(host), name(code)),
    repair: l10n.t('Another server answers: check the address of the profile, the DNS server and the proxy.'),
  }),
  notTls: ({ code }) => ({
    message: l10n.t('What answers does not speak TLS ({0}).', name(code)),
    repair: l10n.t('A login page of the network or a proxy may be in the way, or the port of the profile is wrong.'),
  }),
  handshakeFailed: ({ code }) => ({
    message: l10n.t('The TLS connection breaks off ({0}).', name(code)),
    repair: l10n.t('A firewall or a proxy may cut connections to this host: ask its owner to let them pass.'),
  }),
  noHttpAnswer: ({ code }) => ({
    message: l10n.t('An ordinary request got no answer ({0}), so the clock could not be compared.', name(code)),
    repair: l10n.t('A firewall or a proxy may stop requests while it lets connections pass: ask its owner.'),
  }),
  noDate: () => ({ message: l10n.t('The answer carries no date, so the clock could not be compared.') }),
  clockRight: ({ skewMs = 0 }) => ({
    message: l10n.t('The clock is right, within {0} s.', Math.ceil(Math.abs(skewMs) / 1_000)),
  }),
  clockOff: ({ skewMs = 0 }) => ({
    message:
      skewMs < 0
        ? l10n.t('The clock is {0} min behind.', minutes(skewMs))
        : l10n.t('The clock is {0} min ahead.', minutes(skewMs)),
    repair: l10n.t('Set the clock of this machine: NAVER Cloud refuses requests from 5 minutes on.'),
  }),
  clockRefused: ({ skewMs = 0 }) => ({
    message:
      skewMs < 0
        ? l10n.t('The clock is {0} min behind: NAVER Cloud refuses every request.', minutes(skewMs))
        : l10n.t('The clock is {0} min ahead: NAVER Cloud refuses every request.', minutes(skewMs)),
    repair: l10n.t('Set the clock of this machine, best by turning on automatic time.'),
  }),
} as const satisfies Record<string, SymptomRow>;
