// The specification of understanding: what people ask, in their own words, and what it has to be taken for.
// It is what the understanding is judged by: a topic's phrases stand in its own file, and nothing is copied from here.

/** Questions of this career by topic, one a line; `→` names further topics that are as right to answer first. */
const CAREER = {
  // What the job and the back end are, asked by people who have only heard the word.
  definition: `
    whats a backend dev
    Can someone explain like I'm five what the people on the server side of a website are?
    backend developer meaning
    what does "BE engineer" even mean
    Hi all, I'm from the marketing team and keep hearing "backend". Who are these people exactly?
    who is called a back end programmer
    server-side development, what is it
    ELI5: backend
    so backend is the part of the site nobody sees right?
    Is a backend developer the same thing as a software developer?
    Is "back end" just the database or more than that? → front-vs-back
    defintion of backend develper pls
    my daughter says she's a back-end developer now. what is that??
    What is meant by the back end of a website?
    whats going on behind the scenes of a web site and who biulds it
    is an API part of the backend? → skills
    who makes the logic that runs a webiste
    In layman's terms, what is server side programming as a profession?
    describe the role in one sentence
    Backend dev = guy who does the database stuff?
    tell me about back end developers
    what kind of engineer builds the part of an app users never look at → responsibilities
    Quora: Who exactly is a backend developer and why does a website need one?
    is backend engineer and web developer same or different → front-vs-back
    backend???
    overview of the backend profession please
  `,
  // What somebody in the job does, and whether a task is part of it.
  responsibilities: `
    what do backend devs actually do all day
    Ask HN: Backend engineers, what does your typical day look like?
    day to day of a server side programmer
    duties of a back end developer
    JD for backend engineer
    What would I be doing if I got hired as a backend SDE?
    do backend ppl have to write tests or is that QA
    who handles security on a website, is it us backend folks?
    is bug fixing part of the job
    Good afternoon! I have been asked to write a job posting for a backend programmer. Could you kindly tell me which tasks I should list?
    What are the resposibilities of backend developer
    do they work with the DBA
    does a back end developer need to talk to the front end team a lot? → front-vs-back
    is performance tuning something a backend coder is expected to do
    what tasks does a junior get in there first months on a backend team
    do I only code or are there other things too
    Do backend engineers do on-call or devops stuff? → work-hours
    r/cscareerquestions: what is expected of me as a new grad on the server side?
    whos in charge of the database in a web project
    job description
    a list of things a backend enginer is accountable for
    is writing web services and apis the main thing they do?
    backend work, what does it involve?
    what exactly do server side guys get paid to do lol → definition
    Do back end devs design the UI too
  `,
  // What to know, and whether one technology is needed, named in the documents or not.
  skills: `
    as a recruiter, which abilities should I check in a backend applicant
    what shoud I know before calling myself a backend dev
    skills needed for backend
    which language is best for backend, python or java?
    is kotlin ok for backend
    do i need docker
    Do I have to learn CSS if I only want to do backend?
    tech stack for a BE engineer in 2024
    is dsa required for backend developer
    leetcode necessary for backend jobs?
    how much SQL should I know
    mongodb or mysql, which one do employers want from backend ppl
    Is git a must?
    do backend engineers need math
    What soft skills matter for a server-side programmer?
    hey there, hope you're well! I know PHP and a little JavaScript - is that enough for the back end or should I pick up more?
    Can I be a backend developer with only Node?
    should a backend guy know OWASP
    progamming langauges for back end
    is golang in the list of things to learn
    what framworks should one be familar with
    im bad at logic, is backend for me → pros-cons
    technical requirements for a web developer working on the server
    Do they need to know unit testing / e2e?
    AWS needed?
    What tools does a backend sofware engineer use
    qualifications for a back-end developer → degree
    do backend devs need to know frontend → front-vs-back
  `,
  // Pay, by any of its names; with a level, a place, a sum of the asker or a false premise.
  salary: `
    we are about to employ a server-side developer in Chennai, what pay do they expect
    my sister starts as a junior coder, what will she get
    how much do backend folks make
    is the pay any good
    TC for backend SWE in the US?
    backend fresher ctc in bangalore
    what can I expcet to earn with 5 yoe
    average package LPA backend
    6 figures realistic as a backend coder?
    How rich will I get lol
    Is 4 LPA low for a fresher in backend?
    what do they get paid in germany
    do backend engineers get bonus / stock
    salry of backend developer
    Hello, I am a final year student from Pune. May I know what compensation a beginner gets in this line of work?
    backend dev monthly income india
    how many lakhs for experienced
    comp range junior vs senior BE
    $$$ for server side engineers
    does java backend pay more than php
    are software engineers well paid
    whats a backend dev worth per year
    I've been offered 80k in the States as a new grad doing backend. Fair?
    backend developers earn 1 crore on average, correct?
    does money go up with experiance in this career
    anual earnings of a web programer abroad
    Is it true that backend pays over $100k
  `,
  // How long and when: shifts, nights, weekends, and the fear of them.
  'work-hours': `
    will a backend programmer ever be home before dark
    how many hours a day do backend devs work
    WLB in backend?
    do you have to work weekends as a backend dev
    is it a 9 to 5
    Will I be stuck at my desk at midnight if I become a backend programmer?
    what is the schedule like for a software engineer
    late nigths common?
    do backend engineers get paged when prod goes down at 3am
    5 or 6 days a week?
    I have small kids - would I have my evenings and Saturdays free if I took up back-end programming?
    lenght of shift for a web developer
    is overtime normal in this field → pros-cons
    do they get paid for overtime → salary
    working hrs backend india
    can a back end developer work part time, like 4 hours a day? → freelance
    Devs of reddit, how long is your work day on the backend side?
    are the hours crazy
    work life balence of server side programers → pros-cons
    when do coders usualy start and finish work
    40 hour week?
    do programmers really pull all nighters
    Backend devs only work 6 hrs a day, isnt it?
    are night shifts a thing for backend developers
    sunday deployments... is that typical for this job
    flexible timings for a backend SDE or fixed?
  `,
  // Working for oneself, beside a job or instead of it, and the rate.
  freelance: `
    can I freelance as a backend dev
    hourly rate for backend contractors → salary
    how much should i charge per hour for backend gig
    Is it possible to do this on the side while keeping my current job?
    self employd backend programmer, doable?
    upwork rates for node developers
    I don't want a boss. Can I work for myself as a server-side dev?
    do compnies hire backend people per project
    contract work in backend, is it a good idea?
    side hustle as a backend coder
    is $25/hr too low for backend freelancing
    freelancing vs full time backend
    Dear all, I'm currently a support engineer and would like to take on short backend projects in my spare time. Would companies consider somebody like me?
    freelanc backend developer earning
    what does an independent back end developer bill
    any gigs for BE devs or is it only permanent roles
    going solo as a programmer
    backend consultants - what do they make an hour
    Can web developers work project by project instead of being employed?
    Must a backend engineer be a full time employee?
    fiverr + backend = worth it?
    quit my job to go independent w/ backend, thoughts
    how much for an hour of a backend dev's time → salary
    do freelancers in india get the same hourly as the global rate
    moonlighting as a back end developer
  `,
  // Formal education: needed, preferred, which, and what without.
  degree: `
    I hold a geography degree, would that hold me back as a programmer
    degree needed?
    can i be backend dev without btech
    do I need to go to college for this
    Is MCA better than BCA for backend
    self taught backend programmer, will anyone hire me?
    what should I study at university to end up in backend
    is a bootcamp enough or do they want a CS background → how-to-become
    i have a mechanical engineering diploma, can I still be a back end developer
    Do companies care about a masters for backend roles?
    bsc maths graduate -> backend, possible?
    which courses to take after 12th for backend developer → how-to-become
    dropped out of uni. am I screwed for backend
    Good morning, I'm a commerce graduate (B.Com) with an interest in server-side programming. Would my educational background be an obstacle?
    is a computer science diploma mandtory
    Is mtech worth it for becoming a software developer
    educational qualification for back end developer
    certificats instead of a degree ok?
    backend without any formal education
    does it matter which college I went to
    PhD needed for backend right?
    qualifications? → skills
    non cs background want to get into backend → how-to-become
    best major for a future backend engineer
    do u need a bachlors to be a coder
    undergrad or postgrad, what do employers prefer for BE
    high school only, can I do this job
  `,
  // The way in, from any starting point.
  'how-to-become': `
    how do i become a backend dev
    backend roadmap
    where do I start if I want to do server side stuff
    steps to get into backend from zero
    I'm 35 and a teacher. How can I switch to backend programming?
    how long does it take to be a backend engineer
    want to move from QA to backend, whats the path
    learning path for back-end web development
    how 2 get into backend
    Frontend dev for 3 years, thinking about moving to the server side. What should I do first? → front-vs-back
    whats the frist step toward being a software engineer
    is it too late to become a programmer at 40
    Ask HN: How did you break into backend?
    Hey! I just finished school and I'd love to end up as a backend engineer one day. What would you advise me to do, step by step?
    how to beocme backend developper
    how does one get there
    guide for begginers backend career
    what should I learn first for backend → skills
    which order to learn things - language, db, frameworks? → skills
    can I be a backend dev in 3 months
    training for backend, where do i get it / what kind
    transition from data entry to backend coder
    im in 2nd year of college, what do I do to be a backend sde after graduation
    what does it take to be a back end dev → skills
    starting out in web dev, server side. tips?
    I've never coded. how would I get into this career → degree
  `,
  // Good and bad sides, also when only one of them, or only a feeling, is named.
  'pros-cons': `
    honestly, is the whole thing any good or just hype
    is backend a good career → outlook
    pros and cons
    what sucks about being a backend dev
    best thing about working on the server side?
    is it stressful
    Do you regret becoming a backend engineer?
    should I become a backend developer
    downsides of the job
    is sitting all day coding bad for your health
    upsides of backend programming as a living
    burnout in bakcend, how common
    backend is boring change my mind
    is backend dev hard
    Hello everyone, I'm torn between two career paths and one of them is backend. What are the good and the bad sides?
    advantges and disadvantages of being a programmer
    do backend devs have to keep learning forever → skills
    why would anyone want to be a back end dev
    Is there alot of presure on software engineers
    worth it?
    perks of this profession
    dark side of being a web developer nobody tells you
    whats the catch with backend jobs
    are backend devs happy
    is backend an easy low stress job like people say
    drawbacks BE engineer
    I like stability and hate changing tools all the time. Would backend suit me?
  `,
  // Demand, growth and fears for the future.
  outlook: `
    is backend dying
    future of backend development
    will AI replace backend devs
    demand for backend engineers
    is the market saturated for backend coders
    Will there still be work for server-side programmers in 10 years?
    scope of backend developer in india
    are backend devs still needed with chatgpt and all
    job security in backend → pros-cons
    is backend a safe bet long term → pros-cons
    Is it still worth getting into backend in 2025? → pros-cons
    growth of this field
    do companies need more backend ppl now or fewer
    hello, with all the layoffs in tech I'm worried. Is the need for back end specialists going up or down?
    demmand for web developers in furture
    no-code tools gonna kill backend?
    hows the market for BE devs
    prospects for a server side engineer
    is there any shortage of backend develpoers
    nobody wants backend developers anymore because of firebase, right
    Are programmers going to be obselete
    is the hiring curve for server-side folks trending up?
    is software industry growing
    backend career growth → pros-cons
    are there lots of backend openings → jobs
    what happens to backend jobs after AI
  `,
  // Where to apply.
  jobs: `
    training is over, where do I hand in my papers for a coding post
    where can I apply for backend jobs
    how to find a job as a backend dev
    any openings for SDE
    job portals for server side programmers
    best site to look for backend work
    I'm ready to apply. Where do I send my CV for backend roles?
    got the skills, how do i land the first backend gig → how-to-become
    is linkedin good for finding backend positions
    where are backend ppl hired
    backend vacancys
    hiring portal for developers?
    cant find work as a junior back end dev, where should i look
    get hired as backend
    Good evening. I completed my training in C# and SQL Server. Could you point me to somewhere I can submit an application?
    were do i aply for backend job
    entry level backend jobs where
    naukri or indeed for backend fresher
    which website lists software developer jobs
    how do coders find employement
    backend internship - how to get one
    remote backend jobs where to find
    when should I start applying → how-to-become
    how do I get a backend job in the US from India
    link to apply for sde roles
    looking for a backend job
  `,
  // The two halves beside each other; here the front end belongs to the question.
  'front-vs-back': `
    frontend or backend
    diff between FE and BE
    which is harder, front end or back end
    Should I choose the server side or the UI side?
    how is a back end dev different from someone who does the UI
    client side vs server side
    who earns more frontend or backend → salary
    is react frontend or backend
    fornt end vs back end explained
    I like design but also logic... FE or BE for me?
    Whats the diffrence between UI coders and bakend coders
    what part of a website is front and what part is back
    how do frontend and backend developers work together → responsibilities
    why are web developers split in two kinds
    Good day, could somebody please clarify how the two halves of web development differ from each other?
    is backend better than frontend
    fullstack vs backend
    is html front or back end
    the stuff users see vs the stuff they dont, who does what
    UI devs and server devs, same skillset?
    FE or BE - which has better future → outlook
    backend is just frontend without css, right?
    compare FE with BE
    switch from frontend to backend - what's different → how-to-become
  `,
  // The first answer without code: further texts that the documents name.
  'reading-on': `
    could you point me to something more to read on backend careers
    what are the articles that your documents name
    are there any other articles linked in there
    where would I go to read up on all this
    which other pages do the documents link to
    I'd like to read further, any suggestion? → how-to-become
    Good morning. Is there a longer article on this career that I could read?
    what should i read after this
    any good reads about becoming a backend dev → how-to-become
    whats the next thing to read
    can u recommend articles on the backend career
    are other texts mentioned
  `,
};

