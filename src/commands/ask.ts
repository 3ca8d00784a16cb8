// What npm run ask starts: the command in this process.

import { askCommand } from './ask-command.js';
import { startCommand } from './command-line.js';

await startCommand(askCommand);
