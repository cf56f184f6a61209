import { l10n } from 'vscode';
import { chooseInterfaces } from '../account/chooseInterfaces';
import { openAccount } from '../account/openAccount';
import type { Run } from '../command';
import { exitCodes } from '../exitCodes';

/** Writes what is held now as a file: its plan has no changes. A document for each region that holds something. */
export const exportFile: Run = async (call) => {
  const { terminal, options } = call;
  const account = await openAccount(terminal, options);
  const { declared } = await import('../../declared/openDeclared');
  const regions = await chooseInterfaces(call, account);
  const holding = regions.filter(({ interfaces }) => interfaces.some((one) => one.secondaryIpList.length > 0));
  const documents = (holding.length > 0 ? holding : regions.slice(0, 1)).map(({ network, interfaces }, index) =>
    declared.writeDeclaration(interfaces, network, {
      // Named only where it was asked for: what a section is called here means nothing elsewhere.
      profile: options.profile,
      region: network.regionCode,
      comment:
        index === 0
          ? l10n.t('Secondary IPs. Save as {0}, then edit, plan and apply.', 'name.ncloud-ip.yaml')
          : undefined,
    }),
  );
  terminal.write(documents.join('---\n'));
  return exitCodes.ok;
};
