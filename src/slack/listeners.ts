// The doors: each listener reads the question and sends it down the one road.
import type { App, Context } from '@slack/bolt';
import { deliver, type Ways } from './delivery.js';
import { TOPIC_ACTION } from './message.js';
import { readQuestion, type Self } from './question.js';
import type { Road } from './road.js';

/** The slash command, as manifest.yml declares it. */
export const COMMAND = '/backend-career';

/** Opens all doors of the app. */
export function listen(app: App, road: Road): void {
  const take = async (body: unknown, context: Context, ways: Ways): Promise<void> => {
    const question = readQuestion(body, selfIn(context));
    if (question !== undefined) await road(question, (message) => deliver(message, question.place, ways));
  };

  app.command(COMMAND, ({ body, context, ack }) => take(body, context, { ack }));
  app.event('app_mention', ({ body, context, client }) => take(body, context, { client }));
  app.event('message', ({ body, context, client }) => take(body, context, { client }));
  app.action(new RegExp(`^${TOPIC_ACTION}`), async ({ body, context, ack, client, respond }) => {
    // Slack never repeats a press, so nothing is lost by telling it at once, and the button stops spinning.
    await ack();
    await take(body, context, { client, respond });
  });
}

function selfIn({ teamId, enterpriseId, botUserId }: Context): Self {
  return { team: teamId ?? enterpriseId ?? '', ...(botUserId === undefined ? {} : { userId: botUserId }) };
}
