import { z } from 'zod';
import { builder } from '../../graphql/builder.ts';
import { defineMutation } from '../../graphql/mutation.ts';
import { recordType } from '../../graphql/record.ts';
import { Agent } from '../agent.graphql.ts';
import { apiCredentialColumns, credentialsInReach, loadVisibleApiCredentials } from './api-credential-access.ts';
import { createApiCredential, createApiCredentialInput } from './create-api-credential.ts';
import { revokeApiCredential, revokeApiCredentialInput } from './revoke-api-credential.ts';

export const ApiCredential = recordType('ApiCredential', loadVisibleApiCredentials);

ApiCredential.implement({
  description: 'A token of an integrator: it acts in the name of its agent, within its scopes.',
  fields: (t) => ({
    name: t.exposeString('name'),
    hint: t.exposeString('hint', { description: 'The last four characters of the token.' }),
    agent: t.field({ type: Agent, nullable: true, resolve: (credential) => credential.agentId }),
    scopes: t.stringList({ resolve: (credential) => z.array(z.string()).parse(credential.scopes) }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    expiresAt: t.expose('expiresAt', { type: 'DateTime' }),
    lastUsedAt: t.expose('lastUsedAt', { type: 'DateTime', nullable: true }),
    revokedAt: t.expose('revokedAt', { type: 'DateTime', nullable: true }),
  }),
});

builder.queryField('apiCredentials', (t) =>
  t.field({
    type: [ApiCredential],
    description: 'The own tokens, and with agent.manage those of everybody, newest first. Needs credential.manage.',
    resolve: (_root, _args, context) =>
      context.db
        .selectFrom('apiCredential')
        .select(apiCredentialColumns)
        .where(credentialsInReach(context))
        .orderBy('id', 'desc')
        .limit(500)
        .execute(),
  }),
);

defineMutation({
  name: 'createApiCredential',
  description: 'Makes a token for an integrator; it is shown once. Needs credential.manage.',
  input: createApiCredentialInput,
  isUnrepeatable: true,
  run: (context, input) => createApiCredential(context, input),
  fields: (t) => ({
    apiCredential: t.field({ type: ApiCredential, nullable: true, resolve: (result) => result.credentialId }),
    token: t.exposeString('token', { description: 'Shown once. Send it as `Authorization: Bearer hk_…`.' }),
  }),
});

defineMutation({
  name: 'revokeApiCredential',
  description: 'Ends a token at once. Needs credential.manage.',
  input: revokeApiCredentialInput,
  run: async (context, input) => ({ credentialId: await revokeApiCredential(context, input) }),
  fields: (t) => ({
    apiCredential: t.field({ type: ApiCredential, nullable: true, resolve: (result) => result.credentialId }),
  }),
});
