interface Placed {
  id: string;
  parent: { id: string } | null;
}

/** The values of a list with each one's below it, and how deep each stands; the order among neighbours stays. */
export function inTreeOrder<Option extends Placed>(options: readonly Option[]): { option: Option; level: number }[] {
  const known = new Set(options.map(({ id }) => id));
  const below = (parentId: string | null, level: number): { option: Option; level: number }[] =>
    options
      .filter(({ parent }) => (parent && known.has(parent.id) ? parent.id : null) === parentId)
      .flatMap((option) => [{ option, level }, ...below(option.id, level + 1)]);
  return below(null, 0);
}
