// What npm run check starts: the command in this process.

import { checkCommand } from './check-command.js';
import { startCommand } from './command-line.js';

await startCommand(checkCommand);
