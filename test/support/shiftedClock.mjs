// Loaded before a program (`node --import`): its clock is ahead of this machine's by the milliseconds in the file that
// NCLOUD_IP_TEST_CLOCK names, as they are at the moment.
import fs from 'node:fs';

const file = process.env.NCLOUD_IP_TEST_CLOCK ?? '';
const now = Date.now.bind(Date);
Date.now = () => now() + Number(fs.readFileSync(file, 'utf8'));
