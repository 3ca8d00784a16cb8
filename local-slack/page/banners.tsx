// Above a conversation: what isn't as it should be, and what to do about it.
import { UNREACHABLE } from './server-connection.js';
import { useWorkspace } from './workspace-context.js';

interface BannersProps {
  readonly isLost: boolean;
  /** Why the last action was refused. */
  readonly refusal: string;
  readonly dismiss: () => void;
}

const BOT_WORDS = {
  starting: 'The bot is starting. It’ll answer in a moment.',
  stopped: 'The bot has stopped. To see why, check the terminal where you ran npm start.',
} as const;

const DATA_ERROR = {
  label: 'Errors in the data',
  words: 'There’s an error in the data. Until you fix it, the bot answers from the last version that worked.',
};
const STOPPED = { label: 'Why the bot isn’t running', words: 'The bot isn’t running:' };

export function Banners({ isLost, refusal, dismiss }: BannersProps) {
  const { faults, botState } = useWorkspace().state;
  const { label, words } = botState === 'stopped' ? STOPPED : DATA_ERROR;
  return (
    <div className="banners">
      {isLost && (
        <p className="banner is-error" role="alert">
          {UNREACHABLE}
        </p>
      )}
      {botState !== 'ready' && faults.length === 0 && (
        <p className={botState === 'stopped' ? 'banner is-error' : 'banner'} role="status">
          {BOT_WORDS[botState]}
        </p>
      )}
      {faults.length > 0 && (
        <section className="banner is-error" role="alert" aria-label={label}>
          <p>{words}</p>
          <ul>
            {faults.map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
        </section>
      )}
      {refusal !== '' && (
        <div className="banner is-error">
          <p role="alert">{refusal}</p>
          <button type="button" className="icon" aria-label="Close this notice" onClick={dismiss}>
            ✕
          </button>
        </div>
      )}
    </div>
  );
}
