// What a mentor can't do is said in words, and nothing that was written is lost.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SQLITE } from '../../helpers/databases.js';
import { ANSWER, BEN, LOCKERS, type MentorScene, startMentors } from '../../helpers/mentors.js';

let scene: MentorScene;
let running: MentorScene['running'];
let ana: MentorScene['ana'];
let ben: MentorScene['ben'];
beforeEach(async () => {
  scene = await startMentors(SQLITE, 'http');
  ({ running, ana, ben } = scene);
});
afterEach(() => scene.stop());

/** Lets Ben answer, as Ana does in the Home tab. */
async function chooseBen(): Promise<void> {
  await ana.openHome();
  await ana.choose([BEN]);
}

describe('who may answer', () => {
  it('a person whom nobody has chosen sees nothing of it', async () => {
    await ben.openHome();
    expect(ben.homeReads()).not.toContain('Write an answer');
  });

  it('a person whom an administrator chooses can, and is shown as chosen', async () => {
    await chooseBen();
    await ben.answer(ANSWER);
    expect(await ana.ask(LOCKERS.reworded)).toContain('boiler room');
    expect(JSON.stringify(ana.home().blocks)).toContain(`"initial_users":["${BEN}"]`);
    expect(ben.homeReads()).not.toContain('They can answer questions here');
  });

  it('a mentor who is removed while the window is open is told so, and keeps the text', async () => {
    await chooseBen();
    await ben.openHome();
    await ben.pressHome('Write an answer');
    await ana.choose([]);
    const { errors } = await ben.submit(ANSWER);
    expect(errors).toEqual({ text: expect.stringContaining('You’re no longer a mentor here') });
    expect(JSON.stringify(ben.view().state.values)).toContain('boiler room');
    expect(await ana.ask(LOCKERS.question)).not.toContain('boiler room');
  });

  it('a press that is left over in an old Home tab is told as well', async () => {
    await chooseBen();
    await ben.openHome();
    await ana.choose([]);
    await ben.pressHome('Write an answer');
    expect(ben.reads()).toContain('You can’t answer questions here.');
  });
});

describe('what is written', () => {
  it.each([
    ['no question', { questions: ' \n ' }, { questions: 'Enter at least one question.' }],
    [
      'too many questions',
      { questions: Array.from({ length: 11 }, (_, i) => `Why ${i}?`).join('\n') },
      { questions: 'Enter 10 questions or fewer.' },
    ],
    [
      'a question that is too long',
      { questions: 'why '.repeat(100) },
      { questions: 'Each question must be 300 characters or fewer.' },
    ],
    ['no answer', { text: '   ' }, { text: 'Enter an answer.' }],
    [
      'an answer of which nothing is shown',
      { text: '[a]: https://example.com' },
      { text: expect.stringContaining('nothing to show') },
    ],
    ['no name', { author: ' ' }, { author: 'Enter the name to sign with.' }],
    [
      'a link that is none',
      { source: 'link', link: 'example' },
      { link: expect.stringContaining('starts with https://') },
    ],
    ['no link', { source: 'link' }, { link: expect.stringContaining('starts with https://') }],
  ])('%s is told at its field', async (_, given, errors) => {
    expect((await ana.answer({ ...ANSWER, ...given })).errors).toEqual(errors);
  });

  it('a source can be a section, which is named below the answer', async () => {
    await ana.answer({ ...ANSWER, source: 'Work Hours (Career as a Back End Developer)' });
    expect(await ben.ask(LOCKERS.reworded)).toContain('from “Career as a Back End Developer”, Work Hours');
  });

  it('pings nobody and hides no link, whatever is in it', async () => {
    const text =
      '<!channel> <@U00FAKEUSER1> @here *bold* <https://evil.example|ok> `<!here>` :tada: [click](javascript:alert(1))';
    await ana.answer({ ...ANSWER, text });
    const said = await ben.ask(LOCKERS.reworded);
    expect(said).toContain('&lt;!channel&gt; &lt;@U00FAKEUSER1&gt; @here');
    expect(said).not.toContain('javascript');
  });
});

