// What npm run report starts: the command in this process.
import { startCommand } from './command-line.js';
import { reportCommand } from './report-command.js';

await startCommand(reportCommand);
