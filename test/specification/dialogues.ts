// The specification of talk: what people say one after the other, and what each has to be taken for.
// Beside test/specification/questions.ts: there every text stands for itself, here it leans on the ones before it.

/**
 * What is said; what it has to be: a topic's id, `suggest`, `decline`, `help` or `courtesy`; what the lines of the answer
 * or its quotes hold; what the lines must not hold.
 */
export type Line = readonly [says: string, wanted: string, holds?: readonly string[], lacks?: readonly string[]];

/** One conversation, by what it is there to show. */
export type Dialogue = readonly [why: string, lines: readonly Line[]];

const INDIA_FRESHER = '5 LPA';
const INDIA_SENIOR = '19 LPA';
const ABROAD_FRESHER = '$80,451';
const ABROAD_SENIOR = '$135,586';

/** Everything that a follow-up may change or ask for. */
export const DIALOGUES: readonly Dialogue[] = [
  [
    'a new place replaces the place, a new level the level, and the rest stays',
    [
      ['what would I get as a fresher in India', 'salary', [INDIA_FRESHER], [ABROAD_FRESHER]],
      ['and outside India?', 'salary', [ABROAD_FRESHER], [INDIA_FRESHER, ABROAD_SENIOR]],
      ['what about experienced?', 'salary', [ABROAD_SENIOR], [INDIA_SENIOR, ABROAD_FRESHER]],
      ['back in Bangalore', 'salary', [INDIA_SENIOR, 'Bangalore'], [ABROAD_SENIOR, INDIA_FRESHER]],
    ],
  ],
  [
    'a period stays for what follows, until there is another one',
    [
      ['pay of a senior back-end engineer in the US', 'salary', [ABROAD_SENIOR]],
      ['and per month?', 'salary', ['$11,298.83 a month']],
      ['for freshers?', 'salary', ['$6,704.25 a month'], ['$11,298.83']],
      ['in India', 'salary', ['₹41,666.67 a month'], ['$6,704.25']],
      ['per hour then', 'salary', ['an hour', '₹213.68'], ['a month']],
    ],
  ],
  [
    '“that” is what was just said',
    [
      ['how much do experienced developers earn in Germany?', 'salary', [ABROAD_SENIOR, 'Germany']],
      ['is that per year?', 'salary', ['$135,586 a year']],
      ['how much is that a month', 'salary', ['$11,298.83 a month']],
      ['where is that from?', 'salary', ['BackEnd Developer Job Description', 'For Experienced 19 LPA $135,586']],
    ],
  ],
  [
    'a follow-up may go to another topic and come back, and keeps for whom and where',
    [
      ['fresher salary in India', 'salary', [INDIA_FRESHER], [INDIA_SENIOR]],
      ['ok and the hours?', 'work-hours', ['45 hours a week']],
      ['and the pay outside?', 'salary', [ABROAD_FRESHER], [INDIA_FRESHER, ABROAD_SENIOR]],
      ['thanks, and the degree', 'degree', ['The documents disagree']],
      ['but the pay per month', 'salary', ['$6,704.25 a month'], ['$11,298.83', '₹']],
    ],
  ],
  [
    '“one” and “them” mean what was just talked about, where no other word of the text names a topic',
    [
      ['is a diploma necessary for backend work', 'degree'],
      ['should I have one', 'degree'],
      ['which one', 'degree'],
      ['ok and what do they earn', 'salary', [INDIA_FRESHER]],
    ],
  ],
  [
    'words that name the topic before keep it, whatever those around them would mean alone',
    [
      ['can backend developers freelance?', 'freelance'],
      ['what would they charge', 'freelance', ['$61-80']],
      ['for 30 hours a week', 'freelance', ['$1,830']],
      ['hmm', 'courtesy'],
      ['what do they do all day', 'responsibilities'],
    ],
  ],
  [
    '“both” opens what was narrowed',
    [
      ['what do juniors make in India?', 'salary', [INDIA_FRESHER], [ABROAD_FRESHER]],
      ['both places', 'salary', [INDIA_FRESHER, ABROAD_FRESHER], [INDIA_SENIOR]],
      ['and both levels', 'salary', [INDIA_FRESHER, ABROAD_FRESHER, INDIA_SENIOR, ABROAD_SENIOR]],
      ['in India', 'salary', [INDIA_FRESHER, INDIA_SENIOR], [ABROAD_FRESHER]],
      ['and both?', 'salary', [ABROAD_FRESHER, INDIA_FRESHER]],
    ],
  ],
  [
    'years are years of experience, other words for a place are that place',
    [
      ['entry level pay in Mumbai', 'salary', [INDIA_FRESHER, 'Mumbai'], [INDIA_SENIOR]],
      ['and with 6 years?', 'salary', [INDIA_SENIOR], [INDIA_FRESHER]],
      ['elsewhere?', 'salary', [ABROAD_SENIOR], [INDIA_SENIOR]],
      ['and at the start', 'salary', [ABROAD_FRESHER], [ABROAD_SENIOR]],
    ],
  ],
  [
    'a sum is for one question only, whom it was compared with stays',
    [
      ['is 4 LPA low for a fresher?', 'salary', ['4 LPA is less than 5 LPA'], [INDIA_SENIOR]],
      ['and 6 LPA?', 'salary', ['6 LPA is more than 5 LPA'], ['4 LPA', INDIA_SENIOR]],
      ['and outside India', 'salary', [ABROAD_FRESHER], ['6 LPA', '4 LPA']],
    ],
  ],
  [
    'another currency is no other place',
    [
      ['what does a senior earn in India', 'salary', [INDIA_SENIOR]],
      ['and in dollars?', 'salary', ['no exchange rate', INDIA_SENIOR], ['$']],
      ['and in the US?', 'salary', [ABROAD_SENIOR]],
      ['in rupees?', 'salary', ['no exchange rate', ABROAD_SENIOR], ['₹', 'LPA']],
    ],
  ],
  [
    'hours, and the stretch of time they are asked for',
    [
      ['what do freelancers charge?', 'freelance', ['$61-80 per hour']],
      ['and for 30 hours?', 'freelance', ['$1,830 to $2,400 in all']],
      ['and per month', 'freelance', ['$7,930 to $10,400 a month', '52 weeks']],
      ['what about 10 hours', 'freelance', ['$2,643.33 to $3,466.67 a month'], ['30 hours']],
      ['source?', 'freelance', ['Backend developer charges more than $61-80 per hour globally.']],
    ],
  ],
  [
    'a currency alone asks for what is paid in the topic before, if anything is',
    [
      ['what can a freelancer charge?', 'freelance', ['$61-80']],
      ['and in euros?', 'freelance', ['no exchange rate', '$61-80']],
      ['which degree is best?', 'degree'],
      ['and in euros?', 'salary', ['no exchange rate']],
    ],
  ],
  [
    'one technology after the other',
    [
      ['do I have to know Git?', 'skills', ['Git is named']],
      ['and python?', 'skills', ['Python is named'], ['Git']],
      ['what about docker', 'skills', ['don’t mention Docker'], ['Python is named']],
      ['and Java or Oracle', 'skills', ['Java is named', 'Oracle is named'], ['Docker']],
      ['and databases', 'skills', ['MySQL'], ['Java is named']],
    ],
  ],
  [
    'a technology leads to the skills from topics beside them',
    [
      ['which degree is best?', 'degree'],
      ['and python?', 'skills', ['Python is named']],
      ['why', 'skills', ['no reason', 'Proficient knowledge of any programming language']],
    ],
  ],
  [
    'where the documents make no difference, that is said',
    [
      ['how long is the working week?', 'work-hours', ['five days a week']],
      ['and in Germany?', 'work-hours', ['don’t tell Germany apart', 'five days a week']],
      ['for seniors?', 'work-hours', ['don’t tell experienced developers apart'], ['Germany']],
      ['and what do they get paid', 'salary', [ABROAD_SENIOR], [INDIA_SENIOR, ABROAD_FRESHER]],
    ],
  ],
  [
    'pay by technology is not told apart either',
    [
      ['average pay in India', 'salary', [INDIA_FRESHER]],
      ['and with python?', 'salary', ['don’t tell Python apart', 'depends on the experience and on the technology']],
      ['why?', 'salary', ['It depends on the experience and the technology you are working in.']],
    ],
  ],
  [
    '“why?” gives the reasons that there are',
    [
      ['do I have to work at weekends?', 'work-hours', ['weekends']],
      ['why?', 'work-hours', ['urgent requirements or production issues'], ['five days a week']],
      ['are you sure?', 'work-hours', ['to the letter', 'late night or sometimes even work on weekends too']],
    ],
  ],
  [
    '“why?” gives none where the documents give none',
    [
      ['where can I find a job as a backend dev', 'jobs', ['Get Hired Portal']],
      ['how come?', 'jobs', ['The documents give no reason', 'apply on our Get Hired Portal'], ['demand']],
      ['and is it in demand?', 'outlook'],
      ['why is that', 'outlook', ['as the software industry grows']],
    ],
  ],
  [
    'a source is named with its date, and asked for in many ways',
    [
      ['what does a fresher earn outside India', 'salary', [ABROAD_FRESHER]],
      ['says who?', 'salary', ['BackEnd Developer Job Description (last updated on 02 Feb, 2023)']],
      ['how do you know that', 'salary', ['For Freshers 5 LPA $80,451']],
      ['can I trust it', 'salary', ['I can’t tell whether they are right']],
      ['is that true for India', 'salary', [INDIA_FRESHER], [ABROAD_FRESHER]],
    ],
  ],
  [
    'a date is asked for, and a figure doubted',
    [
      ['what does a fresher earn outside India', 'salary', [ABROAD_FRESHER]],
      ['of what year are these numbers?', 'salary', ['last updated on 02 Feb, 2023']],
      ['this is outdated', 'salary', ['I can’t tell whether they are right']],
      ['sorry I was asking about the hours', 'work-hours', ['five days a week']],
      ['is that all?', 'work-hours', ['All that the documents hold']],
    ],
  ],
  [
    'a bare number after hours means hours',
    [
      ['what can a freelancer make with 20 hours a week?', 'freelance', ['$1,220']],
      ['and with 30?', 'freelance', ['30 hours × $61']],
      ['per month', 'freelance', ['30 hours × 52 weeks']],
    ],
  ],
  [
    '“more” tells everything once, then where to go on',
    [
      ['hours of a backend developer', 'work-hours', ['five days a week']],
      [
        'tell me more',
        'work-hours',
        ['All that the documents hold', 'weekends', 'production issues', '45 hours a week'],
      ],
      ['more', 'help', ['That is all that the documents hold on “Work hours”'], ['?']],
      ['the first one', 'pros-cons', ['Pros:', 'Cons:']],
      [
        'go on',
        'pros-cons',
        ['All that the documents hold on “Pros and cons”', 'Great pay.', 'Not a healthy lifestyle.'],
      ],
    ],
  ],
  [
    'after everything has been told, talk goes on as before',
    [
      ['senior pay in India', 'salary', [INDIA_SENIOR], [INDIA_FRESHER]],
      ['everything you know', 'salary', [INDIA_SENIOR, INDIA_FRESHER, ABROAD_SENIOR, '3,16,204', 'six-digit']],
      ['and per month?', 'salary', ['₹1,58,333.33 a month'], ['₹41,666.67', '$']],
    ],
  ],
  [
    'of the topics offered one is picked by its place',
    [
      ['should I go for it?', 'suggest'],
      ['the second one', 'outlook'],
      ['and in India', 'outlook', ['don’t tell India apart']],
    ],
  ],
  [
    'or by its name, or its number',
    [
      ['should I go for it?', 'suggest'],
      ['pros and cons', 'pros-cons', ['Pros:']],
      ['number 2', 'work-hours', ['five days a week']],
      ['last', 'responsibilities'],
    ],
  ],
  [
    'a yes to several asks which one, a no is taken as it is',
    [
      ['should I go for it?', 'suggest'],
      ['yes', 'suggest'],
      ['1', 'pros-cons'],
      ['no', 'courtesy', [], ['?']],
    ],
  ],
  [
    'none of those offered was meant',
    [
      ['should I go for it?', 'suggest'],
      ['none of them', 'courtesy', ['other words'], ['?']],
      ['is there a future in backend', 'outlook'],
    ],
  ],
  [
    'courtesies stand in nobody’s way',
    [
      ['hi there', 'courtesy', ['back-end developer'], ['?']],
      ['what do freshers earn in Pune', 'salary', [INDIA_FRESHER]],
      ['👍', 'courtesy'],
      ['great, thanks a lot!', 'courtesy', ['welcome'], ['?']],
      ['hmm ok and abroad', 'salary', [ABROAD_FRESHER], [INDIA_FRESHER]],
      ['bye', 'courtesy', [], ['?']],
    ],
  ],
  [
    'slips, capitals and no question marks',
    [
      ['wat does a freshr earn in indai', 'salary', [INDIA_FRESHER]],
      ['ADN OUTSDE INDIA', 'salary', [ABROAD_FRESHER], [INDIA_FRESHER]],
      ['hmm and per mnth', 'salary', ['$6,704.25 a month']],
      ['soruce', 'salary', ['For Freshers 5 LPA $80,451']],
      ['tell me mroe', 'salary', ['All that the documents hold']],
    ],
  ],
  [
    'a full question starts fresh: nothing is carried over',
    [
      ['what does a fresher earn in India', 'salary', [INDIA_FRESHER]],
      ['how much do back-end developers earn per month?', 'salary', ['₹1,58,333.33', '$11,298.83']],
      ['what skills does a backend developer need', 'skills'],
      ['what is the salary of a senior developer', 'salary', [INDIA_SENIOR, ABROAD_SENIOR], ['a month']],
    ],
  ],
  [
    'what was refused is nothing to lean on: “in India” may be about nurses',
    [
      ['what does a fresher earn in India', 'salary', [INDIA_FRESHER]],
      ['what does a nurse earn?', 'decline'],
      ['and outside India?', 'suggest'],
      ['what does a back-end developer earn there', 'salary'],
    ],
  ],
  [
    'nor is what compares with it: “outside India” may be about nurses all the more',
    [
      ['what would a fresher get in India', 'salary', [INDIA_FRESHER]],
      ['is that more than a nurse earns?', 'decline'],
      ['and outside India?', 'suggest'],
    ],
  ],
  [
    'of what a source is followed by, one is picked by its place',
    [
      ['what would a fresher get in India', 'salary', [INDIA_FRESHER]],
      ['how long does it take to get that?', 'decline'],
      ['source?', 'salary', ['For Freshers 5 LPA $80,451']],
      ['the second one', 'pros-cons', ['Pros:']],
    ],
  ],
  [
    'where the documents only lack an answer, the talk goes on',
    [
      ['how do I become a back-end developer', 'how-to-become', ['Then:']],
      ['how long does it take?', 'how-to-become', ['don’t mention how long it takes']],
      ['tell me more', 'how-to-become', ['All that the documents hold']],
      ['explain', 'help', ['That is all']],
    ],
  ],
  [
    'what can’t be resolved is asked back, with the last topic among those offered',
    [
      ['do I have to know MySQL?', 'skills', ['MySQL']],
      ['and that?', 'suggest'],
      ['the first one', 'skills'],
      ['and per month?', 'suggest'],
    ],
  ],
  [
    'two questions in one are both leant on',
    [
      ['what does a senior earn in India and do I need a degree?', 'salary', [INDIA_SENIOR]],
      ['and outside India?', 'salary', [ABROAD_SENIOR], [INDIA_SENIOR]],
      ['and the hours and the outlook?', 'work-hours'],
      ['tell me more', 'work-hours', ['production issues', 'never-ending']],
    ],
  ],
  [
    'questions about the bot leave the talk as it is',
    [
      ['freelance rates', 'freelance', ['$61-80']],
      ['who are you?', 'help'],
      ['and for 20 hours a week?', 'freelance', ['$1,220 to $1,600 a week']],
    ],
  ],
];

