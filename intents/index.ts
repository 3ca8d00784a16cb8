// The list of all topics, in the order in which help shows them.
import type { Intents } from '../src/answering/intent.js';
import { conversation } from './conversation.js';
import { definition } from './definition.js';
import { degree } from './degree.js';
import { documents } from './documents.js';
import { fallback } from './fallback.js';
import { freelance } from './freelance/freelance.js';
import { frontVsBack } from './front-vs-back.js';
import { help } from './help.js';
import { howToBecome } from './how-to-become.js';
import { jobs } from './jobs.js';
import { outlook } from './outlook.js';
import { prosCons } from './pros-cons.js';
import { responsibilities } from './responsibilities.js';
import { salary } from './salary/salary.js';
import { skills } from './skills/skills.js';
import { workHours } from './work-hours.js';

/** Every topic the bot knows; a new one is added here. */
export const intents: Intents = {
  topics: [
    salary,
    skills,
    degree,
    howToBecome,
    workHours,
    freelance,
    responsibilities,
    prosCons,
    outlook,
    jobs,
    frontVsBack,
    definition,
  ],
  help,
  conversation,
  documents,
  fallback,
};
