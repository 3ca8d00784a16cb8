// The topic help: questions about the bot itself, and help asked for with a greeting; it answers from the list of topics.
import { defineHelp } from '../src/answering/intent.js';
import { isAskedFor, joinSays } from './shared/replies.js';

const GREETING = ['hi', 'hello', 'hey', 'hiya', 'greetings', 'morning', 'afternoon', 'evening'];
/** By these, questions about the bot ask what it does with what people write: some by themselves, some beside whose it is. */
const PRIVACY = ['private', 'privacy', 'save', 'store', 'record', 'log', 'collect'];
const SEEING = ['see', 'read', 'remember', 'keep', 'share'];
const OURS = ['my', 'our', 'type', 'write', 'said', 'who', 'data'];
const KEPT = 'What is kept of it, and how to delete it, stands in my Home: open the app in Slack.';
/** What can be done with an answer, or with what is stored: known by its verbs, and where they say too little by what is beside. */
const DOING = [
  {
    verbs: ['delete', 'erase', 'remove', 'forget'],
    says: 'Write “forget me” to me in a direct message: I delete what is stored about you, and say what it was.',
  },
  {
    verbs: ['vote', 'rate', 'feedback'],
    says: 'Below an answer there are two buttons, Helpful and Not helpful. After Not helpful you can say why.',
  },
  {
    verbs: ['share', 'show', 'post'],
    beside: ['this', 'answer', 'channel', 'team'],
    says: 'Ask by my command: below the answer, which only you see, there is a button that shares it with all.',
  },
];

/** Says what the bot is and what can be asked. */
export const help = defineHelp({
  id: 'help',
  phrases: `
    who are you | what are you | are you a robot | are you human | am i talking to a real person | is this a bot
    is there a person behind this | what can you do | what can i ask you | what questions can you answer
    what do you know | what topics do you cover | list of topics | list the things i can ask | show me the options
    show menu | help please | help me | i need help | can you help me | could you give me a hand
    may i ask you something | can i ask a few questions | how do you work | how does this work
    how does this bot work | how do i use you | how do i use this app | instructions please | bot usage
    supported commands | list of commands | what commands are available | what should i type
    give me some example questions | sample questions | where do your answers come from
    where do you get your information | what are your sources | sources | source please | which documents do you use
    is your information up to date | can i trust your answers | how accurate are you | how do you know all this
    who made you | who built this bot | who is your developer | who programmed you
    which language are you written in | are you built with python | are you chatgpt | are you an ai
    do you use machine learning | do you use gpt | what model are you | what is your name | do you have a name
    what should i call you | introduce yourself | tell me about yourself | why do you exist | what are you here for
    why were you added to this channel | what is this | what is this channel for | are you there | anybody there
    is anyone here | are you online | are you awake | are you working | is this thing on | testing is the bot alive
    do you understand me | do you understand english | do you speak german | can you speak hindi
    can you answer questions about backend careers | what can you tell me about | what are you able to explain
    can you only talk about back end development | do you know anything besides developer careers
    can you answer anything or just career stuff | what are your limits | what can you not do
    what are your features | what is your expertise | can you write code for me | can you chat with me
    are you smart | are you real | where do you live | do you have feelings | do you remember what i said
    do you save my messages | are our conversations private | can i talk to a human instead
    how can i contact a real person | i do not know what to ask | not sure how this bot works
    how are you supposed to help me | so what is it you do exactly | i was told you can answer my questions
    i am new here how do i begin using the bot | explain what you can do | what kind of bot are you
    what kind of assistance do you provide | what now | what next bot | who is this | hello who am i speaking with
    help menu | bot help | more info | user guide | any tips | your name | about you | got a minute | quick question
    would you mind answering something | i would like to ask something | there is something i want to know
    i want to talk to you | let us chat | are you available now | you there bot | can you hear me
    did you get my message | say something | how should i phrase my questions | how do i talk to you
    how do i get started with this assistant | what happens if i message you | what sort of things may people ask
    give me ideas for things to ask | what else can you tell me | what else do you know | suggest a topic
    what subjects are you familiar with | which area do you specialise in | is there anything you do not know
    why did you not answer me | why do you keep repeating that | you did not understand my question
    that is not what i asked | i am confused about how to use this | i am stuck using this thing | assist me
    i could use some assistance | what services do you offer | what is your job here
    what is your role in this workspace | what are you meant to do | what are you useful for
    how can you be of use to me | is a person typing these replies | are you a program or a man
    are you an automated assistant | machine or human | do you think for yourself | do you get smarter over time
    who wrote your answers | who is responsible for you | who runs this assistant | which company owns you
    where did you learn this | on what data were you trained | how reliable is the stuff you say
    do you ever make mistakes | when were you last updated | are you like siri or alexa
    are you a large language model | what is your source code | is there a manual for this | do you have a help page
    is this service free to use | do other people see what i type | can i send you a direct message
    what languages can you reply in | can you tell jokes | do you sleep | are you a boy or a girl
    please explain yourself | when were the documents last updated | how old is this information
    how recent are your sources | when was the article written | what is the date of the document
    is this up to date | which documents do you use | do you have a source for that | hi | hello | hey | hey there
    hi there | hello there | good morning | good afternoon | good evening | thanks | thank you
    what is the date of the job description document | last update of the article | how old is the job description
    what are you for | what is the purpose of this bot | who built you | what kind of questions are you good with | may i ask something | got a question for you | are you free right now | do you remember our chats | how do you function | your purpose
    what do you store about me | what is stored about me | what data do you keep about people | who can see what i ask
    are my questions stored | is what i ask saved anywhere | how long do you keep my questions
    can others see my questions | do you share what i write with anyone | what do you collect about me
    have you got a second | do you have time for me
    how do i vote | where do i vote on an answer | can i rate what you said | vote | voting | give feedback on an answer
    how do i tell you that the answer was wrong | how do i share an answer | share this with my team
    can i show this answer to the channel | how can others see this answer | post this for everybody to see
    privacy | privacy policy | data privacy | is this private | delete my data | erase what you know about me
    remove my data | how do i delete what you have on me | can you forget what i asked | delete my history
    forget everything i said
  `,
  answer(query, facts, { topics, sources }) {
    const dates = facts.of('source');
    const list = `My sources: ${sources.join(' · ')}`;
    if (isAskedFor(query, dates)) return { headline: joinSays(dates), details: [list], facts: dates };
    const words = query.text.split(/\s+/).length;
    const doing = DOING.find(({ verbs, beside }) => query.has(...verbs) && (!beside || query.has(...beside)));
    if (doing) return { headline: doing.says, details: [], facts: [] };
    if (query.has(...PRIVACY) || (query.has(...SEEING) && query.has(...OURS)))
      return {
        headline: 'I read only what is meant for me: commands, direct messages, mentions, and messages picked for me.',
        details: [KEPT],
        facts: [],
      };
    const lead = words <= 4 && query.has(...GREETING) ? 'Hello! ' : '';
    return {
      headline: `${lead}I’m a bot, not a person: I answer questions about a career as a back-end developer, from documents only, and quote them.`,
      details: [...topics.map(({ title, example }) => `${title}: “${example}”`), list],
      facts: [],
    };
  },
});