/** What may stand before a follow-up, and nothing else: half a question with nothing to lean on. */
export const LOST: readonly (readonly [says: string, wanted: string])[] = [
  ['and outside India?', 'suggest'],
  ['why?', 'suggest'],
  ['are you sure?', 'suggest'],
  ['tell me more', 'suggest'],
  ['more', 'suggest'],
  ['both', 'suggest'],
  ['source?', 'help'],
  ['yes', 'decline'],
  ['the second one', 'decline'],
];

/** Said after an answer, and still no question of this career. */
export const REFUSED: readonly string[] = [
  'and what about doctors?',
  'what about a nurse in India',
  'and teachers?',
  "what's the weather in India",
  'and the weather?',
  'and the capital of France?',
  'how do I fix a null pointer',
  'and how do I fix a null pointer?',
  'why is the sky blue',
  'but why is the sky blue',
  'more coffee?',
  'more salt please',
  'and the football results?',
  'what about lunch',
  'and my wife?',
  'and the house?',
  'are you sure it rains',
  'where is the toilet',
  'and the president of India?',
  'tell me more about cats',
  'and cats?',
  'is that a bird',
  'how much is a bus ticket in Germany',
  'and how much is a flight to the US?',
  'who won the world cup in 2022',
  'and the rent in Munich?',
  'what about my vacation request',
  'ok and where do I submit my expenses?',
  'and the second world war?',
];

/** A short word that gets a short word back, whatever was said before, and what that word is about. */
export const COURTESIES: readonly (readonly [says: string, back: RegExp])[] = [
  ['thanks', /welcome/],
  ['Thank you so much!', /welcome/],
  ['thx', /welcome/],
  ['ok great, thanks', /welcome/],
  ['that helps', /welcome/],
  ['thanks for telling me that', /welcome/],
  ['thank you my friend', /welcome/],
  ['thankyou', /welcome/],
  ['no thanks', /All right/],
  ['cool thanks for the help', /welcome/],
  ['hi', /Hello/],
  ['Hello there', /Hello/],
  ['good morning everyone', /Hello/],
  ['hey bot', /Hello/],
  ['ok', /All right/],
  ['OK.', /All right/],
  ['great', /All right/],
  ['lol ok', /All right/],
  ['got it', /All right/],
  ['nice', /All right/],
  ['hmm interesting', /All right/],
  ['makes sense', /All right/],
  ['never mind', /All right/],
  ['👍', /All right/],
  [':+1:', /All right/],
  ['🎉🎉', /All right/],
  ['bye', /Goodbye/],
  ['thanks, bye', /Goodbye/],
  ['good night', /Goodbye/],
  ["that's all for now", /Goodbye/],
];
