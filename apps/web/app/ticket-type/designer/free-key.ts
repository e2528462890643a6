/** A key that none of these parts has yet: `field_3`. */
export function freeKey(stem: string, parts: readonly { key?: string; id?: string }[]): string {
  const taken = new Set(parts.map(({ key, id }) => key ?? id));
  for (let number = parts.length + 1; ; number += 1) {
    const key = `${stem}_${number}`;
    if (!taken.has(key)) return key;
  }
}

const LONGEST_STEM = 50;

/** The key itself where nobody has it yet, else one like it: `deposit` becomes `deposit_4`. */
export function keepOrFreeKey(key: string, parts: readonly { key?: string; id?: string }[]): string {
  if (!parts.some((part) => (part.key ?? part.id) === key)) return key;
  return freeKey(key.replace(/(_\d+)+$/, '').slice(0, LONGEST_STEM), parts);
}
