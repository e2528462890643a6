import { graphql } from '~/graphql/graphql.ts';

export const slaTargetsQuery = graphql(`
  query SlaTargets {
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
`);
