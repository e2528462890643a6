import { BreakingChangeType, findBreakingChanges, type GraphQLSchema } from 'graphql';
import type { LocalizedText } from '../../platform/text/localized-text.ts';
import type { TicketTypeDefinition } from '../ticket-type-definition.ts';
import { withTypedMutations } from './typed-schema.ts';

/** Something that integrators can send now and could not any more. */
export interface ApiLoss {
  kind: string;
  /** What is lost: a mutation, an input's field or a value. */
  subject: string;
  text: LocalizedText;
}

/** By kind, what graphql-js says of it as a pattern, and what it is in Chinese. */
const chinese: Partial<Record<BreakingChangeType, [RegExp, (parts: readonly string[]) => string]>> = {
  [BreakingChangeType.TYPE_REMOVED]: [/^(\S+) was removed/, ([type]) => `类型 ${type ?? ''} 将被移除。`],
  [BreakingChangeType.TYPE_CHANGED_KIND]: [/^(\S+) changed/, ([type]) => `类型 ${type ?? ''} 将改变。`],
  [BreakingChangeType.FIELD_REMOVED]: [/^(\S+) was removed/, ([field]) => `${field ?? ''} 将被移除。`],
  [BreakingChangeType.FIELD_CHANGED_KIND]: [
    /^(\S+) changed type from (\S+) to (\S+)\./,
    ([field, before, after]) => `${field ?? ''} 的类型将由 ${before ?? ''} 变为 ${after ?? ''}。`,
  ],
  [BreakingChangeType.VALUE_REMOVED_FROM_ENUM]: [
    /^(\S+) was removed from enum type (\S+)\./,
    ([value, type]) => `枚举 ${type ?? ''} 的值 ${value ?? ''} 将被移除。`,
  ],
  [BreakingChangeType.REQUIRED_INPUT_FIELD_ADDED]: [
    /^A required field (\S+) on input type (\S+) was added/,
    ([field, type]) => `${type ?? ''} 将新增必填字段 ${field ?? ''}。`,
  ],
};

/** What publishing `after` in place of `before` would take away from those who use the typed mutations. */
export function findApiLosses(
  base: GraphQLSchema,
  typeId: string,
  before: TicketTypeDefinition,
  after: TicketTypeDefinition,
): ApiLoss[] {
  const of = (definition: TicketTypeDefinition) => withTypedMutations(base, [{ typeId, definition }]);
  return findBreakingChanges(of(before), of(after)).map(({ type, description }) => {
    const [pattern, say] = chinese[type] ?? [/^(\S+)/, () => description];
    const parts = pattern.exec(description)?.slice(1) ?? [];
    return { kind: type, subject: parts[0] ?? '', text: { en: description, zh: say(parts) } };
  });
}
