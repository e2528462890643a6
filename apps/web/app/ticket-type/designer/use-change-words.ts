import { localize } from '@handoff/core/platform/text/localize';
import { localizedText } from '@handoff/core/platform/text/localized-text';
import { identityOf } from '@handoff/core/ticket-type/draft/merge-definitions';
import { useTranslation } from 'react-i18next';

interface Named {
  label?: unknown;
  name?: unknown;
}

/** Says in words where in a definition something is, and what a value is; what it no longer has is named as in `before`. */
export function useChangeWords(definition: unknown, before?: unknown) {
  const { t, i18n } = useTranslation('designer');
  const textOf = (value: unknown): string | null => {
    const text = localizedText.safeParse(value);
    return text.success ? localize(text.data, i18n.language) : null;
  };
  const nameOf = (part: unknown): string | null => {
    if (typeof part !== 'object' || part === null) return null;
    const { label, name } = part as Named;
    return textOf(label) ?? textOf(name) ?? identityOf(part);
  };
  const find = (whole: unknown, step: string): unknown => {
    if (Array.isArray(whole)) return whole.find((part) => identityOf(part) === step);
    return typeof whole === 'object' && whole !== null ? (whole as Record<string, unknown>)[step] : undefined;
  };
  /** "Form › Fault code › Label": parts of the product in its words, parts of the design by their own names. */
  const placeOf = (path: readonly string[]): string => {
    let part: unknown = definition;
    let former: unknown = before;
    return path
      .map((step) => {
        const isList = Array.isArray(part) || Array.isArray(former);
        former = find(former, step);
        part = find(part, step) ?? former;
        return isList ? (nameOf(part) ?? step) : t(`part.${step}`, { defaultValue: step });
      })
      .join(' › ');
  };
  const valueOf = (value: unknown): string => {
    if (value === undefined || value === null || value === '') return t('nothing');
    if (typeof value === 'string' || typeof value === 'number') return String(value);
    if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
    if (Array.isArray(value)) return value.map(valueOf).join(', ');
    return nameOf(value) ?? textOf(value) ?? JSON.stringify(value);
  };
  return { placeOf, valueOf };
}
