import type { CancellationToken } from 'vscode';
import type { ToolId } from '../../src/contributions';
import type { CommandContext } from '../../src/features/commandContext';
import { createTools, type AssistantTools } from '../../src/features/tools/createTools';
import { DisposableStore } from '../../src/session/disposableStore';
import type { ToolName } from '../../src/tools/toolTable';

/** Somebody's language model at the tools of a window. */
export interface Assistant {
  readonly tools: AssistantTools;
  /** Every answer so far, as text. */
  readonly answers: readonly string[];
  /** The answer as data. */
  readonly ask: (name: ToolName, input?: unknown, token?: CancellationToken) => Promise<Record<string, unknown>>;
}

/** A token that nobody cancels. */
export const uncancelled: CancellationToken = {
  isCancellationRequested: false,
  onCancellationRequested: () => ({ dispose: () => undefined }),
};

/** Opens the tools as the window does. */
export async function openAssistant(context: CommandContext): Promise<Assistant> {
  const tools = await createTools(context, new DisposableStore());
  const answers: string[] = [];
  return {
    tools,
    answers,
    async ask(name, input = {}, token = uncancelled) {
      const id: ToolId = `ncloud-ip_${name}`;
      const { content } = await tools.run(id, input, token);
      const text = content.map((part) => (part as { readonly value: string }).value).join('');
      answers.push(text);
      return JSON.parse(text) as Record<string, unknown>;
    },
  };
}
