import { l10n } from 'vscode';
import type { Network } from '../../model/network';
import type { NetworkInterface } from '../../model/networkInterface';
import { shownName, shownNames } from '../../words/shownName';
import type { Call } from '../command';
import { CommandError } from '../commandError';
import type { OpenAccount } from './openAccount';
import { readRegion, readRegionCodes } from './readRegion';

/** The interfaces of a region that the options mean. */
export interface ChosenInterfaces {
  readonly network: Network;
  readonly interfaces: readonly NetworkInterface[];
}

/** Reads the region of `--region`, else of the environment, else all there are, and keeps what `--vpc` and `--subnet` mean. */
export async function chooseInterfaces({ terminal, options }: Call, account: OpenAccount): Promise<ChosenInterfaces[]> {
  const known = await readRegionCodes(terminal, account);
  const wanted = options.region ?? account.regionCode;
  if (wanted !== undefined && known && !known.includes(wanted)) {
    throw new CommandError([
      l10n.t('There is no region {0}. Choose one of: {1}.', shownName(wanted), shownNames(known)),
    ]);
  }
  const regionCodes = wanted === undefined ? (known ?? []) : [wanted];
  if (regionCodes.length === 0) throw new CommandError([l10n.t('Name a region with {0}.', '--region')]);
  const networks: Network[] = [];
  for (const code of regionCodes) networks.push(await readRegion(terminal, account, code));
  const { vpc, subnet } = options;
  const isVpc = ({ vpcNo, vpcName }: Network['vpcs'][number]): boolean => vpcNo === vpc || vpcName === vpc;
  const isSubnet = ({ subnetNo, subnetName }: Network['subnets'][number]): boolean =>
    subnetNo === subnet || subnetName === subnet;
  if (vpc !== undefined && !networks.some(({ vpcs }) => vpcs.some(isVpc)))
    throw new CommandError([l10n.t('There is no VPC {0}.', shownName(vpc))]);
  if (subnet !== undefined && !networks.some(({ subnets }) => subnets.some(isSubnet)))
    throw new CommandError([l10n.t('There is no subnet {0}.', shownName(subnet))]);
  return networks.map((network) => {
    const vpcNos = new Set(network.vpcs.filter(isVpc).map(({ vpcNo }) => vpcNo));
    const isMeant = ({ subnetNo }: NetworkInterface): boolean => {
      const own = network.subnet(subnetNo);
      return (
        (vpc === undefined || (own !== undefined && vpcNos.has(own.vpcNo))) &&
        (subnet === undefined || (own !== undefined && isSubnet(own)))
      );
    };
    return { network, interfaces: network.interfaces.filter(isMeant) };
  });
}