describe('what is written in any way', () => {
  it.each([
    ['as long as Slack allows', 'A & B < C. '.repeat(272)],
    ['one word without an end', 'x'.repeat(3_000)],
    ['many lines', 'a\n\n'.repeat(999)],
    ['many items', '- a\n'.repeat(749)],
    ['items within items', Array.from({ length: 40 }, (_, depth) => `${' '.repeat(depth)}- a${depth}`).join('\n')],
    ['many links', '[a](https://b.c/d) '.repeat(150)],
    ['a table', '| a | <!channel> |\n|---|---|\n| <@U00FAKEUSER2> | [b](javascript:alert(1)) |'],
    ['pictures', 'A map: ![<!here>](https://example.com/a.png) ![](data:image/png;base64,AAAA)'],
    [
      'links that are none',
      '[a](javascript:alert(1)) [b](data:text/html,x) [c](file:///etc/passwd) <slack://open> [d](//e.f)',
    ],
    ['mark-up of Slack', '<!subteam^S1|x> <#C1|y> <https://e.f|*g*> ```<!everyone>``` *a* _b_ ~c~ :tada:'],
    [
      'front matter and HTML',
      '---\nauthor: x\n---\n<script>alert(1)</script> <img src=x onerror=alert(1)> &lt;!channel&gt;',
    ],
    ['characters that are not seen', 'a\u202Eb\u0000c\u200Bd\u{1F468}\u200D\u{1F469}'],
  ])('%s is shown, in the window, the message and the history, and nothing in it becomes active', async (_, text) => {
    await ana.openHome();
    await ana.pressHome('Write an answer');
    ana.fill({ ...ANSWER, text });
    await ana.press('Preview');
    await ana.close();
    expect((await ana.submit({})).errors).toEqual({});
    const [said, shown] = [await ben.ask(LOCKERS.question), scene.slack.messagesIn(ben.direct).at(-1)];
    expect(said).toContain('— Ana Lima');
    expect(said).not.toMatch(/<[!@#]|<\w+:/);
    expect(JSON.stringify(shown?.blocks)).not.toMatch(
      /"type":"(mrkdwn|user|usergroup|broadcast|channel|emoji|image)"|"url":"(?!https?:)/,
    );
    await ana.openAnswer();
    await ana.press('Edit');
    await ana.submit({ text: `${text.slice(0, 2_900)}.` });
    await ana.openAnswer();
    expect(ana.reads()).toContain('Version 2: changed by Ana Lima');
  });
});

it('of two who answer the same question, the second sees the first one’s text, and can replace it', async () => {
  await chooseBen();
  await ana.ask(LOCKERS.question);
  for (const one of [ana, ben]) {
    await one.openHome();
    await one.pressHome('Answer');
  }
  await ana.submit({ ...ANSWER, text: 'Ana says so.' });
  await ben.submit({ ...ANSWER, text: 'Ben says so.', author: 'Ben' });
  expect(ben.reads()).toContain('Ana Lima published this answer while this window was open:\nAna says so.');
  expect(JSON.stringify(ben.view().state.values)).toContain('Ben says so.');
  expect(await ana.ask(LOCKERS.question)).toContain('Ana says so.');
  await ben.submit({});
  expect(await ana.ask(LOCKERS.question)).toContain('Ben says so.');
});

it('an answer that is withdrawn can be published again, and an older version brought back', async () => {
  await ana.answer({ ...ANSWER, text: 'The first.' });
  for (const text of ['The second.']) {
    await ana.pressHome(LOCKERS.question);
    await ana.press('Edit');
    await ana.submit({ text });
  }
  await ana.pressHome(LOCKERS.question);
  await ana.press('Withdraw');
  expect(ana.reads()).toMatch(/Version 3: withdrawn by Ana Lima, .* UTC\nVersion 2: changed by Ana Lima/);
  await running.close(ana.view());
  await ana.pressHome(`Withdrawn: ${LOCKERS.question}`);
  await ana.press('Publish again');
  expect(await ben.ask(LOCKERS.question)).toContain('The second.');
  await ana.press('Go back to version 1');
  expect(await ben.ask(LOCKERS.question)).toContain('The first.');
});
