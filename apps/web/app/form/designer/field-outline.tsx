import type { FormDefinition } from '@handoff/core/form/form-definition';
import { formFields, targetsOf } from '@handoff/core/form/form-fields';
import Button from '@mui/material/Button';
import { Plus } from 'lucide-react';
import {
  Fragment,
  useCallback,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type MouseEvent,
} from 'react';
import { useTranslation } from 'react-i18next';
import { addSection, changeSection } from './edit-form.ts';
import { useDrag, useOutlineDrop } from './field-drag.tsx';
import { FieldPalette } from './field-palette.tsx';
import { OutlineField } from './outline-field.tsx';
import { OutlineMenu } from './outline-menu.tsx';
import { OutlineSection } from './outline-section.tsx';
import type { FormEditing } from './use-form-editing.ts';

/** How many rules do something to each field. */
function ruleCounts(form: FormDefinition): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const rule of form.rules) {
    for (const key of new Set(rule.then.flatMap(targetsOf))) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

const useOnceSeen = typeof document === 'undefined' ? () => undefined : useLayoutEffect;

/** Sections and fields in their order, to be dragged, or moved and changed by keys. */
export function FieldOutline({ editing }: { editing: FormEditing }) {
  const { t } = useTranslation('form-designer');
  const { form, fields, selected, change } = editing;
  const { landing } = useDrag();
  const setDropNode = useOutlineDrop();
  const [palette, setPalette] = useState<HTMLElement | null>(null);
  const [menu, setMenu] = useState<HTMLElement | null>(null);
  const place = useRef<HTMLDivElement | null>(null);
  const addButton = useRef<HTMLButtonElement>(null);
  const next = useRef<string | null>(null);
  const counts = useMemo(() => ruleCounts(form), [form]);
  const sectionKey = selected?.kind === 'section' ? selected.key : null;

  // What was moved to another list is drawn anew: the focus follows it.
  useOnceSeen(() => {
    if (next.current === null) return;
    const target = place.current?.querySelector<HTMLElement>(next.current);
    next.current = null;
    if (target && target !== document.activeElement) target.focus();
  });
  const latest = useRef(editing);
  useOnceSeen(() => {
    latest.current = editing;
  });

  const nameButton = (key: string | undefined) => `[data-field="${key ?? ''}"] .outline-name`;
  const handle = (key: string | undefined) => `[data-section="${key ?? ''}"] .outline-handle`;
  const openMenu = (anchor: HTMLElement) => setMenu(anchor.querySelector<HTMLElement>('.outline-name') ?? anchor);

  const select = useCallback((key: string, event: MouseEvent) => {
    const isMore = event.ctrlKey || event.metaKey;
    latest.current.selectField(key, event.shiftKey ? 'range' : isMore ? 'more' : 'one');
  }, []);
  const onMenu = useCallback((key: string, anchor: HTMLElement) => {
    if (!latest.current.fields.includes(key)) latest.current.selectField(key);
    openMenu(anchor);
  }, []);
  const onFieldKey = useCallback((key: string, event: KeyboardEvent<HTMLElement>) => {
    const now = latest.current;
    const order = formFields(now.form).map((field) => field.key);
    const isVertical = event.key === 'ArrowUp' || event.key === 'ArrowDown';
    const by = event.key === 'ArrowDown' ? 1 : -1;
    const hasSelected = now.fields.includes(key);
    if (event.ctrlKey || event.metaKey) return;
    if (isVertical && event.altKey) {
      now.move(by, hasSelected ? undefined : { kind: 'fields', keys: [key] });
      next.current = nameButton(key);
    } else if (isVertical) {
      const to = order[order.indexOf(key) + by];
      if (to === undefined) return;
      place.current?.querySelector<HTMLElement>(nameButton(to))?.focus();
      if (event.shiftKey) now.selectField(to, hasSelected ? 'range' : 'one');
    } else if (event.key === 'Enter') {
      now.selectField(key);
      now.openDetails();
    } else if (event.key === 'Delete') {
      const gone = hasSelected ? now.fields : [key];
      now.remove({ kind: 'fields', keys: gone });
      const at = order.indexOf(key);
      const stays = (one: string) => !gone.includes(one);
      next.current = nameButton(order.slice(at).find(stays) ?? order.slice(0, at).findLast(stays));
    } else if (event.key === '.' || event.key === 'ContextMenu') {
      if (!hasSelected) now.selectField(key);
      openMenu(event.currentTarget);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }, []);
  const onSectionKey = (key: string, event: KeyboardEvent<HTMLElement>) => {
    const what = { kind: 'section', key } as const;
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      editing.move(event.key === 'ArrowDown' ? 1 : -1, what);
      next.current = handle(key);
    } else if (event.key === 'Delete') {
      const index = form.sections.findIndex((section) => section.key === key);
      editing.remove(what);
      next.current = handle(form.sections[Math.max(0, index - 1)]?.key);
    } else if (event.key === '.' || event.key === 'ContextMenu') {
      editing.selectSection(key);
      openMenu(event.currentTarget);
    } else return;
    event.preventDefault();
  };
  const setPlace = (element: HTMLDivElement | null) => {
    place.current = element;
    setDropNode(element);
  };
  const line = <li className="outline-drop" aria-hidden="true" />;
  const sectionLine = <div className="outline-drop" aria-hidden="true" />;
  const fieldAt = landing?.kind === 'field' ? landing : null;
  const sectionAt = landing?.kind === 'section' ? landing.index : null;
  return (
    <div className="outline" ref={setPlace}>
      <div className="outline-head">
        <Button
          ref={addButton}
          size="small"
          startIcon={<Plus size={16} />}
          aria-haspopup="menu"
          aria-expanded={palette !== null}
          onClick={(event) => setPalette(palette ? null : event.currentTarget)}
        >
          {t('addField')}
        </Button>
        <Button
          size="small"
          startIcon={<Plus size={16} />}
          onClick={() => change(addSection(form, { en: 'New section', zh: '新分区' }))}
        >
          {t('addSection')}
        </Button>
      </div>
      {form.sections.map((section, index) => (
        <Fragment key={section.key}>
          {sectionAt === index && sectionLine}
          <OutlineSection
            section={section}
            number={index + 1}
            isSelected={section.key === sectionKey}
            onSelect={() => editing.selectSection(section.key)}
            onChange={(part, move) => change(changeSection(form, index, part), move)}
            onKeyDown={(event) => onSectionKey(section.key, event)}
            onMenu={(anchor) => {
              editing.selectSection(section.key);
              openMenu(anchor);
            }}
          >
            <ul className="outline-fields">
              {section.fields.map((field, at) => (
                <Fragment key={field.key}>
                  {fieldAt?.section === index && fieldAt.index === at && line}
                  <OutlineField
                    field={field}
                    isSelected={fields.includes(field.key)}
                    rules={counts.get(field.key) ?? 0}
                    onSelect={select}
                    onKeyDown={onFieldKey}
                    onMenu={onMenu}
                  />
                </Fragment>
              ))}
              {fieldAt?.section === index && fieldAt.index >= section.fields.length && line}
              {section.fields.length === 0 && <li className="small quiet outline-empty">{t('section.empty')}</li>}
            </ul>
          </OutlineSection>
        </Fragment>
      ))}
      {sectionAt !== null && sectionAt >= form.sections.length && sectionLine}
      <p className="small quiet">{t('keys')}</p>
      {palette && (
        <FieldPalette
          anchor={palette}
          onAdd={(field) => editing.add(field)}
          onClose={(isBack) => {
            setPalette(null);
            if (isBack) addButton.current?.focus();
          }}
        />
      )}
      {menu && (
        <OutlineMenu
          anchor={menu}
          editing={editing}
          removeLabel={t(sectionKey === null ? 'removeFields' : 'section.remove', { count: fields.length })}
          canRemove={sectionKey === null || form.sections.length > 1}
          onClose={() => setMenu(null)}
        />
      )}
    </div>
  );
}
