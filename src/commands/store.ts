// What npm run store starts: the command in this process.
import { startCommand } from './command-line.js';
import { storeCommand } from './store-command.js';

await startCommand(storeCommand);
