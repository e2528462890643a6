import type { RecordColumn } from '../record-column.ts';

/**
 * The columns to show, in the order that the person chose; a column whose title is the row's link always stands there.
 * A name that the list no longer has is left out. Who chose nothing sees those that are not optional.
 */
export function chooseColumns<Row>(columns: readonly RecordColumn<Row>[], chosen: readonly string[] | null) {
  if (chosen === null) return columns.filter((column) => !column.isOptional);
  const found = chosen.flatMap((id) => columns.find((column) => column.id === id) ?? []);
  const missing = columns.filter((column) => column.onPhone === 'title' && !found.includes(column));
  return [...missing, ...found];
}

/** An order after moving one of its members by a place; at an end it stays. */
export function moveInOrder(shown: readonly string[], id: string, by: 1 | -1): readonly string[] {
  const from = shown.indexOf(id);
  const to = from + by;
  if (from < 0 || to < 0 || to >= shown.length) return shown;
  return shown.toSpliced(from, 1).toSpliced(to, 0, id);
}
