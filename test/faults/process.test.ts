// The process killed at each step of answering, told to stop, failing, and with a wrong clock.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type AppProcess, startProcess } from '../helpers/app-process.js';
import { type Body, envelope } from '../helpers/connect-to-app.js';
import { operatorLines as allLines, describeMessages, openChapter } from '../helpers/fault-page.js';
import { freshFile, freshStore } from '../helpers/fresh-store.js';
import { DIRECT, directMessage } from '../helpers/payloads.js';
import { MODES, type Mode } from '../helpers/running-app.js';
import { type Slack, startSlack } from '../helpers/slack-emulator.js';

const QUESTION = 'do I need a degree?';
/** The beginning of the answer. */
const ANSWER = 'degree';
const ANSWERED = 'the answer, once';
/** Takes over a dead process's answer after half a second instead of ten. */
const SPEED = 20;
const WRONG_CLOCK =
  'warn code=from_the_future Refused a request (401): signed more than 5 minutes in the future. Check the clock of this machine';
const HOUR_MS = 3_600_000;
const RETRY = { number: 1, reason: 'connection_failed' };

/** How fast this machine is under load doesn't matter. */
const operatorLines = (lines: readonly string[]) =>
  allLines(lines).filter((line) => !line.includes('code=slow_answer'));

const chapter = openChapter('The process');
let slack: Slack;
let file: string;
const started: AppProcess[] = [];
beforeEach(async () => {
  slack = await startSlack();
  file = freshFile();
});
afterEach(async () => {
  for (const { child, ended } of started.splice(0)) {
    child.kill('SIGKILL');
    await ended;
  }
  await slack.stop();
});

const start = async (mode: Mode, speed = SPEED): Promise<AppProcess> => {
  const app = await startProcess(mode, slack, { file, speed });
  started.push(app);
  return app;
};

/** How many questions the store has counted, read while the app runs. */
async function counted(): Promise<number> {
  const store = await freshStore({ file });
  const { questions } = await store.figures(0);
  await store.close();
  return questions.reduce((sum, { count }) => sum + count, 0);
}

