// Parses the project's source files and says what each imports, exports and contains.
import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { parseSync } from 'vite';

/** A node of the syntax tree (ESTree with TypeScript's nodes), with where it starts and ends in the text. */
export interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

/** A declared function, type, interface, class or enumeration, with the comment right before it. */
export interface Declaration {
  readonly name: string;
  readonly kind: 'function' | 'type' | 'value';
  readonly isExported: boolean;
  /** The text of the documentation comment, line by line, without its stars; undefined if there is none. */
  readonly comment: readonly string[] | undefined;
}

export interface SourceFile {
  /** From the project's root, such as `src/main.ts`. */
  readonly path: string;
  readonly code: string;
  /** What it imports, types included: own files by their path with its ending as written, packages by their name. */
  readonly imports: readonly string[];
  /** Every node, outer ones first. */
  readonly nodes: readonly SyntaxNode[];
  readonly declarations: readonly Declaration[];
}

const isNode = (value: unknown): value is SyntaxNode =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string' && 'start' in value;

/** The nodes right below a node. */
export const childrenOf = (node: SyntaxNode): SyntaxNode[] => Object.values(node).flat().filter(isNode);

/** A node and everything in it, outer nodes first. */
export const listNodes = (node: SyntaxNode): SyntaxNode[] => [node, ...childrenOf(node).flatMap(listNodes)];

/** How many lines a node takes. */
export const countLines = (code: string, { start, end }: SyntaxNode): number =>
  code.slice(start, end).split('\n').length;

/** Every TypeScript file in a folder and the folders in it. */
export function readSources(folder: string): SourceFile[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => readSource(posix.join(folder, name.replaceAll('\\', '/'))))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

function readSource(path: string): SourceFile {
  const code = readFileSync(path, 'utf8');
  const { program, comments, errors } = parseSync(path, code);
  if (errors.length > 0 || !isNode(program)) throw new Error(`${path}: ${errors[0]?.message}`);
  const nodes = listNodes(program);
  const documentation = new Map(
    comments
      .filter(({ type, value }) => type === 'Block' && value.startsWith('*'))
      .map(({ value, end }) => [/^\s*/.exec(code.slice(end))?.[0].length ?? 0, end, value] as const)
      .map(([space, end, value]) => [end + space, splitComment(value)]),
  );
  const declarations = childrenOf(program).flatMap((statement) => listDeclarations(statement, documentation));
  return { path, code, imports: nodes.flatMap((node) => listImports(node, path)), nodes, declarations };
}

function splitComment(value: string): string[] {
  return value
    .split('\n')
    .map((line) => line.replace(/^\s*\*?\s?/, '').trimEnd())
    .filter((line) => line !== '');
}

/** The target of an import, an export from elsewhere, a dynamic import or the type of an import. */
function listImports({ type, source, argument }: SyntaxNode, path: string): string[] {
  if (!/^(Import|Export|TSImport)/.test(type)) return [];
  return [source, argument]
    .filter(isNode)
    .map((node) => (isNode(node.literal) ? node.literal.value : node.value))
    .filter((value) => typeof value === 'string')
    .map((target) => (target.startsWith('.') ? posix.join(posix.dirname(path), target) : target));
}

const TYPES = /^(TS(TypeAlias|Interface|Enum)Declaration|ClassDeclaration)$/;
const FUNCTIONS = /^(Function(Declaration|Expression)|ArrowFunctionExpression)$/;

/** Whether a node is a function of any form. */
export const isFunction = ({ type }: SyntaxNode): boolean => FUNCTIONS.test(type);

function listDeclarations(statement: SyntaxNode, documentation: ReadonlyMap<number, string[]>): Declaration[] {
  const isExported = statement.type.startsWith('Export');
  const declared = isExported && isNode(statement.declaration) ? statement.declaration : statement;
  const comment = documentation.get(statement.start);
  const nameOf = ({ id }: SyntaxNode): string => (isNode(id) ? String(id.name) : 'default');
  if (TYPES.test(declared.type)) return [{ name: nameOf(declared), kind: 'type', isExported, comment }];
  if (isFunction(declared)) return [{ name: nameOf(declared), kind: 'function', isExported, comment }];
  if (declared.type !== 'VariableDeclaration') return [];
  return childrenOf(declared).map((declarator) => {
    const kind = isNode(declarator.init) && isFunction(declarator.init) ? 'function' : 'value';
    return { name: nameOf(declarator), kind, isExported, comment };
  });
}
