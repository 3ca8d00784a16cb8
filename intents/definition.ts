// The topic definition: what a back-end developer is and what the back end is.
import { defineIntent } from '../src/answering/intent.js';
import { tell } from './shared/replies.js';

/** Answers from the documents. */
export const definition = defineIntent({
  id: 'definition',
  title: 'What a back-end developer is',
  example: 'What is a back-end developer?',
  kinds: ['definition'],
  related: ['responsibilities', 'front-vs-back', 'how-to-become'],
  answer: (query, facts) => tell(query, facts.of('definition'), 4),
  phrases: `
    what is a backend developer | who is a back end dev | backend developer meaning | define back end development
    what does backend even mean | explain backend to me like i am five | server side development explained
    what happens behind the scenes of a website | which part of a website does a back end engineer build
    the part of a site users never see | backend in simple words | could you tell me what the back end is
    what exactly is meant by server side | i keep hearing the word backend but nobody explains it
    definition of a back end software developer | back end developer who is that | so what is this role anyway
    what kind of developer works behind the scenes | what goes on when i click a button on a site
    who writes the logic behind a web page | who handles the database and server of a website
    who are the people that make a website run | what is this job in one sentence
    describe a backend engineer in plain english | is a backend developer the same as a software developer
    is back end engineer just another name for server side programmer | what do people mean when they say back end
    overview of the backend developer role | introduction to back end web development | backend for dummies
    how would you explain your job to your grandmother | my kid asked what a server side coder is
    i am a designer and have no idea what backend is | is the backend the database or the server or both
    does backend mean the stuff on the server | what is considered back end in a web app
    what counts as backend work and what does not | what makes up the back end of an application
    components of the backend | server database and application logic what is it called
    what is the opposite of the user interface side | is an api part of the back end
    is backend what you see in the browser | is the back end visible to users | why can users not see the backend
    what is the purpose of a back end | why does a website need a back end at all
    can a site exist without a backend | what role does the back end play in a website
    how does the hidden side of a web application work | how does a website work behind the curtain
    where does the data go after i submit a form | what sits between the database and the browser
    what is the engine of a website called | back end analogy restaurant kitchen
    give me a simple analogy for server side programming | basic concept of backend web development
    what is a web developer who does server side called | i was wondering what a backend person actually is
    new to tech what is a back end programmer | complete beginner here what does back end stand for
    student question what is meant by backend engineering | not sure i understand what backend developers are
    please clarify the term back end developer | short definition please | tell me about backend developers
    tell me about this profession | who can be called a backend developer
    at what point can you call yourself a back end developer | am i a backend dev if i only write apis
    is a database administrator a backend developer | is someone who writes php a back end developer
    do node programmers count as backend engineers | what sort of engineer is a backend engineer
    what type of programmer builds the logic of a site | is it the real actor behind the website
    the brain behind a website who is it | back end of a mobile app what does it mean
    does an app like instagram have a backend | what is the back end of amazon or netflix
    example of a backend in real life | can you give an example of something a back end does
    what is server side code | what is server side logic
    difference between what the user sees and what runs on the server
    what do they call the guy who builds the server part | what is backend development all about
    the hidden part of web development | understanding the backend for non technical people
    explaining server side work to a recruiter | hr manager here what is a back end engineer
    what am i hiring when i hire a backend developer | ask hn what is a backend engineer these days
    has the definition of backend changed over the years | what is the true meaning of back end engineering
    is backend just databases | is backend development a kind of software development
    wikipedia style summary of backend developer | what is back end technology
    which side of the web is the server side | in layman terms what is behind a web page
    someone said i should do backend what is that | what does the title backend software engineer refer to
    backend explained | backend basics | server side meaning | backend engineer wiki | backend dev who
    whats backend | back end 101 | whats a backend guy | backend in a nutshell | eli5 server side
    what is it that you call yourself exactly | so you are a backend developer what is that
    you said you work on servers meaning what | sorry i am clueless but what is your profession
    what line of work is backend | my daughter is dating a back end programmer is that like it support
    my brother got hired as a backend engineer and i nodded politely
    how do i tell my parents what a server side engineer is | my mother thinks i repair computers
    is a backend dev the same as an it guy | are backend developers basically system administrators
    is a data engineer a kind of backend developer | is an api developer a different profession
    where is the line between backend and devops
    software engineer web developer backend developer are these the same thing
    application developer versus backend developer terminology
    are server side engineer and backend engineer synonyms
    the job ad says server side engineer what kind of person is that
    recruiter messaged me about a backend position what is it | what is this position in simple terms
    brief intro to the role | quick summary of the profession please | give me the gist of back end engineering
    one line explanation of server side development | can you break down what backend is for me
    help me understand the back end | can somebody shed some light on what backend devs are
    i never understood what the server half of an app is | everybody says frontend and backend as if it were obvious
    heard the word backend in a meeting today | embarrassing question but what is a back end
    is there a dumbed down explanation of backend | what the heck is backend | why is it called the back end
    where does the term back end come from | what is behind the name backend developer
    what does the word back refer to in back end | invisible part of a web app | the unseen half of a website
    the plumbing of the internet who builds it | who makes the login of a website work
    who writes the code that runs when i pay online | which engineer makes my shopping cart remember things
    who stores my password when i sign up | what powers an online shop underneath
    what is under the hood of a web application | what keeps a web application running out of sight
    what technology sits behind the screen | how do websites remember who i am which part does that
    what does the server do when a page loads | does every app have a server side
    do mobile games need backend developers | is firebase a backend | is a spreadsheet with a script a backend
    is the cloud the backend | is wordpress considered backend or frontend | are sql queries regarded as backend
    would you consider someone who writes shell scripts a back end engineer
    does a machine learning engineer count as backend | i build rest services in spring what is my job title
    i write stored procedures all day does that make me backend | what makes someone a back end developer
    when does a coder become a backend engineer | how would you define your profession
    in your own words what is a backend developer | your definition of back end
    what does it mean to work on the server side | what does it mean to be a backend programmer
    what is it like behind the scenes of a web page | is a backend developer a real software developer
    is backend the logic part of a web app | back end as opposed to what
    is there a difference between backend and server | are backend and database one and the same thing
    what are the building blocks of a server side application | where does a backend physically live
    picture a restaurant which part is the backend | what is a good metaphor for the server side of a site
    ask hn how do you explain backend to nontechnical friends
    presentation for school on what back end developers are
    essay about the backend developer profession where to begin
    just started a web course and the word backend confuses me | backend huh | meaning please
    behind the curtain person | never heard of it | is it hosting | some sort of admin | what even is that
    backend equals server | the server people | not the ui guy then | simple explanation anyone
    so basically databases | i am a nurse and my flatmate does backend what is that
    joined marketing last week and everyone mentions the backend guys who are they
    my nephew wants to be a backend something what did he mean
    i sell insurance and a client wrote backend engineer under occupation
    first semester and the lecturer used backend without explaining it
    i run a bakery and the agency says my site needs a backend
    i have only ever built pages in wordpress so what would a backend be
    we are two hr people and neither of us knows what backend means
    writing a school report about internet professions and got assigned back end developer
    curious what people mean by a server side programmer | wondering whether backend is a thing or just a buzzword
    someone told me backend is everything after the browser is that right
    is it true that the back end is just a computer somewhere
    people say the backend is where the magic happens what magic
    my friend claims every website has two halves what is the second one
    my colleague insists that php people are backend is he correct
    i read that they build the logic of a site what does that mean
    i was told the real hero of a website is invisible who is it | a backend developer is a kind of hacker right
    backend developers are just database guys correct | so it has nothing to do with looks or design
    what is the job called where you program the server | which occupation covers the logic of websites
    name of the profession that works with data behind web pages
    what would you put under occupation if you write apis
    before i apply for one of these what is a backend engineer
    before we hire one can you explain what a backend programmer is
    what does someone have to be doing to count as backend | what is this career you keep talking about
    how do you introduce yourself at parties as a server side dev | what do you tell your family you are
    how would you folks sum up your profession | when you say server side what exactly do you mean
    do you call yourselves programmers or engineers or backend devs | what is it you are the developer of
    are you the people who make the data show up
    are we talking about computers in a data center when we say backend
    does backend have anything to do with the backs of computers | which bit of facebook would be the backend
    what is meant by the logic of a web page | what does the word developer mean with backend in front of it
    the thing that saves my orders in the shop what is that called
    what is there to a website besides what i can see | describe this line of work | explain the term server side
    summarise the role for me | give me a definition | name the parts of a back end
    show me what a back end looks like | list what belongs to the server side
    compare the visible and the hidden part of a site | people talk about the back end what does that mean
    what counts as back end | why is there a back end at all | why not put all the logic in the browser
    how come nobody sees the back end | since when do we say backend developer
    what if a website had no server part | front end only is that possible | which half of a site stores the data
    whose code runs after i press submit | how big a share of a website is the back end
    how far does the back end reach | how many parts does a web application have | is there always a back end
    are there websites without any server code | are there different kinds of backend developers
    does a static page count as having a back end | does the term cover databases too
    would a simple blog have a server side | would you call a person who runs servers a backend developer
    should i picture a room full of machines | could you describe what sits at the back of an app
    may i ask what a back end is | must every site have a database behind it
    need a quick definition of server side developer | best way to describe a backend engineer
    shortest possible explanation of back end | a better word than backend developer
    what is it instead of the front | backend or server side which term is correct
    back end versus database what is the distinction | what would a site be without backend developers
    is it only about servers | is an api alone already a backend | i do not know this profession at all
    i still do not get what back end is | have not understood yet what this role is
    before we go on what is a backend developer | first things first what is this job
    so the back end is the part behind the page then | that is the person who writes the server logic isnt it
    back end means the invisible part doesnt it | a backend dev handles what happens behind the screen am i wrong
    i thought the back end was the admin panel am i wrong | the admin dashboard is that the back end
    backend is the same as hosting no | what is that job | who is that | the role explained | job title meaning
    profession in brief | concept of back end | back of a website | logic behind a page | part users never touch
    what is all this backend talk | what does a web page hide from me | what do you mean by back end
    what do you mean when you say web developer on the server | is it a job title or a department
    is it a technology a place or a person | where does the front end stop and the other side begin
    what happens to my click once it leaves the browser | what makes a website more than pretty pictures
    what is the point of having server side people | what sort of person is hidden behind a website
    i hear the term everywhere and pretend to understand it
    explain the role to me | describe this role in short | what is this job exactly | what does the position mean
    my niece says she does backend what does she mean | my landlord is a back end engineer what on earth is that
    sir what is this backend kindly explain | backend in plain words | the word backend what is it
    server side for dummies | what do you call the people who make the invisible half of a site
    backend dude who is that | recruiter keeps saying server side i have no clue what that is
    is backend just servers | backend for beginners what is it | what makes somebody a backend developer
    so a backend engineer is a kind of programmer | backend coder definition please
    the hidden part of an app what is it named | what part of software is the back end
  `,
});
