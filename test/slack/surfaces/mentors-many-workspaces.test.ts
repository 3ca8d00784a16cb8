// Many workspaces install the app: in each, the person who installed it answers and chooses mentors, and nothing reaches another one.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestUser } from '../../../local-slack/emulator/test-user.js';
import type { Body } from '../../helpers/connect-to-app.js';
import { ANSWER, BEN, LOCKERS, personAt } from '../../helpers/mentors.js';
import { ACME, type OAuthApp, startOAuthApp, UMBRELLA } from '../../helpers/oauth-app.js';
import { from } from '../../helpers/payloads.js';
import { startApp } from '../../helpers/running-app.js';
import { loadShippedBot } from '../../helpers/shipped-bot.js';

const bot = await loadShippedBot();
const TELL = 'Tell me when this is answered';

describe('many workspaces', () => {
  let app: OAuthApp;
  /** A person in a workspace; Slack says in each payload which one that is. */
  const personIn = (team: string, person: string) => {
    const deliver = (body: Body) => {
      const { view } = body;
      const isWindow = typeof view === 'object' && view !== null;
      return app.deliver(from({ team }, isWindow ? { ...body, view: { ...view, app_installed_team_id: team } } : body));
    };
    return personAt({ ...app, deliver, ...createTestUser(app.slack, deliver) }, person);
  };
  beforeEach(async () => {
    app = await startOAuthApp({ bot });
    await app.install({ team: ACME, by: 'U00FAKECLEO' });
    await app.install({ team: UMBRELLA, by: 'U00FAKEDAN' });
  });
  afterEach(async () => {
    expect(app.slack.refused).toEqual([]);
    await app.stop();
  });

  it('before anyone is chosen, only the person who installed the app sees open questions, those of the own workspace', async () => {
    await personIn(ACME.id, BEN).ask(LOCKERS.question);
    const [cleo, dan] = [personIn(ACME.id, 'U00FAKECLEO'), personIn(UMBRELLA.id, 'U00FAKEDAN')];
    for (const person of [cleo, dan, personIn(ACME.id, 'U00FAKEEVE'), personIn(UMBRELLA.id, 'U00FAKEFINN')])
      await person.openHome();
    expect(cleo.homeReads()).toContain(LOCKERS.question);
    expect(dan.homeReads()).toContain('No open questions right now.');
    for (const person of ['U00FAKEEVE', 'U00FAKEFINN'])
      expect(JSON.stringify(app.slack.homeOf(person))).not.toContain('Answer questions');
  });

  it('the same question is answered, and told of, in the one workspace alone', async () => {
    const [ben, gil] = [personIn(ACME.id, BEN), personIn(UMBRELLA.id, 'U00FAKEGIL')];
    for (const person of [ben, gil]) {
      await person.ask(LOCKERS.question);
      await person.pressLast(TELL);
    }
    await personIn(ACME.id, 'U00FAKECLEO').answer(ANSWER);
    await app.slack.until(() => ben.told().length > 0);
    await app.settled();
    expect(await ben.ask(LOCKERS.reworded)).toContain('boiler room');
    expect(await gil.ask(LOCKERS.question)).toContain('I couldn’t find that');

    await personIn(UMBRELLA.id, 'U00FAKEDAN').answer({ ...ANSWER, text: 'At Umbrella, on the roof.', author: 'Dan' });
    await app.slack.until(() => gil.told().length > 0);
    await app.settled();
    expect(gil.told()).toEqual([expect.stringContaining('on the roof')]);
    expect(ben.told()).toHaveLength(1);
    expect(await ben.ask(LOCKERS.question)).toContain('boiler room');
  });
});

it('with one token and nobody in ADMINS, nobody sees open questions', async () => {
  const running = await startApp('http', { bot });
  const ben = personAt(running, BEN);
  await ben.ask(LOCKERS.question);
  await ben.openHome();
  expect(ben.homeReads()).not.toContain('Answer questions');
  await running.stop();
});
