import './form-designer.css';
import { formFields } from '@handoff/core/form/form-fields';
import { localize } from '@handoff/core/platform/text/localize';
import { ChevronUp } from 'lucide-react';
import { Suspense, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { changeField } from './edit-form.ts';
import { FieldDrag, type Dragged } from './field-drag.tsx';
import { FieldInspector } from './field-inspector.tsx';
import { FieldOutline } from './field-outline.tsx';
import { FormPreview } from './form-preview.tsx';
import { RuleInspector } from './rule-inspector.tsx';
import { RuleList } from './rule-list.tsx';
import { SelectionCard } from './selection-card.tsx';
import { useFormEditing } from './use-form-editing.ts';

/** Fields and rules on the left, the running form in the middle, what is selected on the right. */
export function FormDesigner() {
  const { t, i18n } = useTranslation('form-designer');
  const editing = useFormEditing();
  const { form, fields, selected, change, isOpening } = editing;
  const details = useRef<HTMLElement>(null);
  const outline = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!isOpening.current) return;
    isOpening.current = false;
    const first = details.current?.querySelector<HTMLElement>(
      'input, [role=combobox], button:not(.form-designer-back)',
    );
    first?.focus();
    if (first instanceof HTMLInputElement) first.select();
  });
  const field = fields.length === 1 ? formFields(form).find(({ key }) => key === fields[0]) : undefined;
  const rule = form.rules.find(({ key }) => selected?.kind === 'rule' && key === selected.key);
  const section = form.sections.find(({ key }) => selected?.kind === 'section' && key === selected.key);
  const shown = field?.key ?? rule?.key;
  useEffect(() => {
    // On a phone it stands below all the rest, out of sight of whoever chose something there.
    if (shown !== undefined && matchMedia('(max-width: 768px)').matches) details.current?.scrollIntoView();
  }, [shown]);
  const backToOutline = () => outline.current?.querySelector<HTMLElement>('[aria-pressed=true]')?.focus();
  const nameOf = (dragged: Dragged) => {
    if (dragged.kind === 'type') return t(`type.${dragged.type}`);
    if (dragged.kind === 'shared') return localize(dragged.field.label, i18n.language);
    if (dragged.kind === 'field' && fields.length > 1 && fields.includes(dragged.key)) {
      return t('severalFields', { count: fields.length });
    }
    const parts = dragged.kind === 'section' ? form.sections : formFields(form);
    const label = parts.find(({ key }) => key === dragged.key)?.label;
    return label ? localize(label, i18n.language) : t('type.divider');
  };
  return (
    <FieldDrag editing={editing} nameOf={nameOf}>
      <div className="form-designer">
        <div className="form-designer-left" ref={outline}>
          <FieldOutline editing={editing} />
          <RuleList
            form={form}
            selected={rule?.key ?? null}
            onSelect={(key) => {
              editing.selectRule(key);
              editing.openDetails();
            }}
            onChange={change}
          />
        </div>
        <FormPreview />
        <aside
          ref={details}
          className="form-designer-right"
          aria-label={t('details')}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && !event.defaultPrevented) backToOutline();
          }}
        >
          {shown !== undefined && (
            <button type="button" className="link-button form-designer-back" onClick={backToOutline}>
              <ChevronUp size={16} /> {t('backToOutline')}
            </button>
          )}
          <Suspense>
            {field && (
              <FieldInspector
                key={field.key}
                field={field}
                onChange={(next, move) => change(changeField(form, field.key, next), move)}
              />
            )}
            {fields.length > 1 && (
              <SelectionCard editing={editing} title={t('severalFields', { count: fields.length })} />
            )}
            {section && (
              <SelectionCard
                editing={editing}
                title={t('section.handle', { name: localize(section.label, i18n.language) })}
              />
            )}
            {rule && (
              <RuleInspector
                key={rule.key}
                rule={rule}
                onChange={(next) =>
                  change({ ...form, rules: form.rules.map((one) => (one.key === next.key ? next : one)) })
                }
                onRemove={() => change({ ...form, rules: form.rules.filter((one) => one.key !== rule.key) })}
              />
            )}
            {fields.length === 0 && !section && !rule && <p className="quiet">{t('selectSomething')}</p>}
          </Suspense>
        </aside>
      </div>
    </FieldDrag>
  );
}
