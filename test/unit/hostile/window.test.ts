import { afterEach, describe, expect, it, vi } from 'vitest';
import { window, type StatusBarItem, type TreeItem } from 'vscode';
import { confirmName } from '../../../src/features/change/confirmPlan';
import { askAddresses } from '../../../src/features/assign/askAddresses';
import { askReview } from '../../../src/features/change/askReview';
import { pickInterface } from '../../../src/features/ask/pickInterface';
import { pickProfile } from '../../../src/features/ask/pickProfile';
import type { Gap } from '../../../src/session/loadNetwork';
import { createHistoryFilters } from '../../../src/session/journal/historyFilter';
import { HistoryTree } from '../../../src/tree/historyTree';
import { createTextFilter } from '../../../src/model/textFilter';
import { drawRegion } from '../../../src/tree/drawRegion';
import { regionContent } from '../../../src/tree/regionContent';
import type { TreeNode } from '../../../src/tree/node';
import { hoverOf } from '../../../src/tree/nodeItem';
import { inertPrompter } from '../../../src/ui/inertPrompter';
import { createNamer } from '../../../src/words/namer';
import type { InputQuestion, PickManyQuestion, PickQuestion, Prompter, SearchQuestion } from '../../../src/ui/prompter';
import { createScopeStatus } from '../../../src/features/view/statusBar';
import { apiFailure } from '../../support/apiFailure';
import { buildProfile } from '../../support/buildProfile';
import { expectInert, expectNothingActs, expectPrintable, hostileRows } from '../../support/hostile';
import { hostileWorld } from '../../support/hostileWorld';

afterEach(() => vi.restoreAllMocks());

/** Every text that the window gets of the questions asked. */
async function wordsOf(ask: (prompter: Prompter) => unknown): Promise<string[]> {
  const words: (string | undefined)[] = [];
  const rows = (list: readonly { label: string; description?: string; detail?: string; problem?: string }[]): void =>
    list.forEach(({ label, description, detail, problem }) => words.push(label, description, detail, problem));
  const prompter = {
    pick: ({ title, placeholder, choices }: PickQuestion<unknown>) => {
      words.push(title, placeholder);
      rows(choices);
      return Promise.resolve(undefined);
    },
    pickMany: ({ title, placeholder, choices, picked, typed, validate }: PickManyQuestion<unknown>) => {
      words.push(title, placeholder, validate([]));
      rows([...choices, ...picked, ...typed('[x](command:y) 10.0.10.300')]);
      return Promise.resolve(undefined);
    },
    input: ({ title, prompt, validate }: InputQuestion) => {
      words.push(title, prompt, validate?.('something else'));
      return Promise.resolve(undefined);
    },
    search: ({ title, placeholder, find }: SearchQuestion<unknown>) => {
      words.push(title, placeholder);
      rows(find('x'));
      return Promise.resolve(undefined);
    },
  } as unknown as Prompter;
  await ask(inertPrompter(prompter));
  return words.filter((text) => text !== undefined);
}

describe.each(hostileRows)('%s in a name', (_, text) => {
  const { network, plan, scope, entry } = hostileWorld(text);
  const position = { title: text };
  const name = createNamer(network);

  it('is harmless in every question', async () => {
    const [nic] = network.interfaces;
    const options = { picked: [text], room: 5, atLeast: 1 };
    const profile = buildProfile({ name: text, protection: 'protected' });
    const profiles = { all: () => [profile], active: () => profile };
    const words = [
      await wordsOf((prompter) => pickInterface(prompter, { network }, position)),
      await wordsOf((prompter) => pickProfile(prompter, profiles, text)),
      await wordsOf((prompter) =>
        askAddresses(prompter, { now: () => network, reservedIn: () => new Map() }, nic!, options, position),
      ),
      await wordsOf((prompter) => confirmName({ prompter }, plan, profile)),
      await wordsOf((prompter) =>
        askReview(
          {
            prompter,
            documents: { open: () => Promise.resolve(), close: () => Promise.resolve() },
            copy: () => Promise.resolve(),
          },
          { plan, name, where: text },
          { title: text },
          text,
        ),
      ),
    ];
    expect(words.map((asked) => asked.length > 1)).toEqual(words.map(() => true));
    for (const asked of words.flat()) expectInert(asked);
  });

  it('is harmless in the status bar', () => {
    const item = { show: () => undefined, text: '' } as unknown as StatusBarItem;
    vi.spyOn(window, 'createStatusBarItem').mockReturnValue(item);
    createScopeStatus().show(scope, []);
    for (const shown of [item.text.replace('$(type-hierarchy-sub)', ''), item.tooltip as string]) expectInert(shown);
  });

  it('is harmless in every row and tooltip of the trees', async () => {
    const items: TreeItem[] = [];
    const draw = (nodes: readonly TreeNode[]): void => {
      for (const node of nodes) {
        items.push(node.item());
        draw(node.children());
      }
    };
    const error = apiFailure('refused', { apiMessage: text, code: text });
    const gaps = [{ what: 'servers', error }] as unknown as Gap[];
    const last = { network, gaps, readAt: 0, endedAt: 0, settlingSince: new Map() };
    for (const groupBy of ['subnet', 'server', 'flat'] as const) {
      const state = { kind: 'failed', error, last } as never;
      const display = { groupBy, filters: [], text };
      const found = createTextFilter()(network, text, scope.profile.name);
      const held = network.interfaces.map((nic) => [nic.networkInterfaceNo, new Set(nic.secondaryIpList)] as const);
      const marks = { busy: new Map(), fresh: new Map(held) };
      draw(regionContent(drawRegion(scope, state, { display, found }, marks), undefined));
    }
    const history = {
      list: () => Promise.resolve([entry]),
      unreadable: () => Promise.resolve([{ name: `${text}.json`, flaw: 'damaged' }] as never),
      trouble: () => new Error(text),
      onDidChange: () => ({ dispose: () => undefined }),
    };
    const tree = new HistoryTree(history, createHistoryFilters(), { warn: () => undefined });
    for (const day of await tree.getChildren()) {
      items.push(await tree.getTreeItem(day));
      for (const node of await tree.getChildren(day)) items.push(await tree.getTreeItem(node));
    }
    expect(items.length).toBeGreaterThan(10);
    for (const item of items) {
      const { label, description, accessibilityInformation } = item;
      for (const words of [
        label as string,
        description === false ? '' : description,
        accessibilityInformation?.label ?? '',
      ]) {
        expectPrintable(words as string);
      }
      expect((label as string).length).toBeLessThanOrEqual(200);
      expectNothingActs(hoverOf(item));
    }
  });
});
