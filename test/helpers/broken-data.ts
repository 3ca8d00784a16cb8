// One example of each way to break the data, and the error that the editor gets.
import type { Edit } from './data-copy.js';

export const SALARY = 'facts/salary.yml';
export const WORK = 'facts/work.yml';
export const CAREER = 'documents/career.md';

/** Scenario, the edit, the words on the faulty line (none if the fault has no line), the id shown, the text after it. */
export type Broken = readonly [string, Edit, string | undefined, string, string];

const quoteFaults: Broken[] = [
  [
    'a quote with one word changed',
    { file: SALARY, from: '$80,451\n', to: '$80,452\n' },
    '$80,452',
    '(salary-fresher-india) ',
    'has a quote that isn’t word for word in “Salary of BackEnd Developer” of job-description: ' +
      'copy it exactly; the closest sentence is “For Freshers 5 LPA $80,451”',
  ],
  [
    'a quote with a different apostrophe',
    { file: SALARY, from: 'Here’s the average', to: "Here's the average" },
    "quote: Here's",
    '(pay-is-an-average) ',
    "write ’ (U+2019) instead of ' (U+0027), in “Here’s the average salary pay, a company offers",
  ],
  [
    'a quote that cuts a word',
    { file: SALARY, from: 'quote: Great Pay', to: 'quote: Great Pa' },
    'quote: Great Pa',
    '(pay-great) ',
    'has a quote that isn’t word for word in “Pros and Cons” of career: ' +
      'copy it exactly; the closest sentence is “Great Pay”',
  ],
  [
    'a quote like nothing in the document',
    { file: SALARY, from: 'quote: Great Pay', to: 'quote: Zebras graze' },
    'quote: Zebras',
    '(pay-great) ',
    'copy a sentence of that section exactly',
  ],
  [
    'a quote from a different section',
    { file: WORK, from: 'section: Work Hours', to: 'section: Pros and Cons' },
    'quote: Nowadays',
    '(hours-normal) ',
    'it’s in the section “Work Hours”: use that',
  ],
  [
    'a quote from the other document',
    { file: WORK, from: 'quote: Nowadays', to: 'quote: For Freshers 5 LPA $80,451 # Nowadays' },
    'quote: For Freshers',
    '(hours-normal) ',
    'it’s in “Salary of BackEnd Developer” of job-description: use that document and section',
  ],
  [
    'an unknown document',
    { file: WORK, from: 'document: career', to: 'document: carreer' },
    'carreer',
    '(hours-normal) ',
    'names the document “carreer”, which doesn’t exist: use one of: career, job-description',
  ],
  [
    'an unknown section for a quote from a different one',
    { file: WORK, from: 'section: Work Hours', to: 'section: Working Hours' },
    'Working Hours',
    '(hours-normal) ',
    'names the section “Working Hours”, which career doesn’t have: the quote is in “Work Hours”: write that',
  ],
  [
    'an unknown section for a quote that’s in no section',
    { file: SALARY, from: 'Pros and Cons\n  quote: Great Pay', to: 'Pros\n  quote: Some Pay' },
    'section: Pros',
    '(pay-great) ',
    'names the section “Pros”, which career doesn’t have: use one of: “Career as a Back End Developer”, “Job and',
  ],
];

