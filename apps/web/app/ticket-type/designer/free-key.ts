/** A key that none of these parts has yet: `field_3`. */
export function freeKey(stem: string, parts: readonly { key?: string; id?: string }[]): string {
  const taken = new Set(parts.map(({ key, id }) => key ?? id));
  for (let number = parts.length + 1; ; number += 1) {
    const key = `${stem}_${number}`;
    if (!taken.has(key)) return key;
  }
}
