// Draws what can be clicked in a message, the Home tab or a window: buttons, votes, and choices that act at once.
import { useState } from 'react';
import type { BlockKitNode, InputValue } from '../shared/state.js';
import { isBlock, listOf, textOf, wordsOf } from './block-kit.js';
import { Choice, isChoice, PeopleChoice } from './choice-inputs.js';
import { useForm } from './form-state.js';
import { Menu } from './menu.js';
import { useWorkspace } from './workspace-context.js';

interface ElementProps {
  readonly element: BlockKitNode;
  readonly blockId: string;
  /** The message's ts or the view's id. */
  readonly on: string;
}

export function Element({ element, blockId, on }: ElementProps) {
  const { perform } = useWorkspace();
  const { filled } = useForm();
  const press = (value?: InputValue): void => {
    const actionId = String(element.action_id);
    // Slack sends what is written in the window along with what is pressed in it.
    const written = Object.keys(filled).length > 0 && { values: filled };
    void perform({ type: 'press', on, blockId, actionId, ...(value !== undefined && { value }), ...written });
  };
  if (element.type === 'button') return <Button element={element} press={press} />;
  if (element.type === 'feedback_buttons') return <Vote element={element} on={on} press={press} />;
  if (element.type === 'multi_users_select') return <PeopleChoice element={element} give={press} />;
  if (element.type === 'static_select') return <SelectMenu element={element} press={press} />;
  if (isChoice(element))
    return <Choice element={element} given={undefined} give={press} label={wordsOf(element.placeholder)} />;
  return <p className="note">The local workspace can’t show “{element.type}”.</p>;
}

interface PressProps {
  readonly element: BlockKitNode;
  readonly press: (value?: InputValue) => void;
}

function Button({ element, press }: PressProps) {
  const style = element.style === 'primary' || element.style === 'danger' ? `is-${element.style}` : '';
  return (
    <button
      type="button"
      className={`button ${style}`}
      aria-label={textOf(element.accessibility_label)}
      onClick={() => press(textOf(element.value))}
    >
      {wordsOf(element.text)}
    </button>
  );
}

/** A select that acts at once: on a decision, and not while someone looks through its options. */
function SelectMenu({ element, press }: PressProps) {
  const items = listOf(element.options).map(({ text, value }) => ({
    name: wordsOf(text),
    choose: () => press(String(value)),
  }));
  return (
    <Menu label={wordsOf(element.placeholder)} items={items} look="button select">
      {wordsOf(element.placeholder)}
    </Menu>
  );
}

/** Slack's feedback buttons. Which one was clicked is stored in the client, as in Slack, while its tab is open. */
function Vote({ element, on, press }: PressProps & Pick<ElementProps, 'on'>) {
  const { person } = useWorkspace().state;
  const key = `vote ${person.id} ${on}`;
  const [given, setGiven] = useState(() => sessionStorage.getItem(key));
  const vote = (value: string): void => {
    sessionStorage.setItem(key, value);
    setGiven(value);
    press(value);
  };
  return (
    <fieldset className="vote" aria-label="Was this helpful?">
      {[element.positive_button, element.negative_button].filter(isBlock).map((side, at) => {
        const value = String(side.value);
        return (
          <button
            type="button"
            key={value}
            className="button"
            aria-pressed={given === value}
            aria-label={textOf(side.accessibility_label)}
            onClick={() => vote(value)}
          >
            <span aria-hidden="true">{at === 0 ? '▲' : '▼'}</span>
            {wordsOf(side.text)}
          </button>
        );
      })}
    </fieldset>
  );
}
