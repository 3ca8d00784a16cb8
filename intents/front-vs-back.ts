// The topic front-vs-back: how the front end and the back end differ.
import { defineIntent } from '../src/answering/intent.js';
import { denyMissing, isAskedFor, tell } from './shared/replies.js';

const MOST = 5;

/** Answers from the documents. */
export const frontVsBack = defineIntent({
  id: 'front-vs-back',
  title: 'Front end or back end',
  example: 'Front end or back end: what is the difference?',
  kinds: ['front-end'],
  mayCompare: true,
  related: ['definition', 'skills', 'responsibilities'],
  answer(query, facts) {
    const all = facts.of('front-end');
    const [unseen, seen, ...rest] = all;
    if (isAskedFor(query, all) || denyMissing(query) !== undefined || !unseen || !seen) return tell(query, all, MOST);
    const shown = rest.slice(0, MOST - 2);
    const headline = `${unseen.says} ${seen.says}`;
    return { headline, details: shown.map(({ says }) => says), facts: [unseen, seen, ...shown] };
  },
  phrases: `
    front end vs back end | difference between frontend and backend | which is harder front or back
    which one is easier to learn first | should i start with the front end or the back end
    is backend better than frontend | who earns more frontend or backend developers | which side pays better
    is it easy to switch from react to server side | switch from back end to front end
    can a ui developer move to the server side | do i need to know both
    does a backend developer need to know front end | do back end people have to learn css
    how much javascript should a server programmer know | should i become full stack instead
    full stack or specialise in one side | what is a full stack developer | full stack vs backend
    is full stack just both halves | design versus logic | i am bad at design is backend better for me
    i like visual things should i do ui | i prefer logic over colors and layouts | which suits me
    which side should i choose | frontend or backend for a beginner | frontend or backend career
    how does the front end talk to the server | how do the two teams collaborate
    who builds the api the ui developer or the server developer | who does what in a web team
    client side versus server side | client side and server side explained
    what the user sees and what happens behind the scenes | what is front end | what does a frontend developer do
    explain backend compared to frontend in simple words | are they the same job
    is there really any difference anymore | why are they separated | why is web development split into two
    why do companies keep separate teams for ui and server | line between the front and the back
    react or node first | html and css or python to begin with | angular developer wondering about moving to java
    backend to full stack worth it | do backend engineers look down on frontend
    do front end developers get less respect | why do people think ui work is easy
    is ui work more stressful than server work | which has more jobs client or server
    which is more in demand front or back | which has a better future ui or server
    which is more fun building interfaces or building services | which is more boring | which needs more math
    which requires more dsa | which is more creative | is frontend more saturated than backend
    does frontend change faster than backend | can one person do both sides | can you be good at both
    do you do any frontend work yourself | why did you choose backend over frontend
    have you ever worked on the user interface | do you prefer the front or the back
    are you a frontend or backend person | i am torn between ui development and server development
    i cannot decide between front and back | confused between frontend backend and full stack
    tired of css want to move to databases | fed up with javascript frameworks thinking of going server side
    i do frontend now and want to try backend | web designer versus web developer
    is a web designer a frontend developer | ui ux or backend | backend versus mobile development
    front end skills compared with back end skills | languages used on the front and on the back
    tools used by each side | is javascript front or back | is php frontend or backend | is sql part of the back end
    is node a backend thing | does a full stack role pay more than a specialist one
    is full stack too much for one person | jack of all trades or backend expert
    do small startups want full stack only | does a senior backend dev have to touch the ui
    working with front end developers what is it like | conflicts between ui and api teams
    who is responsible when the page is slow | who handles validation browser or server
    where does the front stop and the back begin | front back difference
    backend compared to frontend for freshers in india | frontend backend comparison
    i was wondering how server work differs from working on screens | what is the opposite of backend
    can i do backend without touching any interface | frontend or backend | front or back | backend vs frontend
    fullstack or backend | ui vs server | harder side | which first | which pays more | which is easier | learn both
    frontend knowledge needed | switch to backend | front end first or back end first
    is it smart to begin with the browser side before servers | learn both sides together or one after the other
    studying react and spring at the same time sensible | master one half before touching the other
    how much of the other half must i understand | could i get by knowing nothing about html
    can i ignore css entirely as a server dev | can i make a complete website using only backend
    can a full app be built with just frontend | is it possible to build everything with javascript only
    do i need the other one too | can a site exist without a server part
    can a server app exist without a user interface | what can frontend do that backend cannot
    what happens in the browser and what happens on the server | who is responsible for the login page
    who calls whom the page or the api | analogy for front and back such as a restaurant kitchen
    iceberg picture of websites visible and hidden parts | explain to my grandma front against back
    what separates a ui engineer from a server engineer | how do their daily tasks differ | contrast the two roles
    similarities between ui coders and server coders | what do both kinds of developer share
    do the two require different mindsets | which brain type fits each side | artistic person should go where
    analytical person should go where | not creative at all so is the server side my only option
    love pixels and animations | hate making things pretty | i enjoy databases more than buttons
    cannot center a div should i go server side | which part do beginners find friendlier
    which takes longer to learn | steeper learning curve browser or server
    which half has more tools to keep up with | which one gets you employed sooner
    more junior openings for ui or for server people | does the server side command higher pay
    why do server engineers earn more than ui engineers | salary gap between react and java people
    is ai going to replace ui coders before server coders | which half is safer from automation
    moving from ui to apis after four years | i have done vue for years how do i move to the server
    any regrets after leaving frontend for backend | going back to the client side after years of servers
    ui engineer feeling stuck and eyeing databases | can a react person pick up node quickly
    next js blurs both sides so which am i | where does graphql sit client or server
    is typescript for the client or the server | is devops part of backend or separate
    is database work frontend or backend | are web designers and coders different people
    web developer is that front or back | is app development the same as backend
    backend compared with data engineering | do companies prefer one person for both halves
    why not hire only full stack people | is full stack just a cheaper hire | full stack a myth or a reality
    does full stack mean knowing everything poorly | shall i market myself as full stack or backend
    t shaped engineer with a focus on server | ask hn should i specialise in backend or go full stack
    ask hn why is frontend development so complicated | is ui dismissed as real programming
    who wins the respect battle ui or server | rivalry between ui people and api people
    how do the two sides agree on an api contract | who fixes it when the page shows wrong data
    how closely do you sit with the ui team | handing over endpoints to the client team
    does your team split work by side | what made you drop ui for servers
    which one would you choose if starting now | toss a coin between client and server
    which track of the course should i take ui or server
    cannot make up my mind about the two halves of web development | front first | which half | ui or api
    looks or logic | the other side | react or node | easier half | same thing | full stack | visible or invisible
    browser or server | css or sql | one or both | better paid half | pixels or data
    i draw well and code a little which side should i take
    i made three landing pages and wonder about trying the server part
    after two years of angular i envy the api team should i cross over
    i love databases but my course starts with html must i bother
    i am colour blind would the server side be the wiser option
    i have four months and can only learn one half of the web
    i am hiring for a small site do i need one person or two
    i got offers for a react post and a java post and cannot decide
    i am a graphic artist does any of the web trade use that
    my teacher splits us into two groups ui and server which do i join
    we argue at work about who should validate forms the page or the server
    our team has one person for everything is that what full stack is
    wondering whether to take the ui route or the server route
    wondering whether a server coder can get by without touching the browser
    curious how the two halves of a web team differ | curious where one half of a site ends and the other begins
    someone told me front end is for artists and back end for engineers | someone said ui work is simpler is it
    is it true that server people look down on ui people | is it true that you must learn the front before the back
    people say everyone should be full stack these days
    my friend claims making pages is child play compared with servers | my boss says one person can do both sides
    front end is just html and css right | they are two names for one job right
    what belongs to the visible half and what to the hidden half | who does the buttons and who does the data
    which of the two has more work opportunities | which of the two is more fun | which of the two camps earns more
    which of the two has a better future | which half needs a degree less | do the two camps work different hours
    are the skills of one half useful in the other | is freelancing easier with ui or with server work
    do server people hand over to ui people or the other way
    does the app screen count as the one and the data as the other
    what does the interface coder do that you do not | do you ever touch the ui
    why did you go for the server and not the interface | have you ever switched sides
    do you get along with the interface folks | could you do the ui part too if you had to
    are we closer to ui people than to database people | do you consider yourselves full stack
    would you pick the browser side if you began again | do i need an eye for design
    is design talent needed for the back end | do backend developers need to be good at design
    learn backend or become an expert in frontend | why not just learn the front end | why not only back end
    why do i need front end as a server developer | how come back end gets paid more than front end
    since when are front and back separate jobs | what if i like both sides
    what if i choose front end and want to change later | do i need the one for the other
    do i need front end before back end | do i need react to work on the back end
    learn the front end to be a back end developer | must i learn html to become a backend developer
    may i skip front end completely | could i start with back end without any front end
    should i learn front end too | should a back end developer know css and html | would front end be easier for me
    would knowing front end help me on the server | which one should i go for front or back
    which of them is more difficult | which has less coding | whose job is the database
    whose work is harder the designer or the server coder | how often do you work on the front end
    how often do the two sides talk to each other | how far apart are the two jobs
    how much front end is enough for back end people | how many people do both | how different are they
    is there a big difference between the two | is there front end work in your job
    is there a border between ui and api | are there people who do only one of them
    are front end and full stack the same | are both equally important | does it matter which side i start with
    does front end count as real development | does the back end come after the front end
    does a back end guy design pages | is java for front end or back end | is python used in the front or the back
    is c sharp a back end language | is css part of back end at all | is react front end | is go used on the client
    is django front or back | is back end better | is front end worth it compared with back end
    is front end alone enough for a job | is back end alone enough to build a website | best side for beginners
    worst side to start with | better than front end | front end instead of back end for a fresher
    back end versus full stack for the long term | server or screen | websites without a front end
    only back end is that possible | can you ever avoid html in this job | still unsure between front and back
    already know react is back end easy then | not chosen a side yet | after front end should i learn back end
    before back end learn javascript in the browser | while learning back end do i also need ui
    first html then php is that the way from front to back | explain front end and back end
    describe the difference | list the differences | name languages of the front end
    show what belongs to each side | give me a comparison of ui and server roles | tell me about front end
    compare both | summarise front versus back | front end is easier isnt it | you do both dont you
    back end is harder than front end am i wrong | i think full stack is better than choosing one am i wrong | front
    front end too | both sides | difference | java which side | html needed | full stack instead | ui part
    should my nephew do frontend or backend | which of the two is easier | which of both pays better
    the difference sir | client side or server side what suits me | front vs back simple words
    i like design more is backend wrong for me | looks or logic which is which | do both sides talk to each other
    how do they work hand in hand | which part is more fun | is front end simpler
    where does front end stop and back end begin | who depends on whom frontend or backend
    the visible and the invisible part explained | which end should i go for | better future front or back
    how is what you do different from what front end people do | how do our tasks differ from those of the front end team
    should i begin with front end or back end | what comes first front end or back end
    where does the front end stop and the back end begin
  `,
});
