import { graphql } from '~/graphql/graphql.ts';

export const slaTargetsQuery = graphql(`
  query SlaTargets {
    types: parameter(key: "customer-type") {
      options {
        key
        label {
          text
        }
      }
    }
    sources: parameter(key: "customer-source") {
      options {
        key
        label {
          text
        }
      }
    }
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
