import type { DropPlace } from './place-fields.ts';

/** Where something that is dragged would land: between fields, or between sections. */
export type Landing = ({ kind: 'field' } & DropPlace) | { kind: 'section'; index: number };

const middle = ({ top, height }: DOMRect) => top + height / 2;

/** The number of these elements whose middle lies above a height on screen. */
const above = (elements: readonly Element[], y: number) =>
  elements.filter((element) => middle(element.getBoundingClientRect()) < y).length;

const all = (place: Element, selector: string) => [...place.querySelectorAll(selector)];

/** Between which sections of the outline a height on screen lies. */
export const sectionLanding = (outline: Element, y: number): Landing => ({
  kind: 'section',
  index: above(all(outline, '[data-section]'), y),
});

/** Between which fields of which section of the outline a height on screen lies. */
export function fieldLanding(outline: Element, y: number): Landing | null {
  const sections = all(outline, '[data-section]');
  if (sections.length === 0) return null;
  const passed = sections.filter((section) => section.getBoundingClientRect().top <= y).length;
  const section = Math.max(0, passed - 1);
  return { kind: 'field', section, index: above(all(sections[section] ?? outline, '[data-field]'), y) };
}
