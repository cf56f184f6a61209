/** Where a NAVER Cloud site lives (provider.go of NAVER's Terraform provider; STS: same label, the site's own suffix). */
export interface Site {
  readonly gatewayUrl: string;
  readonly stsUrl: string;
  readonly consoleUrl: string;
}

/** The sites whose addresses are fixed. `sandbox` and `custom` profiles carry their own. */
export const sites = {
  public: {
    gatewayUrl: 'https://ncloud.apigw.ntruss.com',
    stsUrl: 'https://sts.apigw.ntruss.com',
    consoleUrl: 'https://console.ncloud.com',
  },
  gov: {
    gatewayUrl: 'https://ncloud.apigw.gov-ntruss.com',
    stsUrl: 'https://sts.apigw.gov-ntruss.com',
    consoleUrl: 'https://console.gov-ncloud.com',
  },
  fin: {
    gatewayUrl: 'https://fin-ncloud.apigw.fin-ntruss.com',
    stsUrl: 'https://sts.apigw.fin-ntruss.com',
    consoleUrl: 'https://console.fin-ncloud.com',
  },
} as const satisfies Record<string, Site>;

/** The sites of NAVER Cloud: public, government, financial. */
export type SiteName = keyof typeof sites;
