// The topic how-to-become: the way into the job, step by step.
import { defineIntent } from '../src/answering/intent.js';
import { denyMissing, isAskedFor } from './shared/replies.js';

/** Answers from the documents. */
export const howToBecome = defineIntent({
  id: 'how-to-become',
  title: 'How to become one',
  example: 'How do I become a back-end developer?',
  kinds: ['step', 'resource'],
  related: ['degree', 'skills', 'jobs'],
  answer(query, facts) {
    const steps = facts.of('step').toSorted((a, b) => a.order - b.order);
    const skills = facts.all.filter(({ id }) => id === 'degree-basic-qualification');
    const resources = facts.of('resource').filter((fact) => isAskedFor(query, [fact]));
    const isLast = query.has('last', 'final');
    const [first, ...rest] = isLast ? steps.toReversed() : steps;
    const lines = [
      ...[denyMissing(query) ?? []].flat(),
      ...resources.map(({ says }) => says),
      ...(first ? [`${isLast ? 'The last step' : 'First'}: ${first.says}`] : []),
      ...rest.map(({ says }) => (isLast ? `Before that: ${says}` : `Then: ${says}`)),
      ...skills.map(({ says, document }) => `The other document, ${query.titleOf(document)}: ${says}`),
    ];
    return { headline: lines[0] ?? '', details: lines.slice(1), facts: [...resources, ...steps, ...skills] };
  },
  phrases: `
    how to become a backend developer | where do i start | backend roadmap
    steps to get into server side development | how do i get into back end dev | learning path for web development
    in what order should i learn things | how many months to learn backend from scratch
    i want to become a backend developer | career change at 35 into programming | am i too old to learn to code
    i am 40 is it too late to start in tech | from teacher to software developer
    how do i move from qa to development | switching from manual testing to writing server code
    support engineer wanting to become a developer | moving from front end to back end any advice
    i have zero experience where should i begin | first step for a complete beginner
    self study plan for aspiring back end engineers | how do i practise | what should i build to practise
    how to learn programming as a career | how to learn web development on my own
    how difficult is it to break into this field | how hard is it to get in
    what is the best way to get started with coding | getting started | beginner guide | how to be there
    what path did you take | how did you become a developer | how did you get into software
    what would you do if you were starting over today | advice for someone starting from scratch
    should i learn python or java first | which language should a beginner start with
    what comes after learning the basics of node | i know html and css what next
    i finished a python course now what | stuck in tutorial hell how do i move on
    i keep watching tutorials but cannot build anything | can i learn this in six months
    is three months enough to learn server side | realistic timeline for a career switcher
    how many hours a day should i study | best resources to learn backend
    books and courses recommended for newcomers | youtube or paid course for learning django
    how to teach yourself to program | can someone without a technical background do it
    i work in sales and want to go into tech | accountant looking to switch to programming
    mechanical engineer shifting to it | nurse learning to code for a new career
    electrician thinking of retraining as a coder | data analyst to backend engineer transition
    devops to backend how hard is the move | how do i transition from wordpress to real server programming
    database administrator who wants to become a developer | guide me to be a software engineer
    please suggest a roadmap | complete roadmap 2024 | step by step process to become a programmer
    what do i need to do to become one | what does it take to be a coder | ways to enter the it industry
    how do i prepare myself for a role in web development | how can a student prepare during college
    i am in high school and want to build websites for a living
    final year student how should i begin with spring boot | learn to code while working full time
    how to balance learning programming with a day job | how do people learn this stuff
    should i learn databases before frameworks | do i learn javascript first or go straight to the server
    when am i ready to call myself a developer | how do i know i have learned enough | from zero to backend engineer
    path from junior to being good at the craft | how to improve as a beginner
    how to go from hobby coder to professional | making the jump from hobbyist to paid programmer
    can anyone become a software developer | is it possible to learn backend in a year
    how would i go about entering this profession | i was wondering how someone gets into this line of work
    not sure where to begin | feeling overwhelmed by everything there is to learn
    so many languages and frameworks which direction should i take | any tips for a newbie
    what should my first project be | coming back to programming after a ten year break
    returning to tech after raising kids | i would like to pursue a career in this field
    pursuing back end development | what training do i need | where can i get training in php or c sharp
    do i need a mentor to learn | what is the fastest route to becoming a web developer
    becoming a developer in the us as an immigrant | what should i focus on first
    how to start a career in software at 28 | entry into server side programming for dummies
    is it difficult to become one | next steps | career switch | starting point | learning order | study plan
    backend path | what to learn | first steps coding | how long till job ready | beginner to developer
    become coder fast | can anyone guide me | could someone please point me in the right direction
    need some guidance on picking up server side development | where on earth does one begin
    i feel lost what should my next move be | java and sql done what should follow
    i am comfortable with javascript what is missing before i can go backend
    knows python basics wants to go deeper into servers | finished cs50 which thing should i tackle now
    completed a mern course and still feel clueless | have learned express and mongodb how do i proceed
    after core java should i go to hibernate or spring | how tough is it realistically to make the switch
    be honest how hard would it be for a newcomer | how steep is the learning curve
    how quickly could a motivated person pick this up | what is a realistic time frame to be employable
    took you how many months to feel competent | how long was your journey from hello world to professional
    is it too late for me at 32 | has the ship sailed for people in their fifties
    ever too old to begin programming | anyone here who started late and made it
    ask hn how did you switch to software in your thirties
    ask hn how to go from hobby scripts to professional backend engineer
    best way to move from tech support into engineering | how can i transition out of banking into coding
    bpo employee hoping to shift to development | sap consultant moving to open source web stacks
    mainframe cobol person modernizing into microservices | network admin going into software
    game developer crossing over to web services | embedded c programmer looking at server applications
    tester with selenium experience who wants to write features | business analyst curious about becoming technical
    chef burned out of kitchens wants to learn to program | military veteran retraining for the tech sector
    stay at home mom interested in learning to build web services | truck driver learning to code at night
    internal transfer from helpdesk to the engineering team
    how do i convince my manager to let me join the dev team | will this programme turn me into a backend engineer
    who is this training suitable for | do i need prior knowledge before joining the course | prerequisites to begin
    is a bootcamp a good way in | bootcamp or teach myself at home
    roadmap sh is huge do i really need everything on it | which topics can i safely skip as a beginner
    minimum you must master before calling it enough | what would a senior tell his younger self to learn
    if you were eighteen again how would you enter software | share your journey into backend
    tell us your story from beginner to engineer | how were your first months of learning
    what mistakes do newcomers make when learning | i start many courses and never finish any
    i lose motivation after two weeks of studying | cannot remember syntax am i cut out to learn this
    is being bad at math a blocker to becoming a programmer | can a slow learner become an engineer
    do you need to be a genius to do this | how do i get from copying code to writing it on my own
    how do i gain practical knowledge instead of theory | contributing to open source as a way to learn
    should i build a clone or an original app to learn | find a study buddy or a mentor for server development
    is it possible while raising two small kids | one hour daily sufficient to make progress
    weekend learner with a full time position | how to use chatgpt to learn programming properly
    does learning with ai assistants make me a worse beginner | turn myself into a server engineer within a year
    aspiring programmer seeking direction | dream of being a software engineer but clueless
    second year student deciding how to build a backend profile | school kid wanting to make apps one day
    what can i do this summer to become a better developer | stepping stones toward a developer position
    where to begin | from scratch | from zero | getting in | next step | first language then what | breaking in
    route into backend | how to get there | my path | in six months | am i too old | changing careers
    starting late | a plan please | in my first year of college and dream of building servers what now
    i am a waiter with free mornings how do i turn into a coder
    i know html from school and would like to go further to the server
    i do sql reports all day and want to move into development
    i was a pharmacist until last month and want into software
    i am 45 and lost my factory job could i retrain for this
    i have done two udemy courses and feel no closer to being a developer
    i am a tester and want to cross over to writing services how
    i am fifteen and like computers how do i end up in this
    i just left the army and have a year of funding to learn programming
    i graduated in cs but forgot everything how do i get back on track
    i can write loops and functions now how far am i from the profession
    my kid wants to do what you do where should he start
    we run a training for the unemployed what sequence should we teach
    wondering whether i could make the jump from sales | wondering whether books or videos are better to start with
    curious how people end up in server side programming | curious how long it took others to get this far
    someone told me you can learn it in three months is that true
    someone said you should start with databases do you agree | is it true that anyone can become a programmer
    is it true that you have to start as a child | people say just build things but build what
    my friend claims he taught himself in a year | my brother says begin with c before anything else
    it is too late to start at thirty right | you learn it all on the job right
    what is the right sequence of topics to go through | what do i do first and what do i leave for later
    which steps lead to this profession | what has to happen before i can call it my profession
    which road leads from user to developer | once i have a degree what are the steps after it
    after training in php what follows on the way | how do i go from loving computers to doing this
    how do i get my skills to a professional level | what should i do this year to be a developer next year
    where did you start | how did you end up as a server side dev | what was your first step toward this job
    how long did it take you | if you were me what would you do first | what would you tell your beginner self
    did you teach yourself or take a course first | how do we get our interns to become real backend people
    is there a roadmap i can follow | backend roadmap | how long until i can get a job | how long before i get hired
    a good way to pick up coding | best way to learn this | good starting point for backend
    what is a sensible place to begin with servers | worst way to learn programming
    easiest way into web development | how would one pick up server side programming | any good way to practise apis
    where can i practise backend for free | how often should i practise coding
    how far do i get with free tutorials only | how many projects should i build while learning
    how many languages should i learn before i begin | how much time would i need to become a programmer
    why not learn everything by building things | why is it so hard to get started
    how come i understand tutorials but cannot code | what if i have no computer background at all
    what if i start at fifty | which thing should i learn first for backend | which book should i read first
    whose course is the best for beginners | is there a shortcut to becoming a developer
    is there a proper order for learning this | are there free courses to become a web developer
    are there several ways into the profession | does it take years to become a backend developer
    does it make sense to begin with databases | would it be better to start with java
    should i begin with a framework or plain language | should i watch videos or write code
    could i become a programmer by reading alone | may i start without knowing any math
    must i know linux before i start | need advice on becoming a developer | is learning alone at home enough
    is practice more useful than theory at the start | python instead of java for the first steps
    better to learn slowly or in a bootcamp | can one ever learn this without a teacher
    can i still become a developer after forty | i already know c what do i add to get there
    have not learned anything yet where would you send me | after sql what should i learn
    after graduation how do i enter backend | before learning spring what must i know
    while studying something else can i learn to program | first html then what then what
    what do i do next to reach backend | then what after i learn git and sql | explain how someone gets into backend
    describe the road to becoming a server developer | list the steps | name the first three things to learn
    show me the roadmap | give me a learning plan for node | tell me how to get into this profession
    compare self study and bootcamp for getting in | summarise the path to becoming one
    teach me how to become a programmer | help me start coding | you start with a language dont you
    anyone can learn it cant they | i think six months is plenty to become a developer am i wrong
    i should learn java first shouldnt i | learning by copying projects is fine am i wrong | becoming a coder
    how to begin | start coding | learn backend | roadmap please | beginner advice | best first language | way in
    how do i learn | what is the quickest thing i can do today toward becoming a developer
    my goal is to work on servers how do i reach it | want to join this field what is required of me to begin
    i would love to learn how you do what you do | thinking about learning to code in my thirties
    what made it click for you when learning | which daily habits help when you learn to program
    how do i get better at coding every day
    am i too old at forty to become a developer | is thirty too late to begin | can a person of 45 still get in
    is there hope for an unemployed person of 33 to get into this field | how old may one be to start
    can somebody with a disability become a developer | can i do this job with dyslexia
    can deaf people work as developers
    how many months until i can work as a developer | which laptop do i need to begin with backend
    is an old computer enough to learn backend
    changing careers into tech | moving into tech from another career | career change to developer
    career switch into coding
    how can my nephew get into this | where should my wife start if she wants to code | how to enter this field sir
    i am fresher how to proceed | what is process to become | from where to start
    plan for becoming one | path please | the way in | route into backend for a cook
    former soldier wants to code how | housewife wants to become a programmer what now
    arts student wants to be a coder which steps | after school what do i do to get this job
    from support desk to developer how | tester wants to move to development how | get started | first thing to do
    what comes first second third | can i get there alone at home
    what would you do to become a backend dev from zero | can anyone do it
    is it possible for normal people to become one | how do people end up in this job
    do i start with a language or with a degree
    time needed until one is job ready | how many months until ready for a job | how many years to senior level
    years to become a senior developer | months of learning before the first role
    the minimum age | age limit | is there an age limit | what is the minimum age to start | how long does it take
    how long will it take | how long will it take me | how much time does it take | can i make it in 0 months
    could it be done in 0 weeks | is 0 months enough | i am 0 can i still change to this
    i am 0 is it possible to switch | i am 0 and want to change | can i switch at my age | once i have a degree what do i do to get in
    what are my next moves after college to enter backend
    i want 0 become a developer | how 0 become a programmer | wanna be a backend dev | i want to be a backend programmer
  `,
});
