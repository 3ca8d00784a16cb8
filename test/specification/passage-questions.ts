// What passages are judged by: questions that a sentence of test/handbook holds, and near misses that none does.

/** A question and words of the passage that has to be found for it; one a line, `→` between. */
const FOUND = `
  how many days of paid holiday do I get? → 27 days of paid holiday
  can I carry over my holiday to the next year → can be carried over
  how much holiday can be carried over until march → no more than five days
  which calendar do I enter my holiday dates in → calendar called Away
  who approves my holiday request → approves the request
  do I need a doctor's note when I am ill → doctor's note
  what if I was ill during my holiday → ill during a holiday
  how long is parental leave? → sixteen weeks
  is parental leave on full pay → sixteen weeks on full pay
  can parental leave be taken in two blocks → two blocks
  do we get leave for moving house → moving house
  days off after a death in the family → death in the family
  may I take an unpaid sabbatical? → unpaid sabbatical
  when can I apply for a sabbatical → unpaid sabbatical
  do part-time staff get holiday too → Part-time staff
  how do I tell my team lead that I have a sickness in the morning → first day of sickness
  holliday carried over?? → can be carried over
  who runs the mentoring programme? → Priya Raman
  when do mentor and mentee meet → every second Thursday
  who brings the coffee to the mentor meeting → brings the coffee
  who writes the agenda, the mentee or the mentor? → brings the agenda
  can I volunteer as a mentor → can volunteer
  how much training do mentors get → day of training
  how many mentees can one mentor have at a time → at most two mentees
  can I end the pairing with my mentor → may end the pairing
  is there a book budget for former mentees → book budget
  how big is the book budget → 150 pounds
  can pair programming be arranged → Pair programming
  where does the reading circle meet? → reading circle
  should I bring my certificates to the interview day → your certificates
  do I have to bring an identity card → photo identity card
  is there a whiteboard exercise at the interview → whiteboard exercise
  is the lunch with the team assessed → not assessed
  is there an algorithm puzzle or homework → no homework
  can I look up syntax on my phone → syntax on your phone
  do you refund train tickets? → refund train tickets
  will my hotel be refunded → in a hotel
  where do I send my travel receipts → Send the receipts
  may candidates who were turned down apply again → apply again
  is feedback given by telephone → Feedback is given by telephone
  can I get a sign language interpreter → interpreter
  is there a quiet room I could reserve → quiet room
  may I choose a thinkpad with linux → ThinkPad
  how often are laptops replaced? → replaced every three years
  can I buy my old laptop → The old one can be bought
  where do I order headphones → Keyboards, monitors and headphones
  do I get a second monitor for home → second monitor
  my laptop was stolen, where do I report it → Report a lost or stolen laptop
  what is the extension of the service desk? → extension 4411
  does the hard disk have to be encrypted → hard disk
  is sharing passwords by chat ok → sharing passwords
  can I plug in private usb sticks → USB sticks
  where are the standing desks → third floor
  are dogs welcome on wednesdays → Dogs are welcome
  where do I hand in my badge and laptop on my last day → hand in the laptop
  how do I book a desk in perch → Perch
  whats the pasword manager rule → password manager
  what happens with holiday days not taken by december → carried over
  how far ahead should I apply for a sabbatical → half a year ahead
  how long before must I enter dates in the away calendar → two weeks before
  how quickly is a holiday request approved by my team lead → three working days
  do I lose holiday days if I get sick → if you have a note
  whom do I write to for another mentor → another mentor within a fortnight
  does my manager hear what I said to my mentor → reaches a manager
  what time does the interview day begin → half past nine
  when do I hear the result of the interview → five working days
  which entrances are step free → step-free entrances
  what price do I pay for the old laptop → a tenth of its price
  how do I book a desk for tomorrow → book one in the app
  which floor can dogs come to → second floor
  is the data on my laptop wiped when I leave → wiped within a week
  can orders be made without approval → need no approval
  do i need aproval for orders below 200 pounds → need no approval
`;

/** Texts that share words with the documents and that no sentence of them answers. */
const MISSED = `
  how many public holidays are there in Kerala
  which holiday destinations are cheap in march
  can I carry my laptop on a plane
  how do I cancel a booked flight
  is christmas eve a working day
  who is the doctor of this company
  can I see a doctor during work
  what does a parental controls app cost
  do grandparents get leave
  is paternity leave taxed
  how do I get a mortgage for a new house
  my family is moving to spain
  what is a good sabbatical destination
  can I work from abroad for a month
  how do I write a doctor in a script
  who invented mentoring
  is coffee free in the office
  where is the coffee machine
  how do I become a manager
  what is on the agenda of the board
  who pays for the christmas party
  is there a budget for conferences
  which book should I read on rust
  what is pair programming good for in theory
  where is the library card office
  how do I renew my identity card at the embassy
  is there parking at mill street
  what should I wear to an interview
  how do I solve the knapsack puzzle
  which algorithm sorts fastest
  can I bring my dog to the interview
  how do I fold a napkin for lunch
  what does a train driver earn
  are train tickets cheaper on sundays
  is the hotel bar open
  how do I write a syntax tree in go
  my phone battery is empty
  which phone has the best camera
  sign language course for beginners
  how do I install linux on a chromebook
  why is my macbook so slow
  how much is a thinkpad on ebay
  my monitor flickers
  how do I encrypt a string in java
  what is a good password for my bank
  the usb port is broken
  how to train my dog
  where can I buy a standing lamp
  the floor is wet on the second stairs
  who cleans the desks
  is there a gym in the building
  can I hand in my thesis late
  how do I wipe a table in postgres
  what is a service mesh
  the help desk ticket is still open
  do we have a pension plan
  is overtime paid
  how many people work here
  when is payday
  what is the wifi code
`;

const listLines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

export const HELD: readonly { readonly question: string; readonly words: string }[] = listLines(FOUND).map((line) => {
  const [question = '', words = ''] = line.split(' → ');
  return { question, words };
});

export const NOT_HELD: readonly string[] = listLines(MISSED);
