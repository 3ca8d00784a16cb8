// Before a text is stored, what names people, places and addresses becomes neutral words; everything else stays as written.
import { describe, expect, it } from 'vitest';
import { neutralWords } from '../../src/store/neutral-words.js';

describe('neutral words replace', () => {
  it.each<[what: string, text: string, neutral: string]>([
    ['a mention', '<@U0ANA9999> says there is an age limit', 'a colleague says there is an age limit'],
    ['a mention with a name', 'ask <@U0TEAM|ana> or <@W012A3CDE>', 'ask a colleague or a colleague'],
    ['a mention without mark-up', 'U0ANA9999 and @ben.k asked', 'a colleague and a colleague asked'],
    ['a mention that was cut off', 'does it need <@U0AN', 'does it need a colleague'],
    ['a channel', 'see <#C024BE7LR|general>, <#C024BE7LR> or #help-desk', 'see a channel, a channel or a channel'],
    ['a direct message, by its ID', 'as in D024BE7LR', 'as in a channel'],
    ['a group', '<!subteam^S012AB34C|@devs> and <!subteam^S012AB34C>', 'a group and a group'],
    ['everyone', '<!here> <!channel> @everyone', 'everyone everyone everyone'],
    ['a workspace, by its ID', 'in T0123ABCD or E0123ABCD', 'in a workspace or an organisation'],
    [
      'an email address',
      'mail <mailto:ana@example.com|Ana> or ben+x@mail.example.co.uk.',
      'mail an email address or an email address.',
    ],
    ['a link, not its label', '<https://wiki.test/pay?x=1|the pay page>', 'the pay page'],
    ['a link without a label', 'see <https://wiki.test/pay> (https://wiki.test/a?b).', 'see a link (a link).'],
    ['a link whose label is an address', '<https://wiki.example.com/a|wiki.example.com/a>', 'a link'],
    ['a host', 'on wiki.corp.example.com, example.com/jobs or 10.0.0.12:8080', 'on a link, a link or a link'],
    [
      'a phone number with a country',
      '+49 170 1234567, 0049 170 1234567, +919876543210',
      'a phone number, a phone number, a phone number',
    ],
    [
      'a phone number with an area',
      '(555) 123-4567 or 555-123-4567 or 0170 1234567',
      'a phone number or a phone number or a phone number',
    ],
    ['a phone number in one', '9876543210', 'a phone number'],
    ['a phone number in halves', '98765 43210', 'a phone number'],
    ['a phone number in pairs', '06 12 34 56 78', 'a phone number'],
    [
      'a short phone number after its word',
      'call 555-1234, mobile: 2345678',
      'call a phone number, mobile: a phone number',
    ],
    ['a phone number next to a year', 'in 2015 9876543210', 'in 2015 a phone number'],
    ['a link to a phone', '<tel:+4917012345|call>', 'a phone number'],
  ])('%s', (_, text, neutral) => {
    expect(neutralWords(text)).toBe(neutral);
    expect(neutralWords(neutral)).toBe(neutral);
  });
});

describe('stays as written:', () => {
  it.each([
    ['salaries', 'Is 120000, $120,000 or 1250450 a good salary? And 10 000 000 or 1.500.000?'],
    ['salaries in rupees', '₹12,00,000 or 12,50,000, 5 LPA, 12500450 rupees a year'],
    ['ranges of pay', '100000-150000, 80451-135586, between 80 451 - 135 586, 50000 60000'],
    ['years', 'from 2019 to 2023, 2019-2023, 2015 2016 2017'],
    ['dates', '02/02/2023, 2023-02-02, 2023-02-02 10:30, 20230202'],
    ['hours', '40 hours, 9-5, 10:00-18:30, 24/7, 40 45 50 55 60 hours'],
    ['lists of amounts', '1200 1500 1800'],
    ['large numbers', '1000000000 requests, 99.999999%, 0.12345678'],
    [
      'names of technologies',
      'Node.js, ASP.NET, socket.io, C#, @slack/bolt, @Bean(), main.py, Node.js/Express, TCP/IP',
    ],
    ['versions and codes', 'Java 17, 3.11.4, ES2015, EC2, ISO27001'],
    ['words in capitals', 'THE DEVELOPER EXPERIENCE OF A CERTIFIED BACKEND TECHNOLOGIST'],
    ['abbreviations', 'e.g. Docker, i.e. this, B.Tech. or M.Sc., #1 reason'],
  ])('%s', (_, text) => {
    expect(neutralWords(text)).toBe(text);
  });
});
