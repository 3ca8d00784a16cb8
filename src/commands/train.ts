// Ends the build: checks and trains once, so that no start has to; does nothing if nothing has changed.
import { intents } from '../../intents/index.js';
import { shippedData } from '../config/data-folder.js';
import { DataError } from '../knowledge/data-error.js';
import { fingerprintData, fingerprintProgram, modelFile, readModel, writeModel } from '../training/model-file.js';
import { trainFromFolder } from '../training/train-bot.js';

const dir = shippedData();
const data = fingerprintData(dir, intents);
const program = fingerprintProgram();
const stored = readModel(modelFile());
if (data !== undefined && (stored?.data !== data || stored.program !== program)) {
  try {
    // Another program may learn something else from the same phrases.
    const earlier = stored?.program === program ? stored.trained : undefined;
    writeModel(modelFile(), { data, program, trained: trainFromFolder(dir, intents, earlier) });
  } catch (error) {
    // The next start or check reports errors in the data; the build of the code is still good.
    if (!(error instanceof DataError)) throw error;
  }
}
