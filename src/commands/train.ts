// The last step of the build: checks and trains once, so that no start has to; does nothing when nothing has changed.
import { join } from 'node:path';
import { findProjectRoot } from '../config/project-root.js';
import { DataError } from '../knowledge/data-error.js';
import { fingerprintData, fingerprintProgram, preparedFile, readStored, writeStored } from '../training/model-file.js';
import { prepare } from '../training/train-bot.js';

const dir = join(findProjectRoot(), 'data');
const data = fingerprintData(dir);
const program = fingerprintProgram();
const stored = readStored(preparedFile());
if (data !== undefined && (stored?.data !== data || stored.program !== program)) {
  try {
    writeStored(preparedFile(), { data, program, prepared: prepare(dir) });
  } catch (error) {
    // Whatever is started or checked next tells the faults of the data; the build of the code is still good.
    if (!(error instanceof DataError)) throw error;
  }
}
