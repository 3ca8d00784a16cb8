// A step of understanding: tells a text in another language than English, so that nobody is left to guess why it is declined.
import { isFiller } from './text/stop-words.js';

/** The kind of such a text, beside the kinds of `data/outside`. */
export const OTHER_LANGUAGE = 'other-language';

/** Small words of the languages asked in most, without accents. None is an English word. */
const WORDS = new Set(
  `que cual cuales cuanto cuantos cuanta cuantas gana ganan donde quiero puedo necesito tengo hacer trabajo
  trabajar sueldo salario desarrollador programador para una uno del quien estudiar carrera empezar ser
  ganar universitario titulo semana desde puede pueden debo pena habilidades necesarias empleo horario cambiar
  mejor mucho la se
  quanto quanta quantas ganha onde posso preciso quero fazer trabalhar trabalho desenvolvedor uma como sou voce
  nao quais sao necessarias faco tornar emprego mais curso
  quel quelle quels quelles combien gagne pourquoi je dois peux veux faut faire travail travailler metier
  salaire developpeur devenir une dans avec besoin les heures diplome quoi bien paye sont cest 
  avantages pas suis le
  wie wieviel viel viele verdient verdiene ich muss kann brauche welche welcher welches ein eine einen einem und
  oder nicht warum werden arbeiten arbeitet gehalt entwickler ist studium lernen beruf der das stunden ohne auf
  mit sind sich sollte hallo kein keine mehr abschluss ausbildung lohnt unterschied zwischen hoch
  guadagna guadagnano sviluppatore programmatore stipendio devo bisogno lavoro lavorare diventare sono che della
  laurea quali quante perche competenze servono avere gli lavoratore sviluppo
  hoeveel een moet kan nodig heb wat zijn welke salaris ontwikkelaar worden werken uren waarom niet voor
  opleiding goed veel ook
  kya kitna kitni kitne hai hain hota hoti hote ka ki kaise kaisa kaun kaunsi kahan mujhe mera chahiye
  zaroori karna sakta sakte milta milti banne bane banu aur nahi liye kab iske kaam padhai
  es esto hablas espanol cuesta gusta aprender parlez vous francais etes bonjour salut sprichst deutsch guten
  vad hvad tjanar tjener jag jeg hur hvordan blir utvecklare udvikler utvikler programmerare lonen jobba
  mita kuinka paljonko palkka onko ohjelmoija
  magkano sweldo paano maging ako ano ang trabaho kailangan
  luong hoc muon trinh bao nhieu lam nao
  mshahara kazi vipi kiasi gani
  kadar kazanir kazaniyor nasil icin gelistirici maas gerekli hangi olmak mi
  ile zarabia zarabiaja jak zostac czy jest potrzebuje jakie praca pracy gdzie programista programisty trzeba
  potrzebne zarobki umiejetnosci nie
  berapa gaji apakah saya bagaimana cara menjadi perlu yang untuk bisa dan adalah kerja harus itu ini dengan apa`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** English fillers that tell nothing: they are words of another language too, or stand in “back-end”. */
const SHARED = new Set(['was', 'per', 'come', 'back']);
const LEAST = 2;
/** Shorter words can all be slips of English ones; of the words found one has to be this long. */
const LONG = 4;
const LEAST_SHARE = 0.25;
/** In a text as short as this one word is enough, if it is too long to be a slip of an English one, or most of them. */
const FEW = 3;
const isTelling = (word: string): boolean => word.length >= 2 * LONG - 1;

/** Whether a text is in another script, or has small words of another language and none of English. */
export function isOtherLanguage(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  if (letters.filter((letter) => !/\p{Script=Latin}/u.test(letter)).length > letters.length / 2) return true;
  const words =
    text
      .toLowerCase()
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .match(/\p{L}+/gu) ?? [];
  if (words.some((word) => word.length > 2 && isFiller(word) && !SHARED.has(word))) return false;
  const strange = [...new Set(words.filter((word) => WORDS.has(word)))];
  const isMuch = strange.length >= LEAST && strange.length >= words.length * LEAST_SHARE;
  const isAlone =
    words.length <= FEW && (strange.some(isTelling) || (strange.length >= LEAST && strange.length * 2 > words.length));
  return isAlone || (isMuch && strange.some((word) => word.length >= LONG));
}
