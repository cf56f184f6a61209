import { defineConfig } from 'vitest/config';

export default defineConfig({ test: { name: 'faults', root: import.meta.dirname, include: ['*.test.ts'] } });
