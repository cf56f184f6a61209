import { randomUUID } from 'node:crypto';
import {
  l10n,
  LanguageModelTextPart,
  LanguageModelToolResult,
  MarkdownString,
  type CancellationToken,
  type PreparedToolInvocation,
} from 'vscode';
import type { ToolId } from '../../contributions';
import type { DisposableStore } from '../../session/disposableStore';
import { plain } from '../../text/plain';
import type { Proposal } from '../../tools/planStore';
import type { ToolDeps } from '../../tools/tool';
import type { ToolName } from '../../tools/toolTable';
import { planTitle } from '../../words/changeText';
import { withQuotedNames } from '../../words/change/quotedNames';
import { activeScope, type CommandContext } from '../commandContext';
import { applyProposal } from './applyProposal';
import { createPresence } from './presence';

/** The tools of this window. */
export interface AssistantTools {
  prepare(id: ToolId, input: unknown): PreparedToolInvocation | undefined;
  run(id: ToolId, input: unknown, token: CancellationToken): Promise<LanguageModelToolResult>;
}

/** Opens the tools on the profile and region looked at; plans go with the window. */
export async function createTools(context: CommandContext, store: DisposableStore): Promise<AssistantTools> {
  const { tools } = await import('../../tools/openTools');
  const { clock, log, networks, profiles, history, reservations, groupNames } = context;
  const plans = tools.createPlanStore(clock, randomUUID);
  const presence = store.add(createPresence(clock, log));
  const deps: ToolDeps = {
    clock,
    log,
    plans,
    place: () => activeScope(profiles),
    read: (scope, how) => (how === 'known' ? networks.load(scope) : networks.refresh(scope)),
    reservedIn: (scope, subnetNo) => reservations.reservedIn(scope, subnetNo),
    groupsOf: (scope) => groupNames.get(scope),
    history: () => history.list(),
    ready: (proposal, signal) => presence.wait(titleOf(proposal), proposal.validUntil, signal),
    apply: (proposal, wish, signal) => applyProposal(context, plans, proposal, wish, signal),
  };
  return {
    prepare(id, input) {
      if (id !== 'ncloud-ip_applyPlan') return undefined;
      const { planId } = (input ?? {}) as { readonly planId?: unknown };
      const proposal = typeof planId === 'string' ? plans.find(planId) : undefined;
      const title = proposal ? titleOf(proposal) : l10n.t('a plan that is not known here');
      const message = l10n.t(
        'The plan is “{0}”. NAVER Cloud IP will ask you in its own dialog, with both sides of every interface. Nothing changes before you say yes there.',
        title,
      );
      return {
        confirmationMessages: { title: l10n.t('Ask about a change'), message: new MarkdownString(plain(message)) },
      };
    },
    async run(id, input, token) {
      const abort = new AbortController();
      if (token.isCancellationRequested) abort.abort();
      const listener = token.onCancellationRequested(() => abort.abort());
      try {
        const { text } = await tools.runTool(deps, id.slice('ncloud-ip_'.length) as ToolName, input, abort.signal);
        return new LanguageModelToolResult([new LanguageModelTextPart(text)]);
      } finally {
        listener.dispose();
      }
    },
  };
}

const titleOf = ({ plan }: Pick<Proposal, 'plan'>): string => planTitle(withQuotedNames(plan));
