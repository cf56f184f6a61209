import { l10n, window, workspace } from 'vscode';
import { declaredLanguage } from '../../contributions';
import type { Network } from '../../model/network';
import type { NetworkInterface } from '../../model/networkInterface';
import { needReading } from '../ask/needScope';
import type { CommandContext } from '../commandContext';
import type { Arguments } from '../readArguments';

/**
 * Export Secondary IPs…: what the selected regions, VPCs, subnets, servers and interfaces hold now, as a new file that can be
 * saved. Its plan has no changes. Without a selection the region looked at.
 */
export async function exportSecondaryIps(context: CommandContext, args: Arguments): Promise<unknown> {
  const found = await needReading(context, args);
  if (!found) return undefined;
  const { scope, reading } = found;
  const { declared } = await import('../../declared/openDeclared');
  const content = declared.writeDeclaration(selectedOf(args, reading.network), reading.network, {
    profile: scope.profile.name,
    region: scope.regionCode,
    comment: l10n.t('Secondary IPs. Save as {0}, then edit, plan and apply.', 'name.ncloud-ip.yaml'),
  });
  const document = await workspace.openTextDocument({ language: declaredLanguage, content });
  await window.showTextDocument(document, { preview: false });
  return content;
}

function selectedOf({ subjects, options }: Arguments, network: Network): readonly NetworkInterface[] {
  const { subnetNo, networkInterfaceNo } = options;
  const selected = subjects.map((subject) => (one: NetworkInterface): boolean => {
    switch (subject.kind) {
      case 'vpc':
        return network.subnet(one.subnetNo)?.vpcNo === subject.vpcNo;
      case 'subnet':
        return one.subnetNo === subject.subnetNo;
      case 'server':
        return one.instanceNo === subject.serverInstanceNo;
      case 'interface':
      case 'address':
        return one.networkInterfaceNo === subject.networkInterfaceNo;
      default:
        return true;
    }
  });
  const isGiven = (one: NetworkInterface): boolean =>
    (subnetNo ?? one.subnetNo) === one.subnetNo &&
    (networkInterfaceNo ?? one.networkInterfaceNo) === one.networkInterfaceNo;
  return network.interfaces.filter(
    (one) => isGiven(one) && (selected.length === 0 || selected.some((isMeant) => isMeant(one))),
  );
}
