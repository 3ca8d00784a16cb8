// Finds mentions, links and mark-up in a message that were only meant as text.

interface SentMessage {
  readonly text?: unknown;
  readonly blocks?: unknown;
}

const ALIVE = /<[!@#]|<https?:/;
const CALLS: readonly unknown[] = ['user', 'usergroup', 'channel', 'broadcast', 'team', 'link', 'date', 'color'];

/** The mentions, calls, links and mark-up in a message; `known` are people that it may name. */
export function harmIn({ text, blocks }: SentMessage, known: readonly string[] = []): string[] {
  const top = ALIVE.test(String(text ?? '')) ? ['mark-up in the text'] : [];
  return [...top, ...walk(blocks, known)];
}

function walk(value: unknown, known: readonly string[]): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const { type, text, user_id, verbatim } = value as Readonly<Record<string, unknown>>;
  const isNamed = type === 'user' && known.includes(String(user_id));
  const own = [
    ...(CALLS.includes(type) && !isNamed ? [`an element of the type ${type}`] : []),
    ...(type === 'mrkdwn' && (verbatim !== true || ALIVE.test(String(text))) ? ['mark-up in a block'] : []),
    ...(type === 'markdown' ? ['a block of Markdown'] : []),
  ];
  return [...own, ...Object.values(value).flatMap((inner) => walk(inner, known))];
}
