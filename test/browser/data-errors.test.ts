// Makes an error in the data while the local workspace runs, and reads what the page shows.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { inBrowser } from '../helpers/browser.js';
import { copyProject, type Launched, launch } from '../helpers/local-slack-process.js';

const FACTS = 'data/facts/jobs.yml';

let root = '';
let app: Launched;
const open = () => {
  root = copyProject();
  app = launch({}, { root });
  return app;
};
afterAll(() => rmSync(root, { recursive: true, force: true }));

inBrowser(
  'errors in the data, in a browser',
  (arrive) => {
    it('are shown with file and line while questions are still answered, and disappear once fixed', async () => {
      const user = await arrive();
      const file = join(root, FACTS);
      const good = readFileSync(file, 'utf8');
      writeFileSync(file, good.replace('quote: Start applying for jobs', 'quote: Start to apply for jobs'));
      const banner = user.page.getByRole('alert', { name: 'Errors in the data' });
      await banner.getByText(/data\/facts\/jobs\.yml:\d+ .*isn’t word for word/).waitFor();
      expect(await user.barriers()).toEqual([]);
      await user.say('how many hours do they work?');
      await user.message('five days a week');
      writeFileSync(file, good);
      await banner.waitFor({ state: 'detached' });
    });

    it('are shown as the reason why the bot can’t start again; once fixed, it answers', async () => {
      const user = await arrive();
      const file = join(root, FACTS);
      const good = readFileSync(file, 'utf8');
      writeFileSync(file, good.replace('quote: Start applying for jobs', 'quote: Start to apply for jobs'));
      await user.page.getByRole('alert', { name: 'Errors in the data' }).waitFor();
      for (const pid of app.children()) process.kill(pid, 'SIGKILL');
      const banner = user.page.getByRole('alert', { name: 'Why the bot isn’t running' });
      await banner.getByText(/data\/facts\/jobs\.yml:\d+ .*isn’t word for word/).waitFor();
      expect(await user.page.getByText('the bot answers from the last version').count()).toBe(0);
      writeFileSync(file, good);
      await banner.waitFor({ state: 'detached' });
      await user.say('what does a fresher earn in India?');
      await user.message('5 LPA');
    });
  },
  open,
);
