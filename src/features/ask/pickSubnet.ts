import { l10n, ThemeIcon } from 'vscode';
import { compareAddresses } from '../../model/address';
import type { Network } from '../../model/network';
import { seenAddresses } from '../../model/seenAddresses';
import type { Prompter } from '../../ui/prompter';

/** Asks for a subnet: found by name, range, VPC or number. Answers its number. */
export async function pickSubnet(
  prompter: Pick<Prompter, 'pick'>,
  network: Network,
  title: string,
): Promise<string | undefined> {
  const firstOf = (cidr: string): string => cidr.split('/')[0] ?? '';
  const answer = await prompter.pick({
    title,
    placeholder: l10n.t('Which subnet?'),
    choices: network.subnets
      .toSorted((a, b) => compareAddresses(firstOf(a.subnet), firstOf(b.subnet)))
      .map(({ subnetNo, subnetName, subnet, vpcNo }) => {
        const range = network.range(subnetNo);
        const used = seenAddresses(network, subnetNo).size;
        const usage = range && l10n.t('{0}/{1} seen in use', used, range.usableCount);
        return {
          value: subnetNo,
          iconPath: new ThemeIcon('type-hierarchy-sub'),
          label: subnetName,
          description: [subnet, usage].filter(Boolean).join(' · '),
          detail: [network.vpc(vpcNo)?.vpcName ?? vpcNo, subnetNo].join(' · '),
        };
      }),
  });
  return answer?.kind === 'next' ? answer.value : undefined;
}
