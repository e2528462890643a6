import {
  GraphQLEnumType,
  GraphQLFloat,
  GraphQLID,
  GraphQLInputObjectType,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLString,
  isInputType,
  type GraphQLInputFieldConfig,
  type GraphQLInputType,
  type GraphQLScalarType,
  type GraphQLSchema,
} from 'graphql';
import type { NodeAccess, Option, ValueField } from '../../form/field-definition.ts';
import type { FormDefinition } from '../../form/form-definition.ts';
import { valueFields } from '../../form/form-order.ts';
import type { LocalizedText } from '../../platform/text/localized-text.ts';
import { typeName } from './names.ts';

type Leaf = GraphQLScalarType | GraphQLEnumType;

const listOf = (type: Leaf): GraphQLInputType => new GraphQLList(new GraphQLNonNull(type));

const both = ({ en, zh }: LocalizedText): string => (en === zh ? en : `${en} · ${zh}`);

/** What nobody fills in. */
const isReckoned = ({ type }: ValueField): boolean => type === 'formula' || type === 'serial_number';

const accessAt = ({ nodes }: ValueField, nodeId: string): NodeAccess => nodes?.[nodeId] ?? nodes?.['*'] ?? 'editable';

/** The fields that may be filled in at a node. */
export const fieldsAt = (form: FormDefinition, nodeId: string): ValueField[] =>
  valueFields(form).filter((field) => {
    const access = accessAt(field, nodeId);
    return !isReckoned(field) && access !== 'hidden' && access !== 'read_only';
  });

/** Options as an enum, where their values can be names of one; else text. */
function choiceOf(name: string, options: readonly Option[]): Leaf {
  const names = options.map(({ value }) => value.toUpperCase());
  const areNames = names.every((each) => /^[A-Z_][A-Z0-9_]*$/.test(each) && !each.startsWith('__'));
  if (!areNames || new Set(names).size < names.length) return GraphQLString;
  return new GraphQLEnumType({
    name,
    values: Object.fromEntries(
      options.map(({ value, label }) => [value.toUpperCase(), { value, description: both(label) }]),
    ),
  });
}

/** The types of one ticket type's answers; the same field has one type wherever it stands. */
export class AnswerTypes {
  readonly #made = new Map<string, GraphQLInputType>();
  readonly #base: GraphQLSchema;
  readonly #prefix: string;

  constructor(base: GraphQLSchema, prefix: string) {
    this.#base = base;
    this.#prefix = prefix;
  }

  /** The input of what is filled in at a node; null where nothing is. */
  inputAt(name: string, form: FormDefinition, nodeId: string): GraphQLInputObjectType | null {
    const fields = fieldsAt(form, nodeId);
    if (fields.length === 0) return null;
    const configs = fields.map((field): [string, GraphQLInputFieldConfig] => {
      const isRequired = field.required === true || accessAt(field, nodeId) === 'required';
      const description = `${both(field.label)}${isRequired ? ' (required where the form shows it)' : ''}`;
      return [field.key, { type: this.#typeOf(field), description }];
    });
    return new GraphQLInputObjectType({ name, fields: Object.fromEntries(configs) });
  }

  #typeOf(field: ValueField): GraphQLInputType {
    const known = this.#made.get(field.key);
    if (known) return known;
    const type = this.#inputTypeOf(field);
    this.#made.set(field.key, type);
    return type;
  }

  #inputTypeOf(field: ValueField): GraphQLInputType {
    const enumName = `${this.#prefix}${typeName(field.key)}`;
    switch (field.type) {
      case 'number':
        return GraphQLFloat;
      case 'amount':
        return GraphQLInt;
      case 'single_select':
      case 'radio':
        return choiceOf(enumName, field.options);
      case 'multi_select':
      case 'checkbox':
        return listOf(choiceOf(enumName, field.options));
      case 'cascading_select':
        return listOf(GraphQLString);
      case 'attachment':
      case 'image':
        return listOf(GraphQLID);
      case 'member':
      case 'department':
      case 'customer':
        return GraphQLID;
      case 'address':
      case 'product_lines':
        return this.#scalar('JSON');
      default:
        return GraphQLString;
    }
  }

  #scalar(name: string): GraphQLInputType {
    const type = this.#base.getType(name);
    if (!isInputType(type)) throw new Error(`the schema has no input type ${name}`);
    return type;
  }
}
