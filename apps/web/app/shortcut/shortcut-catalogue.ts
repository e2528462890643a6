import { isSingleKey } from './match-shortcut.ts';

export const shortcutPlaces = ['everywhere', 'list', 'ticket'] as const;
export type ShortcutPlace = (typeof shortcutPlaces)[number];

interface NamedShortcut {
  place: ShortcutPlace;
  keys: string;
  /** Its name on screen, by namespace and key. */
  label: `${'shell' | 'list' | 'ticket'}:${string}`;
}

/** Every shortcut made of single keys, which a person may change or turn off. Chords and F-keys stay as they are. */
export const namedShortcuts = {
  sheet: { place: 'everywhere', keys: '?', label: 'shell:keys.sheet' },
  search: { place: 'everywhere', keys: '/', label: 'shell:keys.search' },
  newTicket: { place: 'everywhere', keys: 'c', label: 'shell:action.newTicket' },
  newCustomer: { place: 'everywhere', keys: 'shift+c', label: 'shell:action.newCustomer' },
  'go.workbench': { place: 'everywhere', keys: 'g w', label: 'shell:page.workbench' },
  'go.tickets': { place: 'everywhere', keys: 'g t', label: 'shell:page.tickets' },
  'go.calls': { place: 'everywhere', keys: 'g l', label: 'shell:page.calls' },
  'go.customers': { place: 'everywhere', keys: 'g c', label: 'shell:page.customers' },
  'list.next': { place: 'list', keys: 'j', label: 'list:keys.next' },
  'list.previous': { place: 'list', keys: 'k', label: 'list:keys.previous' },
  'list.select': { place: 'list', keys: 'x', label: 'list:keys.select' },
  'list.selectRange': { place: 'list', keys: 'shift+x', label: 'list:keys.selectRange' },
  'list.open': { place: 'list', keys: 'o', label: 'list:keys.open' },
  'list.preview': { place: 'list', keys: 'Space', label: 'list:keys.preview' },
  'list.menu': { place: 'list', keys: '.', label: 'list:keys.menu' },
  'list.filter': { place: 'list', keys: 'f', label: 'list:keys.filter' },
  /** Followed by the view's number. */
  'list.view': { place: 'list', keys: 'v', label: 'list:keys.viewByNumber' },
  'list.accept': { place: 'list', keys: 'a', label: 'ticket:act.accept' },
  'list.reassign': { place: 'list', keys: 's', label: 'ticket:act.reassign' },
  'ticket.accept': { place: 'ticket', keys: 'a', label: 'ticket:act.accept' },
  'ticket.next': { place: 'ticket', keys: 'j', label: 'ticket:keys.next' },
  'ticket.previous': { place: 'ticket', keys: 'k', label: 'ticket:keys.previous' },
  'ticket.rollBack': { place: 'ticket', keys: 'b', label: 'ticket:act.rollBack' },
  'ticket.reassign': { place: 'ticket', keys: 's', label: 'ticket:act.reassign' },
  'ticket.link': { place: 'ticket', keys: 'l', label: 'ticket:act.link' },
  'ticket.reply': { place: 'ticket', keys: 'r', label: 'ticket:keys.reply' },
  'ticket.note': { place: 'ticket', keys: 'n', label: 'ticket:keys.note' },
  'ticket.firstField': { place: 'ticket', keys: 'e', label: 'ticket:keys.firstField' },
  'ticket.foldLeft': { place: 'ticket', keys: '[', label: 'ticket:keys.foldLeft' },
  'ticket.foldRight': { place: 'ticket', keys: ']', label: 'ticket:keys.foldRight' },
} as const satisfies Record<string, NamedShortcut>;

export type ShortcutName = keyof typeof namedShortcuts;
/** A named shortcut, one with a number after it, or keys that nobody can change. */
export type ShortcutKeys = ShortcutName | `list.view ${number}` | `${'mod+' | 'F' | 'shift+F'}${string}` | 'Escape';

/** Other keys than the usual ones by name, or null for none. */
export type Keyboard = Readonly<Record<string, string | null>>;

const isNamed = (name: string): name is ShortcutName => Object.hasOwn(namedShortcuts, name);

export const shortcutNames = Object.keys(namedShortcuts).filter(isNamed);

/** The keys of a shortcut as this person has them; null where it is turned off. */
export const keysOf = (name: ShortcutName, keyboard: Keyboard): string | null =>
  name in keyboard ? (keyboard[name] ?? null) : namedShortcuts[name].keys;

/** What to press for what a component asks for; null for nothing. */
export function resolveKeys(keys: string, keyboard: Keyboard, areSingleKeysOn: boolean): string | null {
  const [name = '', number] = keys.split(' ');
  const own = isNamed(name) ? keysOf(name, keyboard) : keys;
  const pressed = own !== null && isNamed(name) && number ? `${own} ${number}` : own;
  return pressed !== null && isSingleKey(pressed) && pressed !== 'Escape' && !areSingleKeysOn ? null : pressed;
}

const meet = (one: ShortcutPlace, other: ShortcutPlace) =>
  one === other || one === 'everywhere' || other === 'everywhere';

/** Whether pressing one also presses the other, or its beginning. */
const collide = (one: string, other: string) =>
  one === other || one.startsWith(`${other} `) || other.startsWith(`${one} `);

/** The shortcuts that act where this one does and would be pressed with these keys. */
export function conflictsWith(name: ShortcutName, keys: string | null, keyboard: Keyboard): ShortcutName[] {
  if (keys === null) return [];
  return shortcutNames.filter((other) => {
    const theirs = keysOf(other, keyboard);
    if (other === name || theirs === null) return false;
    return meet(namedShortcuts[name].place, namedShortcuts[other].place) && collide(keys, theirs);
  });
}
