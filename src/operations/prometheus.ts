// Counts for Prometheus; only loaded if MONITORING_PORT is set.
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Health } from './health.js';
import type { Meter } from './meter.js';
import type { Page } from './pages.js';

/** Slack calls an answer late after 3 s, and retries after a minute. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3, 10, 60];

/** A meter, and the page that shows what it has counted. */
export interface Prometheus extends Meter {
  /** The page `/metrics`, which includes the health. */
  pageFor(health: Health): Page;
}

/** Starts to count, including the process's own figures. */
export function createPrometheus(): Prometheus {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const counter = <Label extends string>(name: string, help: string, ...labelNames: Label[]) =>
    new Counter({ name: `advisor_${name}`, help, labelNames, registers });
  const answers = counter('answers_total', 'Answers that were handed over', 'surface', 'outcome', 'topic');
  const slackErrors = counter('slack_errors_total', 'Calls to Slack that failed', 'method', 'code');
  const retries = counter('retries_total', 'Events that Slack sent again', 'reason');
  const ignored = counter('ignored_mentions_total', 'Mentions by workflows and apps, left unanswered', 'reason');
  const storeFaults = counter('store_faults_total', 'Times that the store could not be used', 'kind');
  const seconds = new Histogram({
    name: 'advisor_answer_seconds',
    help: 'Seconds from the arrival of a question until Slack has taken the answer',
    labelNames: ['surface'],
    buckets: BUCKETS,
    registers,
  });
  const up = new Gauge({
    name: 'advisor_up',
    help: 'Whether Slack is connected and the store reachable: 1 or 0',
    labelNames: ['part'],
    registers,
  });
  return {
    answered(answer, duration) {
      answers.inc(answer);
      seconds.observe({ surface: answer.surface }, duration);
    },
    slackFailed: (method, code) => slackErrors.inc({ method, code }),
    retried: (reason) => retries.inc({ reason }),
    ignored: (reason) => ignored.inc({ reason }),
    storeFailed: (kind) => storeFaults.inc({ kind }),
    pageFor: (health) => ({
      path: '/metrics',
      async show() {
        const { slack, store } = await health();
        up.set({ part: 'slack' }, Number(slack === 'connected'));
        up.set({ part: 'store' }, Number(store === 'reachable'));
        return { status: 200, type: registry.contentType, body: await registry.metrics() };
      },
    }),
  };
}
