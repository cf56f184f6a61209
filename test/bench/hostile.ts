import { hostileAnswers } from '../support/hostileAnswers';
import { openHostileBench } from '../support/measureHostile';

/** Prints what each hostile answer costs the process that reads it. The budget: 250 MB, no block over 500 ms. */
export async function printHostile(support: string): Promise<void> {
  const bench = await openHostileBench(support);
  try {
    process.stdout.write(
      `${''.padEnd(56)}${'ends'.padStart(11)}${'MB'.padStart(6)}${'block'.padStart(8)}${'ms'.padStart(8)}\n`,
    );
    for (const [name, answer] of Object.entries(hostileAnswers)) {
      const { ends, memory, block, took } = await bench.measure(answer);
      const cells = `${String(ends).slice(0, 10).padStart(11)}${String(memory).padStart(6)}`;
      process.stdout.write(`${name.padEnd(56)}${cells}${String(block).padStart(8)}${String(took).padStart(8)}\n`);
    }
  } finally {
    await bench.close();
  }
}
