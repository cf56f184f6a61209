import { askInput } from './askInput';
import { askPick } from './askPick';
import { askPickMany } from './askPickMany';
import { askSearch } from './askSearch';
import { inertPrompter } from './inertPrompter';
import { confirmInDialog } from './notify';
import type { Prompter } from './prompter';

/** Questions as VS Code's own quick inputs: they stay open when the focus leaves, so nothing typed is lost. */
export const quickPrompter: Prompter = inertPrompter({
  pick: askPick,
  pickMany: askPickMany,
  input: askInput,
  search: askSearch,
  confirm: confirmInDialog,
});
