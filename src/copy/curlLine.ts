import type { ApiCall } from './apiCall';
import { quoteWord } from './quoteWord';

/** The headers of a signed call, as the documentation's examples leave them open: a signature never leaves this editor. */
const headers = [
  'x-ncp-apigw-timestamp: {Timestamp}',
  'x-ncp-iam-access-key: {Access Key}',
  'x-ncp-apigw-signature-v2: {API Gateway Signature}',
];

/**
 * A curl command in the form of the documentation's examples: GET, everything in the query, lists as `name.1`, `name.2`.
 * The signature has to cover the path and the query exactly as they stand.
 */
export function curlLine({ action, parameters }: ApiCall, gatewayUrl: string): string {
  const pairs = Object.entries({ ...parameters, responseFormatType: 'json' }).flatMap(
    ([name, value]: [string, string | readonly string[]]): string[] =>
      typeof value === 'string' ? [pair(name, value)] : value.map((item, index) => pair(`${name}.${index + 1}`, item)),
  );
  const url = `${gatewayUrl.replace(/\/+$/, '')}/vserver/v2/${action}?${pairs.join('&')}`;
  // Always quoted: a bare & would end the command.
  const quoted = quoteWord(url) === url ? `'${url}'` : quoteWord(url);
  return [`curl --request GET ${quoted}`, ...headers.map((header) => `  --header '${header}'`)].join(' \\\n');
}

const pair = (name: string, value: string): string => `${name}=${encodeURIComponent(value.toWellFormed())}`;
