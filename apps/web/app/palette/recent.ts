import type { PaletteResult } from './palette.tsx';

const key = 'handoff-recent';
const most = 6;

function isResult(value: unknown): value is PaletteResult {
  return typeof value === 'object' && value !== null && 'id' in value && 'to' in value && 'title' in value;
}

/** What was opened from the palette in this tab, newest first; only titles that the person could see. */
export function readRecent(): PaletteResult[] {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(key) ?? '[]');
    return Array.isArray(stored) ? stored.filter(isResult) : [];
  } catch {
    return [];
  }
}

export function rememberRecent(result: PaletteResult) {
  const others = readRecent().filter((each) => each.id !== result.id);
  sessionStorage.setItem(key, JSON.stringify([result, ...others].slice(0, most)));
}
