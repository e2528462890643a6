import { graphql } from '~/graphql/graphql.ts';
import { faultFragment } from '~/graphql/mutation-result.ts';

export const channelsQuery = graphql(`
  query Channels {
    viewer {
      permissions
    }
    plugins {
      id
      name {
        text
      }
      settingsSchema
    }
    channels {
      id
      name
      isActive
      status
      statusDetail
      statusAt
      plugin {
        id
        name {
          text
        }
      }
    }
  }
`);

export const channelQuery = graphql(`
  query ChannelRecord($id: ID!) {
    node(id: $id) {
      __typename
      ... on Channel {
        id
        kind
        name
        isActive
        status
        statusDetail
        statusAt
        version
        settings
        secretsSet
        failedActions {
          runId
          action
          at
          message
        }
        plugin {
          id
          name {
            text
          }
          settingsSchema
          actions {
            key
            title {
              text
            }
            description {
              text
            }
            inputSchema
          }
        }
      }
    }
  }
`);

export const createChannelMutation = graphql(
  `
    mutation CreateChannel($input: CreateChannelInput!) {
      createChannel(input: $input) {
        __typename
        ... on CreateChannelSuccess {
          channel {
            id
          }
        }
        ...Fault
      }
    }
  `,
  [faultFragment],
);

export const updateChannelMutation = graphql(
  `
    mutation UpdateChannel($input: UpdateChannelInput!) {
      updateChannel(input: $input) {
        __typename
        ...Fault
      }
    }
  `,
  [faultFragment],
);

export const setChannelActiveMutation = graphql(
  `
    mutation SetChannelActive($input: SetChannelActiveInput!) {
      setChannelActive(input: $input) {
        __typename
        ...Fault
      }
    }
  `,
  [faultFragment],
);

export const runPluginActionMutation = graphql(
  `
    mutation RunPluginAction($input: RunPluginActionInput!) {
      runPluginAction(input: $input) {
        __typename
        ... on RunPluginActionSuccess {
          runId
        }
        ...Fault
      }
    }
  `,
  [faultFragment],
);
