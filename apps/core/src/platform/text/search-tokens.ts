const han = /\p{Script=Han}/u;
const piece = /\p{Script=Han}+|[\p{L}\p{N}]+/gu;

// The server ignores words under three letters and its own stop words, so each token is spelt in hex behind a letter.
const encode = (token: string): string => `t${Buffer.from(token, 'utf8').toString('hex')}`;

const bigrams = (text: string): string[] => {
  const characters = [...text];
  if (characters.length === 1) return characters;
  return characters.slice(0, -1).map((character, index) => character + (characters[index + 1] ?? ''));
};

const tokensOf = (text: string): string[] =>
  (text.toLowerCase().normalize('NFKC').match(piece) ?? []).flatMap((part) =>
    han.test(part) ? [...bigrams(part), ...part] : [part.slice(0, 40)],
  );

/** Spells a text for the FULLTEXT column: words as they are, Chinese as characters and bigrams. */
export const searchTokens = (texts: (string | null | undefined)[]): string =>
  [...new Set(texts.flatMap((text) => tokensOf(text ?? '')))].map(encode).join(' ');

/** Spells what a person looks for: every word must be there, the last one may be a beginning. */
export function searchExpression(text: string): string | null {
  const parts = (text.toLowerCase().normalize('NFKC').match(piece) ?? []).slice(0, 8);
  if (parts.length === 0) return null;
  return parts
    .flatMap((part, index) => {
      if (han.test(part)) return bigrams(part).map((token) => `+${encode(token)}`);
      return [`+${encode(part.slice(0, 40))}${index === parts.length - 1 ? '*' : ''}`];
    })
    .join(' ');
}
