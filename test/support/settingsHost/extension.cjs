const fs = require('node:fs');
const path = require('node:path');
const { ConfigurationTarget, workspace } = require('vscode');

/** What the settings shall be; gone when they are so. */
const wanted = path.join(__dirname, 'wanted.json');

/**
 * Takes user settings from a file beside this one, so that test files with different settings can share a window: this host does
 * not notice when settings.json itself is changed. A setting is changed to its default by null.
 * @param {import('vscode').ExtensionContext} context
 */
exports.activate = ({ subscriptions }) => {
  const timer = setInterval(() => fs.existsSync(wanted) && !isTaking && void take(), 50);
  subscriptions.push({ dispose: () => clearInterval(timer) });
};

let isTaking = false;

async function take() {
  isTaking = true;
  const settings = JSON.parse(fs.readFileSync(wanted, 'utf8'));
  try {
    for (const [name, value] of Object.entries(settings))
      await workspace.getConfiguration().update(name, value ?? undefined, ConfigurationTarget.Global);
    fs.rmSync(wanted);
  } catch (error) {
    fs.renameSync(wanted, `${wanted}.refused`);
    console.error(error);
  } finally {
    isTaking = false;
  }
}
