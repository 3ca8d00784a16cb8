// Draws Block Kit: a library draws what is only read, this page what is clicked or filled in.
import { memo } from 'react';
import { type Block as LibraryBlock, Message as LibraryMessage } from 'slack-blocks-to-jsx';
import type { BlockKitNode } from '../shared/state.js';
import { isBlock, listOf, wordsOf } from './block-kit.js';
import { Element } from './elements.js';
import { InputBlock } from './inputs.js';
import type { Theme } from './theme.js';
import { handleOf, useWorkspace } from './workspace-context.js';

interface BlocksProps {
  readonly blocks: readonly BlockKitNode[];
  /** The message's ts or the view's id. */
  readonly on: string;
}

/** Consecutive blocks that are only read are drawn together. */
export function Blocks({ blocks, on }: BlocksProps) {
  const runs: (readonly BlockKitNode[])[] = [];
  for (const block of blocks) {
    const before = runs.at(-1);
    if (before?.[0] !== undefined && !isInteractive(before[0]) && !isInteractive(block))
      runs[runs.length - 1] = [...before, block];
    else runs.push([block]);
  }
  return runs.map((run, at) => {
    const [first] = run;
    const key = first !== undefined && keepsContent(first) ? String(first.block_id) : `${at}`;
    return first !== undefined && isInteractive(first) ? (
      <InteractiveBlock key={key} block={first} on={on} />
    ) : (
      <StaticBlocks key={key} blocks={run} />
    );
  });
}

const isInteractive = ({ type, accessory }: BlockKitNode): boolean =>
  ['actions', 'context_actions', 'container', 'input'].includes(type) || accessory !== undefined;

/** What is filled in or unfolded belongs to this very block; a menu that is open stays open while a view is published again. */
const keepsContent = ({ type }: BlockKitNode): boolean => type === 'input' || type === 'container';

interface BlockProps {
  readonly block: BlockKitNode;
  readonly on: string;
}

function InteractiveBlock({ block, on }: BlockProps) {
  if (block.type === 'input') return <InputBlock block={block} />;
  if (block.type === 'container') return <Container block={block} on={on} />;
  const blockId = String(block.block_id);
  if (block.type !== 'section')
    return (
      <div className="elements">
        {listOf(block.elements).map((element) => (
          <Element key={String(element.action_id)} element={element} blockId={blockId} on={on} />
        ))}
      </div>
    );
  const { accessory, ...section } = block;
  return (
    <div className="with-accessory">
      <StaticBlocks blocks={[{ ...section, type: block.type }]} />
      {isBlock(accessory) && <Element element={accessory} blockId={blockId} on={on} />}
    </div>
  );
}

/** Blocks in a frame with a title, which opens and closes them where the app allows it. */
function Container({ block, on }: BlockProps) {
  const children = <Blocks blocks={listOf(block.child_blocks)} on={on} />;
  const title = wordsOf(block.title);
  if (block.is_collapsible !== true)
    return (
      <section className="container" aria-label={title}>
        <p className="container-title">{title}</p>
        <div className="container-body">{children}</div>
      </section>
    );
  return (
    <details className="container" open={block.default_collapsed !== true}>
      <summary className="container-title">{title}</summary>
      <div className="container-body">{children}</div>
    </details>
  );
}

function StaticBlocks({ blocks }: { readonly blocks: readonly BlockKitNode[] }) {
  const { state, theme } = useWorkspace();
  const users = [...state.people, { id: state.bot.id, name: handleOf(state) }].map(({ id, name }) => ({ id, name }));
  const channels = state.channels.map(({ id, name }) => ({ id, name }));
  return (
    <LibraryBlocks
      blocks={JSON.stringify(blocks.map(forLibrary))}
      data={JSON.stringify({ users, channels })}
      theme={theme}
    />
  );
}

interface LibraryBlocksProps {
  /** Blocks and names as JSON, by which a new state that has the same shows that nothing changed. */
  readonly blocks: string;
  readonly data: string;
  readonly theme: Theme;
}

/** Drawn again only when it changes, since the library reads each text anew. */
const LibraryBlocks = memo(({ blocks, data, theme }: LibraryBlocksProps) => (
  <LibraryMessage
    blocks={JSON.parse(blocks)}
    name=""
    logo=""
    withoutWrapper
    theme={theme}
    data={JSON.parse(data)}
    hooks={{ link: SafeLink }}
  />
));

/**
 * The library writes a block's id into the document, where each id must be unique; and it formats nothing that is
 * verbatim, while Slack then only leaves names and addresses alone.
 */
function forLibrary({ block_id: _, ...block }: BlockKitNode): LibraryBlock {
  const { text } = block;
  const shown = isBlock(text) ? { ...block, text: { ...text, verbatim: false } } : block;
  return shown as LibraryBlock;
}

interface LinkProps {
  readonly href: string;
  readonly children: React.ReactNode;
  readonly className?: string;
}

/** A link opens another page, and nothing but a page. */
function SafeLink({ href, children, className }: LinkProps) {
  if (!/^(https?|mailto):/i.test(href)) return <span className={className}>{children}</span>;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer" className={className}>
      {children}
    </a>
  );
}
