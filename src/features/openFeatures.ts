import { quickPrompter } from '../ui/inertPrompter';
import type { DisposableStore } from '../session/disposableStore';
import { recoverOpenEntries } from './change/recoverOpenEntries';
import type { CommandContext, Services } from './commandContext';
import { writeDocument } from './details/writeDocument';
import type { Features, Maps } from './features';
import { openLink } from './links/openLink';
import { createResultView } from './result/createResultView';
import { runCommand } from './runCommand';
import { createTools, type AssistantTools } from './tools/createTools';

/** The door to everything that runs only after a click, a link or an interrupted change: a bundle of its own, opened once. */
export function openFeatures(services: Services, store: DisposableStore): Features {
  let opened: Promise<Maps> | undefined;
  let loaded: Maps | undefined;
  const maps = (): Promise<Maps> =>
    (opened ??= import('./map/createMaps').then(({ createMaps }) => (loaded = createMaps(context, store))));
  const context: CommandContext = { ...services, prompter: quickPrompter, maps, openMaps: () => loaded };
  store.add(createResultView(services));
  let assistants: Promise<AssistantTools> | undefined;
  const tools = (): Promise<AssistantTools> => (assistants ??= createTools(context, store));
  return {
    write: (path) => writeDocument(context, path),
    run: (id, given) => runCommand(context, id, given),
    openLink: (uri) => openLink(context, uri),
    prepareTool: async (id, input) => (await tools()).prepare(id, input),
    runTool: async (id, input, token) => (await tools()).run(id, input, token),
    restoreMap: async (panel, state) => (await maps()).restore(panel, state),
    restoreOverview: async (panel, state) => (await maps()).restoreOverview(panel, state),
    recover: (claimed, restUntil) => recoverOpenEntries(context, claimed, restUntil),
  };
}
