/** Somebody who is mentioned in a text by `@` and their name. */
export interface Mention {
  id: string;
  name: string;
}

const begun = /(?:^|[\s，。、：（(])@([\p{L}\p{N}._-]{0,30})$/u;

/** What of a name has been typed after an `@` right before the caret; null if none is being typed. */
export function mentionBegun(text: string, caret: number): string | null {
  return begun.exec(text.slice(0, caret))?.[1] ?? null;
}

/** The text with the name in place of what was typed of it, and where the caret is then. */
export function insertMention(text: string, caret: number, name: string): { text: string; caret: number } {
  const typed = mentionBegun(text, caret) ?? '';
  const before = text.slice(0, caret - typed.length);
  const inserted = `${before}${name} `;
  return { text: `${inserted}${text.slice(caret).replace(/^ /, '')}`, caret: inserted.length };
}

/** Those mentions that still stand in the text. */
export const mentionsIn = (text: string, mentions: readonly Mention[]): Mention[] =>
  mentions.filter(
    ({ id, name }, place) => text.includes(`@${name}`) && mentions.findIndex((other) => other.id === id) === place,
  );

/** A text in pieces, of which some are mentions. */
export function splitMentions(text: string, names: readonly string[]): { text: string; isMention: boolean }[] {
  const marks = names.map((name) => `@${name}`).sort((one, other) => other.length - one.length);
  let pieces = [{ text, isMention: false }];
  for (const mark of marks) {
    pieces = pieces.flatMap((piece) => {
      if (piece.isMention) return [piece];
      const parts = piece.text.split(mark);
      return parts.flatMap((part, place) => [
        ...(place > 0 ? [{ text: mark, isMention: true }] : []),
        ...(part === '' ? [] : [{ text: part, isMention: false }]),
      ]);
    });
  }
  return pieces;
}