/** Texts that no topic may answer, by kind. */
const ELSEWHERE = {
  // The same questions as ours, of somebody else’s job, the front-end developer’s alone included.
  'other professions': `
    how much does a nurse make
    what hours do lawyers work
    do you need a degree to be a data analyst
    frontend developer salary
    how to become a youtuber
    responsibilities of a project manager
    what qualifications does a dietitian need
    is being a pilot a good career
    average income of a truck driver
    how long does it take to become a doctor
    skills required for a graphic designer
    day in the life of a UX researcher
    uber driver hourly pay
    is accounting a dying field
    chartered accountant fees per hour
    steps to becoming a real estate agent
    police constable salary in UP
    do teachers get paid in summer
    pros and cons of being a dentist
    react developer salary in london
    how much do mechanics charge per hour
    is mba required for product manager
    job outlook for radiologic technologists
    game designer degree or no
    ias officer monthly pay
    are chefs stressed
    how do I become an actor
    freelance photographer rates
    freelance writer per word rate
    wedding planner duties
    ui designer ctc
    can you be a vet without going to university
    sales engineer commission
    electrical engineer job duties
    is a mechanical engineer in demand
    train driver shift length
    devops engineer salary berlin
    where to apply for cabin crew
    is there a future for translators
    network administrator certifications
    SEO specialist freelance hourly
    what does a land developer do
    property developer profit margins
  `,
  // Sums, degrees, jobs and hours that have nothing to do with a career, and our words in another sense.
  'everyday facts': `
    what shoes do programmers wear at work
    which snacks do developers keep in the drawer
    do coders own more cats than dogs
    who was the richest developer of all time
    what is the best way to learn knitting
    how do I get better at remembering names
    is a sabbatical tax free
    nba salary cap 2024
    what degree does elon musk have
    who is the highest paid athlete
    what did Steve Jobs die of
    java coffee
    python snake lifespan
    how big do pythons get
    ruby stone price
    back end of a car damaged
    rust removal from metal
    go board game rules
    what is the president's salary
    angela merkel phd subject
    360 degree feedback meaning
    convert 100 degrees fahrenheit to celsius
    median household income in texas
    unemployment rate germany
    jobs report june
    jobs movie cast
    how many working days in 2025
    when does daylight saving end
    happy hour near me
    kevin bacon six degrees
    average price of a house in mumbai
    pay my electricity bill online
    tax on 10 lakh income
    income tax slab india
    tom cruise net worth
    is harvard free for international students
    best mba colleges in india
    oxford university ranking
    cost of living in bangalore
    exchange rate usd to inr
    gdp growth of india
    weather outlook this weekend
    outlook email login
    outlook calendar not syncing
    career mode fifa 23 best players
    virat kohli match fee
    h1b visa fee
    how old is mark zuckerberg
    mcdonalds breakfast hours
    capital of australia
  `,
  // What only the asker’s own company can answer.
  'company matters': `
    who took over the checkout service
    when does the new backend colleague arrive
    is the backend slow for you as well
    when is payday
    how many PTO days do we get
    where can I find my payslip
    how do I submit an expense report
    can I take leave next friday
    is monday a holiday
    who do I talk to about my health insurance
    when are the yearly appraisals
    do we get a raise this year
    how do i log my hours in jira
    timesheet deadline?
    what is our notice period
    can I wfh tomorrow
    what's the maternity leave policy
    is the office open on saturday
    who approves my travel request
    how do i get a new laptop
    need my employment letter for visa
    form 16 when
    where do I upload my degree certificate for onboarding
    does the company pay for conferences
    is there a training budget for us
    what's our overtime policy
    how do I change my bank account for payroll
    our 401k match?
    can someone from finance tell me why my pay was cut
    company picnic date
    wifi password of the 3rd floor
    parking pass for visitors
    how to book a meeting room
    dress code on fridays?
    carry over vacation days to next year?
    sick note after how many days
    who's the new head of engineering
    what time does the cafeteria close
    what's our equity vesting schedule
    probation period lenght here?
    who do I give my resignation to
    is there a gym discount for employees
    can I transfer to the berlin office
    performance review form link
    access badge stopped working
    who handles contractor invoices
  `,
  // Work itself, not the career.
  'technical how-to': `
    how do backend engineers throttle a noisy client
    how would a developer encrypt a column in postgres
    login returns 403 since the update
    test me on database joins
    how do I connect node to mysql
    what is a foreign key
    how to reverse a string in java
    explain big O notation
    what is dependency injection
    TypeError: cannot read property of undefined
    how do i center a div
    nginx 502 bad gateway
    difference between PUT and PATCH
    what is a closure in javascript
    sql left join vs inner join
    how to hash passwords in php
    postgres index not being used
    redis vs memcached
    how do I write a unit test for an async function
    what does SOLID stand for
    how to set up a virtualenv
    kafka consumer lag
    django migrations conflict
    why is my sql query so slow
    what's the difference between TCP and UDP
    jwt vs session cookies
    spring boot bean not found
    how to install composer on ubuntu
    c# list to array
    what is a deadlock
    pod stuck in CrashLoopBackOff
    express middleware order
    how do microservices talk to each other
    what port does mysql use
    npm install hangs
    what does idempotent mean
    regex for email
    ssh permission denied publickey
    mongo aggregate group by date
    how do I debug a memory leak in node
    when should I use a queue
    how does https work
    sass variables not compiling
    OWASP top 10 list
    mutex vs semaphore
    oracle ora-12154
    front end can't reach backend, connection refused
  `,
  // What passes through a channel all day.
  'talk between colleagues': `
    congrats on the launch!
    lunch?
    can you review my PR
    is the build failing for anyone
    ok
    lol
    anyone around?
    staging is down again
    merged
    who broke main
    sounds good
    +1
    nice work everyone
    i'll be 10 min late for standup
    can someone approve my merge request pls
    pushed a fix, please pull
    happy friday
    same here
    who's on call this week
    works on my machine
    did you see the game last night
    lgtm
    can we move the backend sync to 3pm
    the api is returning 500s since noon
    the front end team is waiting on us
    backend tests are green now
    we need to talk about the developer survey results
    who owns the payments service
    I finished the database migration
    hey @raj did you get my dm
    let's ship it
    please update your tickets before eod
    the new developer starts monday
    yes
    nope
    hmm
    demo went great, kudos to the backend folks
    wait what
    see you all tomorrow
  `,
  // What people try on any assistant.
  'small talk with a machine': `
    tell me a joke
    what's the weather today
    sing me a song
    do you love me
    what time is it
    whats the meaning of life
    you are stupid
    play some music
    who will win the election
    write me a poem about autumn
    how are you feeling today
    do you dream
    translate hello to spanish
    what's 17 times 23
    good night
    give me a recipe for pancakes
    marry me
    tell me something interesting
    what's your favourite movie
    order me a pizza
    flip a coin
    set a reminder for 5pm
    you're awesome
    summarize this article for me
    i'm sad
    sing happy birthday
    knock knock
    recommend a netflix series
    how far is the moon
    roll a dice
    best restaurants near the office
    remind me to call mom
    what day is it
  `,
  // Meant for one colleague.
  'personal questions': `
    are you glad you went into this
    how much is on your account right now
    did you always want to do this
    should I take the kids to the office party
    how was your weekend, Priya?
    where did you go to college, Tom?
    how long have you been working here?
    what are you working on right now?
    did you get the job??
    are you free at 4
    how old are your kids
    Sam, what did you study?
    hey how much did you pay for your car
    when do you finish today
    are you leaving the company?
    how's your new job going
    did u get promoted
    where are you based
    whats your github handle
    are you still living in Pune?
    do you like working with Anna
    why did you leave google?
    Maria how many hours did you log on the ticket
    can I call you after work
  `,
  // Offers and calls, not questions.
  advertisements: `
    We are hiring! Senior React engineer, remote, DM me
    Looking for a rockstar backend developer to join our fintech startup, competitive salary, apply now
    URGENT requirement: Java developer 5-8 yrs, Hyderabad, immediate joiners
    Earn $500 a day from home no skills needed
    Need 2 nodejs freelancers for a 3 month project, ping me
    Our client in Munich is searching for a PHP dev, up to 75k EUR
    Join our 12 week bootcamp, 50% off this week only
    I'm recruiting for an SRE role, anyone interested?
    Refer a friend and get 20k
    Walk-in drive this saturday for freshers, bring your resume
    hiring data engineers, share cv at jobs@example.com
    Check out my new course on system design
    my portfolio: clean sites for small businesses, cheap rates
    open position: UI/UX lead, Amsterdam, visa sponsorship
  `,
  // Each holds a word of ours that means something else there.
  'words in another sense': `
    back pain from lifting
    how to build a front porch
    hours between london and new york
    second degree burn treatment
    third degree murder sentence
    celsius degree symbol on keyboard
    film developer chemicals
    photo developer near me
    database of birds in india
    what does a server at a restaurant earn
    how do restaurant servers split tips
    stack of pancakes calories
    node in a lymph system
    git meaning in british slang
    pros at golf 2024
    con air movie
    pay per view boxing tonight
    work by newton second law
    work done formula physics
    job in the bible
    free lance armstrong documentary
    full stack burger place
    child development milestones
    muscle development exercises
    career ending injuries in football
    web spider species
    spider web cleaning
    code of hammurabi
    dress code for a wedding
    zip code of palo alto
    postal code bangalore
    building code for stairs
    bug spray for mosquitoes
    bar code scanner price
    outlook good says the magic 8 ball
    class action lawsuit settlement payout
    skill tree in skyrim
    roadmap of europe for drivers
    api calls in beekeeping apis mellifera
    what happened to Apple's developer conference
  `,
};

