// Builds the Slack app from its configuration and the bot; it can be started and stopped.
import { setTimeout as pause } from 'node:timers/promises';
import type { AnyMiddlewareArgs, App, Context, CustomRoute, webApi } from '@slack/bolt';
import type { Bot } from '../answering/bot.js';
import type { Config } from '../config/slack-config.js';
import { type Health, healthPages, watchHealth } from '../operations/health.js';
import { createLog, type Log } from '../operations/log.js';
import type { Meter } from '../operations/meter.js';
import { showPage } from '../operations/pages.js';
import type { Store } from '../store/store.js';
import { type AnsweringServices, createAnswerQuestion } from './answer-question.js';
import { AckWhenAnsweredApp, LeaveForRetryError, UnreadablePayloadError } from './connection/ack-when-answered.js';
import { boltLogger } from './connection/bolt-logger.js';
import { createHttpReceiver } from './connection/http-receiver.js';
import { meteredFetch } from './connection/metered-fetch.js';
import { createProxyRoute, type ProxyRoute } from './connection/proxy-route.js';
import type { SlackReceiver } from './connection/receivers.js';
import { createSocketReceiver } from './connection/socket-receiver.js';
import { createFeatureSwitches } from './delivery/feature-switches.js';
import { deliveryIn } from './inbound/delivery-id.js';
import { workspaceIn } from './inbound/workspace-id.js';
import { type Admins, createAccess } from './installation/access.js';
import { createUnauthorizedHandler, type UnauthorizedHandler } from './installation/unauthorized.js';
import { type ListenerServices, listenForQuestions } from './listeners.js';
import { describeFailure } from './slack-errors.js';
import { adminSection } from './surfaces/admin-section.js';
import { createWhileAnswering } from './surfaces/agent.js';
import { homeView, listenForHome } from './surfaces/home.js';
import { recentFigures } from './surfaces/home-figures.js';
import { mentorSection } from './surfaces/mentor-section.js';
import { listenForMentoring } from './surfaces/mentoring.js';
import { listenForTelling } from './surfaces/tell-me.js';
import { listenForVotes } from './surfaces/voting.js';
import { openWorkspaceAnswers, type WorkspaceAnswers } from './workspace-answers.js';

/** A started app, in words: who it is, and where it listens. */
export interface StartedApp {
  readonly who: string;
  readonly where: string;
}

/** The Slack app. `bolt` is Bolt's own App, for tests and tools that look inside. */
export interface SlackApp {
  readonly bolt: AckWhenAnsweredApp;
  /** Verifies the tokens and opens the connection; rejects with Slack's refusal. */
  start(): Promise<StartedApp>;
  /** Accepts nothing new and finishes open answers; true if that was possible within `graceMs`. */
  stop(graceMs: number): Promise<boolean>;
  readonly health: Health;
  /** Rejects if Slack closes the connection for good after the start. */
  readonly lost: Promise<never>;
}

/**
 * No second try inside the client: it would repeat a post that Slack has possibly taken. Slack sends the event again
 * instead, and delivery/rate-limit.ts waits if Slack asks to.
 */
const CLIENT = { retryConfig: { retries: 0 }, rejectRateLimitedCalls: true, timeout: 10_000 } as const;

/** No store of Bolt's, and the payload beside each error. */
const BOLT = { convoStore: false, extendedErrorHandler: true } as const;

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
  const route = config.proxies && createProxyRoute(config.proxies);
  const clientOptions = slackClient(config, slackFetch(route, meter));
  const track = (work: Promise<void>): Promise<void> => bolt.track(work);
  const access = createAccess(config, { store, bot, clientOptions, log, logger, track });
  const receiver =
    config.mode === 'socket'
      ? createSocketReceiver(config, clientOptions, log, logger, route?.dispatcher)
      : createHttpReceiver(config, log, logger, [...access.routes, ...healthRoutes(() => health())]);
  let isStopping = false;
  const slackState = () => (isStopping ? 'stopping' : receiver.isOpen() ? 'connected' : 'not connected');
  const health = watchHealth({
    slackState,
    whyNotConnected: receiver.whyNotOpen,
    isReachable: store.isReachable,
    needsStore: config.mode === 'oauth',
  });
  const { authorize } = access.authorization;
  const options = { ...BOLT, receiver: receiver.receiver, authorize, clientOptions, logger };
  const bolt = new AckWhenAnsweredApp(options, log, meter);
  const switches = createFeatureSwitches(log, now);
  const whileAnswering = config.isAgent ? createWhileAnswering(switches, log, track) : undefined;
  const keys = config.mode === 'oauth' ? config.tokenKeys : [];
  const answers = openWorkspaceAnswers({ bot, store, keys, clientFor: access.clientFor, log, track });
  const extras = { ...(meter && { meter }), ...(whileAnswering && { whileAnswering }) };
  registerListeners(bolt, { ...answers, store, log, switches, ...extras }, access.admins);
  access.listen(bolt);
  const acknowledgeWith = bolt.acknowledgeWith.bind(bolt);
  reportFailures(bolt, log, createUnauthorizedHandler(log, acknowledgeWith, now));

  return {
    bolt,
    health,
    lost: receiver.lost,
    async start() {
      const who = await access.authorization.identify(bolt.client);
      // So that it knows of a store that was there at the start, however seldom anyone asks.
      await health();
      answers.watch.start();
      return { who, where: await receiver.open() };
    },
    async stop(graceMs) {
      isStopping = true;
      answers.watch.stop();
      return isFinishedWithin(graceMs, bolt, receiver);
    },
  };
}

