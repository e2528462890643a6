import { alternativesOf, chipOfAny, type Comparison, type Filter } from './list-url.ts';

/** The API's conditions for chips: each holds, and of the alternatives in one any. */
export const conditionsOf = <Condition extends { or?: Condition[] | null }>(
  filters: readonly Filter[],
  conditionOf: (comparison: Comparison) => Condition,
): (Condition | { or: Condition[] })[] =>
  filters.map((filter) => {
    const [first, ...others] = alternativesOf(filter).map(conditionOf);
    return first && others.length > 0 ? { or: [first, ...others] } : conditionOf(filter);
  });

/** The chip that says a condition of the API; null where none does. `comparisonOf` reads one that has no alternatives. */
export function chipOf(condition: object, comparisonOf: (condition: object) => Comparison | null): Filter | null {
  const isChoice = 'or' in condition && Array.isArray(condition.or) && Object.keys(condition).length === 1;
  if (!isChoice) return comparisonOf(condition);
  const alternatives = (condition.or as object[]).map(comparisonOf);
  const [chip] = chipOfAny(alternatives.filter((each) => each !== null));
  return chip && alternatives.every((each) => each !== null) ? chip : null;
}
