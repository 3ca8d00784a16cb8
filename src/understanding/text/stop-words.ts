// A step of finding passages: the English words that a question is built with and that tell nothing of its subject.

const FILLERS = new Set(
  `a an the of to in on at for from by with about into onto over under after before during between through until since
  while and or but if then than so as is are was were be been being am do does did done doing have has had having can
  could will would shall should may might must need needs i me my mine myself you your yours yourself he him his she her
  it its we us our ours they them their this that these those there here what whatever which who whom whose when where
  why how much many more most less least few any some no not yes ok okay get gets getting got go goes going went come
  comes coming know known tell told say says said mean means explain describe please want wants like let just also
  really very too quite anyone anybody someone somebody everybody everyone something anything everything nothing thing
  things stuff way ways people person one ones other others another each every all both own same such only even ever
  never now today give gives given take takes taken make makes use uses used help find finds happen happens long often
  soon early late kind kinds sort sorts type else etc maybe perhaps actually exactly usually normally generally always
  allowed able possible question answer ask asked asking hi hello hey thanks thank wondering wonder idea information
  info detail details hear heard see seen look looking think thought sure guess lot lots bit per up out off down again
  back new good best right part around without within against because next last big large small high low old whole`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** Whether a word, in lower case, only holds a question together. */
export const isFiller = (word: string): boolean => word.length < 2 || FILLERS.has(word);
