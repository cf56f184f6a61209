import { l10n, type Command } from 'vscode';
import type { CommandId } from '../contributions';
import type { Gap } from '../session/loadNetwork';
import type { Scope } from '../session/scope';
import { gapTexts } from '../words/gapText';
import type { Now } from './drawing';
import type { TreeNode } from './node';
import { noteNode, type Note } from './noteNode';

/** A note and what tells it from the others of its region. */
interface NamedNote extends Note {
  readonly name: string;
}

/** What is not known of a region, and why: nothing that is missing may look as if it were not there. */
export function gapNodes(now: Now, parent: TreeNode | undefined): readonly TreeNode[] {
  const notes = (): NamedNote[] => now().gaps.flatMap((gap) => notesOf(now().scope, gap));
  return notes().map((first) =>
    noteNode(now().scope, parent, first.name, () => notes().find(({ name }) => name === first.name) ?? first),
  );
}

function notesOf(scope: Scope, gap: Gap): readonly NamedNote[] {
  return gapTexts(gap).map(({ name, label, detail, isPassing }) => {
    const retry = l10n.t('Retry');
    return isPassing
      ? {
          name,
          label,
          detail: `${detail} · ${l10n.t('{0} · press Enter', retry)}`,
          command: retryCommand(scope, retry),
        }
      : { name, label, detail, command: undefined };
  });
}

function retryCommand({ profile, regionCode }: Scope, title: string): Command {
  const command: CommandId = 'ncloudIp.refresh';
  return { command, title, arguments: [{ profile: profile.id, regionCode }] };
}
