import { graphql } from '~/graphql/graphql.ts';
import { faultFragment } from '~/graphql/mutation-result.ts';

export const companyQuery = graphql(`
  query Company {
    company {
      name
      shortName
      zone
      locale
      version
    }
  }
`);

export const updateCompanyMutation = graphql(
  `
    mutation UpdateCompany($input: UpdateCompanyInput!) {
      updateCompany(input: $input) {
        __typename
        ...Fault
        ... on UpdateCompanySuccess {
          company {
            name
            shortName
            zone
            locale
            version
          }
        }
      }
    }
  `,
  [faultFragment],
);
