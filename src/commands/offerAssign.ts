import { commands, l10n } from 'vscode';
import type { CommandId } from '../contributions';
import type { Scope } from '../session/networkStore';
import { notify } from '../ui/notify';

/** Says that an interface (named as people know it) has no secondary IPs to tell a guest about, and offers to assign some. */
export function offerAssign(networkInterfaceNo: string, name: string, { profile, regionCode }: Scope): void {
  const assign = l10n.t('Assign Secondary IPs');
  const command: CommandId = 'ncloudIp.assignSecondaryIps';
  const message = l10n.t('{0} has no secondary IPs: assign one first, then its operating system can be told.', name);
  void notify('info', message, assign).then((chosen) => {
    if (chosen !== assign) return;
    void commands.executeCommand(command, { networkInterfaceNo, profile: profile.id, regionCode });
  });
}
