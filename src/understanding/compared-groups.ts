// The tokens of a question in, the groups of people that it sets against each other out: “a fresher abroad or a senior in India”.
import type { Level, PlaceId, Slots } from './slots.js';
import type { Token } from './text/synonyms.js';

/** People of one level in one place. */
export interface ComparedGroup {
  readonly level: Level;
  readonly place: PlaceId;
}

/** The groups, if there are several and each names both its level and its place; else none. */
export function findComparedGroups(tokens: readonly Token[], { places }: Slots): readonly ComparedGroup[] {
  const groups: Partial<ComparedGroup>[] = [];
  const name = (part: Partial<ComparedGroup>): void => {
    const current = groups.at(-1);
    const isNext = current === undefined || Object.keys(part).some((key) => key in current);
    groups.splice(isNext ? groups.length : groups.length - 1, 1, { ...(isNext ? {} : current), ...part });
  };
  for (const { concept, words } of tokens) {
    if (concept === 'fresher' || concept === 'experienced') name({ level: concept });
    const place = concept === 'place' ? places.find((one) => one.name === words.join(' ')) : undefined;
    if (place) name({ place: place.id });
  }
  const whole = groups.flatMap(({ level, place }) => (level && place ? [{ level, place }] : []));
  return whole.length > 1 && whole.length === groups.length ? whole : [];
}
