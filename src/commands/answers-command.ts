// Writes mentors' answers from the store as files of data/answers, or brings such files into the store.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { intents } from '../../intents/index.js';
import { DATA_OPTION, dataFolder } from '../config/data-folder.js';
import { ConfigError } from '../config/environment.js';
import { DataError } from '../knowledge/data-error.js';
import { isSigned, writeSignedAnswer } from '../knowledge/files/signed-answer-file.js';
import { loadKnowledge } from '../knowledge/load-knowledge.js';
import type { MentorAnswer } from '../knowledge/mentor-answers.js';
import type { Mentors } from '../store/mentors.js';
import { openStore } from '../store/open-store.js';
import { UnreadableStore } from '../store/read-store.js';
import { defineCommand, UsageError } from './command-line.js';
import { readStoreSettings, requireStore, withEnvFile } from './store-settings.js';

const USAGE = `Usage:
  npm run answers -- export          writes mentors’ answers to data/answers, a file each, for review
  npm run answers -- import          brings the files of data/answers that name an author into the store
  --workspace T0 with either: one workspace by its ID, if the store has several, or none yet
  --data FOLDER with either: the documents’ folder, if it isn’t data/ or that in DATA_DIR
Each can be run again, also while the app runs.`;

const AWAY = 'The store can’t be used right now, so nothing more was done. Run it again.';

/** The workspace named, or the only one that has answers. Throws a UsageError. */
async function chooseWorkspace(mentors: Mentors, named: string | undefined): Promise<string> {
  if (named !== undefined) return named;
  const known = await mentors.workspaces();
  if (known === undefined) throw new UnreadableStore(AWAY);
  const [only, ...others] = known;
  if (only !== undefined && others.length === 0) return only;
  const which =
    only === undefined ? 'No workspace has answers yet' : `These workspaces have answers: ${known.join(', ')}`;
  throw new UsageError(`${which}. Name one with --workspace.`);
}

/** Writes a file; false where it's there already as it is. Throws where another kind of answer has its name. */
function writeAnswer(folder: string, answer: MentorAnswer): boolean {
  const file = join(folder, `${answer.id}.md`);
  const text = writeSignedAnswer(answer);
  const before = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  if (before === text) return false;
  if (before !== undefined && !isSigned({ file, name: answer.id, text: before }))
    throw new UnreadableStore(`${file} is there already and names no author. Rename one of the two.`);
  writeFileSync(file, text);
  return true;
}

/** Does one of the two tasks in a folder, and returns the lines to print. */
type AnswersTask = (mentors: Mentors, workspace: string, dir: string) => Promise<readonly string[]>;

const exportAnswers: AnswersTask = async (mentors, workspace, dir) => {
  const answers = await mentors.answers(workspace);
  if (answers === undefined) throw new UnreadableStore(AWAY);
  const folder = join(dir, 'answers');
  mkdirSync(folder, { recursive: true });
  const live = answers.filter(({ isLive }) => isLive);
  const written = live.filter((answer) => writeAnswer(folder, answer));
  const files = written.map(({ id }) => join(folder, `${id}.md`));
  return [...files, `Written: ${written.length}. Unchanged: ${live.length - written.length}.`];
};

const isSame = (a: MentorAnswer, b: MentorAnswer): boolean => writeSignedAnswer(a) === writeSignedAnswer(b);

const importAnswers: AnswersTask = async (mentors, workspace, dir) => {
  const { signed } = loadKnowledge(dir, intents);
  let saved = 0;
  for (const { at, ...answer } of signed) {
    const versions = await mentors.history(workspace, answer.id);
    if (versions === undefined) throw new UnreadableStore(AWAY);
    const [last] = versions;
    if (last?.isLive && isSame(last, { ...answer, at })) continue;
    const done = await mentors.save({ ...answer, workspace, after: last?.version ?? 0, writtenAt: at });
    if (done !== 'saved') throw new UnreadableStore(AWAY);
    saved += 1;
  }
  return [`Brought into the store: ${saved}. Unchanged: ${signed.length - saved}.`];
};

export const answersCommand = defineCommand({
  usage: USAGE,
  options: { workspace: { type: 'string' }, ...DATA_OPTION },
  mostWords: 1,
  expected: [ConfigError, DataError, UnreadableStore],
  async run({ workspace: named, data }, [task], terminal) {
    if (task !== 'export' && task !== 'import')
      throw new UsageError(task === undefined ? '' : `Unknown argument: ${task}`);
    const env = withEnvFile(terminal);
    const config = readStoreSettings(env);
    requireStore(config);
    const dir = dataFolder(env, data);
    const store = await openStore({ ...config, warn: (message) => terminal.stderr.write(`${message}\n`) });
    try {
      const mentors = store.mentors([]);
      const workspace = await chooseWorkspace(mentors, named);
      const lines = await (task === 'export' ? exportAnswers : importAnswers)(mentors, workspace, dir);
      terminal.stdout.write(`${lines.join('\n')}\n`);
      return 0;
    } finally {
      await store.close();
    }
  },
});
