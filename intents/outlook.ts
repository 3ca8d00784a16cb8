// The topic outlook: demand and future of the job.
import { defineIntent } from '../src/answering/intent.js';
import { tell } from './shared/replies.js';

/** Answers from the documents. */
export const outlook = defineIntent({
  id: 'outlook',
  title: 'Outlook',
  example: 'Is back-end development in demand?',
  kinds: ['outlook'],
  related: ['pros-cons', 'salary', 'jobs'],
  answer: (query, facts) => tell(query, facts.of('outlook')),
  phrases: `
    is there a future in this | demand for backend developers | are back end engineers in demand
    job market in 2024 | how is the market for software developers right now | growth of the field
    is web development saturated | too many programmers already | will ai replace developers
    is chatgpt going to take our work | copilot making coders obsolete | should i worry about automation
    layoffs in tech | are layoffs over | is software engineering a dying profession | is php dead
    will java still be used in ten years | is backend still worth learning | is programming still worth it
    is learning to code pointless now with llms | current trends in server side development
    hot technologies to specialise in | career path of a backend developer
    career progression from junior to senior | how do you get promoted | what comes after senior engineer
    promotion ladder in software companies | can i become an architect later | can a programmer move into management
    from developer to cto | where does this career lead | where do you see yourself in five years
    what will the next decade look like for coders | long term prospects | is it a secure job
    job security for web developers | is it recession proof | will there be work for me in twenty years
    do developers become unemployable after forty | ageism and programmers over fifty | what do old developers do
    opportunities in this field | scope of backend in india | what is the scope for freshers in coming years
    growth opportunities | room for advancement | direction the industry is heading | how is the industry changing
    is serverless killing backend jobs | will no code tools make us redundant
    does low code threaten server programmers | is outsourcing a threat to american developers
    are jobs moving to cheaper countries | has the tech bubble burst | is the golden age of software over
    the junior developer is going extinct | are companies still hiring entry level people or has it dried up
    is competition getting fiercer | why is the market so bad | will the market recover
    demand for node developers versus golang | which backend language has the best future
    which technology will be most wanted in the next few years | is it growing or shrinking
    employment projections for programmers | bureau of labor statistics outlook for web developers
    how many backend developers will be needed | shortage of skilled engineers
    is there a talent shortage in germany | outlook for coders | career outlook | prospects for back end devs
    is it a stable career | stable or risky | will this role still exist | does this role have a ceiling
    dead end job or not | can you do this until retirement | how long can you stay a developer
    what are my options after ten years of spring boot | what other roles can a backend engineer move into
    moving from coding to product management | where do backend people go next
    specialist or generalist over the long run | is the future in cloud and microservices
    how will machine learning change server side work | is blockchain or ai a better bet for the years ahead
    afraid of being replaced by a machine | i am worried my skills will be outdated
    is it too late to enter because of ai | is there hope for new graduates | why are backend developers needed
    will companies always need people like this | importance of backend in the coming years
    is the need for developers increasing | is it a future proof choice | evergreen career in it
    what happens to programmers in the age of agents | the death of the full stack developer
    software jobs after the pandemic boom | how far can i go in this career | how quickly can you climb the ladder
    typical titles over the course of a career | staff engineer and principal what lies beyond | job market
    career growth | job growth | future scope | industry trends | market demand | ai threat | tech layoffs
    job stability | career advancement | market saturation | hiring freeze | next promotion | five year plan
    still relevant in 2030 | what does the horizon look like for server engineers
    how do you see the profession evolving | where is this industry going
    what is the direction of travel for backend | is backend engineering on its way out
    are we heading toward extinction as programmers | how much time do we have left before machines code everything
    will devin and agents do my job | can claude build the whole api without me
    if ai writes the code what is left for us | is ai a tool or a rival for engineers
    how has ai affected your team so far | how do i stay relevant when models improve monthly
    should i be scared of ai before choosing software | which parts of backend are safe from automation
    learning to program in the era of copilots a mistake | ask hn will there be junior engineers in ten years
    ask hn is software engineering still a good long term bet | ask hn what are you pivoting to
    thousands got fired at big tech should i reconsider
    another round of cuts at my company is the industry collapsing
    why do profitable firms keep laying off engineers | did the interest rates kill developer hiring
    how bad is the downturn for programmers | is the slump temporary or permanent | when will hiring pick up again
    bleak times for fresh cs graduates | supply of developers exceeds need
    everyone and their dog is learning to code | do we have an oversupply of bootcamp grads
    is there space left for newcomers | is demand for java people falling | are ruby and perl skills losing value
    rust the next big thing for servers | what should i specialise in to remain wanted
    hot technology to get expertise in now | which domain will boom next | is devops swallowing backend
    will supabase and firebase eliminate server coders | will edge computing and serverless change things
    are microservices a passing fad | what is trending in web engineering this year
    does india remain a good market for it services | will offshore teams take over us engineering
    demand in europe compared with asia | are governments and banks going to need more programmers
    how does this compare with cybersecurity in terms of growth | data engineering or backend which grows faster
    is mobile eating web development | what is the growth trajectory of an engineer
    stages of an engineering career | levels from sde one to principal | how long before i become a senior
    average years to reach tech lead | stuck at mid level how do i advance | i have plateaued after eight years
    how do you move up without becoming a manager | individual contributor track or people management
    can i end up as vp of engineering | can you start your own company after this
    exit options for experienced programmers | what doors does backend experience open
    could i go from api development to machine learning engineering | can i become a consultant or a trainer later
    what happens when i turn fifty in this industry | do engineers retire from coding | shelf life of a developer
    longevity in the profession | is this a job for life
    will i still be employable after a career break in ten years | how safe is my position as a programmer
    would it survive an economic crisis | is it a growing sector | room to grow
    potential for advancement in a small firm | does the field reward those who stay long
    what are the odds that this remains a well regarded line of work
    what would make backend developers unnecessary | predictions for software in the coming decade
    should a new student bet on this given the current market | ai | dying field | saturated | ten years from now
    still needed | any future | safe or not | replaced by robots | growing or shrinking | next big thing
    too late for tech | what comes after | layoffs again | obsolete soon | up or down | bubble | the years ahead
    i start college this autumn will there be anything left when i finish
    i am 52 and write java will they still want me | my whole team was let go in march is the trade collapsing
    i saw a bot build an api in a minute and now i worry | mid level dev for four years where do i go from here
    i want to specialise but do not know what will be hot | i do cobol and wonder how long that lasts
    my son wants to program but i fear machines will do it | my company froze recruiting is that everywhere
    we train juniors and ask ourselves who will need them in 2035 | i finished php training is the technology doomed
    wondering whether the demand will hold | wondering whether to bet on cloud or on data for the coming years
    curious where you think this profession is heading | curious what comes above senior
    someone told me chatbots have ended coding is that true
    someone said the need for server specialists keeps rising | is it true that juniors are no longer wanted
    is it true that every company will need more of you
    people say software is eating the world does that still hold | my friend claims there will be no coders by 2030
    my professor says backend is the safest corner of software | backend is over isnt it | the boom has ended right
    there will always be servers so there will always be work right
    do firms want more server people than before or less | is the need for this kind of specialist going up
    will my skills be worthless in a few years | will the pay hold up when machines can program
    can a degree started today still pay off when ai takes over | which technology should i bet my career on
    will freelancers be swept away by ai | what can a junior grow into
    what position do you reach after fifteen years | how far up the ladder can a server engineer go
    is there room for more people in this line | is the field growing or already full
    will ui people or server people vanish first | what happens to coders when they get old
    are you worried about your job | do you feel safe from automation
    how has your work changed since copilot came out | where do you want to be in ten years
    do you folks still hire or has it dried up | are we the last generation of programmers | will they still need us
    what are you betting on next | is your role going to exist when i retire
    do you see a lot of growth in your industry | hiring trends | hiring trend for backend engineers this year
    number of jobs in the field | how many jobs are there for backend developers
    how many openings does the market have | openings in numbers | how many developers will be needed by 2030
    statistics on developer employment growth | what do the numbers say about demand | how does the market look
    how does the market look for juniors at the moment | what is the job market like in europe
    is now a good time to enter tech | is this a bad time to become a programmer
    when is a good time to get into backend | which way is it going | which direction does backend development go
    should i go into it at all | should i still go into software given all the layoffs
    should i even bother with coding in the ai age | could the demand collapse | may this profession disappear
    must i fear for my job | will there be enough work for everyone | why is demand for backend rising
    why not wait until the market gets better | why are companies cutting developers
    how come tech firms keep firing people | since when has the market been bad | what if ai takes over everything
    what if i learn this and nobody needs it later | which languages will be in demand next year
    which countries need developers most | whose jobs will ai take first | how often do developers get laid off
    how often do you change jobs to move up | how far will ai go in programming | how fast is the field growing
    how secure is a back end job | how promising is this career | is there demand | is there growth in this industry
    is there a chance to become a manager | are there career opportunities beyond coding
    are there still jobs left for humans | are programmers still needed | does it have a future
    does this career lead anywhere | does the demand differ by country
    would you start in this field in the current market | would a recession hit developers hard
    best future in it which role has it | worst hit by ai which developers | better future than data analyst or not
    node or java in terms of future demand | python versus php who survives
    growing instead of shrinking is that so | without ai skills will i still be wanted
    is backend knowledge alone enough to stay employable | will coding exist at all in twenty years
    has the market recovered yet | is ai already replacing developers | is it still a booming industry
    will they ever stop needing server people | after junior comes what
    after five years as a backend developer what next | before investing years is this a safe bet
    while ai improves is it wise to learn programming | first junior then senior then what
    explain the career ladder | describe the future of this job | list the positions i can grow into
    name technologies with a bright future | show me the trends | give me a forecast for developers
    tell me about the scope | compare demand now with five years ago | summarise the state of the industry
    there will always be demand wont there | the market is terrible isnt it
    i think ai will replace all of us am i wrong | backend is growing am i wrong | future | demand | market now
    good time | job numbers | trend | any scope | promotion chances | requirement of backend specialists increasing
    what comes after being a backend developer | what can a backend developer grow into
    where does one go from backend later | which position comes next after backend
    can a backend dev become cto one day | next step after some years in backend
    is the job safe | are developers being laid off
    will my nephew still find work in this later | is it good field in coming years sir
    what is scope after five years | is it going away | do they need people | are they wanted
    are backend folks sought after | any future in it | is it too crowded | too many coders already
    will there be work for my kid | is demand going up or down | secure job or not | are prospects good
    is it a dying trade | is growth there in this line | good time to get in or too late
    do firms look for backend people a lot | is this line booming
    is the job safe | how secure are jobs in this field | job safety | a secure profession or not
  `,
});
