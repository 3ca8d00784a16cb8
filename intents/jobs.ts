// The topic jobs: where to apply.
import { defineIntent } from '../src/answering/intent.js';
import { tell } from './shared/replies.js';

/** Answers from the documents. */
export const jobs = defineIntent({
  id: 'jobs',
  title: 'Where to apply',
  example: 'Where can I apply?',
  kinds: ['application'],
  related: ['how-to-become', 'degree', 'freelance'],
  answer(query, facts) {
    const helps = facts.all.filter(({ id }) => id === 'degree-experience-helps');
    return tell(query, [...facts.of('application'), ...helps]);
  },
  phrases: `
    where can i apply | backend developer jobs | back end dev vacancies | any openings
    current openings for software engineers | job portals for programmers | best websites to search for tech jobs
    how to get hired | how to land my first job | getting a developer job without experience
    entry level position impossible to find | internships for backend | where to look for a paid internship
    can i get an internship in my second year | when should i start applying | am i ready to apply for junior roles
    should i apply even if i do not meet all the requirements | which companies are hiring
    companies that hire php developers | does google hire freshers for backend
    top product companies recruiting coders | how do i write a resume for a back end role
    what should my cv look like | what projects should be in my portfolio
    does a backend engineer need a portfolio website | is a github profile important to recruiters
    how to prepare for the interview | common interview questions for server side developers
    what is asked in a node interview | leetcode for interviews | system design round for senior candidates
    how many interview rounds are there | fresher jobs in java | jobs for freshers in bangalore
    remote jobs for web developers | where to find work from home programming positions | developer job in berlin
    coding jobs in pune | work in the us on h1b as a software engineer | jobs near me | looking for a job
    i am looking for work as a programmer | i need a job urgently | please help me get a job | can you hire me
    are you hiring | is your company looking for developers | do you have any vacancy for me
    where is the get hired portal | sde jobs where to apply | apply link | how to apply | application process
    i sent out two hundred applications and heard nothing | why am i not getting any callbacks
    rejected everywhere what am i doing wrong | no one replies to my applications
    unemployed since graduating in cs | laid off and searching for a backend position
    linkedin or indeed for finding developer work | is naukri any good for it people
    do recruiters reach out on linkedin | how do i get referrals | networking to find a coding position
    cold emailing startups for work | should i join a startup or a big corporation first
    where do back end developers work | what kinds of firms employ them | what industries need server side people
    campus placement for developers | off campus drive for computer science students
    how did you get your first programming job | how did you find your current position
    how long did it take you to get an offer | how hard is it to get a job in this field
    what do employers look for in a junior candidate | what do hiring managers want to see
    how do i stand out among applicants | cover letter tips for a django role
    part time developer work for students | contract positions or permanent ones where to find
    where do freelancers find clients | finding gigs on upwork as a coder | get a job with only personal projects
    can i get employed after a bootcamp | can i get hired at 45 with no track record
    how to get a foreign job from india | relocation offers for engineers in europe | who hires remote golang people
    is there any place to submit my resume | where should i send my cv | job search tips
    job hunting as a self taught developer | job hunt for experienced engineers
    changing companies when to start looking | how to find better employers | trainee positions
    apprenticeships in software | graduate schemes for programmers in the uk
    i was wondering where people find these roles | which site lists backend roles
    cannot find any junior positions | take home assignment and live coding what to expect
    should i take an unpaid internship | start applying now or learn more first | ready for work where do i go
    how can i get in touch with recruiters | job availability | job openings | job opportunities | job vacancy
    get hired | first job | no experience | internship search | remote positions | resume tips | hiring process
    interview prep | java jobs | python openings | work abroad | fresher hiring | apply now | send resume
    entry level backend | are there enough positions to go round | how easy is it to find employment
    how available are positions for newcomers | what are my chances of being employed
    landing a role with zero experience | breaking the no job no experience loop
    every posting wants three years how do i begin | how did people with no work history get in
    who takes a chance on beginners | which employers train people on the job
    when is the right moment to start sending applications | how do i know i am employable
    too early to apply or just do it | how many projects before applying | do personal projects count as experience
    does volunteering or open source count when applying | what increases my odds of getting an offer
    what helps most to get hired as a backend person | what gets a junior noticed
    what made your company choose you | what convinces you when you interview candidates
    red flags in applicants for server roles | what would make you reject a junior
    as a hiring manager what do you check first | how do you screen programmers
    which cities have most tech employment | is it easy finding work in golang
    are there many kotlin or scala positions | can i find employment knowing only python
    php work still around for newcomers | where do ruby on rails people find employers
    are there c sharp roles for juniors | which language gets you employed quickest
    laravel positions in smaller towns | finding employment as a rust engineer | elixir gigs are they rare
    summer internship as a backend student | how do i secure an internship at a startup
    converting an internship into a permanent offer | intern applications keep getting ignored
    is an internship compulsory before a real job | google summer of code as a way to get noticed
    working student position in munich | apply to multinational companies from a small college
    my campus has no placements how do i find work | service company or product company for my first offer
    tcs infosys wipro for server side freshers | got only a support project offer should i take it
    accept a tester job and move later or hold out | should i lower my expectations to get a foot in the door
    ghosted after the final round | failed five technical screens in a row
    bombed my whiteboard test how do i recover | nervous about my first technical interview
    questions they ask about rest and sql at interviews | do they test data structures for junior roles
    mock interviews where to get them | resume keeps getting filtered by the ats | one page or two pages for my cv
    can someone review my resume | how to explain a two year employment gap
    should i list online courses when applying | references needed for an application
    how do i contact companies that are not advertising | job fairs and meetups for meeting employers
    staffing agencies for programmers any good | ask hn who is hiring
    ask hn how do i find a junior backend position | ask hn who wants to be hired
    platforms such as wellfound or hired for engineers | where do startups advertise engineering roles
    portal to submit my application | does anybody have a lead for a node position
    my contract is ending and i need something new | i got laid off last week where should i look
    six months searching and no luck | getting sponsored for a visa as an engineer
    moving to canada with a developer offer | remote first employers that take people from africa
    night classes done now hunting for my first paycheck as a coder
    career services after a bootcamp do they place you | where to apply | who is hiring | openings near me
    first gig | hiring now | any vacancies | my cv | remote work anywhere | no replies | internships
    getting noticed | interview tomorrow | portfolio | entry level | getting an offer | need work | any company
    linkedin or what | i finished a php course last week which companies take people like me
    i completed my mca in june and still sit at home | i am done with java training and want to send applications
    i have a gap of three years after my baby who would take me
    i live in a small town without tech firms where can i look | i sent ninety applications and heard nothing back
    i have a phone screen with a bank on thursday what will they ask
    i am in my third year and want something for the summer | i have three github projects is that enough to show
    i was rejected after the technical round four times | i am moving to dublin in may and want to line something up
    i know django and sql and nobody gives me a chance | my visa runs out soon and i need an employer fast
    we lost our jobs at the same startup where should we look
    laid off after six years of dotnet where would you turn | wondering whether i should apply already or learn more
    wondering whether cover letters are read | curious which firms take beginners
    curious what they ask in technical rounds | someone told me referrals are the only way is that true
    someone said nobody takes freshers without an internship | is it true that there are plenty of positions
    is it true that google asks brain teasers | people say it is impossible to get a first position now
    my friend claims he got in through a hackathon | my mentor says apply to everything do you agree
    job boards are useless right | you need two years experience for a junior post right
    where do graduates get taken on | where do companies advertise for server people
    after the degree and the training where do i send my papers | which skills should i show on my application
    how do i turn my freelance past into a permanent position | how do i get my foot in the door
    how do beginners get past the experience requirement | can i get taken on from abroad
    how many applications before the first yes | are there positions i could do from my couch
    is your company hiring | can you refer me | how did you get your position
    how many interviews did you go through | where did you find the ad for your role
    would you hire someone like me | do you folks have a seat for a junior
    what do you look at when you get a resume | do you take interns | who should we contact to join your team
    name of the job portal | which portal is it | on which site should i apply | what is the portal called
    find backend jobs using python and postgres | search jobs with java and spring
    how to land the first experience | how do i get my first experience
    where do i gain work experience as a student | getting hired with a commerce background
    getting hired with only bootcamp behind me | can somebody with a testing background get hired for backend
    what are my chances of getting hired at forty | advice on landing a backend role
    any advice for landing a developer job | tips on getting my first offer | why is nobody hiring me
    why not apply to bigger firms | how come junior jobs ask for experience
    since when do juniors need two years behind them | what if i have no experience to show
    what if i fail the technical interview | which employers take people without experience
    which job site is best for developers | which city is best for finding tech work | whose referral helps most
    how often should i apply | how often do companies reply to applicants | how far should i move for a position
    how many jobs should i apply to each week | how many rounds does google have
    how many projects do i need to get hired | how long until i find a job | how do i convince an employer
    is there a job for me | is there a website with openings for coders
    is there any way to get experience without a job | are there remote openings for juniors
    are there jobs for php people in my city | are there internships for first year students
    does a recruiter read my github | does your firm take trainees | does one need contacts to get a job
    would a company hire me after a long break | would an internship help me get hired
    should i apply online or in person | should i take the first offer | should i accept a low offer for experience
    could i get a job in canada from here | could you recommend me to your boss | may i apply without a portfolio
    may i send you my resume | must i have an internship before applying | must i do leetcode | need a job in java
    need tips for a resume | is leetcode worth doing before interviews | best way to get a job in tech
    best companies for backend developers | worst mistakes in job applications
    better to apply through linkedin than a portal | startup instead of corporation for a first job
    agency or product company | without contacts how do i find work | only interned once can i get hired
    is a portfolio enough to get an interview | do applications alone work | will anyone ever hire me
    still unemployed after one year of searching | already applied to fifty companies
    no offer yet what can i change | after the bootcamp where do i find a job
    after an interview how long do i wait | before the interview what should i revise
    while studying can i work as a developer | first internship then job or job directly
    next step after getting rejected | explain how hiring works at tech companies | describe your hiring process
    list companies that hire backend developers | list job portals | name some firms that recruit freshers
    show me open positions | give me a link to apply | tell me where to find work | compare linkedin and naukri
    summarise how to get a job | getting a job is hard isnt it | you get jobs through people dont you
    i think a good github is enough to get hired am i wrong | find work | job please | where to work
    get experience | sde jobs | land a job | cv help | junior positions | apply abroad
    do they hire people over fifty | would anyone hire me at my age as a developer
    do companies take older programmers | what is the notice period for developers
    how long is the notice when a developer leaves
    where can my nephew apply | how does my wife find such a job | any opening is there sir
    kindly suggest site to apply | where are the jobs | where do they advertise | where to look
    whom do i send my application to | get me a job as a coder | which portal | link for applying | apply where
    how to find work as a fresher coder | i finished training where now | who takes freshers
    is somebody hiring coders | job search where to begin | place to apply for sde
    which firms hire backend people | companies that hire developers
  `,
});
