// Leaves a feature that Slack refuses in a workspace alone there for a day.
import type { Log } from '../../operations/log.js';
import { describeFailure } from '../slack-errors.js';

/** What not every workspace has, and what the operator is told if one has not. */
const FEATURES = {
  charts: 'Slack doesn’t take charts in this workspace. Answers go out without them for a day',
  'charts in the Home tab':
    'Slack doesn’t take charts in the Home tab of this workspace. It’s shown without them for a day',
  status:
    'Slack doesn’t show in this workspace that an answer is on its way. Not trying again for a day. ' +
    'Check that the app was made from the manifest with the agent part, or set AGENT=off',
} as const;

/** One feature in one workspace. */
export interface FeatureSwitch {
  readonly isOn: boolean;
  /** Leaves it alone for a day; `error` is Slack's refusal. */
  switchOff(error: unknown): void;
}

/** Finds the switch of a feature in a workspace. */
export type FeatureSwitches = (feature: keyof typeof FEATURES, workspace: string) => FeatureSwitch;

const DAY_MS = 24 * 3_600_000;

/**
 * Keeps the switches in memory only: after a restart one more call is refused, and people still get their answers. `now`
 * counts milliseconds and never goes back.
 */
export function createFeatureSwitches(log: Log, now: () => number = () => performance.now()): FeatureSwitches {
  const offSince = new Map<string, number>();
  return (feature, workspace) => {
    const key = `${feature} ${workspace}`;
    const isOn = (): boolean => now() - (offSince.get(key) ?? Number.NEGATIVE_INFINITY) >= DAY_MS;
    return {
      get isOn() {
        return isOn();
      },
      switchOff(error) {
        if (isOn()) log.warn(FEATURES[feature], { feature, code: describeFailure(error).code });
        offSince.set(key, now());
      },
    };
  };
}
