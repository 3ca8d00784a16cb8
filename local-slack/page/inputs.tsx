// Draws an input of a window with its label, its hint and its error.
import { useId } from 'react';
import type { BlockKitNode } from '../shared/state.js';
import { isBlock, wordsOf } from './block-kit.js';
import { Choice, isChoice } from './choice-inputs.js';
import { useForm } from './form-state.js';

export function InputBlock({ block }: { readonly block: BlockKitNode }) {
  const { errors } = useForm();
  const id = useId();
  const { element, hint, label, optional } = block;
  if (!isBlock(element)) return null;
  const error = errors[String(block.block_id)];
  const hintId = hint === undefined ? undefined : `${id}-hint`;
  const errorId = error === undefined ? undefined : `${id}-error`;
  const describedBy = [errorId, hintId].filter((one) => one !== undefined).join(' ') || undefined;
  return (
    <div className={error === undefined ? 'input' : 'input is-wrong'}>
      <label id={`${id}-label`} htmlFor={isChoice(element) ? undefined : id}>
        {wordsOf(label)}
        {optional === true && <span className="note"> (optional)</span>}
      </label>
      <Field id={id} block={block} element={element} describedBy={describedBy} isWrong={error !== undefined} />
      {error !== undefined && (
        <p className="error" id={errorId} role="alert">
          {error}
        </p>
      )}
      {hint !== undefined && (
        <p className="note" id={hintId}>
          {wordsOf(hint)}
        </p>
      )}
    </div>
  );
}

interface FieldProps {
  readonly id: string;
  readonly block: BlockKitNode;
  readonly element: BlockKitNode;
  readonly describedBy: string | undefined;
  readonly isWrong: boolean;
}

function Field({ id, block, element, describedBy, isWrong }: FieldProps) {
  const { filled, fill } = useForm();
  const [blockId, actionId] = [String(block.block_id), String(element.action_id)];
  const given = filled[blockId]?.[actionId];
  if (isChoice(element))
    return (
      <Choice
        element={element}
        given={given}
        give={(value) => fill(blockId, actionId, value)}
        labelledBy={`${id}-label`}
        describedBy={describedBy}
      />
    );
  if (element.type !== 'plain_text_input')
    return <p className="note">The local workspace can’t show “{element.type}”.</p>;
  const common = {
    id,
    value: typeof given === 'string' ? given : '',
    placeholder: wordsOf(element.placeholder),
    maxLength: typeof element.max_length === 'number' ? element.max_length : 3_000,
    'aria-describedby': describedBy,
    'aria-invalid': isWrong,
    'aria-required': block.optional !== true,
    onChange: ({ target }: { readonly target: { readonly value: string } }) => fill(blockId, actionId, target.value),
  };
  return element.multiline === true ? (
    <textarea {...common} rows={3} />
  ) : (
    <input type="text" autoComplete="off" {...common} />
  );
}
