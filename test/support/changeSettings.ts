import fs from 'node:fs';
import { expect } from 'vitest';
import type { Workbench } from './workbench';

/**
 * Changes user settings while the window is open, in the editor of settings.json as a person would: a change of the file
 * itself is not noticed by this host. The window wants `workbench.editor.useModal: off`.
 */
export async function changeSettings(workbench: Workbench, changes: Readonly<Record<string, unknown>>): Promise<void> {
  const { page, server } = workbench;
  const settings = JSON.parse(fs.readFileSync(server.settingsFile, 'utf8')) as Record<string, unknown>;
  const wanted = JSON.stringify({ ...settings, ...changes }, null, 2);
  await workbench.writeClipboard(wanted);
  await workbench.runCommand('Preferences: Open User Settings (JSON)');
  const editor = page.locator('.editor-instance .view-lines');
  await editor.filter({ hasText: 'telemetry' }).waitFor();
  await editor.click();
  await workbench.press('ControlOrMeta+a', 'ControlOrMeta+v', 'ControlOrMeta+s');
  await expect.poll(() => fs.readFileSync(server.settingsFile, 'utf8')).toBe(wanted);
  await workbench.runCommand('View: Close All Editors');
}
