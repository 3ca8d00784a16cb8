// What npm run manifest starts: the command in this process.
import { startCommand } from './command-line.js';
import { manifestCommand } from './manifest-command.js';

await startCommand(manifestCommand);
