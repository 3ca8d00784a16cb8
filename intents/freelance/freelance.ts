// The topic freelance: freelancing and what it pays.
import { defineIntent } from '../../src/answering/intent.js';
import { NO_CONVERSION } from '../shared/money.js';
import { sortByFocus, tell } from '../shared/replies.js';
import { compareRate, computeIncome, wantsOtherCurrency } from './income.js';

const ABOUT_PAY = [
  'dollar',
  'usd',
  'rate',
  'hour',
  'hourly',
  'charge',
  'earn',
  'pay',
  'income',
  'money',
  'bill',
  'cost',
  'price',
  'make',
];

/** Answers from the documents. */
export const freelance = defineIntent({
  id: 'freelance',
  title: 'Freelancing',
  example: 'What can I charge as a freelancer?',
  kinds: ['freelance', 'rate'],
  related: ['salary', 'jobs', 'work-hours'],
  slots: ['amounts', 'hours', 'span', 'per'],
  answer(query, facts) {
    const [rate] = facts.of('rate');
    const ways = facts.of('freelance');
    const income = rate && computeIncome(query, rate, facts);
    if (rate && income) {
      const details = [rate.says, ...income.notes];
      return { headline: income.headline, details, formulas: income.formulas, facts: [rate, ...income.facts] };
    }
    const compared = rate && compareRate(query, rate);
    if (rate && compared) return { headline: compared, details: [rate.says], facts: [rate] };
    const isElsewhere = rate !== undefined && wantsOtherCurrency(query, rate);
    if (rate && (isElsewhere || query.has(...ABOUT_PAY))) {
      const shown = [rate, ...sortByFocus(query, ways).slice(0, 3)];
      const says = shown.map((fact) => fact.says);
      const [headline = '', ...details] = isElsewhere ? [NO_CONVERSION, ...says] : says;
      return { headline, details, facts: shown };
    }
    return tell(query, [...sortByFocus(query, ways), ...facts.of('rate')], 5);
  },
  phrases: `
    can backend developers freelance | freelancing as a back end dev | freelance backend developer hourly rate
    how much should i charge per hour | what do freelancers charge globally
    what to charge a client for building an api | fixed price or hourly for a web project
    how do i set my rate as a contractor | is 20 dollars an hour too low for a node developer
    can i ask for 80 dollars an hour | day rate for contractors in the uk | contract work for server side engineers
    contractor versus permanent employee | freelance or full time | should i quit my job to freelance
    is it worth going independent as a programmer | working for myself as a software engineer
    self employed developer | i want to be my own boss | i do not want to work for a company
    can i work without an employer as a coder | can i run a one person consultancy
    becoming an independent consultant after ten years in java | software consulting how does it pay
    how do i find clients | where can i get my first gig | how to get freelance projects with no portfolio
    best sites for freelance programmers | upwork for back end developers | is fiverr any good for coders
    toptal or upwork | nobody hires me on upwork what am i doing wrong
    too much competition on freelancing platforms | is there demand for freelance server side developers
    do companies hire freelancers for backend work | why would a company hire a freelancer instead of an employee
    do clients want full stack freelancers only | is backend harder to freelance in than front end
    can freshers start with freelancing | can a student earn money from small coding projects
    is freelancing good for beginners | how much experience before going freelance
    which language is best for freelancing | is django good for gigs | php wordpress projects as a freelancer
    side projects for money | side hustle for software engineers | earn extra income with coding on weekends
    can i freelance while having a full time job | moonlighting as a developer | is moonlighting legal in india
    does my employer allow me to take outside projects | taking a project on the side for another company
    working in another role but want to try backend on projects | work on a project for a specified period of time
    short term projects for developers | temporary project based work
    how long does a typical freelance project last | how much could i make weekly with 20 hours of client work
    monthly income from freelancing ten hours a week | if i bill 40 hours a week what is my income
    how much do freelancers make in a year | average income of a freelance programmer
    do freelancers earn more than employees | freelance earnings india | charging us clients from india
    getting paid in dollars as an independent developer | how do freelancers receive payment from abroad
    taxes for self employed engineers in germany | health insurance when you are a contractor
    do i need to register a business to freelance | pros and cons of freelance life
    advantages of freelancing in backend | downsides of being a freelancer | is freelancing stable
    what if there is no work for months | is it risky to rely on gigs
    how do independent coders deal with dry spells | client refuses to pay what do i do
    do freelancers need a contract | how to write a proposal for a client
    what do freelance developers do about vacations | are freelancers lonely | freedom of working for yourself
    be a digital nomad as a programmer | travel and take contracts along the way | gig economy for coders
    freelance marketplaces are a race to the bottom | ask hn how did you get started consulting
    how i went from employee to contractor | are there contract roles for senior engineers
    contract to hire offers are they good | short contracts or a steady job which is better
    does freelance work count as experience on a resume | will freelancing hurt my chances of a full time job later
    can i come back to employment after being independent | agency or freelance on my own | starting my own dev shop
    is freelancing an option in this career | what about freelancing | is it possible to live from gigs alone
    would you recommend contracting | my friend wants me to build his backend what price is fair
    what is a fair quote for a small rest api | how many clients at the same time can one developer handle
    i was thinking of offering my server side skills to small businesses
    looking for paid projects not a permanent position | freelance hourly pay junior versus senior | freelance rates
    freelance python | upwork tips dev | contracting vs permie | hourly rate node | freelance or job
    gig work coding | solo developer | backend contractor pay | if you freelanced what would you charge
    what would you bill me for a login service | what is your hourly price | how much for a small crm backend
    how expensive is it to hire an independent server side engineer | what does a contractor cost per day
    what do clients pay per hour for go developers | what kind of rate can a beginner get away with
    what is considered a decent hourly fee | what affects a freelancers rate
    what decides how much clients are willing to pay | sixty one to eighty dollars an hour is that realistic
    does anyone truly bill eighty an hour for server work | should i raise my price for existing customers
    should i undercut others to win my first order | should i charge per milestone
    should i ask for a deposit up front | should a newly graduated coder go solo
    is it normal for clients to want free trial work | is it normal to wait two months for an invoice to be paid
    is it smart to leave a stable position for independence | is going solo scary
    is the freelance market saturated | is the contractor market dead at the moment
    is freelancing easier than employment | is there enough server side work for independents
    is rails good for contracting | is aws knowledge sought after by clients
    are there people who only do databases for hire | are one off jobs common in backend | are gigs well paid
    do small businesses hire independent programmers | do startups take on outside developers for a few months
    do you take on outside projects | do you have side clients | do you freelance
    have you ever worked as an independent developer | did anyone here leave a corporate position to go solo
    how did you land your first customer | how do solo developers market themselves | how do i price a project
    how do i estimate a job for a client | how do i write an invoice as a coder | how do i know a client is serious
    how do i deal with scope creep from a customer | how do i build a reputation on freelance platforms
    how do i get repeat customers | how much experience would customers expect from me
    how much can i earn on the side after work | how many hours per week can independents bill
    what is it like to freelance as a backend programmer | what is it like being your own boss in tech
    what is it like to juggle three customers | what do you do when the pipeline of gigs dries up
    what percentage does upwork take | what goes into a contract with a customer
    where do independents look for gigs | where do companies post short term assignments
    which platforms have serious clients | which is better steady paycheck or own customers
    which niche should an independent back end engineer pick | why do firms bring in externals
    why do contractors get more per hour than staff | why did you go back to a permanent job
    can i do this on a project basis | can i be hired for just one project
    can i join a company for three months only | can i take assignments while employed as a tester
    can i try backend through a small paid project without leaving my role
    can i live in bali and serve customers online | can i outsource part of a gig to a friend
    could server side work be done as an external | could i make a living without a boss
    would a company give a newcomer a temporary assignment | would i need liability insurance
    would an llc help me as an independent | i do not have an employer and do not want one
    i want to choose my own projects | i want to sell my coding services
    i got laid off and consider contracting until something comes up
    i have a day job as an accountant and want to take programming gigs
    i built an api for a friend and now others ask me too
    quit my nine to five to take clients and made nothing the first month
    mom with toddlers looking for small remote coding gigs
    retired engineer looking for occasional paid assignments | student looking to make pocket money with flask
    local bakery wants an ordering system what do i ask for
    an american company wants me as an independent contractor from pune | b2b contract or employment in poland
    umbrella company or limited in the uk | w2 or 1099 for software people | gst on export of coding services
    paypal or wise for foreign customers | retainer agreements for developers
    equity instead of cash from a founder client | nda and ownership of code for externals
    pension and sick leave when you work independently | show hn how i reached 10k a month consulting
    ask hn is anyone still contracting | independent work in this profession
    working per project instead of per month | opportunities outside of regular employment | my own boss | side gigs
    per hour | by the project | no boss | solo | hourly | short contracts | on the side | upwork any good
    as a contractor | just a one off | without an employer | weekend gigs | self employed | client work
    i am a support agent and fancy small paid coding tasks after work
    i teach maths and would like a paid api project now and then
    i am on parental leave and could take a few paid assignments from home
    dba by day could a company use me for one server project | i have ten years in java and am sick of employers
    i live in a village with good internet can i serve clients from here
    a gym wants a booking system from me what do i quote | i do not want a full time post just a three month thing
    i am between jobs could i bridge it with paid projects
    still at university and a shop owner wants to pay me for a backend
    we need someone for six weeks to write our api what would that cost
    our startup cannot afford staff can we get an outside programmer
    wondering whether firms give projects to outsiders | wondering whether i could do this alongside my regular post
    curious what independents bill | curious how many of you work for yourselves
    someone told me you can bill seventy an hour is that true
    someone said companies never give server work to externals
    is it true that going independent pays better than staying employed
    is it true that you can do this without joining a company | people say clients are a nightmare
    my friend claims he works from thailand for german customers
    my neighbour programs for three firms and belongs to none | nobody hires independents for backend right
    you need years of experience before customers trust you right | what is sixty minutes of a coders time worth
    what does an hour of server programming go for worldwide
    can this job be done independently instead of on a payroll
    is there an alternative to being a permanent employee in backend
    do i have to be employed to work as a developer | could i sample the profession through a single paid assignment
    are people in other roles taken on for a limited backend project
    can i pick my own hours by working for customers | which skills sell best to paying customers
    do customers ask for a degree from independents | what do you bill your customers
    would you rather have customers or an employer | did you ever try living without a salary
    do you folks take commissions | how do you people find those who pay you per project
    have you hired an outside coder for a few weeks | are we allowed to take outside work next to our job
    would you build something for me for a fee | do you charge by the hour or per deliverable
    how did you set your price when you went alone | is the hourly rate for india only or worldwide
    does the freelance rate hold everywhere | hours a week times the hourly rate
    are those dollars an hour just for india or everywhere | is the 0 to 0 dollars rate worldwide
    what would 0 hours a week at 0 dollars an hour make | is that hourly rate too low for backend
    i charge by the hour is it enough | freelancer yearly income | monthly earnings of a freelancer
    income of a freelance developer | explain how freelancing works here | describe life as an independent coder
    list places to get gigs | name a fair hourly price | give me a rate | tell me about contract work
    compare contracting and employment | show me how to get customers | summarise the options outside of employment
    recommend a platform for gigs | why do people go independent | why not freelance
    why would a firm take an outsider for its api | how come independents bill so much
    since when do companies use external coders | what if a customer cancels | what if i find no projects
    what if i only want one project | which projects are given to externals | which gig platform
    whose laptop does a contractor use | how often do you change customers | how far in advance are you booked
    how many customers do you need to live on | how many weeks does an assignment run | how much an hour
    is there work for independents | is there a minimum rate | are there part time assignments
    are there backend gigs for beginners | are there projects lasting a few weeks | does it work without an employer
    does freelancing pay better | does a company sign up outsiders for one project
    would it be possible on a project basis | would freelancing suit a junior | would anyone pay me 60 an hour
    should i go independent now | should i freelance first and look for a position later
    should a freshly trained backend dev take gigs | could i do it next to my main job
    could i start out as a contractor | may i work for two companies at once | may an employee take private orders
    must i be on a payroll | must i found a company to send a bill | do i need a licence to work for customers
    need a side income can i code for it | is going solo worth it | is upwork worth the fee
    best way to live off projects | best rate for a php job | worst thing about customers | better than employment
    independent instead of employed | gigs instead of a job | steady or independent | by the hour or by the day
    freelancer versus employee which brings more money | backend without a boss
    without a company behind me can i do this | only for one client | only part of the year | is 50 an hour enough
    is one big customer enough to survive | alone without a team can you serve clients
    can you freelance in this field at all | do server people ever work for themselves
    still employed but want to take orders | still undecided about leaving for contracting
    already have two clients as a node developer
    already employed in another department could i do a backend project | no clients yet
    after five years of employment time to go solo | before i quit how many customers should i have
    while working in support can i take coding projects | first client | next gig
    first a job then freelance or the reverse | freelancers earn more dont they
    you can do this independently cant you | companies prefer employees dont they
    nobody pays 80 dollars an hour do they | i think a contractor has it better am i wrong
    i would say juniors should not freelance am i wrong | contract role | hourly price | project work | independent
    clients | external developer | day rate | limited time project | temporary assignment | not employed
    paid by the task | working for several companies | is freelancing open to backend people too
    start out as a freelancer | moving into freelancing | get started in freelancing
    going into freelance work as a developer
    my nephew wants to do backend gigs at home | could my wife take small backend projects
    can i take projects from outside sir | how much for one hour | per hour charges of backend developer
    hourly cost of such a person | what do contractors bill
    we need somebody for two months what will it cost us per hour | rent a backend coder price
    project basis work possible or not | is there gig work in this | be independent as a coder
    working for myself as a backend person | what could i bill for 10 hours | earn on the side with backend skills
    freelancing money for developers | part time projects beside my job | freelance pros for a coder
    do firms use freelancers for backend
    is freelancing a wise choice for backend people | short backend projects beside a job
    would firms take me for small jobs in my spare time
    disadvantages of being a freelancer | downsides of freelancing | drawbacks of freelance work
    cons of freelancing
    what do they charge for it | what will one charge | per hr price | rate per hr | what is the rate per hour
  `,
});
