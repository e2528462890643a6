import { customerValueListsFragment } from '~/customer/value-lists.ts';
import { graphql } from '~/graphql/graphql.ts';

export const slaTargetsQuery = graphql(
  `
    query SlaTargets {
      ...CustomerValueLists
      calendars {
        id
        key
        name
        isDefault
      }
      ticketTypes {
        id
        name {
          en
          zh
        }
        currentVersion {
          definition
        }
      }
    }
  `,
  [customerValueListsFragment],
);
