// What the peer is made of: nlp.js trained on the phrases of data/phrases, and a message for each topic, in one file.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { intents } from '../../intents/index.js';
import type { Bot } from '../../src/answering/bot.js';
import { renderMessage, type SlackMessage } from '../../src/slack/message/message.js';
import { loadShippedBot, shippedPhrases } from '../shared/shipped-bot.js';

/** As much of nlp.js as is used; the package has no types. */
interface Nlp {
  addDocument(language: string, utterance: string, intent: string): void;
  train(): Promise<unknown>;
  /** The model as JSON, and back. */
  export(): string;
  import(model: string): void;
  process(language: string, text: string): Promise<{ readonly intent: string }>;
}

interface NlpPackage {
  dockStart(options: object): Promise<{ get(name: 'nlp'): Nlp }>;
}

/** The peer's own parts. */
export interface Peer {
  /** The topic of a text; `None` where nlp.js is too unsure. */
  topicOf(text: string): Promise<string>;
  readonly answers: Readonly<Record<string, PeerMessage>>;
}

/** What goes to Slack, and nothing that this app only keeps for when Slack refuses it. */
type PeerMessage = Pick<SlackMessage, 'text' | 'blocks'>;

/** As the package's own introduction starts it, without its files and its talk on standard output. */
async function startNlp(): Promise<Nlp> {
  const { dockStart } = createRequire(import.meta.url)('@nlpjs/basic') as NlpPackage;
  const settings = { nlp: { languages: ['en'], autoSave: false, autoLoad: false, nlu: { log: false } } };
  return (await dockStart({ settings, use: ['Basic'] })).get('nlp');
}

/** Trains, which takes half a minute, and writes the file. */
export async function writePeer(file: string): Promise<void> {
  const nlp = await startNlp();
  for (const { id, phrases } of shippedPhrases()) for (const phrase of phrases) nlp.addDocument('en', phrase, id);
  await nlp.train();
  writeFileSync(file, JSON.stringify({ model: nlp.export(), answers: listMessages(await loadShippedBot()) }));
}

/** As long as this app's own: the answer to each topic, and to what nlp.js takes for a question about the bot. */
function listMessages(bot: Bot): Record<string, PeerMessage> {
  const messages = bot.topics.map(({ topic }) => [topic, renderMessage(bot.answer({ topic }))] as const);
  const help = renderMessage(bot.answer({ text: 'help' }));
  return Object.fromEntries(
    [...messages, [intents.help.id, help] as const].map(([topic, { text, blocks }]) => [topic, { text, blocks }]),
  );
}

/** Reads the file. */
export async function readPeer(file: string): Promise<Peer> {
  const { model, answers } = JSON.parse(readFileSync(file, 'utf8'));
  const nlp = await startNlp();
  nlp.import(model);
  return { topicOf: async (text) => (await nlp.process('en', text)).intent, answers };
}