describe.each(MODES)('over %s', (mode) => {
  /** The stages of answering, in order. Each has at least one step; how many differs a little from run to run. */
  const STAGES = [
    'while the question is being claimed',
    'just before the answer is posted',
    'just after Slack accepted the answer',
    'while the result is being written',
    'just before the event is acknowledged',
    'just after the event was acknowledged',
  ];

  it('killed before any step of answering: the message is answered once after Slack’s retry, and counted once', async () => {
    const survivor = await start(mode);
    let victim: AppProcess | undefined;
    let asked = 0;
    for (const stage of STAGES) {
      // Over HTTP before each of its steps. Socket Mode has the same steps, so there only before the first one.
      for (let step = 1; mode === 'http' || step === 1; step += 1) {
        // At its own speed: in a hurry, a busy machine takes too long for its patience, and the steps are others.
        victim ??= await start(mode, 1);
        await victim.order('killInStage', { stage, step });
        const body = directMessage({ text: QUESTION });
        const before = slack.messagesIn(DIRECT).length;
        asked += 1;
        const isAcknowledged = victim.deliver(body).then(
          (receipt) => receipt.isAcknowledged,
          () => false,
        );
        const isAnswered = (await Promise.race([isAcknowledged, victim.ended])) === true;
        // The stage has no further step, and this process goes on with the next stage.
        if (step > 1 && isAnswered && (await victim.order('live'))) break;
        await victim.ended;
        expect(victim.said()).toContain(`Killed: ${stage}`);
        victim = undefined;
        expect(await survivor.deliver(body, RETRY)).toMatchObject({ isAcknowledged: true });
        const messages = slack.messagesIn(DIRECT).slice(before);
        expect(await counted(), `${stage}, step ${step}`).toBe(asked);
        chapter.note(
          { fault: `killed ${stage}`, person: ANSWERED, operator: [] },
          { person: describeMessages(messages, ANSWER), operator: operatorLines(survivor.lines()) },
        );
      }
    }
  });

  /** Sends all messages; resolves to those that weren't acknowledged, which Slack sends again. */
  async function sendTo(app: AppProcess, bodies: readonly Body[]): Promise<Body[]> {
    const receipts = await Promise.allSettled(bodies.map((body) => app.deliver(body)));
    return bodies.filter((_, index) => {
      const receipt = receipts[index];
      return receipt?.status !== 'fulfilled' || !receipt.value.isAcknowledged;
    });
  }
  const messages = (count: number): Body[] => Array.from({ length: count }, () => directMessage({ text: QUESTION }));
  const answers = () => `${slack.messagesIn(DIRECT).filter(({ text }) => text.includes(ANSWER)).length} answers`;

  it.each([
    ['told to stop (SIGTERM) with 30 messages being answered and 10 arriving', ['SIGTERM']],
    ['told to stop twice', ['SIGTERM', 'SIGTERM']],
    ['the terminal that it was started in is closed (SIGHUP)', ['SIGHUP']],
  ] as const)('%s: ends with status 0, and every message is answered once', async (fault, signals) => {
    const app = await start(mode, 1);
    const release = slack.hold('chat.postMessage');
    const early = sendTo(app, messages(30));
    await slack.until(() => slack.said().length === 30);
    for (const signal of signals) app.child.kill(signal);
    await app.isStopping();
    const late = messages(10);
    // In Socket Mode the connection stays open, and nothing shows that an event on it will be sent again.
    if (mode === 'socket') for (const body of late) slack.send(envelope(body));
    const left = mode === 'socket' ? late : await sendTo(app, late);
    release();
    expect(await early).toEqual([]);
    expect(await app.ended).toBe(0);
    const next = await start(mode);
    for (const body of left) expect(await next.deliver(body, RETRY)).toMatchObject({ isAcknowledged: true });
    chapter.note(
      { fault, person: '40 answers to 40 messages', operator: [] },
      { person: `${answers()} to 40 messages`, operator: operatorLines([...app.lines(), ...next.lines()]) },
    );
    expect(await counted()).toBe(40);
  });

  it('told to stop while Slack takes longer than ten seconds: ends with status 0, and Slack sends the event again', async () => {
    const app = await start(mode);
    const body = directMessage({ text: QUESTION });
    const release = slack.hold('chat.postMessage');
    void app.deliver(body).catch(() => undefined);
    await slack.until(() => slack.said().length === 1);
    app.child.kill('SIGTERM');
    expect(await app.ended).toBe(0);
    release();
    const next = await start(mode);
    await next.deliver(body, RETRY);
    chapter.note(
      {
        fault: 'told to stop while Slack takes longer than ten seconds',
        person: ANSWERED,
        operator: ['Stopped before some answers were finished. Slack will resend their events.'],
      },
      {
        person: describeMessages(slack.messagesIn(DIRECT), ANSWER),
        operator: operatorLines([...app.lines(), ...next.lines()]),
      },
    );
  });

  it('an unhandled rejection: ends with status 1 and one log line that doesn’t have its message', async () => {
    const app = await start(mode);
    const body = directMessage({ text: QUESTION });
    const release = slack.hold('chat.postMessage');
    void app.deliver(body).catch(() => undefined);
    await slack.until(() => slack.said().length === 1);
    await app.order('rejectUnheard', `${QUESTION} xoxb-secret`);
    expect(await app.ended).toBe(1);
    release();
    const next = await start(mode);
    await next.deliver(body, RETRY);
    chapter.note(
      {
        fault: 'an unhandled rejection while it answers',
        person: ANSWERED,
        operator: ['Stopped: Error. Failed at …. Please report it and include this line.'],
      },
      {
        person: describeMessages(slack.messagesIn(DIRECT), ANSWER),
        operator: operatorLines([...app.lines(), ...next.lines()]),
      },
    );
  });

  it('a clock that jumps back an hour and forward again: nothing is answered twice, and the conversation continues', async () => {
    const app = await start(mode);
    const [body, further] = [
      directMessage({ text: 'What does a fresher earn in India?' }),
      directMessage({ text: 'and outside India?' }),
    ];
    await app.deliver(body);
    await app.order('setClock', -HOUR_MS);
    await app.deliver(body, RETRY);
    const isTaken = (await app.deliver(further)).isAcknowledged;
    // Over HTTP a signature from the future is refused, so that no one can keep one for later.
    expect(isTaken).toBe(mode === 'socket');
    await app.order('setClock', 0);
    for (const again of [body, further]) await app.deliver(again, RETRY);
    expect(slack.messagesIn(DIRECT).map(({ text }) => text)).toEqual([
      expect.stringMatching(/^Freshers in India earn/),
      expect.stringMatching(/^Freshers outside India earn/),
    ]);
    // Its output is complete only once it has ended.
    app.child.kill('SIGKILL');
    await app.ended;
    chapter.note(
      {
        fault: `the clock jumps back an hour and forward again, ${mode === 'http' ? 'over HTTP' : 'in Socket Mode'}`,
        person: '2 answers to 2 messages',
        operator: mode === 'http' ? [WRONG_CLOCK, WRONG_CLOCK] : [],
      },
      { person: `${slack.messagesIn(DIRECT).length} answers to 2 messages`, operator: operatorLines(app.lines()) },
    );
  });
});

it('docs/faults.md says what happened', () => chapter.expectOnPage());
