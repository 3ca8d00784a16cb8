// Draws what a person has written: text and names only, with no mark-up and no links.
import { handleOf, useWorkspace } from './workspace-context.js';

const PARTS = /(<@\w+(?:\|[^>]*)?>)/;

export function UserText({ text }: { readonly text: string }) {
  const { state } = useWorkspace();
  const known = [...state.people, { id: state.bot.id, name: handleOf(state) }];
  const nameOf = (id: string): string => known.find((one) => one.id === id)?.name ?? id;
  return (
    <p className="user-text">
      {text.split(PARTS).map((part, at) => {
        const id = /^<@(\w+)/.exec(part)?.[1];
        // Parts of a text never move, so their position is a key.
        const key = `${at}`;
        if (id === undefined) return <span key={key}>{unescaped(part)}</span>;
        return (
          <span key={key} className="mention">
            @{nameOf(id)}
          </span>
        );
      })}
    </p>
  );
}

const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
