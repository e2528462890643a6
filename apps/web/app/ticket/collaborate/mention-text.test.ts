import { expect, it } from 'vitest';
import { insertMention, mentionBegun, mentionsIn, splitMentions } from './mention-text.ts';

it.each([
  ['@', 1, ''],
  ['Hello @li', 9, 'li'],
  ['您好，@李', 5, '李'],
  ['mail@example', 12, null],
  ['@li na', 6, null],
  ['@li na', 3, 'li'],
])('finds what is being typed of a name in %j at %i', (text, caret, typed) => {
  expect(mentionBegun(text, caret)).toBe(typed);
});

it('puts the name in place of what was typed of it', () => {
  expect(insertMention('Ask @li about it', 7, '李娜 Li Na')).toEqual({ text: 'Ask @李娜 Li Na about it', caret: 14 });
});

it('knows which mentions still stand in the text, once each', () => {
  const [one, other] = [
    { id: '1', name: 'Li Na' },
    { id: '2', name: 'Chen Yu' },
  ];
  expect(mentionsIn('@Li Na and @Li Na', [one, other, one])).toEqual([one]);
});

it('marks the longest name', () => {
  expect(splitMentions('Hi @Li Na, hi @Li', ['Li', 'Li Na'])).toEqual([
    { text: 'Hi ', isMention: false },
    { text: '@Li Na', isMention: true },
    { text: ', hi ', isMention: false },
    { text: '@Li', isMention: true },
  ]);
});
