import { randomBytes } from 'node:crypto';
import { env, Uri, type Webview } from 'vscode';

/**
 * The empty page: it may load its own script, by the name of its bundle, and the style sheet, and nothing else from anywhere. A
 * picture is one that it made itself, to draw it on a canvas.
 */
export function pageHtml(webview: Webview, extensionUri: Uri, script: 'mapView' | 'overviewView'): string {
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
