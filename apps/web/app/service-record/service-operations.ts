import { graphql, type ResultOf } from '~/graphql/graphql.ts';
import { faultFragment } from '~/graphql/mutation-result.ts';

export const serviceTemplatesQuery = graphql(`
  query ServiceTemplates {
    serviceTemplates {
      id
      key
      isActive
      isDefault
      version
      label {
        en
        zh
        text
      }
      parts {
        isRequired
        parameter {
          id
          label {
            text
          }
        }
      }
      groups {
        id
        name
      }
      customerTypes {
        id
        label {
          text
        }
      }
    }
    customerTypes: parameter(key: "customer-type") {
      options {
        id
        isOffered
        label {
          text
        }
      }
    }
    parameters {
      id
      isActive
      label {
        text
      }
    }
    serviceGroups {
      id
      name
    }
  }
`);

export type ServiceTemplate = ResultOf<typeof serviceTemplatesQuery>['serviceTemplates'][number];

export const createServiceTemplateMutation = graphql(
  `
    mutation CreateServiceTemplate($input: CreateServiceTemplateInput!) {
      createServiceTemplate(input: $input) {
        __typename
        ...Fault
      }
    }
  `,
  [faultFragment],
);

export const updateServiceTemplateMutation = graphql(
  `
    mutation UpdateServiceTemplate($input: UpdateServiceTemplateInput!) {
      updateServiceTemplate(input: $input) {
        __typename
        ...Fault
      }
    }
  `,
  [faultFragment],
);

export const serviceSummaryQuery = graphql(`
  query ServiceSummary($id: ID!) {
    node(id: $id) {
      __typename
      ... on Call {
        id
        mayNoteService
        serviceTemplate {
          label {
            text
          }
          parts {
            isRequired
            parameter {
              id
              isActive
              label {
                text
              }
              options {
                id
                isOffered
                label {
                  text
                }
                parent {
                  id
                }
              }
            }
          }
        }
        serviceRecord {
          version
          remark
          updatedAt
          agent {
            name
          }
          values {
            parameter {
              id
              label {
                text
              }
            }
            option {
              id
              label {
                text
              }
            }
          }
        }
      }
    }
  }
`);

export type ServiceSummary = Extract<NonNullable<ResultOf<typeof serviceSummaryQuery>['node']>, { __typename: 'Call' }>;

export const noteServiceRecordMutation = graphql(
  `
    mutation NoteServiceRecord($input: NoteServiceRecordInput!) {
      noteServiceRecord(input: $input) {
        __typename
        ...Fault
      }
    }
  `,
  [faultFragment],
);
