// Run by vitest before each test file.
import { afterAll } from 'vitest';
import { cleanUpAfterFile } from './after-file.js';

afterAll(cleanUpAfterFile);
