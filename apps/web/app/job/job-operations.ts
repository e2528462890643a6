import { graphql, type ResultOf } from '~/graphql/graphql.ts';
import { faultFragment } from '~/graphql/mutation-result.ts';

/** What the tray and the list say of a job. */
export const jobFragment = graphql(`
  fragment JobFacts on Job @_unmask {
    id
    operation
    status
    isDryRun
    isCounted
    totalCount
    doneCount
    skippedCount
    failedCount
    actions
    createdAt
    updatedAt
    startedAt
    finishedAt
    fault {
      message
    }
    file {
      name
      url
      sizeBytes
    }
    createdBy {
      id
      name
    }
    change {
      kind
      urgency
      reason
      body
      toAgent {
        name
      }
      toGroup {
        name
      }
    }
  }
`);
export type JobFacts = ResultOf<typeof jobFragment>;

export const trayQuery = graphql(
  `
    query JobTray {
      jobs(first: 20, isOwn: true) {
        edges {
          node {
            ...JobFacts
          }
        }
      }
    }
  `,
  [jobFragment],
);

export const jobsQuery = graphql(
  `
    query Jobs($after: String, $isExport: Boolean) {
      jobs(first: 50, after: $after, isExport: $isExport, isOwn: $isExport) {
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            ...JobFacts
          }
        }
      }
    }
  `,
  [jobFragment],
);

export const jobQuery = graphql(
  `
    query JobPage($id: ID!, $outcome: JobRowOutcome, $after: String, $rows: Int!) {
      node(id: $id) {
        __typename
        ... on Job {
          ...JobFacts
          undoOf {
            id
          }
          reasons {
            outcome
            count
            fault {
              code
              message
            }
          }
          rows(first: $rows, after: $after, outcome: $outcome) {
            pageInfo {
              hasNextPage
              endCursor
            }
            edges {
              node {
                position
                outcome
                at
                fault {
                  message
                }
                changes {
                  field
                  from
                  to
                }
                ticket {
                  number
                  title
                }
              }
            }
          }
        }
      }
    }
  `,
  [jobFragment],
);
export type JobDetail = Extract<NonNullable<ResultOf<typeof jobQuery>['node']>, { __typename: 'Job' }>;

export const createJobMutation = graphql(
  `
    mutation CreateJob($input: CreateJobInput!) {
      createJob(input: $input) {
        __typename
        ... on CreateJobSuccess {
          job {
            id
          }
        }
        ...Fault
      }
    }
  `,
  [faultFragment],
);

export const startDryRunMutation = graphql(
  `
    mutation StartDryRun($input: StartDryRunInput!) {
      startDryRun(input: $input) {
        __typename
        ...Fault
      }
    }
  `,
  [faultFragment],
);

export const pauseJobMutation = graphql(
  `
    mutation PauseJob($input: PauseJobInput!) {
      pauseJob(input: $input) {
        __typename
        ...Fault
      }
    }
  `,
  [faultFragment],
);

export const resumeJobMutation = graphql(
  `
    mutation ResumeJob($input: ResumeJobInput!) {
      resumeJob(input: $input) {
        __typename
        ...Fault
      }
    }
  `,
  [faultFragment],
);

export const cancelJobMutation = graphql(
  `
    mutation CancelJob($input: CancelJobInput!) {
      cancelJob(input: $input) {
        __typename
        ...Fault
      }
    }
  `,
  [faultFragment],
);

export const undoJobMutation = graphql(
  `
    mutation UndoJob($input: UndoJobInput!) {
      undoJob(input: $input) {
        __typename
        ...Fault
      }
    }
  `,
  [faultFragment],
);
