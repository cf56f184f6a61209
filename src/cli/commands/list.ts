import { l10n } from 'vscode';
import { chooseInterfaces, type ChosenInterfaces } from '../account/chooseInterfaces';
import { openAccount } from '../account/openAccount';
import type { Run } from '../command';
import { exitCodes } from '../exitCodes';
import { dropAbsent } from '../../model/dropAbsent';
import type { ListOutput } from '../plan/outputSchemas';
import { textTable } from '../textTable';
import { interfaceTitle } from '../../words/interfaceTitle';
import { shownName, shownNames } from '../../words/shownName';

/** Lists interfaces and what they hold. */
export const list: Run = async (call) => {
  const { terminal, options } = call;
  const account = await openAccount(terminal, options);
  const regions = await chooseInterfaces(call, account);
  const output: ListOutput = { version: 1, interfaces: regions.flatMap(rowsOf) };
  if (options.json) terminal.write(`${JSON.stringify(output, undefined, 2)}\n`);
  else terminal.write(tableOf(regions));
  return exitCodes.ok;
};

function rowsOf({ network, interfaces }: ChosenInterfaces): ListOutput['interfaces'] {
  return interfaces.map((one) => {
    const { networkInterfaceNo, networkInterfaceName, deviceName, subnetNo, ip, secondaryIpList } = one;
    const subnet = network.subnet(subnetNo);
    const vpc = network.vpcs.find(({ vpcNo }) => vpcNo === subnet?.vpcNo);
    return dropAbsent({
      regionCode: network.regionCode,
      networkInterfaceNo,
      networkInterfaceName,
      serverName: network.serverOf(one)?.serverName,
      deviceName,
      vpcName: vpc?.vpcName,
      subnetNo,
      subnetName: subnet?.subnetName,
      primary: ip,
      secondaryIps: [...secondaryIpList],
      status: one.networkInterfaceStatus.code,
    });
  });
}

function tableOf(regions: readonly ChosenInterfaces[]): string {
  const header = [
    l10n.t('Region'),
    l10n.t('Subnet'),
    l10n.t('Network interface'),
    l10n.t('Primary IP'),
    l10n.t('Secondary IPs'),
  ];
  const rows = regions.flatMap(({ network, interfaces }) =>
    interfaces.map((one) => [
      shownName(network.regionCode),
      shownName(network.subnet(one.subnetNo)?.subnetName ?? one.subnetNo),
      interfaceTitle(one, network),
      shownName(one.ip),
      shownNames(one.secondaryIpList),
    ]),
  );
  return textTable([header, ...rows]);
}