// Questions about the bot itself, greetings and thanks.
const BOT = `
  thx
  good morning
  thanks so much!
  do you sleep
  who are you
  what can i ask you
  help
  are you a robot?
  hi, what can you do
  hello bot, how does this work?
  show help menu
  what topics do you know about
  hey there! need some help, what are you able to answer?
  r u a bot or a real person
  who made you
  what is this thing for
  how do i use this thing
  What kind of questions can I ask here?
  whats ur name
  good morning, can you help me?
  are you chatgpt
  are you human
  where do you get your answers from
  list your commands
  introduce yourself
  wat do you know
  Hi! I was just added to this channel. What's the bot here for?
  can I ask you anything or only certain things
  what are you
`;

/** The topics there are. */
export type Topic = keyof typeof CAREER;

/** A question, the group it belongs to, and the topics of which one has to be answered first. */
export interface InScope {
  readonly question: string;
  readonly topic: Topic;
  readonly accepted: readonly string[];
}

/** A text that no topic may answer, and its kind. */
export interface Outside {
  readonly question: string;
  readonly kind: keyof typeof ELSEWHERE;
}

function listLines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

const listKeys = <K extends string>(record: Readonly<Record<K, string>>): K[] => Object.keys(record) as K[];

/** All topics, as they stand above. */
export const TOPICS: readonly Topic[] = listKeys(CAREER);

/** Questions of this career. */
export const IN_SCOPE: readonly InScope[] = TOPICS.flatMap((topic) =>
  listLines(CAREER[topic]).map((line) => {
    const [question = '', others = ''] = line.split(' → ');
    return { question, topic, accepted: [topic, ...others.split(', ').filter((other) => other !== '')] };
  }),
);

/** Everything else that people write. */
export const OUTSIDE: readonly Outside[] = listKeys(ELSEWHERE).flatMap((kind) =>
  listLines(ELSEWHERE[kind]).map((question) => ({ question, kind })),
);

/** Answered by help. */
export const ABOUT_THE_BOT: readonly string[] = listLines(BOT);

/** Every text of the specification. */
export const ALL_TEXTS: readonly string[] = [...IN_SCOPE, ...OUTSIDE]
  .map(({ question }) => question)
  .concat(ABOUT_THE_BOT);
