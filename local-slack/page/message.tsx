// Draws one message: who, when, what, and the menu of what can be done with it.
import type { BlockKitNode, ShownMessage } from '../shared/state.js';
import { AnswerDetails } from './answer-details.js';
import { Blocks } from './blocks.js';
import { Menu, type MenuItem } from './menu.js';
import { timeOf } from './time.js';
import { UserText } from './user-text.js';
import { useWorkspace } from './workspace-context.js';

interface MessageItemProps {
  readonly message: ShownMessage;
  readonly isThread: boolean;
  readonly replies: number;
}

export function MessageItem({ message, isThread, replies }: MessageItemProps) {
  const { channel, go } = useWorkspace();
  const { ts, author, isEphemeral, isEdited, askedBy } = message;
  const time = timeOf(Number(ts) * 1000);
  const openThread = (): void => {
    if (channel !== 'home') go({ channel: channel.id, thread: message.threadTs ?? ts });
  };
  return (
    <li>
      <article className={isEphemeral ? 'message is-ephemeral' : 'message'} aria-label={`${author.name}, ${time}`}>
        <span
          className={author.isBot ? 'avatar is-bot' : 'avatar'}
          data-letter={author.name.charAt(0).toUpperCase()}
          aria-hidden="true"
        >
          {author.isBot ? '‹›' : author.name.charAt(0).toUpperCase()}
        </span>
        <div className="message-body">
          {isEphemeral && <p className="note">Only visible to you</p>}
          <p className="message-head">
            <strong>{author.name}</strong>
            {author.isBot && <span className="badge">App</span>}
            <time dateTime={new Date(Number(ts) * 1000).toISOString()}>{time}</time>
            {isEdited && <span className="note">(edited)</span>}
          </p>
          {isEphemeral && askedBy?.words.startsWith('/') && (
            <p className="note">
              You used <span className="user-command">{askedBy.words}</span>
            </p>
          )}
          <Content message={message} />
          {replies > 0 && (
            <button type="button" className="replies" onClick={openThread}>
              {replies === 1 ? '1 reply' : `${replies} replies`}
            </button>
          )}
          {author.isBot && <AnswerDetails message={message} />}
        </div>
        {!isEphemeral && <MessageMenu message={message} openThread={isThread ? undefined : openThread} />}
      </article>
    </li>
  );
}

function Content({ message: { ts, author, text, blocks } }: Pick<MessageItemProps, 'message'>) {
  if (!author.isBot) return <UserText text={text} />;
  // A message without blocks is its text, in Slack's own notation.
  const plain: BlockKitNode = { type: 'section', text: { type: 'mrkdwn', text } };
  return <Blocks blocks={blocks === undefined || blocks.length === 0 ? [plain] : blocks} on={ts} />;
}

interface MessageMenuProps {
  readonly message: ShownMessage;
  readonly openThread: (() => void) | undefined;
}

function MessageMenu({ message, openThread }: MessageMenuProps) {
  const { state, perform } = useWorkspace();
  const items: MenuItem[] = state.shortcuts
    .filter(({ type }) => type === 'message')
    .map(({ name, callbackId }) => ({
      name,
      choose: () => void perform({ type: 'shortcut', callbackId, ts: message.ts }),
    }));
  const reply = openThread === undefined ? [] : [{ name: 'Reply in thread', choose: openThread }];
  return (
    <Menu label={`More actions for ${message.author.name}’s message`} items={[...reply, ...items]}>
      ⋮
    </Menu>
  );
}
