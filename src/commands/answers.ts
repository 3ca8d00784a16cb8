// What npm run answers starts: the command in this process.

import { answersCommand } from './answers-command.js';
import { startCommand } from './command-line.js';

await startCommand(answersCommand);
