// Edits while the local Slack runs: good ones change the answers, errors are shown while the last working version answers.
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { State } from '../../local-slack/shared/state.js';
import {
  ANA,
  copyProject,
  enter,
  isRunning,
  type Launched,
  launch,
  type Visitor,
} from '../helpers/local-slack-process.js';

const DIRECT = 'D00FAKEUSER1';
const FACTS = 'data/facts/jobs.yml';
const STEPS = 'data/facts/path.yml';
const TOPIC = 'intents/jobs.ts';
/** What the bot says of itself: the matcher learns nothing from it, so an edit takes the least time. */
const ABOUT = 'data/about.yml';
const GOOD = new Map([FACTS, STEPS, TOPIC, ABOUT].map((file) => [file, readFileSync(file, 'utf8')]));

let root: string;
let running: Launched;
let ana: Visitor;
beforeAll(async () => {
  root = copyProject();
  running = launch({}, { root });
  ana = await enter(await running.ready(), ANA);
});
afterAll(async () => {
  ana.leave();
  await running.stop();
  rmSync(root, { recursive: true });
});

/** Writes the shipped file with this change; throws if the file no longer has the text. */
function edit(file: string, from: string, to: string, write: typeof writeFileSync = writeFileSync): void {
  const whole = GOOD.get(file) ?? '';
  if (!whole.includes(from)) throw new Error(`${file} no longer holds “${from}”.`);
  write(join(root, file), whole.replace(from, to));
}

/** Where the shipped file has this text, as an error names it. */
function placeOf(file: string, text: string): string {
  const [before = '', ...found] = (GOOD.get(file) ?? '').split(text);
  if (found.length === 0) throw new Error(`${file} no longer holds “${text}”.`);
  return `${file}:${before.split('\n').length} `;
}

const restore = (file: string): void => writeFileSync(join(root, file), GOOD.get(file) ?? '');
const edits = (): Promise<number> => ana.sees((state) => state.edits);
const reloaded = (after: number): Promise<unknown> =>
  ana.sees((state) => (state.edits > after && state.botState === 'ready' ? state : undefined));
const faults = (): Promise<readonly string[]> =>
  ana.sees((state) => (state.faults.length > 0 ? state.faults : undefined));
const noFaults = (): Promise<unknown> => ana.sees((state) => (state.faults.length === 0 ? state : undefined));

let count = 0;
/** Asks with words that no earlier question had, and returns the answer. */
async function ask(question: string): Promise<string> {
  count += 1;
  await ana.say(DIRECT, `${question}${'?'.repeat(count)}`);
  const asked = await ana.message(({ text, author }) => !author.isBot && text === `${question}${'?'.repeat(count)}`);
  return (await ana.message(({ author, askedBy }) => author.isBot && askedBy?.words === asked.text)).text;
}

const QUESTION = 'when should I start applying for jobs';
const ANSWER = 'Applying for jobs is the last of the steps that one document lists.';
/** A fact that lists give in other words, which are what the matcher learns. */
const STEP = 'what is the fourth step';
const STEP_ANSWER = 'The fourth step is to sharpen your database skills.';
const SUBJECT = 'subject: a career as a back-end developer';

/** The bot's process, once the one before it has ended. */
async function theBot(): Promise<number> {
  await expect.poll(() => running.children().length).toBe(1);
  return running.children()[0] ?? 0;
}

describe('an edit', () => {
  // Each begins with the shipped file, so only the last one is undone.
  afterAll(async () => {
    const before = await edits();
    for (const file of GOOD.keys()) restore(file);
    await reloaded(before);
  });

  it('of a fact, written in place, changes the answer', async () => {
    expect(await ask(STEP)).toContain(STEP_ANSWER);
    const before = await edits();
    edit(STEPS, `says: ${STEP_ANSWER}`, 'says: Now sharpen your database skills.');
    await reloaded(before);
    expect(await ask(STEP)).toContain('Now sharpen your database skills.');
  });

  it('that is written beside the file and put in its place changes the answer', async () => {
    const before = await edits();
    edit(ABOUT, SUBJECT, 'subject: careers', (path, text) => {
      writeFileSync(`${path}.new`, text as string);
      renameSync(`${path}.new`, path as string);
    });
    await reloaded(before);
    expect(await ask('who are you')).toContain('I answer questions about careers from');
  });

  it('shows that it’s being read, then how long it took; until then the old version answers', async () => {
    const before = await edits();
    const startedAt = Date.now();
    edit(ABOUT, SUBJECT, 'subject: good careers');
    expect(await ana.sees(({ isReading, edits: now }) => (isReading ? now : undefined))).toBe(before);
    const { isReading, changedAt } = (await reloaded(before)) as State;
    expect(isReading).toBe(false);
    expect(changedAt).toBeGreaterThanOrEqual(startedAt);
  });

  it('made while another is being read replaces it, and a half-read version never answers', async () => {
    const before = await edits();
    edit(ABOUT, SUBJECT, 'subject: early careers');
    await ana.sees(({ isReading }) => (isReading ? true : undefined));
    edit(ABOUT, SUBJECT, 'subject: late careers');
    // On a busy machine the first may have been read already.
    const now = await edits();
    expect(now - before).toBeLessThanOrEqual(1);
    await reloaded(now);
    expect(await ask('who are you')).toContain('late careers');
    expect(await edits()).toBe(now + 1);
  });
});

