// Tells an editor every error in the data at once, or what the data would do in use.
import { DATA_OPTION, dataFolder } from '../config/data-folder.js';
import { trimEnvironment } from '../config/environment.js';
import { checkData } from './check-data.js';
import { BASELINE } from './check-specification.js';
import { defineCommand } from './command-line.js';

const USAGE = `Usage:
  npm run check                the errors in the data, or what the data would do in use
  npm run check -- FOLDER      the same for another folder of data
  npm run check -- --accept    the same, and save what each question counts as in ${BASELINE}
  FOLDER can also be given as --data FOLDER, or as DATA_DIR in the environment.`;

export const checkCommand = defineCommand({
  usage: USAGE,
  options: { accept: { type: 'boolean', default: false }, ...DATA_OPTION },
  mostWords: 1,
  async run({ accept, data: option }, [folder], { env, stdout, stderr }) {
    const { status, told, faults } = checkData(folder ?? dataFolder(trimEnvironment(env), option), accept);
    if (faults.length > 0) stderr.write(`${faults.join('\n')}\n`);
    if (told.length > 0) stdout.write(`${told.join('\n\n')}\n`);
    return status;
  },
});
