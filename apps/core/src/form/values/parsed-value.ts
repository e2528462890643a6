import type { LocalizedText } from '../../platform/text/localized-text.ts';
import type { AnswerValue } from '../answers.ts';

export type ParsedValue = { ok: true; value: AnswerValue } | { ok: false; code: string; message: LocalizedText };

export function accepted(value: AnswerValue): ParsedValue {
  return { ok: true, value };
}

export function refused(code: string, en: string, zh: string): ParsedValue {
  return { ok: false, code, message: { en, zh } };
}
