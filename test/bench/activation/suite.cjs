// Runs in a fresh extension host: activates the extension that subject.txt names and tells what that took.
const fs = require('node:fs');
const path = require('node:path');
const { setTimeout: sleep } = require('node:timers/promises');
const v8 = require('node:v8');
const vm = require('node:vm');
const vscode = require('vscode');

// The host's own extensions are starting; what they do meanwhile would be counted.
const restMs = 1_500;

exports.run = async () => {
  const subject = fs.readFileSync(path.join(__dirname, 'subject.txt'), 'utf8');
  const extension = vscode.extensions.getExtension(subject);
  if (!extension || extension.isActive)
    throw new Error(`${subject} is ${extension ? 'active already' : 'not installed'}`);
  v8.setFlagsFromString('--expose-gc');
  const gc = vm.runInNewContext('gc');
  await sleep(restMs);
  const before = usedHeap(gc);
  const cpu = process.cpuUsage();
  const start = performance.now();
  await extension.activate();
  const ms = performance.now() - start;
  const { user, system } = process.cpuUsage(cpu);
  // What activation left to be done a moment later is still its own.
  await sleep(restMs);
  const heapMb = (usedHeap(gc) - before) / 2 ** 20;
  console.log(`measured ${JSON.stringify({ pid: process.pid, ms, cpuMs: (user + system) / 1_000, heapMb })}`);
};

function usedHeap(gc) {
  gc();
  gc();
  return process.memoryUsage().heapUsed;
}
