// The topic responsibilities: what a back-end developer does at work.
import { defineIntent } from '../src/answering/intent.js';
import { tell } from './shared/replies.js';

/** Answers from the documents. */
export const responsibilities = defineIntent({
  id: 'responsibilities',
  title: 'Responsibilities',
  example: 'What does a back-end developer do all day?',
  kinds: ['responsibility'],
  related: ['skills', 'work-hours', 'definition'],
  answer: (query, facts) => tell(query, facts.of('responsibility'), 7),
  phrases: `
    what does a backend developer do | backend developer duties | roles and responsibilities of a back end engineer
    back end developer job description | what do you do all day | day in the life of a server side programmer
    typical day at work for a software engineer | daily tasks of a backend dev
    what would i actually be doing in this job | what are the main tasks
    what is expected of a junior backend developer | expectations from a senior back end engineer
    what would my responsibilities be if i got hired | key responsibilities list | job duties | role details
    what is the scope of this role | what work is given to freshers in backend
    what do interns on a backend team work on | who do backend developers work with
    do you work closely with the front end team | do back end engineers talk to designers
    how much do you collaborate with database administrators | do i have to deal with clients directly
    does a backend coder work alone or in a team | how many meetings does a developer sit in
    do developers just write code or is there more | how much of the job is actual coding
    what else is there besides programming in this job | do backend developers test their own code
    who is responsible for testing in a dev team | is fixing bugs part of the job
    how much time do you spend debugging | do back end devs handle security
    who takes care of data protection in the company | are you responsible for making the site faster
    is performance optimisation a backend task | do server side engineers design databases
    who builds the apis for the front end | is writing web services my job or another team
    who integrates the api with the front end | do backend developers write documentation
    do you review code written by others | is deployment the responsibility of the developer
    do backend people maintain servers too | who fixes the server when it goes down
    do programmers gather requirements from the business | what happens after a feature request arrives
    walk me through your normal workday | tell me about a regular day in your role
    what did you work on today as a back end developer | what fills the week of a senior engineer
    what do backend engineers at google actually do | what do backend people do in a startup versus a big company
    what kind of projects do back end developers get | what kind of things would i be building
    what do i have to maintain once the code is written
    creating libraries and reusable code is that part of the role | do they write reusable components for later
    connecting the database with the server who does that | fetching and saving data is that what you do
    handling requests from the front end | do i need to take feedback and fix technical issues
    what are you accountable for in this position | functions of a backend programmer in a company
    what does the work involve | what does this job entail | what is the nature of the work in backend
    what tasks land on your desk | what gets assigned to a new joiner in the dev team
    first week as a backend developer what will they ask me to do
    starting my first developer job what should i expect | i got an offer for a backend role what will i be doing
    what makes a good backend developer | qualities of a great back end engineer
    what separates a good programmer from a bad one | how to be good at this job
    traits of an effective server side developer | what do managers expect from their developers
    what does my boss want from me as a software engineer | how is performance of a backend dev measured
    what is my contribution to the product as a backend coder | do backend developers do any ui work
    do back end programmers touch css | is a backend engineer supposed to do devops as well
    my company makes me do support tickets is that normal for devs | am i supposed to write unit tests
    is refactoring old code a big part of it | do you mostly build new features or maintain legacy code
    are web developers responsible for backups | who optimises slow queries
    should a back end developer know the business logic
    need a job description template for hiring a back end developer
    what to write under responsibilities on a backend resume | how to describe my backend work experience
    node developer job responsibilities | java developer roles in a service company
    python backend engineer day to day work | day to day life in this role
    i was wondering what people in this job really do | it looks like you just stare at a screen all day
    what does a developer do when nothing is broken | back end engineer what do they handle
    list everything a backend developer is in charge of | activities performed on the server side team
    senior versus junior what changes in the duties | role overview please | duties summary | backend job profile
    backend jd | developer daily routine | dev routine | role expectations | key result areas backend engineer
    what would i be doing here | what would i be in charge of at your company | tell me more about the role
    can you share more details about the position | what is this vacancy about | what is on my plate if i join
    what will be on my to do list as a server side engineer | what does your day look like
    what does an average tuesday look like for you | how do you spend your time at work
    how do seniors spend their time | how do backend folks fill eight hours | what keeps backend engineers busy
    what do you people actually produce | what do they pay you for | what do companies hire backend engineers to do
    what is it like to work as a backend developer | what is it like being the only server side coder in a startup
    what is a normal working day like for a python engineer | from standup to logout what happens
    morning till evening in a dev office | take me through a sprint as a back end engineer
    what happens in a daily standup | what do you do first thing when you open your laptop
    what do you do between coding sessions | is it mostly meetings | is it mostly reading other peoples code
    is it all crud | is backend just writing crud endpoints all day
    my job is only gluing apis together is this common | is it normal to spend whole days hunting one bug
    is it normal for a backend engineer to answer customer calls | is it normal that i write no code for weeks
    is being asked to handle infrastructure normal for a server side dev
    they want me to do frontend plus backend plus testing | am i doing two jobs as a developer
    should developers be talking to customers | should engineers do their own qa
    does the qa team check everything or do programmers test as well | whose job is it to secure the login
    whose task is database tuning | whose fault is it when the site is slow | who owns the api
    who decides what gets built | who do i report to as a back end engineer | who do you sit with in the office
    which departments does a server side developer deal with
    how does a backend engineer cooperate with the ui people
    do you hand your endpoints over to frontend or wire them in yourself
    do you get requirements from the frontend guys | do you talk to dbas much
    do database experts help you with performance | do you ever design features yourself or just get tickets
    do new hires get to touch production | what do juniors get thrown at | what will a trainee be given at first
    what are small tasks for a beginner on a backend team | what do senior engineers do that nobody notices
    what does a lead backend engineer take care of | what does a staff engineer do besides coding
    how does my role change once i am promoted | how do the duties differ between a bank and a startup
    what is the main purpose of having backend engineers on a team
    what is the most important duty of a server side programmer | what part of the workday takes the longest
    what percentage of your time goes into bug fixing | what is the boring part of your everyday work
    name a few things you did last week | give examples of backend tasks
    examples of tickets a backend engineer solves | what sort of problems do back end coders solve
    what do you build | what do you take care of after launch | what are you on the hook for
    what is a programmer obliged to do under the contract | what does success look like in this role
    how will i be evaluated in my first ninety days | what makes an engineer valuable to the team
    what is considered a great backend engineer | signs of a good server side programmer
    habits of excellent coders | characteristics of a bad backend developer
    is writing reusable modules expected of me | is making queries faster something developers are asked to do
    is talking to third party payment services a backend chore | is data migration our work
    is monitoring logs included in the position | are code reviews mandatory for everybody
    are backend developers involved in planning | ask hn what do you do at your job every day
    bullet points for backend engineer experience on a cv | how would i describe my duties to hr
    what is on my desk | daily stuff | a usual monday | any testing involved | bug fixing too | mostly maintenance
    lots of meetings | any client contact | who writes the tests | security as well | on my own or in a team
    my plate as a dev | i start at a fintech on monday as a backend hire what awaits me
    signed with a bank for their java team what will they have me do
    i lead a small team what work goes to the server person
    i have an interview and they will ask what i think the role involves
    i come from data entry what would my day turn into as a coder
    my new boss says own the api what does that include
    i am the only developer and everything lands on me is that usual
    we just hired a server engineer what can we ask of him | got promoted to senior what changes in what i handle
    wondering whether i would have to speak with customers in this role
    curious what fills the hours of a server programmer
    curious how you split the day between coding and everything else
    someone told me developers spend more time reading than writing is that true
    is it true that coders hardly write any code | people say you mostly copy from stack overflow all day
    my friend claims he only fixes other peoples mistakes at work
    my boss claims backups are a developers job are they
    i heard you also have to look after the database is that so | developers do not do documentation right
    nobody expects me to do graphics as a server coder right | what is a company paying its backend people for
    what does one do for that salary as a server engineer
    what does the degree holder do once he sits in the office | nine hours a day of doing what
    what happens during those long shifts what do you work on | once i have landed the job what will they make me do
    besides knowing python what does the work consist of | what will i use all these skills for at work
    what do experienced engineers spend their paid hours on
    which jobs around a website fall to the server developer
    is styling pages something a backend engineer gets asked to do
    does the server side person also draw the screens | who makes it quick when visitors complain about speed
    who keeps hackers out in a web team is it us | who do you hand over to when the api is ready
    what are you guys working on all week | what have you been building lately at work
    do you folks check each others code | do you get to decide on the architecture or are you told
    when something breaks is it you who repairs it | how closely do you sit with the interface team
    do we have to talk to the database admin a lot | are we supposed to make libraries for other teams
    how much of your day is spent hunting errors | put the job posting text together for a server engineer
    what should a vacancy text for an api programmer mention as tasks | what would my contract say i have to do
    what is the job of a backend developer all about | what is the job about | what does the work consist of
    jd for a backend engineer | jd of a web developer | describe an ordinary day | explain what i would work on
    list the tasks | name three things you do every day | give me the main duties
    show me a sample week of an api programmer | tell me what the work consists of
    compare the tasks of a junior and a lead | summarise the obligations of a server side engineer
    give examples of what a backend dev delivers | why do back end developers test for security
    why not leave testing to the testers | how come developers also do documentation
    since when is security a developers concern | what if the api breaks who fixes it
    which tasks take up most of the day | which duty matters most | whose responsibility is the database
    whose work is it to connect page and server | how often do you release
    how often do you talk to the front end team | how far do the duties of a backend developer go
    how many tasks a day | how many people are on a usual backend team | is there anything besides coding
    is there a lot of bug fixing | are there tasks nobody likes | are there any client calls
    does a backend engineer design the tables | does the role include speeding up code
    would i be writing apis from day one | would i have to fix other peoples bugs
    should a back end dev optimise queries | could i be asked to do support | may i expect varied work
    must i write tests | must backend developers look after the servers | do i need to attend every meeting
    is writing reusable libraries worth the time at work | best part of the working day | worst task in this job
    more meetings or more coding | building new things or fixing old ones
    coding versus maintenance how is it split | do you write code without speaking to anyone
    only apis or anything else | only coding right | is coding enough or must i also deploy
    do backend people ever touch the interface | do programmers at all talk to customers
    do you still write code as a senior | already hired what will they want from me
    what will i do after onboarding | before a release what does a backend dev check
    while the front end is being built what do you do | what is done first when a new feature comes in
    what comes next once the endpoint is finished | you just write apis all day dont you
    someone else does the security doesnt he | developers do not handle deployment do they
    a backend dev sits alone with code all day am i wrong
    i think the tester finds the bugs and i fix them am i wrong | my duties | the tasks | what work | job content
    work involved | everyday work | scope of work | typical assignments | in charge of what
    what should i expect at work | what is being asked of me in such a role
    what would a company want me to get done | what does a good server side engineer do differently
    who makes sure customer data is safe | who speeds up a slow page on the server
    who gets the data out of the database for the page | who writes the services the interface calls
    things i will be held responsible for | so what goes on between nine and six
    sounds boring what do they really do there
    who makes the apis | do they build the apis or somebody else | is it their job to write apis
    who writes the api is it the backend person | whose task is the api | do backend people see customers
    will i have contact with clients as a developer | does a backend engineer deal with clients
    do programmers speak to end customers | do i present to stakeholders as a backend dev
    do they test programmers for drugs | is there a background check for developers | do coders travel for business
    what is a normal day at work like for them
    my nephew starts as a backend junior what will they have him do
    what would i get done in a week as a backend person | what do i pay a backend person to do
    i need a task list for our new server side hire | what work will be given to me sir | what stuff do they handle
    what falls on the backend person | what lands on their desk | their everyday jobs | backend person job tasks
    do they just code or also fix things | do they also look after the database | is security their thing
    are tests part of it | do they sit with the frontend crowd | whom do they work with
    do they have to be in a team | work nature of backend developer | nature of the job
    roles and duties in this post | what will my first month as a backend dev look like
    so they write queries all day
    tasks to put into a job posting for a backend person | which duties go into an ad for a developer
    what to write under duties in a vacancy
    talking to clients | do they speak with customers
    is there teamwork | teamwork | working in a team | do they work alone or in a team | kra | kras of the role
    key result areas of a server side developer
    description of the job | jd of backend | what is the work of a coder
    tell me about the work of a server side programmer | work of a backend developer
  `,
});
