// What a person has written: text and names, nothing else; no markup and no link comes of it.
import { handleOf, useWorkspace } from './workspace-context.js';

const PIECES = /(<@\w+(?:\|[^>]*)?>)/;

export function UserText({ text }: { readonly text: string }) {
  const { state } = useWorkspace();
  const known = [...state.people, { id: state.bot.id, name: handleOf(state) }];
  const nameOf = (id: string): string => known.find((one) => one.id === id)?.name ?? id;
  return (
    <p className="user-text">
      {text.split(PIECES).map((piece, at) => {
        const id = /^<@(\w+)/.exec(piece)?.[1];
        // The pieces of a text stay where they are.
        const key = `${at}`;
        if (id === undefined) return <span key={key}>{unescaped(piece)}</span>;
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
