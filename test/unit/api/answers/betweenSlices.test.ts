import { expect, it, onTestFinished, vi } from 'vitest';
import { betweenSlices } from '../../../../src/api/answers/betweenSlices';

it('lets others in once a slice is over, all who wait in the same turn, and nobody before', async () => {
  let now = 1e9;
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => now);
  onTestFinished(() => clock.mockRestore());
  const order: string[] = [];
  const other = (name: string): void => void setImmediate(() => order.push(name));
  const read = async (name: string): Promise<void> => {
    await betweenSlices();
    order.push(name);
  };
  other('a view');
  await Promise.all([read('page 1'), read('page 2')]);
  other('a later view');
  now += 20;
  await read('page 3');
  now += 20;
  await read('page 4');
  expect(order).toEqual(['a view', 'page 1', 'page 2', 'page 3', 'a later view', 'page 4']);
});
