interface Placed {
  id: string;
  parent: { id: string } | null;
}

interface Standing<Option> {
  option: Option;
  level: number;
  /** Among its neighbours, from 0. */
  place: number;
  isLast: boolean;
}

/** Where a new value goes: behind all others. */
export const behindAll = (options: readonly { position: number }[]): number =>
  options.reduce((most, { position }) => Math.max(most, position + 1), 0);

/** The values of a list with each one's below it, and how deep each stands; the order among neighbours stays. */
export function inTreeOrder<Option extends Placed>(options: readonly Option[]): Standing<Option>[] {
  const known = new Set(options.map(({ id }) => id));
  const below = (parentId: string | null, level: number): Standing<Option>[] =>
    options
      .filter(({ parent }) => (parent && known.has(parent.id) ? parent.id : null) === parentId)
      .flatMap((option, place, { length }) => [
        { option, level, place, isLast: place === length - 1 },
        ...below(option.id, level + 1),
      ]);
  return below(null, 0);
}
