// Draws selects, radio buttons and checkboxes, in windows and elsewhere.
import { useId } from 'react';
import type { BlockKitNode, InputValue } from '../shared/state.js';
import { listOf, wordsOf } from './block-kit.js';
import { useWorkspace } from './workspace-context.js';

interface ChoiceProps {
  readonly element: BlockKitNode;
  /** What is chosen; absent if each choice acts at once. */
  readonly given: InputValue | undefined;
  readonly give: (value: InputValue) => void;
  /** For screen readers; `labelledBy` names a visible label instead. */
  readonly label?: string;
  readonly labelledBy?: string;
  readonly describedBy?: string | undefined;
}

const KINDS = ['static_select', 'radio_buttons', 'checkboxes'];

export const isChoice = ({ type }: BlockKitNode): boolean => KINDS.includes(type);

export function Choice({ element, given, give, label, labelledBy, describedBy }: ChoiceProps) {
  const name = useId();
  const names = { 'aria-label': labelledBy === undefined ? label : undefined, 'aria-labelledby': labelledBy };
  const options = listOf(element.options).map(({ text, value }) => ({ words: wordsOf(text), value: String(value) }));
  if (element.type === 'static_select')
    return (
      <select
        {...names}
        aria-describedby={describedBy}
        value={typeof given === 'string' ? given : ''}
        onChange={({ target }) => give(target.value)}
      >
        <option value="" disabled>
          {wordsOf(element.placeholder)}
        </option>
        {options.map(({ words, value }) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    );
  const isOne = element.type === 'radio_buttons';
  const chosen: readonly string[] = given === undefined ? [] : [given].flat();
  const choose = (value: string, isOn: boolean): void => {
    if (isOne) give(value);
    else give(isOn ? [...chosen, value] : chosen.filter((one) => one !== value));
  };
  return (
    <div className="options" role={isOne ? 'radiogroup' : 'group'} {...names} aria-describedby={describedBy}>
      {options.map(({ words, value }) => (
        <label key={value}>
          <input
            type={isOne ? 'radio' : 'checkbox'}
            name={name}
            checked={chosen.includes(value)}
            onChange={({ target }) => choose(value, target.checked)}
          />
          {words}
        </label>
      ))}
    </div>
  );
}

/** People to choose from, where Slack shows a search; each choice acts at once. */
export function PeopleChoice({ element, give }: Pick<ChoiceProps, 'element' | 'give'>) {
  const { people } = useWorkspace().state;
  const chosen = Array.isArray(element.initial_users) ? element.initial_users.map(String) : [];
  const choose = (id: string, isOn: boolean): void => give(isOn ? [...chosen, id] : chosen.filter((one) => one !== id));
  return (
    <fieldset className="options" aria-label={wordsOf(element.placeholder)}>
      {people.map(({ id, name }) => (
        <label key={id}>
          <input type="checkbox" checked={chosen.includes(id)} onChange={({ target }) => choose(id, target.checked)} />
          {name}
        </label>
      ))}
    </fieldset>
  );
}