describe('an error', () => {
  afterEach(async () => {
    for (const file of GOOD.keys()) restore(file);
    await noFaults();
  });

  it.each<[string, string, [from: string, to: string], string]>([
    ['in a quote', FACTS, ['quote: Start applying for jobs', 'quote: Begin applying for jobs'], 'isn’t word for word'],
    ['in the form of a file', FACTS, ['- id: apply-is-a-step', '- id: ]'], 'isn’t YAML'],
    ['in a topic', TOPIC, ["title: 'Where to apply'", 'title: 12'], 'number'],
  ])('%s is shown with its place, the old answer stays, and fixing it clears it', async (_, file, change, words) => {
    const before = await edits();
    const child = await theBot();
    edit(file, ...change);
    const shown = await faults();
    const place = placeOf(file, change[0]);
    expect(shown[0]).toMatch(new RegExp(`^${place}.*${words}`));
    expect(shown.filter((fault) => !fault.startsWith(`${file}:`))).toEqual([]);
    // The terminal is notified separately from the page.
    await expect.poll(() => running.output().err).toMatch(new RegExp(`^${place}.*${words}`, 'm'));
    await expect.poll(() => running.output().err).toContain('The last working version keeps answering.');
    expect(await ask(QUESTION)).toContain(ANSWER);
    restore(file);
    await noFaults();
    expect([await edits(), await theBot()]).toEqual([before, child]);
  });
});

it('temporary files of an editor are neither edits nor errors', async () => {
  const before = await edits();
  const names = ['.jobs.yml.swp', 'jobs.yml~', '#jobs.yml#'].map((name) => join(root, 'data/facts', name));
  for (const name of names) writeFileSync(name, '?');
  edit(ABOUT, SUBJECT, 'subject: careers');
  await reloaded(before);
  for (const name of names) rmSync(name);
  restore(ABOUT);
  await reloaded(before + 1);
  expect(await ana.sees((state) => [state.edits, state.faults])).toEqual([before + 2, []]);
});

it('a crashed bot is shown and restarted, and answers what it was asked meanwhile', async () => {
  const child = await theBot();
  process.kill(child, 'SIGKILL');
  const [fault] = await faults();
  expect(fault).toMatch(/^The bot has stopped: .*SIGKILL/);
  await expect.poll(() => running.output().err).toMatch(/The bot has stopped: .* Starting it again/);
  await expect.poll(() => isRunning(child)).toBe(false);
  expect(await ask(QUESTION)).toContain(ANSWER);
  await noFaults();
});

it('a start with an error shows it, and the bot answers once it’s fixed', async () => {
  const quote = 'quote: Start applying for jobs';
  edit(FACTS, quote, 'quote: Begin applying for jobs');
  const second = launch({}, { root });
  const visitor = await enter(await second.ready(), ANA);
  expect(await visitor.sees(({ faults: [first] }) => first)).toContain(placeOf(FACTS, quote));
  expect(await visitor.sees((state) => state.botState)).toBe('stopped');
  expect(await visitor.say('C00FAKECHAN1', '/backend-career help')).toEqual({
    ok: false,
    error: expect.stringContaining('dispatch_failed'),
  });
  restore(FACTS);
  await visitor.sees((state) => (state.botState === 'ready' ? state : undefined));
  await visitor.sees(({ faults: all }) => (all.length === 0 ? true : undefined));
  expect(await visitor.say('C00FAKECHAN1', '/backend-career help')).toEqual({ ok: true });
  visitor.leave();
  await second.stop();
});

// The last test, since compiling takes longest and this one needs no undoing.
it('an edit of a topic is compiled and changes the answer', async () => {
  const before = await edits();
  edit(
    TOPIC,
    'answer(query, facts) {',
    "answer(query, facts) {\n    if (query.text) return { headline: 'Apply today.', facts: [] };",
  );
  await reloaded(before);
  expect(await ask(QUESTION)).toContain('Apply today.');
});
