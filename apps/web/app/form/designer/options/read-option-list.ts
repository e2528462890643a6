import type { TreeOption } from '@handoff/core/form/field-definition';

const LONGEST_VALUE = 60;

/** The cells of a line of CSV: commas or tabs between them, quotes around what holds one. */
function cellsOf(line: string): string[] {
  const cells = line.match(/("([^"]|"")*"|[^,,\t]*)([,,\t]|$)/g) ?? [];
  return cells
    .slice(0, -1)
    .concat(line.endsWith(',') ? [] : cells.slice(-1))
    .map((cell) => cell.replace(/[,,\t]$/, '').trim())
    .map((cell) => (cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"').trim() : cell))
    .filter((cell) => cell !== '');
}

/** Each line as the names from the root down to it. */
function pathsOf(text: string): string[][] {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const isIndented = lines.some((line) => /^\s/.test(line));
  if (!isIndented) return lines.map(cellsOf);
  const open: { indent: number; name: string }[] = [];
  return lines.map((line) => {
    const indent = line.length - line.trimStart().length;
    while (open.length > 0 && (open.at(-1)?.indent ?? 0) >= indent) open.pop();
    open.push({ indent, name: line.trim() });
    return open.map(({ name }) => name);
  });
}

/** A name in both languages, parted by a bar: `Fridge | 冰箱`. */
function labelOf(name: string): TreeOption['label'] {
  const [en = name, zh = en] = name.split(/\s*\|\s*/);
  return { en, zh };
}

const stemOf = (name: string) =>
  (name.split('|')[0] ?? '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, LONGEST_VALUE - 6);

/**
 * Options from a pasted list: one a line, deeper ones indented by spaces or tabs; or CSV, a path from the root a line.
 * Values come from the names, and none is one of `taken`.
 */
export function readOptionList(text: string, taken: readonly string[] = []): TreeOption[] {
  const values = new Set(taken);
  const valueFor = (name: string) => {
    const stem = stemOf(name) || 'option';
    let value = stem;
    for (let number = 2; values.has(value); number += 1) value = `${stem}_${number}`;
    values.add(value);
    return value;
  };
  const roots: TreeOption[] = [];
  for (const path of pathsOf(text)) {
    let level = roots;
    for (const [depth, name] of path.entries()) {
      const label = labelOf(name);
      let option = level.find((one) => one.label.en === label.en && one.label.zh === label.zh);
      if (!option) level.push((option = { value: valueFor(name), label }));
      if (depth < path.length - 1) level = option.children ??= [];
    }
  }
  return roots;
}
