import { graphql } from '~/graphql/graphql.ts';
import { faultFragment } from '~/graphql/mutation-result.ts';

export const exportColumnsQuery = graphql(`
  query ExportColumns($list: ViewList!) {
    exportColumns(list: $list) {
      key
      label {
        text
      }
    }
  }
`);

export const createExportMutation = graphql(
  `
    mutation CreateExport($input: CreateExportInput!) {
      createExport(input: $input) {
        __typename
        ...Fault
      }
    }
  `,
  [faultFragment],
);
