import { graphql, type ResultOf } from '~/graphql/graphql.ts';
import { faultFragment } from '~/graphql/mutation-result.ts';

export const absenceFragment = graphql(`
  fragment AbsenceParts on Agent @_unmask {
    id
    absence {
      from
      until
      deputy {
        id
        name
      }
    }
  }
`);

export type AgentAbsence = ResultOf<typeof absenceFragment>;

export const ownAbsenceQuery = graphql(
  `
    query OwnAbsence {
      viewer {
        agent {
          ...AbsenceParts
        }
      }
    }
  `,
  [absenceFragment],
);

export const setAbsenceMutation = graphql(
  `
    mutation SetAbsence($input: SetAbsenceInput!) {
      setAbsence(input: $input) {
        __typename
        ...Fault
      }
    }
  `,
  [faultFragment],
);
