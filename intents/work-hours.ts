// The topic work-hours: how long and when a back-end developer works.
import { defineIntent } from '../src/answering/intent.js';
import { formatSum } from './shared/money.js';
import { denyMissing, isAskedFor, tell } from './shared/replies.js';

/** Answers from the documents. */
export const workHours = defineIntent({
  id: 'work-hours',
  title: 'Work hours',
  example: 'How many hours a week is it?',
  kinds: ['hours', 'late-work'],
  related: ['pros-cons', 'salary', 'responsibilities'],
  slots: ['hours', 'per'],
  answer(query, facts) {
    const late = facts.of('late-work');
    const [normal] = facts.of('hours');
    if (normal === undefined) return tell(query, late);
    const { daysPerWeek, hoursPerDay } = normal;
    const week = daysPerWeek * hoursPerDay;
    const formulas = [`${daysPerWeek} days × ${hoursPerDay} hours = ${week} hours a week`];
    const { hours, per } = query.slots;
    if (per === 'month')
      formulas.push(`${week} hours × 52 weeks ÷ 12 months = ${formatSum((week * 52) / 12)} hours a month`);
    if (per === 'year') formulas.push(`${week} hours × 52 weeks = ${formatSum(week * 52)} hours a year`);
    const asked = hours?.value;
    const says = [normal.says, ...late.map((fact) => fact.says)];
    const denial = denyMissing(query);
    if (denial !== undefined) says.unshift(denial);
    else if (asked !== undefined && asked > 12)
      says.unshift(`The documents’ normal week comes to ${week} hours; you name ${asked}.`);
    else if (isAskedFor(query, late) && !isAskedFor(query, [normal])) says.unshift(...says.splice(1));
    return { headline: says[0] ?? '', details: says.slice(1), formulas, facts: [normal, ...late] };
  },
  phrases: `
    backend developer working hours | how many hours a day does a back end dev work | hours per week
    how long are your days | how long is a normal shift | is it a 9 to 5 job | five days or six days a week
    do programmers work on weekends | do you ever work saturdays and sundays | are weekends off
    do developers have to stay late at night | late night work in software companies
    are there night shifts in this job | night shift for us clients from india | do i have to be on call
    how often are you on call as a backend engineer | getting paged at three in the morning
    who has to wake up when production breaks | what happens if there is a production issue on sunday
    overtime in tech | do software engineers get paid overtime | is unpaid overtime normal for coders
    how is the work life balance | does this role have a good work life balance | can you have a life outside coding
    do you have free evenings | time for family and kids | i have two small children will the schedule work for me
    would i still have time for the gym and hobbies | do server side programmers have time to date
    is it normal to work over 40 hours | is 60 hours a week common in startups
    i am working twelve hours daily is this okay | my manager expects me to answer messages at night
    long days as a software developer | crunch before a release | how bad is deadline crunch for web developers
    do you work longer before a launch | what time do you start and finish work | when do you clock out
    when does your workday begin | schedule of a typical engineer | work timings
    office timings in indian it companies | how many hours in tcs or wipro | shift timing for freshers
    do juniors work longer than seniors | do seniors get more flexible schedules | flexible hours for programmers
    can i choose my own hours | can i start at noon | is the job flexible | can backend developers work from home
    is the backend a remote kind of work | is remote work still possible for coders | hybrid or office which is common
    do i have to come into the office every day | can i work from another country
    are part time backend jobs available | part time developer twenty hours a week
    can i do this job part time while studying | four day work week in tech companies
    how many days off do developers get | vacation and leave for software engineers | do you work on public holidays
    do you work through diwali and christmas | can you switch off after work | do you think about code after hours
    how many hours of real coding in an eight hour day | nobody codes for eight hours straight
    how many productive hours do engineers have | do i need to sit at a desk all day | lunch break and rest time
    how much of your week is spent working | is the workload heavy | time commitment of a backend career
    how demanding is the schedule | are the hours long | are the hours reasonable | what are the hours like
    what about the hours | what about weekends | will i have to sacrifice my personal life
    will i ever see my family if i become a developer | my boyfriend is a programmer and he is always working
    my husband works till midnight as an engineer is that usual | working hours in germany for software engineers
    how many hours do developers in japan work | developers in the us versus europe hours
    is work culture in indian startups bad about hours | startup or corporate which has shorter days
    backend or front end who works longer | do devops people get called more than backend devs
    i am leaving nursing because of the shifts is coding better | used to shift work in retail how does it compare
    do i have to work around the clock when urgent requirements come | urgent deployment at midnight
    are deployments done outside office time | do clients in other time zones mean late calls
    early morning meetings with the us team | saying no to weekend work as a developer
    ask hn how many hours do you really work | is it a relaxed job or do you work nonstop
    are developers expected to be available at all times
    can a mother with school age kids work as a back end coder | i was wondering how much spare time you have
    backend shift timing | developer overtime | coding weekends | dev work life balance | 9 to 5 dev
    on call backend | wlb engineer | late nights coding | how long are your working days
    how hard would i have to work | how late do you usually stay | what time do you get home
    when do you finish on fridays | when did you last work on a sunday | how often do you pull an all nighter
    have you ever cancelled plans because of work | do you get your evenings to yourself
    do you get to see daylight | do you have any free time | are you always on | are your nights quiet
    is your phone on during the weekend | do they call you on vacation
    do you get time off when you have been up all night | do bosses expect replies after six
    is slack silent after hours | what is the workweek like for engineers | what does the working week look like
    what is considered a normal amount of hours in it | what determines how long developers work
    why do programmers stay so late | why are software people always in the office at midnight
    is it true that coders sleep under their desks | is it a myth that developers work nonstop
    is it normal to log in on saturday | is it normal to be exhausted by the workload as a junior
    is it normal to do only three hours of actual work | is it normal to have nothing to do some days in dev
    is it okay to leave at five sharp | is nine hours a day standard | does the nine hour shift include lunch
    eight hours or nine which is it | forty hours tops or more | how many hours should i be ready for
    how many hours would i put in as a newcomer | how much of my life will this job eat
    how much sleep do software engineers get | how rigid is the timetable | how busy are backend teams
    how frequent are weekend releases | how frequently do production emergencies happen
    how do engineers cope with being woken by alerts | pager duty rotation what is it like
    what is it like to be on call | what is it like to work nights for an american team
    does the server guy have to be reachable all the time | does someone have to stay until the bug is fixed
    server crashed at 2 am whose problem | outage during christmas dinner | release on friday evening
    deadline tomorrow and we are all still here | startup founder wants us in six days
    boss wants seventy hour weeks | my team brags about working till dawn
    my wife complains i am never home because of releases
    wife is expecting will a programming career leave me time for the baby
    single parent thinking about coding is the schedule doable
    i have evening classes could i combine them with a dev job
    i train for marathons would an engineering position leave room | need a job where i can pick up my kids at three
    i refuse to work past six will i survive in tech | i value my spare time is backend for me
    i am a night owl can i code at night instead | early bird or late starter does it matter to employers
    does anyone here work thirty hours a week as an engineer | anybody with a compressed week in software
    reduced hours for parents in tech companies | could i do this half days | can i set my own timetable
    can i work odd hours from home | is telecommuting the norm | are people back in the office five days
    wfh policy for engineers | is there a time clock | are breaks counted | is extra time compensated with leave
    comp off for working on sunday | are there laws limiting developer overtime
    notice before being asked to stay longer | does being senior mean fewer hours
    do managers stay longer than coders | do consultancies demand more hours than product firms
    game companies or web companies who crunches more | government it job are the days shorter
    are banks strict on timings for programmers | french or american engineers who works less
    does scandinavia really have short days for coders | rotational shifts in support projects
    general shift or uk shift | medical residents work eighty hours do developers too
    left hospitality because of weekend work will tech be different | how do you keep work from taking over
    is burnout from long days common among coders | do people in this job ever rest
    tell me honestly about the hours | hours for this position | expected hours | is it full time | saturdays
    sundays too | nine to six | late nights | how many days a week | night shift or not | forty hours | sixty hours
    evenings free | any overtime | long days | time off | when is home time | weekends included | crazy hours or not
    normal timings | home by six | midnight calls | i have a newborn at home would this job let me see her
    i play in a band on saturdays can a programmer keep that up
    i am a chef doing fourteen hours a day is software any kinder
    i study in the evening could i leave on time as a junior dev
    with a bad back i cannot sit twelve hours how long are shifts
    i look after my mother and need to be home by five | accepted a dev offer and now they mention rotating rosters
    my first month on the server team and i have not left before nine
    we are two weeks from launch and sleeping in the office | my contract says 45 a week plus whatever is needed
    wondering whether i would lose my weekends | wondering whether the days get shorter with seniority
    curious when programmers get to go home | curious if five days is the rule in software
    someone told me coders work nights is that true | someone said nine hours is the norm in it companies
    is it true that developers get called in on sundays | is it true you can never switch the phone off
    people say there is no life outside coding | my friend claims he works four hours and gets paid for eight
    my cousin says she is in the office till eleven | nobody works saturdays in it any more right
    it is just an office schedule right | what is the timetable in this line of work
    how is the day structured from what time until what time | does the good pay mean they own your evenings
    do i have to stay until a production bug is fixed | how often do urgent requirements eat a weekend
    will the work pressure keep me at the desk past dinner | are server people kept longer than ui people
    do full timers get their forty and go | do freshers get put on the graveyard shift
    which jobs in programming finish at five | how much time would a career like this take out of my week
    do you get home for dinner | do you work when everyone else sleeps | how late was it when you left yesterday
    are your weekends your own | when was your last free weekend | do you folks log off at a set hour
    do you ever get a call at night from work | do we get days back after a weekend release
    are we expected to answer messages on holiday | how many hours did you put in last week
    what time does your team arrive | how many hours a month | how many hours a week | how many hours a day
    hours per week | hours per day | weekly hours of a developer | total hours a week | hours in a working week
    days times hours per week | how many days a week | daily hours | monthly hours | how is the wlb
    wlb for developers | how many hours a year | yearly hours | explain the working times | describe the schedule
    tell me when the day ends | list the usual office times | name the hours | compare the hours with a bank job
    give me an idea of the weekly hours | summarise how much time one spends at work
    show me a normal week hour by hour | why nine hours | why not eight hours
    why do releases always happen at night | how come programmers work weekends | since when is nine hours normal
    what if something breaks at night | what if i cannot stay late | what if i have plans and production goes down
    which days are off | which shift do beginners get | whose turn is it when the pager rings
    how often is there overtime | how often would i work on a saturday | how far into the evening do people stay
    how many days on duty | how many hours at most | how many late nights a month | is there a night shift
    is there weekend work | is there any life after work | are there quiet weeks | are there fixed times
    are there jobs in software with four days | does the day end at six | does anyone leave on time
    does it get late often | would i have sundays free | would i be home in the evening
    would they phone me during dinner | should i be ready for long days | should i say no to staying late
    could i leave at four | could i work mornings only | may i start later | may i swap a saturday for a monday
    must i work at weekends | must a back end dev be reachable at night | need to be home at three possible
    is the free time worth the stress | best schedule for a parent who codes | worst hours you ever had
    better hours than nursing | fewer hours than in consulting | days instead of nights | remote instead of office
    office or home | five or six days | fixed or flexible | full time versus part time in this job
    a week without overtime does that exist | only weekdays | only in emergencies or all the time
    are 40 hours enough | is eight hours a day enough for a junior | alone on call all weekend
    do you get weekends at all | do you ever get a quiet week | do you ever finish early | still at work at ten
    still working on a sunday as a server engineer | already at fifty hours and it is thursday
    not home yet again because of a deployment | after six am i free | after a night deployment can i sleep in
    before nine is anyone there | while on leave do they contact you | first one in last one out
    next weekend is gone again because of a launch | it is a nine to five isnt it | weekends are free arent they
    you do not work nights do you | programmers have plenty of spare time dont they
    nine hours sounds long am i wrong | i think backend people work longer than most am i wrong | leave on time
    work week | shift length | family time | urgent calls | hours | time for sports | how stressful is the timetable
    can i have a hobby next to such a job
    can i work remotely | remote work for developers | work from home as a developer | is it a 9 to 5 | is it 9 to 5 for backend people | a 9 to 5 job
    job timings | duty hours | office timing for developers
    working hours of a backend developer | working hours of backend people in india | how many working hours
    what are the working hours in india for programmers | hours of work | paid holidays as a developer
    how much holiday do developers get | do programmers get vacation | office or home for backend work
    must i come to the office as a developer | is the work done from home | do i have to be in the office every day
    maternity leave for women developers | can mothers work fewer hours as developers | do they work saturdays
    is sunday free | will i see my family | does the job leave time for children
    how many hours a day are spent coding | hours of real coding each day
    will my husband be home for dinner as a backend dev | does my nephew have to work nights there | duty timing sir
    is it eight hours or more | what time do they finish | how late do they work | do i have to sit late
    do they log in on sundays | any night work | is there weekend duty | how many days per week is duty
    office hours of programmers | normal day length | do they get evenings off
    when production breaks at night who gets up | is it a nine to six thing | long days or short ones
    how bad are the hours | busy all the time or chilled | hours wise how is it | is it full time only
    work timings in indian companies for coders
    timings | what are the timings | job timings | work timing | 9 to 5 | is it nine to five | nine to five job or not
    from when to when do they work
    days off each year | how many holidays does a developer get | paid leave days in this career
    is this a 9 to 5 | is the job 9 to 5 | sat and sun off | do they work on sat and sun | sat working or off
    vacation of a programmer | how many days of vacation does a coder have | leave days for developers
    how many hours of a day go into writing code | hours of coding per day
    how many hours do you actually code each day
    how long do coders really work these days | how long do they work
  `,
});
