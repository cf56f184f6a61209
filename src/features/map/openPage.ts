import { randomBytes } from 'node:crypto';
import { env, Uri, type Webview, type WebviewPanel } from 'vscode';
import * as v from 'valibot';
import { showError } from '../../ui/showError';
import type { CommandContext } from '../commandContext';
import type { LivePanel } from './livePanel';

/** A page that stands open. */
export interface OpenPage {
  readonly panel: WebviewPanel;
  /** Leads the focus to something of it, now or when the page is there. */
  lookAt(wanted: string): void;
}

/** What the owner of a page does. */
interface PageOwner<Said> extends Pick<OpenPage, 'lookAt'> {
  /** The name of the page's bundle. */
  readonly script: 'mapView' | 'overviewView';
  readonly said: v.GenericSchema<unknown, Said>;
  readonly hear: (message: Said) => Promise<void>;
}

/** Loads a page into its panel. What it says and is none of ours is passed over. */
export function openPage<Said>(
  { log, extensionUri }: Pick<CommandContext, 'log' | 'extensionUri'>,
  panel: WebviewPanel,
  live: LivePanel,
  { script, said, hear, lookAt }: PageOwner<Said>,
): OpenPage {
  live.store.add(
    panel.webview.onDidReceiveMessage((message: unknown) => {
      const { success, output } = v.safeParse(said, message);
      // Nobody else waits for it.
      if (success) void hear(output).catch((error: unknown) => showError(error));
      else log.warn(`${script} sent a message that is none of ours`);
    }),
  );
  panel.webview.html = pageHtml(panel.webview, extensionUri, script);
  live.update();
  return { panel, lookAt };
}

/**
 * The empty page: it may load its own script, by the name of its bundle, and the style sheet, and nothing else from anywhere. A
 * picture is one that it made itself, to draw it on a canvas.
 */
function pageHtml(webview: Webview, extensionUri: Uri, script: string): string {
  const nonce = randomBytes(18).toString('base64url');
  const file = (name: string): string => String(webview.asWebviewUri(Uri.joinPath(extensionUri, 'dist', name)));
  const policy = `default-src 'none'; style-src ${webview.cspSource}; img-src blob:; script-src 'nonce-${nonce}'`;
  return [
    '<!DOCTYPE html>',
    `<html lang="${env.language.replaceAll(/[^\w-]/g, '')}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<title>NAVER Cloud IP</title>',
    `<link rel="stylesheet" href="${file('mapStyle.css')}">`,
    '</head>',
    `<body data-vscode-context='{"preventDefaultContextMenuItems":true}'>`,
    `<script nonce="${nonce}" src="${file(`${script}.js`)}"></script>`,
    '</body>',
    '</html>',
  ].join('\n');
}
