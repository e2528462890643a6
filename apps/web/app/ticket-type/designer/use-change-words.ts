import { looksLikeCondition } from '@handoff/core/condition/looks-like-condition';
import type { FieldDefinition } from '@handoff/core/form/field-definition';
import type { FormDefinition, FormSection } from '@handoff/core/form/form-definition';
import { localize } from '@handoff/core/platform/text/localize';
import { localizedText } from '@handoff/core/platform/text/localized-text';
import { identityOf } from '@handoff/core/ticket-type/draft/merge-definitions';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useConditionWords } from '~/condition/use-condition-words.ts';
import { usePolicyFields } from '~/sla/use-policy-fields.ts';

interface Named {
  label?: unknown;
  name?: unknown;
}

/** Types and sources are named by their keys here. */
const noLists = { types: [], sources: [] };

const partOf = (whole: unknown, name: string): unknown =>
  typeof whole === 'object' && whole !== null ? Reflect.get(whole, name) : undefined;

function listsIn<Part>(definitions: readonly unknown[], ...path: readonly string[]): Part[] {
  return definitions.flatMap((definition) => {
    const list = path.reduce(partOf, definition);
    return Array.isArray(list) ? (list as Part[]) : [];
  });
}

/** The fields that conditions of either definition may name; what both have is called as in the first. */
const formOfBoth = (...definitions: readonly unknown[]): FormDefinition => ({
  sections: listsIn<FormSection>(definitions, 'form', 'sections').filter(({ fields }) => Array.isArray(fields)),
  rules: [],
});

const customerFieldsOf = (...definitions: readonly unknown[]) =>
  listsIn<FieldDefinition>(definitions, 'sla', 'customerFields');

/** Says in words where in a definition something is, and what a value is; what it no longer has is named as in `before`. */
export function useChangeWords(definition: unknown, before?: unknown) {
  const { t, i18n } = useTranslation('designer');
  const form = useMemo(() => formOfBoth(definition, before), [definition, before]);
  const customerFields = useMemo(() => customerFieldsOf(definition, before), [definition, before]);
  const say = useConditionWords(usePolicyFields(form, noLists, customerFields));
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
    if (looksLikeCondition(value)) return say(value);
    return nameOf(value) ?? textOf(value) ?? JSON.stringify(value);
  };
  return { placeOf, valueOf };
}