/** How Slack's Web API is called. */
function slackClient({ apiUrl }: Config, call: webApi.FetchFunction | undefined): webApi.WebClientOptions {
  return { ...CLIENT, ...(apiUrl !== undefined && { slackApiUrl: apiUrl }), ...(call && { fetch: call }) };
}

/** The fetch for Slack's clients; undefined where it is Node's own. */
function slackFetch(route: ProxyRoute | undefined, meter: Meter | undefined): webApi.FetchFunction | undefined {
  return meter === undefined ? route?.fetch : meteredFetch(meter, route?.fetch ?? fetch);
}

/** Stops accepting events and waits for open answers; false if the time was too short. */
async function isFinishedWithin(graceMs: number, bolt: AckWhenAnsweredApp, receiver: SlackReceiver): Promise<boolean> {
  bolt.close();
  const finished = receiver.close(bolt.drained()).then(
    () => true,
    () => true,
  );
  return Promise.race([finished, pause(graceMs, false, { ref: false })]);
}

/** On the address that Slack calls, for a balancer; the metrics are private. */
function healthRoutes(health: Health): CustomRoute[] {
  return healthPages(health).map((page) => ({
    path: page.path,
    method: ['GET', 'HEAD'],
    handler: (_, response) => void showPage(page, response),
  }));
}

/** What listening needs. */
export type ListeningServices = AnsweringServices & ListenerServices & WorkspaceAnswers;

/** Listens to everything that Slack can send, as manifest.yml declares. Administrators see the report on the Home tab. */
export function registerListeners(app: App, services: ListeningServices, admins?: Admins): void {
  const { bots, mentors, subscriptions, store, log } = services;
  const bot = bots.common;
  listenForQuestions(app, createAnswerQuestion(services), services);
  listenForVotes(app, store, new Set(bot.topics.map(({ topic }) => topic)), log);
  listenForTelling(app, subscriptions, log);
  const content = { ...bot, keepsTexts: store.keepsTexts };
  const homeFor = async (person: string, context: Context) => {
    const workspace = workspaceIn(context);
    const isAdmin = admins?.include(person, context) === true;
    const isMentor = isAdmin || (await mentors.include(workspace, person)) === true;
    if (!isMentor) return homeView(content);
    const own = await bots.of(workspace);
    const figures = await recentFigures(store, workspace);
    const { keepsTexts } = store;
    const answering = await mentorSection({ figures, keepsTexts, mentors, bot: own, workspace, isAdmin });
    return homeView(content, [...answering, ...(isAdmin ? adminSection(figures, own, admins.note) : [])]);
  };
  const showHome = listenForHome(app, homeFor, services);
  listenForMentoring(app, { ...services, ...(admins && { admins }), showHome });
}

/** The one place for failures of listeners. An event that failed isn't acknowledged, so Slack sends it again. */
function reportFailures(bolt: AckWhenAnsweredApp, log: Log, handleUnauthorized: UnauthorizedHandler): void {
  bolt.error(async ({ error, body, context }: { error: Error; body: AnyMiddlewareArgs['body']; context: Context }) => {
    // Sent again, it would still be unreadable.
    if (error instanceof UnreadablePayloadError) throw error;
    const isEvent = 'event' in body;
    const verdict = await handleUnauthorized(error, body);
    if (verdict === 'acknowledge') return;
    if (verdict === undefined) {
      const { code, advice } = describeFailure(error);
      const surface = isEvent ? body.event.type : 'command' in body ? 'command' : body.type;
      const line = isEvent ? `${advice}. Slack will resend the event` : advice;
      log.of(deliveryIn(context)?.logFields).error(line, { surface, code });
    }
    if (isEvent) throw new LeaveForRetryError(error);
  });
}
