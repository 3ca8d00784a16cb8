// A mistake made while the local workspace runs, as whoever sits before the page sees it.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { inBrowser } from '../helpers/browser.js';
import { copyProject, launch } from '../helpers/launched.js';

const FACTS = 'data/facts/jobs.yml';

let root = '';
const open = () => {
  root = copyProject();
  return launch({}, { root });
};
afterAll(() => rmSync(root, { recursive: true, force: true }));

inBrowser(
  'mistakes in the data, in a browser',
  (arrive) => {
    it('are shown with file and line, while questions are answered; once mended, they are gone', async () => {
      const desk = await arrive();
      const file = join(root, FACTS);
      const good = readFileSync(file, 'utf8');
      writeFileSync(file, good.replace('quote: Start applying for jobs', 'quote: Start to apply for jobs'));
      const banner = desk.page.getByRole('alert', { name: 'Mistakes in the data' });
      await banner.getByText(/data\/facts\/jobs\.yml:\d+ .*does not stand word for word/).waitFor();
      expect(await desk.barriers()).toEqual([]);
      await desk.say('how many hours do they work?');
      await desk.message('45 hours a week');
      writeFileSync(file, good);
      await banner.waitFor({ state: 'detached' });
    });
  },
  open,
);
