// Above a conversation: what is not as it should be, and what to do about it.
import { useWorkspace } from './workspace-context.js';

interface BannersProps {
  readonly isLost: boolean;
  /** Why the last act was refused. */
  readonly refusal: string;
  readonly dismiss: () => void;
}

const BOT_WORDS = {
  starting: 'The bot is starting. Your questions are answered in a moment.',
  stopped: 'The bot has stopped. The terminal in which you ran npm start says why.',
} as const;

const MISTAKES = {
  label: 'Mistakes in the data',
  words: 'There is a mistake in the data. Until it is mended, the bot answers from what was right before.',
};
const REASONS = { label: 'Why the bot does not run', words: 'The bot does not run. This is why:' };

export function Banners({ isLost, refusal, dismiss }: BannersProps) {
  const { faults, botState } = useWorkspace().state;
  const { label, words } = botState === 'stopped' ? REASONS : MISTAKES;
  return (
    <div className="banners">
      {isLost && (
        <p className="banner is-error" role="alert">
          The workspace does not answer. Run npm start again; this page then goes on by itself.
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
