// The topic skills: skills, languages, tools and whether one of them is needed.
import { defineIntent } from '../../src/answering/intent.js';
import { denyMissing, isAskedFor, sortByFocus, tell } from '../shared/replies.js';
import { answerTechnologies, listGroups, MOST_GROUPS, withLines } from './skill-groups.js';

/** Answers from the documents. */
export const skills = defineIntent({
  id: 'skills',
  title: 'Skills and technologies',
  example: 'Do I need to know Python?',
  kinds: ['skill'],
  related: ['how-to-become', 'degree', 'responsibilities'],
  slots: ['technologies'],
  answer(query, facts) {
    const skills = facts.of('skill');
    if (query.slots.technologies.length > 0) return answerTechnologies(query, skills);
    const denial = denyMissing(query);
    const groups = listGroups(skills);
    if (denial !== undefined) return withLines(denial, groups.slice(0, MOST_GROUPS));
    const [first] = sortByFocus(query, skills);
    if (first === undefined || !isAskedFor(query, skills)) return withLines(undefined, groups);
    return tell(
      query,
      skills.filter(({ group }) => group === first.group),
    );
  },
  phrases: `
    what skills does a backend developer need | skills required for back end development
    which programming language should i learn for backend | best language for server side programming
    python or java for backend | node or django which one to pick | is php still worth learning
    is c sharp good for backend | should i go with golang or rust | is javascript enough to be a backend dev
    do i need to know html and css | do back end developers need front end skills
    is react necessary for a server side engineer | which framework is best for beginners | spring boot or express
    laravel versus rails for new developers | is asp net in demand | what databases should i know | sql or nosql
    mysql versus mongodb for a backend engineer | how much sql do i need | is oracle still used by companies
    do i have to learn postgres | should i learn redis and caching | is git required | svn or git
    version control knowledge needed | unit testing and end to end testing skills
    is debugging a skill employers look for | how important is system design for backend
    is dsa needed for back end roles | do i really need data structures and algorithms
    is leetcode necessary to work as a web developer | how much math is needed for programming
    i am bad at maths can i still code | can someone weak in logic become a programmer
    do i need aws for backend jobs | cloud skills for software engineers | should i learn docker and kubernetes
    is linux knowledge important | do i need to know the command line
    do you need networking knowledge for this job | is rest or graphql more important | should i learn microservices
    do backend engineers need to understand security | owasp principles needed
    is knowledge of accessibility required | soft skills for developers
    is communication important for a programmer | is english necessary to work as a coder
    do i need to be a logical thinker | most in demand backend skills | top technologies companies are hiring for
    hottest tech stack right now | what tech stack do you use at work | tools used by back end developers
    which ide or editor should i use | what software does a server side developer use
    what makes a developer stand out | what sets top engineers apart from average ones
    how do i stand out among other java developers | what should i put in the skills section of my resume
    what do i need to know before applying | what should i know as a junior backend dev
    what does a senior need to know that a junior does not | skills checklist for freshers
    must have versus nice to have | technical requirements for this role
    what abilities are necessary for this career | what qualities and competencies are required
    is one language enough or should i learn many | how many programming languages should a coder know
    jack of all trades or master of one stack | already know python what else is needed
    i only know java am i missing something | i know html css and javascript what next for backend
    coming from android development which skills carry over | i am a data analyst with sql is that useful in backend
    which api skills are essential | is typescript useful on the server side | is kotlin used for backend
    is c plus plus used in web back ends | is scala dead for back end engineers | is elixir worth picking up
    is wordpress good for a backend career | does low code count as a skill
    do i need to learn ai tools as a programmer | do employers care about machine learning for backend roles
    is knowing design patterns important | object oriented programming needed or not
    do i have to know how to design a database schema | do message queues like kafka matter
    ci cd knowledge expected from developers | learn a language deeply or focus on frameworks
    fundamentals or frameworks first | what knowledge is essential for working on servers
    what am i supposed to be good at | what do i have to master | is typing speed important for coding
    do you have to memorise syntax | which stack gets you hired fastest in india
    which language do startups in the us prefer | what does a software engineer in germany need to know
    which languages do banks use for their servers | how quickly must you learn new technologies
    being a quick learner does it matter | is problem solving the most important thing
    what should i be able to build before calling myself job ready | backend stack 2024 | is express outdated
    when is the right time to pick up kubernetes | mongo or postgres for server side
    should i learn redis from the beginning | do backend developers need to know css | sass and less do i need them
    how important is graphql | is ruby still worth learning | is perl a waste of time today
    is fastapi required for python jobs | flask before django or the other way round | is math needed
    do coders use calculus | discrete mathematics useful or not | is kafka something juniors are supposed to know
    rabbitmq worth my time | terraform for application developers yes or no
    why bother with typescript on the server | do i have to understand tcp and http
    http basics how deep should i go | how well must i know json | xml and soap do people still need these
    is grpc worth studying | websockets should i bother | oauth and jwt must i know them
    how much security should a programmer know | is elasticsearch a good thing to know | is nginx knowledge expected
    bash scripting how far do i need to go | is vim necessary | postman do backend engineers use it
    jira and agile are these required | is jenkins a must | azure or aws or google cloud which one pays off to study
    serverless should beginners look into it | is dotnet a good choice for the server
    spring is huge do i need all of it | hibernate and orm should i learn sql first
    do i need to write raw sql when i have an orm | joins and indexes how well should i know them
    nosql necessary for interviews | is cassandra used enough to justify learning it | nestjs or plain express
    is laravel a decent thing to start with | symfony any demand | is rust overkill for web servers
    go looks simple is it enough for a backend position | java feels old should i skip it | c first or python first
    does it matter which language i start with | does the language matter at all | should i stick to one stack
    i keep jumping between languages what should i settle on | too many frameworks and i cannot decide
    i only have six months what should i concentrate on | learning order html then javascript then what
    what comes after learning python syntax | what to study besides a language | what next after sql
    which things can i safely ignore as a newbie | what is overrated in backend learning
    underrated abilities of server side engineers | what do interviewers look for in backend candidates
    what do employers want from applicants | what boxes do i need to tick for this role
    what do i bring to the table as a coder | what would you expect me to know on day one
    what do you need to be good at to do what you do | what technologies do you use every day
    what are people using on the server these days | which tools do seniors swear by
    which toolset will serve me for the next years | what kind of brain do you need for this
    do i need to be a genius to program | do you have to be smart to be a software engineer
    am i too stupid for algorithms | i hate recursion is that a problem | big o notation do i ever need it at work
    competitive programming does it help in real backend work | how important are data structures once hired
    is object orientation still relevant or go functional | haskell or clojure of any use for web servers
    is solid important | clean code and design patterns how necessary
    is testing with junit or pytest expected knowledge | selenium and end to end tests do coders need them
    should i be comfortable with git branches | is svn still asked for anywhere
    is knowing chatgpt or copilot a requirement | does prompt engineering replace programming knowledge
    blockchain or ai should a server side dev care | do backend engineers need an eye for design | do i need figma
    is vue or angular useful for someone on the server side | how much javascript is enough
    is basic html enough for us backend folks | do introverts need people skills in this field
    teamwork and presentation abilities for engineers | weak english but good code will that do
    is curiosity more valuable than talent | ability to google things as a competence
    hard skills and soft skills of a programmer | competencies profile backend | prerequisites for backend
    backend requirements list | which expertise is hot now | nice to know for java interviews
    essential knowledge server side | which language | only python | just java | sql enough | git or not
    any frameworks | how good at logic | is php ok | must i know css | maths or no maths | what tools
    the essentials | testing knowledge | my stack is old
    i have a weak memory and little patience for theory can i still code
    i know excel macros and some access what is lacking for server work
    i am good at mysql but hopeless with frameworks is that a dealbreaker
    i spent a year on wordpress plugins which abilities do i still lack
    final year with c and data structures what else do they expect
    i write embedded firmware which web tools am i missing
    came from networking so linux is fine but what about programming languages
    i get bored learning theory which topics can a server coder not avoid
    my course only taught visual basic what should i pick up instead
    i can build a todo api what else must i be capable of | wondering whether git is really expected from newcomers
    wondering whether java is too heavy for a beginner | curious which database you would recommend knowing
    curious what your team looks for in a junior technically | someone told me php is enough for a web career is it
    someone said you cannot do backend without algorithms is that true
    is it true that javascript can be used on the server | is it true that you need to be great at mathematics
    people say logic matters more than the language | my friend claims nobody needs html on the server side
    my teacher insists c sharp is the only serious language | nobody writes raw sql any more right
    you do not need to know security stuff as a beginner right | what would make me job ready knowledge wise
    what knowledge gets you hired | what do i have to be good at to earn well
    which know how do freelancers on the server side need | what do you have to know to do these tasks
    what stuff is a graduate supposed to have mastered | what should be in my head before the first interview
    which programming languages do server people share with ui people
    what does a company expect you to be able to do technically
    how much of the ui technologies should i be able to read | which abilities will still count when ai writes code
    what do you look things up for and what do you know by heart | what do you code in
    which framework do you folks swear by | which database do you people run
    what did you find hardest to learn technically | what do you wish you had learned sooner as a coder
    are you strong in math or just logic | how well do you know css yourself | do you use version control every day
    do we all need to know about encryption and owasp | are you required to know several languages in your team
    what are we supposed to keep up with technically this year | how fluent in a language is fluent enough
    is docker mandatory to get in backend | is kubernetes compulsory for backend jobs | is kafka a must
    do i need redis | graphql needed | go or rust which one should i pick up
    which of python and java is worth learning next | are e2e tests part of the skills
    what css preprocessors are named | is machine learning knowledge needed | top skills for developer jobs
    skills for backend jobs | which skills get you the job | is docker mentioned | is python named in the documents
    is kafka listed | does the article name java | is graphql in your list | tech stack for a backend engineer
    which tech stack should i know | should i learn monolith or microservices | rest or graphql to begin with
    orm or raw sql | sql or nosql first | which comes first databases or frameworks
    should i learn sql or an orm before the other | should i learn algorithms or build projects
    should i learn testing or deployment next | docker or linux first | git first | databases first | java first
    html before python or python before html | mvc or clean architecture which should i study
    synchronous or asynchronous programming do i need both | sessions or tokens which must i understand
    relational theory or just queries | oop or functional which to study | java or c sharp for enterprise work
    ruby or php in this day and age | fastapi or flask | postgres or mysql to start on
    jwt or oauth do i need to know both | is java the best for backend | is python the best language for servers
    is node the best choice | is go better than java for the server | is php good enough
    is python good enough for a large site | is sqlite good enough to practise with | is basic sql good enough
    is javascript alone enough | is one framework enough | is one database enough to know | best framework
    worst language to start with | best database for a newcomer to study | easiest server language
    most useful thing to know | most important skill | why python | why not php | why is sql so important for us
    how come everyone asks for java | since when is cloud knowledge required | what if i only know html
    what if i am bad at logic | which tools are a must | which of these skills matters most
    whose stack should i copy | how far should i go with css | how many frameworks do i have to know
    how many languages are enough | how good must my javascript be | is there one language that covers everything
    are there skills nobody tells you about | are frameworks needed at all | does a backend dev need html
    does knowing svn help anybody | would learning rust be wise | would it be smarter to learn java instead of node
    could i get by without knowing css | could i do backend without a framework | may i skip data structures
    must i be able to do unit tests | do i need kubernetes yet | need i learn anything about security
    is c sharp worth it | is mongodb worth learning over mysql | python instead of java okay
    learn node instead of django | backend without javascript possible | without math can i do this
    only sql and python will that do | do i still need jquery | do people still use svn
    already good at react which server language now | already comfortable with c plus plus what else
    not learned testing yet is that a problem | after java which database
    before learning a framework what should i know | while learning python should i also pick up git
    what to study first | what then after the language | list the technologies
    name the top five languages for server work | explain which tools i need | describe the ideal skill set
    tell me the required knowledge | compare django and spring for me | give me a tech stack | recommend a language
    you need strong logic for this dont you | git is obligatory isnt it | html is not needed for the server is it
    i think sql comes before everything else am i wrong | i say a backend dev can ignore css am i wrong
    required knowledge | tech stack | languages needed | caching queues and search how much of that is expected
    is system design something for beginners | is accessibility something i have to know about
    should a backend developer know owasp | should a backend guy know jenkins | must a developer know dsa
    should a backend person know kafka
    does docker matter for a beginner | at what point is docker worth learning | is linux useful for backend people | first framework to pick up for the back end
    which skills should a backend cv list
    what should a good candidate be able to do | best language to start out in for backend
    first language for somebody new to backend
    which language to begin with | best starting language for the server side
    what must a junior know before sending applications | what do i have to know before i apply
    what should i be able to do before applying | what does a newcomer have to know
    skills to become a web developer | the skills one needs to become a developer
    what skills are needed for becoming a programmer | do i need good english for the job
    is fluent english a requirement for developers | how good must my english be for coding work
    is a good memory needed | do i have to be clever for this | how smart must one be
    should i learn kotlin as a newcomer | should a beginner learn node | is typescript good for a newcomer
    what must my nephew learn for backend | stuff i need to know for this | what knowledge is asked
    what should be on my learning list | is coding knowledge compulsory
    which tech should i know for getting backend job | which technologies to study sir
    must know things for backend | is java alone fine | only know python is that ok | is sql a must
    do i have to know html | what are we looking for when hiring a backend engineer | which abilities matter
    requirements to be a backend person | do they need to understand networks | should they be patient people
    what talents help | is logical thinking needed | what do i need in my toolbox
    most useful language for server work | mysql or postgres which to learn | version control is it necessary
    are end to end tests theirs to do | must a backend person do e2e tests
    which stylesheet preprocessors are listed | which frameworks are named | what tools does it list
    i hate maths can i still code backends | weak in logic is it a problem | what would an employer test me on
    easiest language to learn for server work | language with the least steep curve
    the friendliest language for newcomers
    must haves for a developer | indispensable skills
    which language is good for starting out on the server side | best language for getting started
    which programming language do i have to know | what programming languages must one know
    which subjects should i be good at | what subjects matter for this job | what topics do i have to be strong in
    required skills | the required skills | which skills are required
    which database | which databases | must have skills | the must haves for a developer
    nice to haves and must haves
  `,
});
