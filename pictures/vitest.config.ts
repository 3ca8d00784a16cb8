// Runs the making of the pictures; it is no test, but needs what the tests have.
import { defineConfig } from 'vitest/config';

export default defineConfig({ test: { include: ['pictures/make.test.ts'], testTimeout: 120_000 } });
