// Trains the matcher on checked data and builds every index that answering uses.
import type { Intents } from '../answering/intent.js';
import type { TrainedBot } from '../answering/trained-bot.js';
import { addWritten, listSearched } from '../answering/written-answers.js';
import { indexFollowUps } from '../conversation/phrase-roles.js';
import { indexFocus, indexStems } from '../knowledge/fact-mentions.js';
import { type Fact, isOfKind, listItem } from '../knowledge/facts.js';
import { type Knowledge, loadKnowledge } from '../knowledge/load-knowledge.js';
import { indexSections } from '../knowledge/section-index.js';
import { indexMissing } from '../knowledge/undocumented-subjects.js';
import { type MatcherOptions, type MatcherTopic, trainMatcher } from '../understanding/matcher/matcher.js';
import { indexPlaces } from '../understanding/slots.js';
import { type ClassesByConcept, indexPhrases, TECHNOLOGY } from '../understanding/text/synonyms.js';
import { splitWords } from '../understanding/text/tokenizer.js';
import { type Language, listAllPhrases, loadLanguage } from './load-language.js';

/** The classes of the concepts that slots make: places, levels and technologies. */
const classifySlots = (levels: readonly string[]): ClassesByConcept => ({
  ...Object.fromEntries(['place', ...levels].map((name) => [name, ['slot', 'whom-or-where', 'loose']] as const)),
  [TECHNOLOGY]: ['slot', 'loose', 'topical', 'field'],
});

/** What the matcher learns from: the topics' phrases and facts, and how people talk about this career. */
function collectLessons(
  language: Language,
  { documents, facts: { all: facts }, answers }: Knowledge,
  intents: Intents,
): [topics: MatcherTopic[], options: MatcherOptions] {
  const phrasesOf = new Map(listAllPhrases(language, answers).map(({ id, phrases }) => [id, phrases]));
  const topics = addWritten(intents, answers).topics.flatMap((intent) => {
    const phrases = phrasesOf.get(intent.id);
    if (phrases === undefined) return [];
    const own = facts.filter(({ kind }) => intent.kinds.includes(kind));
    const words = own.flatMap((fact) => [
      listItem(fact),
      fact.quote,
      ...fact.about.filter((phrase) => phrase.includes(' ')),
    ]);
    const named = [intent.title, intent.example, `tell me about ${intent.title}`, `tell me more about ${intent.title}`];
    return [{ id: intent.id, phrases: [...phrases, ...named, ...words] }];
  });
  const concepts = {
    place: language.places.flatMap(({ names }) => names),
    ...language.levels,
    ...language.concepts,
    [TECHNOLOGY]: language.technologies.flat(),
  };
  const classes = { ...language.classes, ...classifySlots(Object.keys(language.levels)) };
  const { outOfScope, abbreviations, missing, followUps } = language;
  const vocabulary = [
    ...missing.flatMap(({ words }) => words),
    ...Object.values(followUps.phrases).flat(),
    ...documents.flatMap(({ sections }) => sections.flatMap(({ heading, text }) => [heading, text])),
  ];
  return [
    [...topics, language.help],
    { concepts, classes, outOfScope, abbreviations, vocabulary, preferred: answers.map(({ id }) => id) },
  ];
}

/** Technologies that facts name and the language data doesn't know; only capitalised ones, to leave out plain words. */
function listNamed(facts: readonly Fact[], { technologies, everyday }: Language): string[][] {
  const known = new Set([...technologies.flat(), ...everyday].map((name) => name.toLowerCase()));
  const named = facts.flatMap((fact) => (isOfKind(fact, 'skill') ? fact.technologies : []));
  return [...new Set(named)]
    .filter((name) => /\p{Lu}/u.test(name) && !known.has(name.toLowerCase()))
    .map((name) => [name]);
}

/** Loads, checks and trains, as `trainBot`. Throws a DataError that names every fault of the data folder. */
export const trainFromFolder = (dir: string, intents: Intents, earlier?: TrainedBot): TrainedBot =>
  trainBot(loadKnowledge(dir, intents), loadLanguage(dir, intents), intents, earlier);

/** Trains on checked data; what `earlier` learnt is kept where the phrases are the same, as after an edit of a document. */
export function trainBot(knowledge: Knowledge, language: Language, intents: Intents, earlier?: TrainedBot): TrainedBot {
  const { documents, facts, answers, signed, purpose, warnings } = knowledge;
  const names = [...language.technologies, ...listNamed(facts.all, language)];
  const technologies = Object.fromEntries(names.map((spellings) => [spellings[0] ?? '', spellings]));
  const [topics, options] = collectLessons({ ...language, technologies: names }, knowledge, intents);
  const matcher = trainMatcher(topics, options, earlier?.matcher);
  return {
    documents,
    facts: facts.all,
    answers,
    signed,
    purpose,
    warnings,
    slots: {
      levels: indexPhrases(language.levels, splitWords, 'number'),
      places: indexPlaces(language.places),
      technologies: indexPhrases(technologies, splitWords),
      everyday: language.everyday,
      cues: language.cues,
    },
    focus: indexFocus(facts.all),
    factStems: indexStems(facts.all),
    missing: indexMissing(
      language.missing,
      { technologies: names, everyday: language.everyday, places: language.places.flatMap(({ names: own }) => own) },
      documents,
      facts.all,
    ),
    glossary: language.glossary,
    subtopics: language.subtopics,
    followUps: indexFollowUps(language.followUps),
    matcher,
    sections: indexSections(listSearched(answers, documents)),
  };
}
