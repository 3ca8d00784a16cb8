// Turns a feature off for a day in a workspace where Slack refuses it.
import type { Log } from '../../operations/log.js';
import { describeFailure } from '../slack-errors.js';

/** Features that not every workspace has, with what is logged if one doesn't. */
const FEATURES = {
  charts: 'Slack doesn’t take charts in this workspace. Answers go out without them for a day',
  'charts in the Home tab':
    'Slack doesn’t take charts in the Home tab of this workspace. It’s shown without them for a day',
  sources:
    'Slack doesn’t take sources that open when pressed in this workspace. Answers show their quotes instead for a day',
  status:
    'Slack doesn’t show in this workspace that an answer is on its way. Not trying again for a day. ' +
    'Check that the app was made from the manifest with the agent part, or set AGENT=off',
} as const;

/** One feature in one workspace. */
export interface FeatureSwitch {
  readonly isOn: boolean;
  /** Whether Slack has taken it there within the last day. */
  readonly isProven: boolean;
  /** Remembers that Slack has taken it. */
  prove(): void;
  /** Turns it off for a day; `error` is Slack's refusal. */
  switchOff(error: unknown): void;
}

/** What can be switched off. */
export type Feature = keyof typeof FEATURES;

/** Finds the switch of a feature in a workspace. */
export type FeatureSwitches = (feature: Feature, workspace: string) => FeatureSwitch;

const DAY_MS = 24 * 3_600_000;

/**
 * Keeps the switches in memory only: after a restart one more call is refused, and people still get their answers. `now`
 * counts milliseconds and never goes back.
 */
export function createFeatureSwitches(log: Log, now: () => number = () => performance.now()): FeatureSwitches {
  const offSince = new Map<string, number>();
  const provenSince = new Map<string, number>();
  const isOlder = (since: number | undefined): boolean => now() - (since ?? Number.NEGATIVE_INFINITY) >= DAY_MS;
  return (feature, workspace) => {
    const key = `${feature} ${workspace}`;
    const isOn = (): boolean => isOlder(offSince.get(key));
    return {
      get isOn() {
        return isOn();
      },
      get isProven() {
        return isOn() && !isOlder(provenSince.get(key));
      },
      prove() {
        provenSince.set(key, now());
      },
      switchOff(error) {
        if (isOn()) log.warn(FEATURES[feature], { feature, code: describeFailure(error).code });
        offSince.set(key, now());
      },
    };
  };
}
