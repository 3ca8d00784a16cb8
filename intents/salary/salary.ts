// The topic salary: what a back-end developer earns, by level and place.

import { defineIntent, type Query } from '../../src/answering/intent.js';
import type { Fact } from '../../src/knowledge/facts.js';
import { NO_CONVERSION } from '../shared/money.js';
import { denyMissing, isAskedFor, sortByFocus } from '../shared/replies.js';
import { spellSalaries, wantsConversion } from './arithmetic.js';
import { chartSalaries } from './charts.js';
import { computeSums } from './comparisons.js';
import { nameFigures, noteDisagreement, noteUnnamedPlaces, pickSalaries, tabulate } from './figures.js';

const ABOUT_PAY =
  'depend affect factor why decide influence determine matter change well good great high highest best six digit figures impact lucrative raise';
const asksForNote = (query: Query, notes: readonly Fact[]): boolean =>
  query.has(...ABOUT_PAY.split(' ')) && isAskedFor(query, notes);

/** Answers from the documents. */
export const salary = defineIntent({
  id: 'salary',
  title: 'Salary',
  example: 'What does a fresher earn in India?',
  kinds: ['salary', 'pay-note'],
  related: ['freelance', 'pros-cons', 'outlook'],
  slots: ['levels', 'places', 'amounts', 'per'],
  answer(query, facts) {
    const notes = facts.of('pay-note');
    const all = facts.of('salary');
    const picked = pickSalaries(query, all);
    const salaries = picked.length > 0 ? picked : all;
    const isConversion = wantsConversion(query);
    const sums = computeSums(query, salaries, all, facts);
    const asked = asksForNote(query, notes) ? sortByFocus(query, notes).slice(0, 1) : [];
    const besides = notes.filter((note) => note.id === 'pay-depends-on' && !asked.includes(note));
    const spelled = sums.formulas.length > 0 ? sums.formulas : spellSalaries(salaries);
    const formulas = isConversion ? [] : spelled;
    const lines = [
      ...[denyMissing(query) ?? []].flat(),
      ...(isConversion ? [NO_CONVERSION] : sums.lines),
      ...asked.map(({ says }) => says),
      nameFigures(salaries),
      ...noteDisagreement(salaries),
      ...noteUnnamedPlaces(query, salaries),
      ...besides.map(({ says }) => says),
    ];
    return {
      headline: lines[0] ?? '',
      details: lines.slice(1),
      formulas,
      ...(salaries.length > 2 && {
        table: { caption: 'Pay by level and place', rows: tabulate(salaries) },
        charts: chartSalaries(salaries, formulas, query.titleOf),
      }),
      facts: [...asked, ...salaries, ...(isConversion ? [] : sums.facts), ...besides],
    };
  },
  phrases: `
    backend developer salary | how much does a back end engineer earn | salary india
    average pay of a server side developer | how much money do programmers make
    what is the starting salary for freshers | entry level software engineer pay
    senior backend engineer compensation | ctc for a fresher web developer | how many lpa can i expect
    is 5 lpa good for a new backend dev | is 12 lpa too low with four years of experience
    package offered to freshers in tcs and infosys | in hand salary per month | how much per month does a coder get
    yearly income of a software developer | annual salary in dollars | what do they pay in the us
    how much do developers earn in germany | developer wages in london
    bangalore versus pune pay for java developers | salary in canada for back end engineers
    how much would i make in dubai as a programmer | do developers in eastern europe earn well
    salary abroad compared to india | difference between fresher and experienced salary
    how much more do seniors make than juniors | pay by level | pay scale for this job
    salary range for mid level engineers | what does the salary depend on
    which factors decide how much you get paid | does experience increase the pay
    does location affect developer pay | does a masters degree raise your salary | which language pays best
    highest paying backend technology | do golang developers earn more than php developers
    is node or java better paid | does learning aws get you a better package | is it well paid
    does this job pay well | good money in backend or not | can you get rich as a programmer
    can i make six figures writing server code | can i support a family on a developer income
    is the pay enough to live in mumbai | do web developers make decent money
    why are software engineers paid so much | why are backend salaries so low in india | am i underpaid
    they offered me 60k is that below average | got an offer of 4 lpa should i take it
    is my offer fair for three years of experience | how do i know whether i am being lowballed
    how much should i ask for in the interview | expected ctc what should i say to hr
    how to negotiate a higher salary | how to ask my manager for a raise
    what hike can i expect when switching companies | how much do raises amount to each year
    how does pay grow over time | salary after five years | what will i be earning ten years from now
    what does a tech lead or architect earn | do developers get a bonus | stock options for engineers at startups
    joining bonus and benefits | does total compensation include shares | faang pay for backend engineers
    google versus startup compensation | service company or product company who pays more
    remote developer pay for us companies from india | do remote workers get paid less | stipend for backend interns
    minimum salary in this field | maximum salary a programmer can reach | highest package ever for a back end role
    median developer income | where does that salary figure come from | what is the source of the pay numbers
    is the indeed salary data reliable | glassdoor says a different number which is right
    your two documents give different averages | are these salary numbers up to date
    does backend pay more than front end | full stack or backend who earns more
    data scientist or backend engineer salary comparison | do devops engineers get paid better than us
    self taught developers do they get paid the same | pay gap between men and women in tech
    would i take a pay cut by moving from sales to coding | earning 30k as a teacher would programming pay more
    what could i earn as a beginner without a degree | how well are people in this role compensated
    what is the going rate for a senior full time engineer | remuneration details
    financially is it worth becoming a developer | money wise how is it
    if you do not mind me asking what do you earn | how much did you make at your first dev job
    have tech salaries dropped after the layoffs | are developer salaries going down
    i want to know what companies pay for this position | how much would a company in singapore give me
    five years in java what should my package be | sharing my salary progression as an engineer | backend pay
    dev wages | backend salary usa | fresher ctc | backend lpa | pay in europe | junior dev pay
    how much do you make | what do you take home | how much do you bring home each month
    what kind of money are we talking about | what kind of money do server side folks see
    what does the position offer | how much would you pay me | what is the budget for this position
    is the compensation negotiable | what do devs earn these days | what are backend engineers getting in 2024
    what is considered a decent wage for a junior coder | what is considered a high package in hyderabad
    what is a reasonable figure for someone with two years of spring
    what number should i write in the expected salary box | what influences developer pay
    what decides how much an engineer gets | what affects the size of my paycheck
    why does one java developer get double what another gets
    why do two people with the same title earn so differently | does the company size affect what you are paid
    does the tech stack affect how much you get | does a niche language bring more cash
    do certifications add anything to the paycheck | is it lucrative | is backend lucrative
    is there real money in server side programming | is coding a path to wealth | do coders live comfortably
    will i be able to buy a house as a developer | can i pay off my student loan quickly in tech
    could a single income from programming feed four people | how well off are software engineers
    are backend engineers rich | are we overpaid | are programmers paid fairly | how soon did you reach six figures
    how long until i earn 20 lpa | how fast does the pay climb | when does the big money start in this career
    at what age do developers peak in earnings | is there a ceiling on what an engineer earns
    what is the floor for new graduates | what is the least a coder should accept | is it normal to start at 3 lakhs
    is it normal to get no raise for two years | i make 45k with three years of node should i be angry
    my colleague earns more than me for identical work | friends from college make twice as much as i do
    just got my first offer and no idea if the figure is good | recruiter asked for my current ctc
    hr wants a number | how high can i go without scaring them off | should i tell them my previous salary
    counter offer came in lower than i hoped | appraisal gave me five percent
    what increment do engineers see each april | is job hopping the only way to get paid more
    does loyalty pay or should i switch for money | how much extra do managers get
    what is a principal engineer worth | what am i worth as a django developer | what is my market value
    how valuable is a kotlin programmer in cash terms | earnings of a server side coder in poland
    what would australia pay me | moving from chennai to berlin how much would my pay change
    netherlands or switzerland where do engineers get the most | top paying countries for backend
    top paying cities for coders | top paying companies for engineers | which companies give the fattest packages
    does living in a small town mean less pay | cost of living versus developer income in san francisco
    is 100k in new york enough for a programmer | pay after tax for a software engineer
    gross or net is that figure before tax | is 316204 rupees the real average
    eighty thousand dollars for a beginner really | do freshers truly get 80k abroad
    five lakhs as an average seems off | nineteen lakhs for experienced people sounds optimistic
    how was the average worked out | what year is the pay data from | rsu and esop worth anything
    perks besides the basic pay | variable pay and bonus share for engineers | is the internship paid
    how much do apprentices get while learning to code | do bootcamp people earn less than cs graduates
    would a diploma holder get a smaller package | doctors versus programmers income
    bankers or software engineers who makes more | i drive a truck and make 70k would coding beat that
    do testers make as much as developers | do mobile developers make more than server people
    is passion enough or should the money matter | did money make you choose programming
    is it worth it for the money | ask hn how much are you making as a backend engineer
    salary thread post your role and city | will ai cut what engineers are paid | good money | how many lakhs
    bonus | six figures possible | is it peanuts | what do they get | the pay though | cash per month | rich or poor
    per annum | decent living | how big is the paycheck | usd per year | worth how much | what about a raise
    i have two kids and a mortgage would a coders wage cover it
    last semester in pune what figure should i expect to be offered
    i drive a taxi and hear programmers are loaded how much is it
    i have seven years of php behind me and still get 9 lakhs
    we are about to hire our first server engineer what should we offer
    moving to toronto next year what would they give a java person
    i just passed probation is it time to ask for more | got two offers and the gap is 15k which one is normal
    i left teaching at 28k a year will coding beat that | my sister started in dotnet at 4 lakhs is that ordinary
    wondering whether experience is rewarded with better pay
    wondering whether node people are paid less than java people | curious what a newcomer abroad takes home
    curious how much a decade in the trade brings
    someone told me beginners get eighty thousand dollars is that true
    someone said indian engineers make a tenth of americans | is it true that you hit 20 lakhs after some years
    is it true that everybody in software drives a tesla | people say the wages in it are exaggerated
    my friend claims he gets 135k as a server engineer | my uncle says there is no money in computers any more
    i read three lakhs somewhere and five elsewhere which one holds | nobody gets less than 50k in tech right
    seniors get three times what juniors get correct | do years on the job translate into a bigger paycheck
    which skills bring home the most cash | what does a graduate of a famous college get paid
    does a diploma make any difference to the wage | what do companies hand out to a full time backend person
    do long hours at least come with good compensation | is the stress made up for by the pay
    what can i get as my very first offer | does the pay at home differ much from overseas
    what does a coder get with no experience at all | what would my wage be after the switch from testing
    are you paid well | how much did you start on | did your pay jump when you moved companies
    what do you guys get at your firm | are you satisfied with what lands in your account
    do we get paid less than the data people | are we worth what they pay us | would you do this for half the money
    how often does your company give increments | how comfortable is life on what you get as a server dev
    ctc for freshers in india | starting ctc | starting package for freshers | what does a developer bring in
    what a coder brings home | salary by level and place | do the documents agree on pay
    do your sources agree about salary | which site is the salary figure from | salary per hour
    hourly salary of an employee | what does a senior make an hour as an employee | salary per week
    pay per month in the us | convert the salary to dollars | how much is that in rupees | convert dollars to rupees
    what is the figure in euros | is that a fair offer for a junior | 40k a year is that low
    70 k a year is that competitive | 55k before tax is that decent | 90k for a mid level does that sound right
    three lakhs a year does that sound right | 120k with six years is that good | 30k euros as a starter too little
    25 thousand a month as a fresher okay | 6 lakhs for a java fresher fair or not | 48k in manchester competitive
    100k after tax realistic | is that before tax or after | before tax how much | net per month
    how much is left after deductions | is 2500 a month enough to live on as a dev
    is 85k below market for a python engineer | would 65k be acceptable | would 10 lakhs be a lot
    would i earn enough | should i accept 35k | should i be paid more than this | should a senior get double
    could i ask for 75k with three years | may i expect more after probation | must i disclose what i earn
    do i need experience to get good pay | is the money worth it | is it worth switching for a ten percent rise
    best paid language | best paying city for server engineers | worst paying companies for programmers
    better paid than testers | more money than an accountant | more salary or more equity
    monthly or yearly figures | india versus abroad what is the gap | india or usa where does one earn more
    lakhs or dollars what do those numbers mean | lpa what is that in euros | without experience how much
    without a degree is the pay lower | only 3 lakhs | only five for freshers seriously | is there a minimum
    is there a bonus on top | are there big pay differences between regions | are there backend engineers on 200k
    are wages rising | does it pay | does the technology make a difference to the pay | does pay depend on years
    why so low | why such a difference between india and abroad | why not pay freshers more
    how come seniors get three times as much | since when do juniors get 80k | what if they offer less than i ask
    which experience level earns how much | which country rewards programmers best | whose figures are these
    how often do wages go up | how far can earnings rise in this career | how many thousand a month
    how many zeros on the paycheck | do backend developers ever earn millions
    do coders at all earn well in small firms | am i still underpaid at 15 lpa
    still on my starting salary after three years | already at 20 lpa can it go higher | no raise yet
    after two years how much more | after tax in germany | before signing what figure should i insist on
    first salary | next pay level | then what will seniors get | explain the pay structure
    describe how wages develop | list salaries by experience | name a figure | give me a number
    tell me the average | compare fresher and experienced pay | show me what people earn
    summarise what one can make | pays well doesnt it | that is a low offer isnt it
    nobody gets rich with this do they | a fresher should get at least 5 lakhs am i wrong
    i find 50k too little for a backend dev am i wrong | my offer is 62000 what do you think
    they pay me 1800 euros is this a joke | they would give me 22 an hour on the payroll normal | average | money
    income | paycheck | reasonable offer or not
    how well does the role pay | what would i be paid in this role | pay for this position
    what budget do we need for a backend hire | what should we offer a junior in india
    how much to budget for a developer | we want to hire a server side person what must we pay
    will my child earn well as a programmer | will he make good money as a developer
    does my daughter earn decently if she becomes a programmer | could a family live on that pay
    will they be paid decently | i wish to know the salary in foreign countries | kindly tell the salary in abroad
    abroad salary of this job | do we get a stake in the firm as engineers | do engineers own part of the startup
    is equity part of the offer for developers | will i get a share of the company as an early engineer
    are developers given stocks | do startups hand out shares to coders
    do i earn more in backend than in other tech jobs | is backend paid better than other it work
    0 years in the us how much in dollars | dollars a year for an experienced backend person
    my nephew got 3 lakh as fresher developer is it less | what can my wife expect to be paid as a junior coder
    how much rupees will i get | what is package in this field sir | how much package for two years experience
    pay packet | is it a well paid thing | do they earn big | cash wise how is it | what is the money like
    show me the money | what would we have to pay such a person | going salary for a senior
    what is the market rate for a junior backend employee | how much in hand per month as a fresher
    per month salary of a beginner | yearly earnings of programmers | dollars or rupees how much
    what do they earn over in america | how well paid are programmers in europe | what is the top pay
    lowest salary for a backend job | is 30 lakh realistic | pay after some years | could i pay a mortgage with it
    what salary to quote in the form
    pay per day of a fresher in india | daily wage of a junior developer | salary per day | per day pay in india
    how many dollars does a developer make a year | dollars per year for programmers in the us
    what is it in dollars a year for a senior | how many euros a year do backend people get
    pay a year in the us with 0 years
    will i get shares as a dev in a young company | shares as part of the pay for developers
    do i get options as an engineer
    package with 0 years of experience | pay for 0 years experience | 0 years experience salary | a maximum salary
    maximum pay | min salary | minimum pay of a developer | highest pay | lowest pay
    meaning of lpa | what does lpa mean | lpa full form | ctc meaning | what does ctc stand for | full form of ctc
    will my daughter make good money as a programmer
    what is the income of a back end programmer | income of a backend developer
    does one earn well with this profession
    what do new joiners get | how much is given to a new joiner | does a boot camp graduate make a hundred thousand
    they promised us a six figure income is that realistic as a developer
  `,
});
