import { sql, type RawBuilder } from 'kysely';
import { searchExpression } from '../platform/text/search-tokens.ts';

/** What the search box means among tickets: a number or its end, or words of the title or the customer's name. */
export function searchTickets(text: string): RawBuilder<boolean> {
  const expression = searchExpression(text);
  if (!expression) return sql`FALSE`;
  return sql`ticket.id IN (SELECT search_document.subject_id FROM search_document
    WHERE search_document.subject_type = 'ticket' AND MATCH(search_document.tokens) AGAINST (${expression} IN BOOLEAN MODE))`;
}
