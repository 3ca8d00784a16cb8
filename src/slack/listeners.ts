// The doors: whatever asks is read as a question and sent down the one road.
import { randomUUID } from 'node:crypto';
import type { App, Context } from '@slack/bolt';
import type { Log } from '../operations/log.js';
import type { Meter } from '../operations/meter.js';
import type { Road } from './answer-question.js';
import { deliver, type Ways } from './delivery/deliver.js';
import type { Switches } from './delivery/feature-switches.js';
import { postIdFor } from './delivery/post-id.js';
import { orTellInPrivate } from './delivery/private-fallback.js';
import { arrivalIn } from './inbound/delivery-id.js';
import type { Place } from './inbound/destination.js';
import {
  ANSWER_MESSAGE,
  ASK_FORM,
  questionBlock,
  readQuestion,
  type Self,
  type SlackQuestion,
} from './inbound/read-question.js';
import { workspaceIn } from './inbound/workspace-id.js';
import { EMPTY_QUESTION, LONG_QUESTION } from './message/fixed-messages.js';
import { MAX_QUESTION } from './message/limits.js';
import { askModal } from './message/modal.js';
import type { WhileAnswering } from './surfaces/agent.js';

/** The slash command and the shortcut that opens the form, as manifest.yml declares them. */
export const COMMAND = '/backend-career';
export const ASK_QUESTION = 'ask_question';

/** What a question comes by, besides buttons, as manifest.yml declares it. */
export const ASKING: Readonly<Record<'commands' | 'events' | 'shortcuts', readonly string[]>> = {
  commands: [COMMAND],
  events: ['app_mention', 'message'],
  shortcuts: [ANSWER_MESSAGE],
};

/** What not every workspace has; `whileAnswering` is there where the app is an agent. */
export interface Surroundings {
  readonly switches: Switches;
  readonly whileAnswering?: WhileAnswering;
  readonly meter?: Meter;
}

/** Opens all doors of the app. */
export function listen(app: App, road: Road, { switches, whileAnswering }: Surroundings, log: Log): void {
  const selfIn = (context: Context): Self => ({
    team: workspaceIn(context),
    ...(context.botUserId !== undefined && { userId: context.botUserId }),
    ...(whileAnswering !== undefined && { isAgent: true }),
  });
  const take = async (asked: SlackQuestion, context: Context, ways: Ways): Promise<void> => {
    const arrival = arrivalIn(context);
    const question = arrival === undefined ? asked : { ...asked, arrival };
    const { place, workspace, key } = question;
    const charts = switches('charts', workspace);
    const allWays = { ...ways, charts, ...(key !== undefined && { postId: postIdFor(key) }) };
    await road(question, (message, { receipt, isForOne } = {}) => {
      const to = isForOne ? privately(place, ways) : place;
      const handOver = () => orTellInPrivate(question, ways.client, log, () => deliver(message, to, allWays, receipt));
      return whileAnswering === undefined ? handOver() : whileAnswering(question, ways.client, handOver);
    });
  };

  // What asks is taken before the listeners: Bolt tries each of those for every payload, which costs as much again.
  app.use(async (args) => {
    const { body, context, client, next } = args;
    const asked = readQuestion(body, selfIn(context));
    if (asked === undefined || asked.door === 'form') return next();
    if ('event' in args) return ASKING.events.includes(args.event.type) ? take(asked, context, { client }) : next();
    if ('command' in args) {
      const { command, ack, respond } = args;
      return ASKING.commands.includes(command.command) ? take(asked, context, { ack, respond }) : next();
    }
    if (!('action' in args || ('shortcut' in args && ASKING.shortcuts.includes(args.shortcut.callback_id))))
      return next();
    // Slack never repeats a press, so nothing is lost by telling it at once, and the button stops spinning.
    await args.ack();
    return take(asked, context, { client, ...(args.respond && { respond: args.respond }) });
  });
  app.shortcut(ASK_QUESTION, async ({ body, ack, client }) => {
    await ack();
    await client.views.open({ trigger_id: body.trigger_id, view: askModal(randomUUID()) });
  });
  app.view(ASK_FORM.callback, async ({ body, context, ack }) => {
    const asked = readQuestion(body, selfIn(context));
    const problem = problemIn(asked?.text ?? '');
    if (problem !== undefined) await ack({ response_action: 'errors', errors: { [questionBlock(body)]: problem } });
    else if (asked !== undefined)
      await take(asked, context, { show: (view) => ack({ response_action: 'update', view }) });
  });
}

/** Only to the one who pressed, where Slack gives a way for that; what holds the button stays as it is. */
function privately(place: Place, { respond }: Ways): Place {
  const isPrivate = ['acknowledgement', 'modal', 'new modal'].includes(place.kind);
  if (respond === undefined || isPrivate) return place;
  const within = place.kind === 'response' ? place.within : undefined;
  return { kind: 'response', ...(within && { within }) };
}

function problemIn(asked: string): string | undefined {
  if (asked === '') return EMPTY_QUESTION;
  return asked.length > MAX_QUESTION ? LONG_QUESTION : undefined;
}
