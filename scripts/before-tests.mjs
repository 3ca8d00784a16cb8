// Checks types and style and builds, side by side, since none needs another. Ends with status 1 if any of them fails.
import { spawn } from 'node:child_process';
import { once } from 'node:events';

const steps = ['tsc -p tsconfig.json --noEmit', 'npm run -s lint', 'npm run -s build'];
const results = steps.map(async (step) => {
  const [status] = await once(spawn(step, { shell: true, stdio: 'inherit' }), 'close');
  return status === 0;
});
if ((await Promise.all(results)).includes(false)) process.exitCode = 1;
