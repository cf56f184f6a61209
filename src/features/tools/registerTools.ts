import { lm, type Disposable } from 'vscode';
import { toolIds } from '../../contributions';
import { DisposableStore } from '../../session/disposableStore';
import type { Services } from '../commandContext';
import type { Features } from '../features';

/** Registers every tool of the manifest. What a tool does is loaded with the first one that is used. */
export function registerTools(services: () => Promise<Pick<Services, 'features'>>): Disposable {
  const store = new DisposableStore();
  const features = async (): Promise<Features> => (await services()).features();
  for (const id of toolIds) {
    store.add(
      lm.registerTool(id, {
        prepareInvocation: async ({ input }) => (await features()).prepareTool(id, input),
        invoke: async ({ input }, token) => (await features()).runTool(id, input, token),
      }),
    );
  }
  return store;
}