const figureFaults: Broken[] = [
  [
    'a number in a text that the quote doesn’t have',
    { file: WORK, from: 'about 9 hours', to: 'about 10 hours' },
    'about 10 hours',
    '(hours-normal) ',
    'says 10, but its quote doesn’t: remove the number or quote a sentence that has it',
  ],
  [
    'a typed number that the quote doesn’t have',
    { file: SALARY, from: 'amount: 316204', to: 'amount: 316240' },
    '316240',
    '(salary-average-india) ',
    'has 316240 as “amount”, which its quote doesn’t have: correct the number or quote',
  ],
  [
    'a technology that the quote doesn’t name',
    { file: 'facts/skills.yml', from: '[MySQL, Oracle,', to: '[MySQL, Oracle, PostgreSQL,' },
    'technologies: [MySQL',
    '(skill-databases) ',
    'lists the technology “PostgreSQL”, which its quote doesn’t mention: remove it',
  ],
  [
    'a name that the quote doesn’t mention',
    { file: 'facts/degree.yml', from: 'names: [BCA,', to: 'names: [BSc, BCA,' },
    'names: [BSc',
    '(courses-listed) ',
    'lists the name “BSc”, which its quote doesn’t mention: remove it',
  ],
  [
    'a subject with which the sentence doesn’t begin',
    { file: 'facts/freelance.yml', from: 'subject: Back-end developers', to: 'subject: Freelancers' },
    'subject: Freelancers',
    '',
    'has the subject “Freelancers”, with which “says” doesn’t begin: copy the beginning of “says”',
  ],
  [
    'a unit in a different currency',
    { file: SALARY, from: 'unit: USD', to: 'unit: LPA' },
    'currency: USD',
    '(salary-fresher-outside-india) ',
    'has the currency USD with the unit LPA: write “currency: INR” or a different unit',
  ],
  [
    'a rate upside down',
    { file: 'facts/freelance.yml', from: 'from: 61\n  to: 80', to: 'from: 80\n  to: 61' },
    'from: 80',
    '(freelance-rate) ',
    'has a “from” greater than its “to”: swap them',
  ],
];

const schemaFaults: Broken[] = [
  [
    'a missing unit',
    { file: SALARY, from: '  unit: LPA\n', to: '' },
    'id: salary-fresher-india',
    '(salary-fresher-india) ',
    'is missing “unit”: add the line “unit: …”',
  ],
  [
    'an unknown unit',
    { file: SALARY, from: 'unit: LPA', to: 'unit: EUR' },
    'unit: EUR',
    '(salary-fresher-india) ',
    'has "EUR" as “unit”: use one of "LPA", "USD", "INR"',
  ],
  [
    'a number written as text',
    { file: SALARY, from: 'amount: 5', to: 'amount: 5 lakh' },
    'amount: 5 lakh',
    '(salary-fresher-india) ',
    'has "5 lakh" as “amount”: write a number, without separators and without quotation marks',
  ],
  [
    'a text written as number',
    { file: SALARY, from: 'says: One document lists great pay among the pros.', to: 'says: 5' },
    'says: 5\n',
    '(pay-great) ',
    'has 5 as “says”: write a text (in quotation marks, if it looks like a number)',
  ],
  [
    'a misspelt key',
    { file: SALARY, from: 'place: india', to: 'palce: india' },
    'palce',
    '(salary-fresher-india) ',
    'has the unknown key “palce”: remove it or use one of kind, id, says, subject, item, summary, names, answers, yes, no, verdict, about, reason, role, document, section, ',
  ],
  [
    'an unknown kind',
    { file: SALARY, from: 'kind: salary', to: 'kind: wages' },
    'kind: wages',
    '(salary-fresher-india) ',
    'has "wages" as “kind”: use one of "salary", "rate", "hours"',
  ],
  [
    'a way of asking with a capital',
    { file: SALARY, from: '[indeed,', to: '[Indeed,' },
    'about: [Indeed',
    '(salary-average-india) ',
    'has "Indeed" as “about.0”: it must be in lower case',
  ],
  [
    'an id with spaces',
    { file: SALARY, from: 'id: pay-great', to: 'id: pay is great' },
    'id: pay is great',
    '(pay is great) ',
    'has "pay is great" as “id”: it must be lower-case words joined by hyphens',
  ],
  [
    'an id that another file has already',
    { file: WORK, from: 'id: hours-normal', to: 'id: pro-great-pay' },
    'id: pro-great-pay',
    '(pro-great-pay) ',
    'repeats the id at data/facts/pros-cons.yml:3: rename one of them',
  ],
  [
    'an entry that isn’t a fact',
    { file: WORK, from: '- id: hours-normal', to: '- just words\n\n- id: hours-normal' },
    '- just words',
    '',
    'is "just words": write an entry of the form “key: value”',
  ],
];

