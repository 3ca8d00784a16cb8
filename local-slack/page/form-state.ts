// Holds what someone has filled in a window and not yet submitted.
import { createContext, useContext } from 'react';
import type { BlockKitNode, InputValue, ShownView } from '../shared/state.js';
import { isBlock, listOf } from './block-kit.js';

/** By block_id and action_id. */
export type FormValues = Readonly<Record<string, Readonly<Record<string, InputValue>>>>;

export interface Form {
  readonly filled: FormValues;
  readonly fill: (blockId: string, actionId: string, given: InputValue) => void;
  /** Beside the inputs, by block_id. */
  readonly errors: Readonly<Record<string, string>>;
}

const Context = createContext<Form>({ filled: {}, fill: () => undefined, errors: {} });

export const FormProvider = Context.Provider;

export const useForm = (): Form => useContext(Context);

/** The values of the window's inputs when it opens: those from before, or those the app has set. */
export function initialValues({ values }: ShownView): FormValues {
  const entries = Object.entries(values).map(([blockId, actions]) => {
    const given = Object.entries(actions).map(([actionId, value]) => [actionId, givenOf(value)] as const);
    return [blockId, Object.fromEntries(given.filter(([, one]) => one.length > 0))] as const;
  });
  return Object.fromEntries(entries);
}

function givenOf({ value, selected_option, selected_options, selected_users }: BlockKitNode): InputValue {
  if (typeof value === 'string') return value;
  if (isBlock(selected_option)) return String(selected_option.value);
  if (Array.isArray(selected_users)) return selected_users.map(String);
  return listOf(selected_options).map((option) => String(option.value));
}
