// Reads the keys that encrypt tokens from one variable without ever printing one.

/** A key, and the name that is stored with everything it has encrypted. */
export interface TokenKey {
  readonly name: string;
  readonly key: Buffer;
}

const KEY_BYTES = 32;
const NAME = /^[\w.-]{1,32}$/;
const BASE64 = /^[\w+/-]{43}=?$/;

/** How to make a key; the name is up to the operator. */
export const HOW_TO_MAKE_A_KEY = `node -p "'2026-11:' + require('crypto').randomBytes(${KEY_BYTES}).toString('base64')"`;

/** Reads `name:key` with commas between; what is wrong goes to `problems`. The first key encrypts, all decrypt. */
export function parseTokenKeys(text: string, problems: string[]): readonly TokenKey[] {
  const keys: TokenKey[] = [];
  for (const item of text.split(/[\s,]+/).filter((part) => part !== '')) {
    const [name = '', key = '', ...more] = item.split(':');
    // A value without a colon is a key whose name was forgotten, so it must not be printed.
    if (!NAME.test(name) || key === '' || more.length > 0) {
      problems.push(`TOKEN_KEYS must be name:key, with commas between keys. Make one with: ${HOW_TO_MAKE_A_KEY}`);
    } else if (!BASE64.test(key)) {
      problems.push(
        `TOKEN_KEYS: the key ${name} must be ${KEY_BYTES} bytes in base64. Make one with: ${HOW_TO_MAKE_A_KEY}`,
      );
    } else if (keys.some((known) => known.name === name)) {
      problems.push(`TOKEN_KEYS has two keys named ${name}. Give each its own name`);
    } else {
      keys.push({ name, key: Buffer.from(key, 'base64') });
    }
  }
  return keys;
}