const fileFaults: Broken[] = [
  ['an empty file', { file: WORK, to: '\n\n' }, undefined, '', 'is empty: fill it or remove it'],
  [
    'a file of comments only',
    { file: WORK, to: '# later\n' },
    '# later',
    '',
    'isn’t a list of facts: start every fact',
  ],
  ['a file that isn’t a list', { file: WORK, to: 'id: x\n' }, 'id: x', '', 'isn’t a list of facts: start every fact'],
  [
    'a key twice in one entry',
    { file: WORK, from: '  kind: hours', to: '  kind: hours\n  kind: hours' },
    'kind: hours\n  daysPerWeek',
    '',
    'repeats a key of its entry: remove one of them, or begin a new entry with “- ”',
  ],
  [
    'a colon within a text',
    { file: WORK, from: 'kind: hours', to: 'kind: hours: many' },
    'kind: hours: many',
    '',
    'has “: ” inside a text, or the line before it is indented too far: put the text in quotation marks',
  ],
  [
    'a tab before a line',
    { file: WORK, from: '  kind: hours', to: '\tkind: hours' },
    '\tkind: hours',
    '',
    'begins with a tab: begin the line with spaces',
  ],
  [
    'an open quotation mark',
    { file: SALARY, from: 'says: One document lists great pay', to: 'says: "One document lists great pay' },
    'says: "One document lists great pay',
    '',
    'isn’t YAML, Missing closing "quote: correct the line or the one before it',
  ],
  [
    'a reference to nothing',
    { file: WORK, from: 'document: career', to: 'document: *career' },
    'document: *career',
    '',
    'refers to “career” by “*”, which data files don’t use: write the value out',
  ],
  [
    'a file with a different extension',
    { file: 'facts/new.yaml', to: '- id: x' },
    undefined,
    '',
    'is not a .yml file: rename it',
  ],
];

const FOLLOW_UPS = 'language/follow-ups.yml';
const followUpFaults: Broken[] = [
  [
    'an unknown kind of follow-up',
    { file: FOLLOW_UPS, from: '  yes: [', to: '  yess: [' },
    'yess:',
    '',
    'has the unknown key “yess”: spell it like the entries around it, or remove it',
  ],
  [
    'a word alone where there is a list of follow-up words',
    { file: FOLLOW_UPS, from: 'leans: [', to: 'leans: that # [' },
    'leans:',
    '',
    'has "that", which doesn’t fit: write it like the entries around it',
  ],
  [
    'a subject without a name',
    { file: 'language/missing.yml', from: '- name: bonuses\n  topics', to: '- topics' },
    'topics: [salary]',
    '',
    'is missing “name”: add the line “name: …”',
  ],
];

const placeFaults: readonly Broken[] = [
  [
    'the spelling of a place that no list has',
    { file: 'language/places.yml', from: 'San Francisco: [sf]', to: 'San Francisco: [sfo]' },
    undefined,
    '',
    'writes “sfo”, which is no part of a place: add it to the parts of a place, or remove it here',
  ],
];

const GLOSSARY = 'language/glossary.yml';

const glossaryFaults: readonly Broken[] = [
  [
    'an explanation for a topic that doesn’t exist',
    { file: GLOSSARY, from: 'topic: salary', to: 'topic: wages' },
    undefined,
    '(LPA) ',
    'names the topic “wages”, which doesn’t exist: remove the entry, or name one of: salary',
  ],
  [
    'a word that is explained twice',
    { file: GLOSSARY, from: 'words: [crore]', to: 'words: [crore, lakh]' },
    undefined,
    '(crore) ',
    'explains “lakh”, as “lakh” does: remove it from one of them',
  ],
  [
    'an explanation without a full stop',
    { file: GLOSSARY, from: 'means a year.', to: 'means a year' },
    'means a year',
    '',
    'has "Per annum means a year", which doesn’t fit: write it like the entries around it',
  ],
  [
    'an explanation that no phone shows whole',
    { file: GLOSSARY, from: 'means a year.', to: `means ${'a very long '.repeat(14)}year.` },
    'means a very',
    '',
    'which doesn’t fit: write it like the entries around it',
  ],
];

/** All single faults. */
export const BROKEN: readonly Broken[] = [
  ...quoteFaults,
  ...figureFaults,
  ...schemaFaults,
  ...fileFaults,
  ...followUpFaults,
  ...placeFaults,
  ...glossaryFaults,
];
