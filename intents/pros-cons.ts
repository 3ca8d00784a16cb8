// The topic pros-cons: what speaks for the job and what against it.
import { defineIntent } from '../src/answering/intent.js';
import { denyMissing, isAskedFor, joinSays, sortByFocus } from './shared/replies.js';

const FOR = ['pros', 'advantage', 'upside', 'benefit'];
const AGAINST = [
  'cons',
  'bad',
  'downside',
  'disadvantage',
  'worst',
  'hate',
  'hard',
  'stressful',
  'stress',
  'pressure',
  'burnout',
  'difficult',
  'negative',
  'drawback',
  'catch',
  'unhealthy',
  'regret',
  'boring',
  'tiring',
];

/** Answers from the documents. */
export const prosCons = defineIntent({
  id: 'pros-cons',
  title: 'Pros and cons',
  example: 'What are the pros and cons?',
  kinds: ['pro', 'con'],
  related: ['salary', 'work-hours', 'outlook'],
  answer(query, facts) {
    const pros = sortByFocus(query, facts.of('pro'));
    const cons = sortByFocus(query, facts.of('con'));
    const lines = [`Pros: ${joinSays(pros)}`, ...(cons.length > 0 ? [`Cons: ${joinSays(cons)}`] : [])];
    if (query.has(...AGAINST) && !query.has(...FOR)) lines.reverse();
    const denial = denyMissing(query);
    if (denial !== undefined) lines.unshift(denial);
    else if (isAskedFor(query, cons) && !isAskedFor(query, pros)) lines.unshift(cons[0]?.says ?? '');
    return { headline: lines[0] ?? '', details: lines.slice(1), facts: [...pros, ...cons] };
  },
  phrases: `
    pros and cons | advantages and disadvantages of being a backend developer | what are the benefits of this career
    downsides of working as a programmer | is it stressful | how stressful is backend development
    how do you deal with burnout | burned out after five years of writing code | is there a lot of pressure
    deadlines and pressure in software companies | is it bad for your health
    back pain and eye strain from coding all day | is sitting at a desk all day unhealthy
    unhealthy lifestyle of developers | is it a hard job | is being a back end dev difficult day to day
    is server side work boring | does it get repetitive | is it fun | do you enjoy what you do
    do you like your job | are you happy as a software engineer | job satisfaction | is it worth it
    is being a web developer worth it | is it a good career | is backend development a good career choice
    good career option for girls | why should i choose this career | why did you choose backend
    what made you want to be a coder | what do you like most about your job
    what is the best part of being a developer | what is the worst thing about this role
    what do you hate about programming | things nobody tells you about being a software engineer
    any regrets about going into tech | do you ever regret becoming a developer | i hate my job as a programmer
    thinking of leaving software because i am miserable | is it for me | how do i know if coding is right for me
    would this suit an introvert | what kind of person enjoys this work | is it a lonely job
    tell me about a career as a back end developer | what is it like to be a backend engineer
    give me an overview of the profession | what is so great about it | what is bad about it
    positives and negatives | upsides of working on the server side | drawbacks of the profession | perks of the job
    is the work rewarding | is it satisfying when nobody sees what you build | do backend people get any recognition
    what is the most frustrating part | what is the hardest part of your work
    biggest challenge you face as a developer | challenges of the role | does being on call ruin your life
    is it mentally exhausting | mental health among programmers | impostor syndrome as a junior dev
    anxiety about production breaking at night | do you have to keep learning forever
    tired of constantly having to learn new frameworks | is continuous learning a plus or a burden
    would you recommend this career to your children | would you recommend becoming a software developer
    would you do it all over again | if you could go back would you pick the same profession
    is the money worth the stress | great pay but is it a happy life | is software engineering overrated
    is coding as glamorous as people say | is it a dream job | what should i watch out for before joining
    honest opinion on working in backend | the dark side of the it industry
    the reality of working as a programmer in india | is work life in german companies less stressful
    why do so many engineers quit | why do people leave the field | why do developers love their work
    what motivates you to keep coding | what keeps you in this job | is it exciting or dull | can it be creative
    does writing apis get tedious after a while | i was wondering if you find the work interesting
    is this an easy job | is it tough compared to other professions | is it a respected profession
    good and bad sides | should i become a backend developer or not | convince me to become a software engineer
    talk me out of becoming a coder | can i have a family life with a career like this
    how does it affect your social life | what are the risks of this profession
    is it fulfilling for seniors or do they get bored | worth the effort | good choice | worth pursuing
    career benefits | is it hard | too stressful | main drawbacks | job perks | coding burnout
    programmer lifestyle | why backend | why this field | any disadvantages | reasons to choose backend
    reasons to avoid this career | why should anyone go for it | why pick this over other professions
    what makes it attractive | what is in it for me | what do i gain by going into backend
    what would i be giving up | is it still a good choice for new students
    would you advise a school leaver to go into software today | should my son study to be a programmer
    my daughter is considering coding is that wise | is this the right career for someone like me
    will i like working on servers all day | how would i know whether i will hate it
    who should not become a programmer | personality traits that clash with this work
    ask hn do you still enjoy programming | ask hn does anyone else feel miserable in tech
    ask hn what do you dislike about being a software engineer | i lost my passion for writing code
    i feel drained after every sprint | i dread monday standups | coding all day gives me headaches
    worried about gaining weight with a desk career | do programmers suffer from insomnia
    does the stress ever ease with experience | how do you cope with tight deadlines
    how do you unwind after a rough release | do managers breathe down your neck
    is it as stressful as being a doctor or lawyer | low stress jobs in it is this one
    is the pressure higher at startups | toxic culture in software firms how common
    is the day to day demanding mentally | how difficult is the work once you are hired
    how tough is coding for a living | do you feel dumb every day like i do | everyone on my team is smarter than me
    i feel like a fraud at my first dev position | always chasing the newest framework is exhausting
    does technology change too fast to keep up | is never being done with studying a downside
    what surprised you most after joining the industry | what do you wish you had known before entering
    expectations versus reality for new developers | what is a myth about programmers that is false
    sugarcoating aside what is it truly like | how rewarding is it to see your services used by millions
    feeling proud of invisible work | what gives you joy as an engineer | favorite thing about building apis
    least favorite thing about maintaining legacy systems | meetings jira and bureaucracy kill the fun
    is maintaining old java code soul crushing | is a hobby ruined when it becomes a profession
    i left tech and never looked back | why i quit being a software developer
    switched to carpentry after ten years of code | would you rather do something else for a living
    is the grass greener in other fields | compare being a teacher with being a programmer in satisfaction
    is backend nicer than data science to work in | does this career allow raising children
    dating and friendships as a developer | does it isolate you from people | freedom and flexibility of tech
    is autonomy one of the advantages | is it a prestigious occupation in india
    how do women feel about working in software teams | is it a comfortable life
    do you wake up happy to go to the office | how satisfied are engineers overall on a scale of ten
    tradeoffs of choosing this line of work | strengths and weaknesses of the profession
    plus points and minus points | sell me on backend in one minute | is it too good to be true
    glad you became a developer or not | any downsides | boring or not | fun | the catch | worth it
    too much pressure | stress level | good for introverts | bad for health | upsides | the dark side | is it nice
    regrets | why do it | the bad bits | perks | exhausting | i hate sitting still would i go mad in this job
    i love puzzles but dislike change is this for me
    i get anxious under deadlines should i stay away from software
    i need an active life is a coding career bad for me | i am a people person would i be miserable behind a server
    i am torn between medicine and programming what speaks for programming
    i have been coding for eight years and feel nothing any more
    took the job for the money now what else is good about it
    my daughter is shy and clever would she be content as a programmer
    i am tired of studying does the learning ever end in this trade
    we have a school career day what is good and bad about this profession
    left the field once because of stress should i return | wondering whether i would enjoy it
    wondering whether the stress is worth the money | curious what annoys people about this profession
    curious what keeps you in the job | someone told me programmers burn out by forty is that true
    someone said the work is dull after a year | is it true that coders get fat and lonely
    is it true that you have to learn new things forever | people say it is the best profession in the world
    my friend claims it ruined his eyes and back | my wife thinks i would hate an office job with computers
    all developers love their jobs right | nobody does this past fifty because it wears you out right
    great pay but what is the price for it | what do you get out of it apart from a salary
    do long nights make it a bad life | do you have to be brilliant or is average fine to survive
    what speaks against becoming an engineer | would someone who dislikes constant updates be content here
    is always having to follow new trends a pain | what is so good about working on the hidden side
    is the culture of the company what makes or breaks it | what kind of person would suffer in backend
    is having plenty of openings the main plus | what makes people quit this profession | do you like what you do
    are you glad you picked this | would you pick it again | what gets on your nerves at work
    what makes you proud as a server dev | does it still excite you | are you folks under pressure all the time
    how do you stay healthy sitting there | are we just spoiled or is it really a good life
    what are the cons of backend | what are the pros of being a developer | cons of this job | pros of backend
    should i do it | is it for me or not | worth choosing | is this career worth choosing over others
    would you say it is a good job | is it a good job | is backend a good field to be in
    could i be happy as a programmer | may i regret this choice | must one suffer to be a developer
    need an honest verdict on this career | why would anyone want this job | why not become a developer
    why do you love being a server engineer | how come so many programmers are unhappy | since when do you enjoy it
    what if i end up hating it | what if i cannot stand the pressure | which is the biggest advantage
    which disadvantages matter most | whose personality fits backend | how often do you feel stressed
    how often do you think about quitting | how bad is the stress really | how good is life as a software engineer
    how many developers are happy with their choice | how healthy is this lifestyle
    how happy are you with your career | is there anything bad about this job | is there a downside to the high pay
    are there benefits besides money | are there any health problems among programmers
    are developers generally satisfied | does it make you happy | does it get better with the years
    does the job harm your body | does working on servers get lonely | would it bore me
    would you still choose it today | best thing about being a back end developer | worst part of the profession
    better life than a doctor or not | is it better than an office clerk job
    backend instead of law for a quiet life | more good than bad or the reverse | good or bad career
    without passion will i survive in coding | is liking computers enough to enjoy it
    is money the only reason to do this | is love for logic alone a reason to choose it | do you enjoy it at all
    did you ever want to give up | do you still like writing code | are you already tired of it
    has it become boring yet | after ten years is it still fun | before choosing this what should i weigh
    while you are young is it a good choice | explain the advantages | describe what is good and bad | list the cons
    list the pros of working in tech | name three drawbacks | name one reason to become a developer
    show me the bright side | give me the disadvantages | tell me why this is a great career
    compare the ups and downs | summarise the good and the bad | it is a great career isnt it
    its stressful isnt it | coding is boring work am i wrong
    i think the pay does not make up for the stress am i wrong | programmers have an easy life dont they
    you have to keep studying all your life dont you | pros | cons | any benefits | good career | happy coder
    tough job | good for me | health risks
    tell me honestly about the job | what is this job like
    is it worth becoming one | does it suck | be honest is it any good | does the job suck honestly
    is this job any fun | honestly should i do this | tell me honestly is it a good job
    is it worth the trouble becoming a developer | is it a good job for somebody with adhd
    would a shy person be happy there | is the job suitable for women | what annoys backend people most
    how awful is it
    should my nephew go for it what speaks against it | would my wife be happy in that job
    what are merits and demerits sir | what is nice about it | what sucks about it | the ugly side | dark sides
    is it a nice job | is it tiring | is it stressful or relaxed | do they get sick of it | does it hurt your health
    sitting all day bad for me | would you do it | is it cool | do people like it | reasons for and against
    what do they complain about | what will annoy me | why do folks leave this job | is the pressure high
    is it as good as people say | worth all that learning
    how hard is backend work | is the backend job difficult | is back end programming tough
    explain the pros | explain the cons | tell me the pros | list the cons | what are the pros | what are the cons
    describe the advantages
    the good things | good sides | good things about being a developer | the bad things | bad sides
    is it worth the trouble | worth doing or not | is this profession worth it | worth the effort
  `,
});
