import type { LocalizedText } from '../../platform/text/localized-text.ts';

export const CUSTOMER_FIELD_KINDS = ['system', 'required_system', 'user_defined'] as const;
/** A system field stays as it is, a required one may be edited, and what was chosen may be edited and removed. */
export type CustomerFieldKind = (typeof CUSTOMER_FIELD_KINDS)[number];

interface BuiltIn {
  key: string;
  label: LocalizedText;
  kind: Exclude<CustomerFieldKind, 'user_defined'>;
}

const said = (en: string, zh: string): LocalizedText => ({ en, zh });

/** The facts that every record has, in the order of the form. */
export const BUILT_IN_FIELDS: readonly BuiltIn[] = [
  { key: 'name', label: said('Name', '姓名'), kind: 'system' },
  { key: 'kind', label: said('Kind', '客户性质'), kind: 'system' },
  { key: 'owner', label: said('Owner', '归属人'), kind: 'system' },
  { key: 'phones', label: said('Phones', '电话'), kind: 'required_system' },
  { key: 'company', label: said('Company', '公司'), kind: 'required_system' },
  { key: 'level', label: said('Level', '级别'), kind: 'required_system' },
  { key: 'type', label: said('Type', '客户类型'), kind: 'required_system' },
  { key: 'source', label: said('Source', '来源'), kind: 'required_system' },
  { key: 'email', label: said('E-mail', '邮箱'), kind: 'required_system' },
  { key: 'region', label: said('Region', '地区'), kind: 'required_system' },
  { key: 'address', label: said('Address', '地址'), kind: 'required_system' },
  { key: 'remark', label: said('Remark', '备注'), kind: 'required_system' },
];

export const builtInField = (key: string): BuiltIn | undefined => BUILT_IN_FIELDS.find((field) => field.key === key);
export const mostCustomerFields = 50;
