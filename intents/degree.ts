// The topic degree: whether a degree is needed, and which courses are named.
import { defineIntent } from '../src/answering/intent.js';
import { denyMissing, isAskedFor, sortByFocus, tell } from './shared/replies.js';

/** Beside the two sides, only what comes nearest to the question. */
const MOST_BESIDES = 3;

/** Answers from the documents. */
export const degree = defineIntent({
  id: 'degree',
  title: 'Degrees and courses',
  example: 'Do I need a degree?',
  kinds: ['degree', 'course'],
  related: ['how-to-become', 'skills', 'jobs'],
  answer(query, facts) {
    const degrees = facts.of('degree');
    const courses = facts.of('course');
    const against = degrees.find(({ stance }) => stance === 'not-required');
    const required = degrees.find(({ stance }) => stance === 'required');
    if (!against || !required) return tell(query, [...degrees, ...courses]);
    const sides = `The documents disagree. ${query.titleOf(against.document)}: ${against.says} ${query.titleOf(required.document)}: ${required.says}`;
    const others = degrees.filter((fact) => fact !== against && fact !== required);
    const shown = sortByFocus(query, [...others, ...courses]).slice(0, MOST_BESIDES);
    const isCourse = shown[0]?.kind === 'course' && isAskedFor(query, courses);
    const named = isCourse ? shown.filter(({ kind }) => kind === 'course') : [];
    const besides = shown.filter((fact) => !named.includes(fact));
    const lines = [
      ...named.map(({ says }) => says),
      sides,
      ...besides.map(({ says, document }) => `${query.titleOf(document)}: ${says}`),
    ];
    const denial = denyMissing(query);
    if (denial !== undefined) lines.unshift(denial);
    return { headline: lines[0] ?? '', details: lines.slice(1), facts: [against, required, ...shown] };
  },
  phrases: `
    is a degree needed | do i need a degree to be a backend developer | backend developer without a degree
    self taught programmer with no diploma | which degree is best for software development | bootcamp or university
    coding bootcamp versus four year college | bca or btech for a coding career
    will mca help me become a web developer | does mtech make any difference
    is a masters worth it for server side engineers | phd in computer science useful in industry
    what qualifications are required | educational background for back end dev | minimum education for this role
    can a college dropout get hired as a coder | does experience make up for a missing degree
    do employers care about where you studied | what should i study at university
    which major should i pick if i like building apis | what did you study in college
    i never went to college can i still do this | i have a degree in mechanical engineering is that a problem
    non cs graduate wanting to work in tech | arts graduate moving into programming
    is it mandatory to have a btech | eligibility criteria for backend engineer | eligibility after 12th
    which course to take after high school | courses to become a server side developer
    are online certificates valued by recruiters | is an aws certification enough without formal education
    do coursera certificates count for anything | oracle java certification worth the money
    diploma holder chances in the software industry | polytechnic diploma in computer engineering is it enough
    why do companies prefer pg degree holders | should i go for postgraduate studies | pg needed for backend work
    does a reputed institute matter | tier 3 college student can i still make it | iit tag important for developers
    information technology versus computer science as a major | electrical engineer without cs background
    should i drop out and just code | is it worth going back to school at thirty for cs
    i am thinking of quitting university to freelance as a programmer
    associate degree enough for a junior developer | bsc computer science or be | bachelor of science sufficient
    no formal education just github projects | how important is schooling for programmers
    does anyone actually check your diploma | will hr filter me out for not having a bachelors
    academic requirements | education requirements for web developer in germany
    study abroad for a masters in software engineering | do google and amazon hire people without degrees
    are there senior engineers who never finished college | is college a waste of time for coders
    i was wondering whether a degree is really necessary | can skills replace a formal qualification
    paper qualifications versus real skills | what are the top courses for this field
    best university courses for backend | distance learning mca valid for it jobs | does a part time degree count
    does my gpa matter | low grades in college still get into software | is math degree good for backend engineering
    physics graduate who wants to write server code | commerce student wants to join the it field
    i did bcom can i move to development | do you have a cs degree yourself
    did university prepare you for your work | how much of your computer science classes do you use
    what subjects should i choose at school | do i have to be a graduate | must one be an engineer by education
    what kind of education do most backend developers have | percentage of developers without a degree
    is a bootcamp certificate respected | are bootcamps a scam or a real alternative to a degree
    will lack of a diploma hurt me later in my career | degree or two years of work experience
    credentials needed to work in this field | what certifications should a senior back end developer have
    do i need a license or any certificate | any particular stream required
    does a masters lead to a better position | is it ok if my bachelors is unrelated
    biology major learning python no computer science | computer science dropout with five years of php
    can i get in on skills alone | is self learning enough or is a formal course required
    what to study to become a software engineer | what qualification do i need to write server code
    would you recommend getting a bachelors first | cs degree useless in 2024
    should i finish my degree before looking for work | is it possible to work as a dev with only high school
    got no university education but love coding | undergraduate or postgraduate for a node job
    do you regret not going to college | equivalent degrees accepted
    computer science or software engineering at university | degree requirements | bca or btech
    bca vs btech which one opens more doors | btech over bca is the extra year justified
    is mca equal to btech in the eyes of recruiters | bca then mca or straight to a job
    only bca will companies shortlist me | qualification needed | academic background | formal education
    education level | university necessary | college or no college | certification value | cs diploma optional
    which stream after tenth for coding | pcm compulsory for software | can i skip university altogether
    skipping college and learning to program by myself | do companies still demand a piece of paper
    what percentage marks do it firms ask for | backlogs in engineering will that block my placement
    gap year after graduation does it look bad academically | how seriously are bootcamp graduates taken
    has anyone here made it with just a bootcamp | twelve week bootcamp against a three year bachelors
    spending ten thousand on a bootcamp instead of tuition
    tuition is expensive is there a cheaper alternative to a degree
    student loans for computer science do they pay off | return on investment of a cs bachelors
    ask hn did your degree help your career | ask hn is a cs degree still relevant for server engineers
    what do you learn in a cs degree that self taught people miss
    gaps in theory for those who never took algorithms class | self taught versus formally trained programmers
    do self educated coders get treated differently from graduates
    being the only one on the team who lacks a diploma | my parents insist on engineering but i just want to code
    counsellor says i must enroll in computer science first | would an online bachelors from wgu be recognized
    open university degree respected by tech employers | ignou bca acceptable for a software role
    correspondence graduation and backend roles | foreign degree recognition for programmers moving to canada
    does a visa require a bachelors for developers | blue card germany it specialist who never graduated
    ausbildung fachinformatiker or studying informatik | higher education pays for engineers or not
    are postgraduates given preference over undergraduates | will doing an ms abroad raise my chances
    mba after coding or mtech | specialization to pick in mtech for web services
    ai and data science branch or plain cse | cse versus ece for becoming a developer
    civil engineering student hoping to write software | history graduate with a passion for servers and databases
    i studied psychology would anybody take me seriously as a programmer
    mathematics honours holder eyeing a developer post | medical student wondering about moving to computers
    which degree did most of your colleagues finish | is your team full of cs graduates
    what did you major in before becoming an engineer | does your firm hire folks lacking a bachelors
    job ad says bachelors or equivalent what counts as equivalent
    bs in cs listed as mandatory should that scare me | are degree requirements on postings strict
    background checks verifying education for developers | at what point does schooling stop mattering
    after five years nobody asks about college true or false
    is promotion blocked for engineers who skipped college | can a certificate replace a bachelors
    microsoft or google certificates instead of studying | freecodecamp certificates on a resume any use
    nptel certificates good for anything | which credential gives the most weight
    diploma after tenth then lateral entry to engineering | twelfth pass able to work as a coder
    arts student eligible for it | age limit for joining an mca | entrance exams for the right programme
    best institutes to enroll in for backend | which classes at uni matter for building apis
    operating systems and networks courses needed in practice | double major in math and computing sensible
    is a two year community college programme sufficient | dropping out in third year because i already code well
    finish school or accept the developer offer now | will i hit a glass ceiling lacking a masters
    must you be an engineering graduate to write services in go | i am purely self taught how disadvantaged am i
    no college | just a bootcamp | only twelfth pass | dropout | arts background | bca enough | need a btech
    self taught ok | masters or not | which course | no cs background | what to study | diploma only | no papers
    certificates count | ged | pg or ug | i quit engineering in the third year is there still a chance for me
    i finished high school and went straight to work can i be a programmer
    i hold a bachelors in english and write python is that acceptable
    i am seventeen and choosing a university programme i want to build servers
    i got into both bca and electronics and must decide by friday
    i have a polytechnic diploma and my parents push for more
    i failed maths twice and got kicked out of cs am i done
    i have an mba and no technical schooling will anyone consider me
    my son hates lectures but codes all night must he go to university
    at 38 i cannot go back to school does that rule me out
    learned everything from youtube will companies take me seriously on paper
    i have a nursing diploma do i have to study again | wondering whether a masters would open doors
    wondering whether companies look at the college name | curious which subject you graduated in
    curious if anyone got in with only school leaving papers | someone told me a degree is a must is that so
    someone said recruiters throw away applications without btech | is it true that companies want postgraduates
    is it true you can get by on skills alone without graduating | people say university is a waste for programmers
    my friend claims a three month bootcamp equals a bachelors
    my father says without engineering i will never be in software | nobody looks at diplomas any more right
    mtech is overkill for this job right | which subject should someone who wants to write server code enroll in
    what is the ideal major for working on web services later | what education pays off for a coder
    do i need papers to apply for these jobs | do employed developers all have a bachelors
    what schooling gets you into this | do freshers from unknown colleges get filtered out
    is experience worth more than studies | skills or a piece of paper what do they ask for
    do i earn the right to this job only through university | does the way in always lead through college
    do you have a degree | did you finish college | has your degree ever been useful at work
    do your colleagues come from famous institutes | would you go to university again for this career
    are any of you without formal schooling | does your company take people without a bachelors
    do we need to be graduates to write code for a living | did anyone ask for your certificates when you joined
    best major for a future engineer | which major should i pick | what can i do after bca | what comes after mca
    which programme follows twelfth science | after btech what else should i study
    after bsc computer science which masters suits me | mca after bca or mba after bca
    can i get a job with just a bca | will an mca get me a developer job
    what jobs does a btech in computer science lead to | can i work in it after a bcom
    is bca alone enough for backend | is btech in it better than bca for programmers
    which degree is the best for the it field | best degree for software engineers
    what is the worst degree to have as a coder | degree or work right away | study further or start earning now
    a masters or a job first | masters straight after bachelors or work a few years before
    instead of a masters could i just gain experience | would a second bachelors in cs be worth it
    should i do mtech while working | may i join the it industry with a diploma
    must a backend engineer be a cs graduate | need a college for this or not
    why do people get a degree to write code | why not simply skip the degree
    how come firms still ask for a bachelors | since when is a degree optional in tech
    what if i never finish my degree | what if i have only a certificate and good skills
    whose degrees are valued most by software firms | how often do companies hire people who never studied
    how many years of study does it take | how many developers have a masters | how far does a bachelors get me
    how high must my degree be | how important is a pg | is there a degree in backend development
    is there a specific course for server side programmers | are there colleges that teach web development properly
    are there good universities for software engineering in germany
    which colleges are good for becoming a developer | name the top courses | list the degrees that qualify me
    show me suitable courses after twelfth | tell me which qualification is preferred
    give me the educational path required | explain whether education matters for this job
    compare bca mca btech and mtech | describe the ideal education of a server programmer
    summarise the qualification criteria | does it help to have a masters from abroad
    does any degree work or only computer science | would a data science degree be accepted for backend
    could a bachelor of arts graduate ever become an engineer here | still worth studying computer science
    is it already too late to enroll at 27 | has anyone ever got in without college
    without btech how do i compete with btech people | skills instead of degree does that fly
    studying cs at all is it needed | you need a degree for this dont you | a degree is not required is it
    i think the degree is just paper am i wrong | experience beats education am i wrong
    most companies prefer postgraduates dont they | first the degree then the skills or the other way round
    before i pay for college is it needed | while in college which electives help with backend | next degree
    after bca | after twelfth | mca useful | best degree | which college | bachelor or master | msc enough
    degree at all | degree holders only | can you code for a living with a bsc in physics
    with a bachelor in it can i apply for backend | do they take people who studied something else
    trade school or university for web programming
    my degree is in chemistry does that matter | i studied history can i still do backend
    is a degree in another subject a problem | i have an arts degree is that an issue
    i hold the wrong degree for this job | my diploma is in mechanical is that a problem
    does it matter what i studied | my major was economics am i out | a bachelor in physics is it a hindrance
    are online certificates worth anything | is a udemy certificate any use to a developer
    does a certificate replace the degree | which bootcamp is any good | best bootcamp for backend people
    is the bootcamp route respected
    are bootcamps effective | does a coding bootcamp help | do people get anywhere with a bootcamp
    is btech worth it nowadays | is an mca worth it for developers | is a bca of any value | bca worth
    my nephew failed college can he still code for a living | does my wife need a diploma for this
    graduation compulsory or not sir | is engineering must | bcom passed can apply or not | twelfth pass allowed
    only high school is that enough | do you need papers for that | is uni needed | no degree no job
    what did they study | educational qualification for backend | what schooling does it take
    which branch should he choose in college | cs or it branch for backend | does a postgraduate course pay off
    mtech after btech needed for developer | must applicants have a degree in our ad | is self study accepted
    skills or paper what counts | is a computer science degree overrated for coders
    what is a bootcamp | bootcamps explained | a bootcamp for career changers which one
    do certificates help a developer to advance | certificates or real projects which count more
    certifications worth the money for developers | do employers respect certificates
    would my commerce degree stand in my way | is my educational background a hindrance
    my bachelor is in geology is that trouble | my degree is in another field | my degree is not in computing
    what grades are needed | which gpa must i have | minimum percentage for developers | cgpa cutoff
    how much would studying cost me | tuition for the degree | college fees
    from an arts stream will firms accept me | i come from commerce would they take me | non technical stream allowed
  `,
});
