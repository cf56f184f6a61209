import { afterAll, afterEach } from 'vitest';
import { closeWindows, takePictures } from './workbench';

/** The files of a worker share its modules and its browser: what a file opened ends with it, and a failed test leaves pictures. */
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await takePictures(task.name);
});

afterAll(closeWindows);
