// The wiring of the Slack side: configuration and bot in, an app that can be started and stopped out.
import { setTimeout as pause } from 'node:timers/promises';
import type { AnyMiddlewareArgs, App, Context, CustomRoute, webApi } from '@slack/bolt';
import type { Bot } from '../answering/bot.js';
import type { Config } from '../config/slack-config.js';
import { type Health, healthPages, watchHealth } from '../operations/health.js';
import { createLog, type Log } from '../operations/log.js';
import type { Meter } from '../operations/meter.js';
import { showPage } from '../operations/pages.js';
import type { Store } from '../store/store.js';
import { createRoad } from './answer-question.js';
import { HeldApp, LeftToSlackError } from './connection/ack-when-answered.js';
import { boltLogger } from './connection/bolt-logger.js';
import { countingFetch } from './connection/metered-fetch.js';
import { httpLine, socketLine } from './connection/receivers.js';
import { createSwitches } from './delivery/feature-switches.js';
import { arrivalIn } from './inbound/delivery-id.js';
import { workspaceIn } from './inbound/workspace-id.js';
import { type Admins, createAccess } from './installation/access.js';
import { createUnauthorised } from './installation/unauthorized.js';
import { listen, type Surroundings } from './listeners.js';
import { describeFailure } from './slack-errors.js';
import { adminSection } from './surfaces/admin-section.js';
import { createWhileAnswering } from './surfaces/agent.js';
import { homeView, openHome } from './surfaces/home.js';
import { listenForVotes } from './surfaces/voting.js';

/** The app once it stands, in words: who it is, and where it listens. */
export interface Standing {
  readonly who: string;
  readonly where: string;
}

/** The Slack app. `bolt` is Bolt's own App, for whoever wants to look inside. */
export interface SlackApp {
  readonly bolt: HeldApp;
  /** Proves the tokens and opens the line; rejects with Slack's refusal. */
  start(): Promise<Standing>;
  /** Takes nothing more and finishes what is under way; true if that was possible within `graceMs`. */
  stop(graceMs: number): Promise<boolean>;
  readonly health: Health;
  /** Rejects when Slack closes the line for good after the start. */
  readonly lost: Promise<never>;
}

/**
 * No second try inside the client: it would repeat a post that Slack may have taken. Slack sends the event again
 * instead, and delivery.ts waits where Slack asks to.
 */
const CLIENT = { retryConfig: { retries: 0 }, rejectRateLimitedCalls: true, timeout: 10_000 } as const;

/** Builds the app around the bot; nothing is opened or called before `start`. `now` counts milliseconds. */
export function createApp(
  config: Config,
  bot: Bot,
  store: Store,
  log: Log = createLog(config.logLevel),
  now?: () => number,
  meter?: Meter,
): SlackApp {
  const logger = boltLogger(log);
  const call = meter && countingFetch(meter);
  const clientOptions: webApi.WebClientOptions = {
    ...CLIENT,
    ...(config.apiUrl === undefined ? {} : { slackApiUrl: config.apiUrl }),
    ...(call && { fetch: call }),
  };
  const finish = (work: Promise<void>): Promise<void> => bolt.finish(work);
  const access = createAccess(config, { store, bot, clientOptions, log, logger, finish });
  const line =
    config.mode === 'socket'
      ? socketLine(config, clientOptions, log, logger, call)
      : httpLine(config, log, logger, [...access.routes, ...healthRoutes(() => health())]);
  let isStopping = false;
  const slackState = () => (isStopping ? 'stopping' : line.isOpen() ? 'connected' : 'not connected');
  const health = watchHealth({ slackState, isReachable: store.isReachable, needsStore: config.mode === 'oauth' });
  const bolt = new HeldApp(
    {
      receiver: line.receiver,
      authorize: access.identities.authorize,
      clientOptions,
      logger,
      convoStore: false,
      extendedErrorHandler: true,
    },
    meter,
  );
  const switches = createSwitches(log, now);
  const whileAnswering = createWhileAnswering(switches, log, finish);
  const around = { switches, ...(config.isAgent && { whileAnswering }), ...(meter && { meter }) };
  openDoors(bolt, bot, store, log, around, access.admins);
  access.listen(bolt);
  reportErrors(
    bolt,
    log,
    createUnauthorised(log, (body, reply) => bolt.replyTo(body, reply), now),
  );

  return {
    bolt,
    health,
    lost: line.lost,
    async start() {
      const who = await access.identities.prove(bolt.client);
      // So that it knows of a store that was there at the start, however seldom anybody asks.
      await health();
      return { who, where: await line.open() };
    },
    async stop(graceMs) {
      isStopping = true;
      bolt.close();
      const finished = line.close(bolt.drained()).then(
        () => true,
        () => true,
      );
      return Promise.race([finished, pause(graceMs, false, { ref: false })]);
    },
  };
}

/** On the address that Slack calls, for a balancer; what is counted is not for everybody. */
function healthRoutes(health: Health): CustomRoute[] {
  return healthPages(health).map((page) => ({
    path: page.path,
    method: ['GET', 'HEAD'],
    handler: (_, response) => void showPage(page, response),
  }));
}

/** Opens everything that Slack can send something to; manifest.yml declares the same. Admins see the report. */
export function openDoors(app: App, bot: Bot, store: Store, log: Log, around: Surroundings, admins?: Admins): void {
  listen(app, createRoad(bot, store, log, around.meter), around, log);
  listenForVotes(app, store, new Set(bot.topics.map(({ topic }) => topic)), log);
  const about = { ...bot, keepsTexts: store.keepsTexts };
  const homeFor = async (person: string, context: Context) => {
    if (admins?.include(person, context) !== true) return homeView(about);
    return homeView(about, await adminSection(store, bot, workspaceIn(context), admins.note));
  };
  openHome(app, homeFor, log);
}

/** The one place where failures of listeners end. An event that failed is not acknowledged: Slack sends it again. */
function reportErrors(bolt: HeldApp, log: Log, judge: ReturnType<typeof createUnauthorised>): void {
  bolt.error(async ({ error, body, context }: { error: Error; body: AnyMiddlewareArgs['body']; context: Context }) => {
    const isEvent = 'event' in body;
    const verdict = await judge(error, body);
    if (verdict === 'acknowledge') return;
    if (verdict === undefined) {
      const { code, advice } = describeFailure(error);
      const door = isEvent ? body.event.type : 'command' in body ? 'command' : body.type;
      const said = isEvent ? `${advice}. Slack will send the event again` : advice;
      log.of(arrivalIn(context)?.names).error(said, { door, code });
    }
    if (isEvent) throw new LeftToSlackError(error);
  });
}
