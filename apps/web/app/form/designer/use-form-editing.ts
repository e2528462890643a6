import { localize } from '@handoff/core/platform/text/localize';
import type { FieldDefinition } from '@handoff/core/form/field-definition';
import type { FormDefinition } from '@handoff/core/form/form-definition';
import { formFields } from '@handoff/core/form/form-fields';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useToast } from '~/shell/toast.tsx';
import { useClipboard } from '~/ticket-type/designer/clipboard.ts';
import { useDraft } from '~/ticket-type/designer/draft-context.tsx';
import { cutSection, removeFields, removeSection } from './edit-form.ts';
import { fieldsClip, readFormClip, sectionClip, type FormClip } from './form-clip.ts';
import { pasteFormClip } from './paste-form-clip.ts';
import { insertFields, moveFields, moveSection, placeBehind, type DropPlace } from './place-fields.ts';

/** What is looked at: fields, one section with all that is in it, or one rule. */
export type Selected =
  { kind: 'fields'; keys: readonly string[] } | { kind: 'section'; key: string } | { kind: 'rule'; key: string };

/** How a click or an arrow adds to what is selected: instead of it, to it, or up to here. */
export type Reach = 'one' | 'more' | 'range';

function extended(form: FormDefinition, before: readonly string[], key: string, reach: Reach): string[] {
  if (reach === 'one') return [key];
  if (reach === 'more') return before.includes(key) ? before.filter((one) => one !== key) : [...before, key];
  const order = formFields(form).map((field) => field.key);
  const [from, to] = [order.indexOf(before[0] ?? key), order.indexOf(key)];
  const range = order.slice(Math.min(from, to), Math.max(from, to) + 1);
  return from <= to ? range : range.toReversed();
}

/** The form that is designed, what is selected in it, and all that can be done with that by keys, menus and the mouse. */
export function useFormEditing() {
  const { t, i18n } = useTranslation('form-designer');
  const { definition, lists, edit } = useDraft();
  const tell = useToast();
  const { form } = definition;
  const [selected, setSelected] = useState<Selected | null>(null);
  const isOpening = useRef(false);
  const { fields, section } = partsOf(form, selected);
  const change = (next: FormDefinition, move?: string) => {
    if (next !== form) edit({ ...definition, form: next }, move);
  };

  const clip = (): FormClip | null => {
    const key = form.sections[section]?.key;
    if (key !== undefined) return sectionClip(form, key);
    return fields.length > 0 ? fieldsClip(form, fields) : null;
  };
  const placeHere = (): DropPlace => {
    if (section < 0) return placeBehind(form, fields);
    return { section, index: form.sections[section]?.fields.length ?? 0 };
  };
  const put = (what: FormClip) => {
    const pasted = pasteFormClip(form, what, placeHere(), {
      nodes: new Set(definition.flow.nodes.map(({ id }) => id)),
      shared: new Set(lists.sharedFields.map(({ key }) => key)),
    });
    if (!pasted) return tell(t('clip.tooMuch'));
    change(pasted.form);
    setSelected(
      pasted.section === null ? { kind: 'fields', keys: pasted.fields } : { kind: 'section', key: pasted.section },
    );
    if (pasted.lostRules > 0) tell(t('clip.lostRules', { count: pasted.lostRules }));
  };

  /** Removes fields; of a section its fields stay with the section beside it. */
  const remove = (what = selected) => {
    const parts = partsOf(form, what);
    if (parts.section >= 0) change(removeSection(form, parts.section));
    else if (parts.fields.length > 0) change(removeFields(form, parts.fields));
  };
  const copy = () => {
    const what = clip();
    if (!what) return null;
    const count = what.fields.length + what.sections.length;
    tell(t(what.sections.length > 0 ? 'clip.copiedSection' : 'clip.copied', { count }));
    return JSON.stringify(what, null, 1);
  };
  const cut = () => {
    const text = copy();
    if (text === null) return null;
    change(section >= 0 ? cutSection(form, section) : removeFields(form, fields));
    return text;
  };
  const paste = (text: string) => {
    const read = readFormClip(text);
    if (read.ok) put(read.clip);
    else if (read.why === 'broken') {
      const { path, message } = read.fault;
      tell(t('clip.broken', { place: path.join('.'), message: localize(message, i18n.language) }));
    } else tell(t(`clip.${read.why}`));
  };
  const duplicate = () => {
    const what = clip();
    if (what) put(what);
  };
  const move = (by: 1 | -1, what = selected) => {
    const parts = partsOf(form, what);
    setSelected(what);
    if (parts.section < 0) change(moveFields(form, parts.fields, by));
    else change(moveSection(form, parts.section, by === 1 ? parts.section + 2 : parts.section - 1));
  };

  const clipboard = useClipboard({ copy, cut, paste, duplicate }, t('duplicate'));

  return {
    form,
    change,
    selected,
    /** The selected fields that are still there. */
    fields,
    selectField: (key: string, reach: Reach = 'one') =>
      setSelected({ kind: 'fields', keys: extended(form, fields, key, reach) }),
    selectSection: (key: string) => setSelected({ kind: 'section', key }),
    selectRule: (key: string) => setSelected({ kind: 'rule', key }),
    /** Takes the focus to what is selected, once it is drawn. */
    isOpening,
    openDetails: () => {
      isOpening.current = true;
    },
    add: (field: FieldDefinition, place: DropPlace = placeHere()) => {
      change(insertFields(form, [field], place));
      setSelected({ kind: 'fields', keys: [field.key] });
      isOpening.current = true;
    },
    move,
    remove,
    ...clipboard,
  };
}

/** The selected fields that are still there, or the place of the selected section. */
function partsOf(form: FormDefinition, selected: Selected | null) {
  const isThere = (key: string) => form.sections.some(({ fields }) => fields.some((field) => field.key === key));
  return {
    fields: selected?.kind === 'fields' ? selected.keys.filter(isThere) : [],
    section: selected?.kind === 'section' ? form.sections.findIndex(({ key }) => key === selected.key) : -1,
  };
}

export type FormEditing = ReturnType<typeof useFormEditing>;
