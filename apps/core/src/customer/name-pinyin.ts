import { pinyin } from 'pinyin-pro';

/** How a name is sorted and found by Latin keys: syllables, then initials ("wang jian guo wjg"). */
export function namePinyin(name: string): string {
  const syllables = pinyin(name, { toneType: 'none', type: 'array', nonZh: 'consecutive', surname: 'head' });
  const words = syllables.map((syllable) => syllable.trim().toLowerCase()).filter(Boolean);
  const initials = words.map((word) => word[0]).join('');
  return `${words.join(' ')} ${initials}`.slice(0, 300);
}
