import { defineAction, field } from '@handoff/plugin-sdk';
import { z } from 'zod';
import { type config, type SimulatorHost } from './config.ts';
import { endCall } from './end-call.ts';

const callId = field(z.string().min(1).max(120), { title: { en: 'Call id', zh: '通话 ID' } });

const ringInInput = z
  .object({
    customerNumber: field(z.string().min(3).max(40), { title: { en: "Customer's number", zh: '客户号码' } }),
    companyNumber: field(z.string().min(3).max(40).optional(), { title: { en: 'Number called', zh: '被叫号码' } }),
    agent: field(z.string().max(100).optional(), {
      title: { en: 'Agent', zh: '坐席' },
      description: { en: 'Login name or work number.', zh: '登录名或工号。' },
    }),
    group: field(z.string().max(60).optional(), {
      title: { en: 'Service group', zh: '服务组' },
      description: { en: 'Its key; the group chooses the agent.', zh: '服务组标识，由服务组分配坐席。' },
    }),
    keysPressed: field(z.string().max(40).optional(), { title: { en: 'Keys pressed', zh: '按键' } }),
    waitedSeconds: field(z.int().min(0).max(3600).optional(), { title: { en: 'Waited (s)', zh: '已等待（秒）' } }),
  })
  .refine((input) => Boolean(input.agent) !== Boolean(input.group), {
    path: ['agent'],
    error: 'name either an agent or a service group | 坐席和服务组请填写其中一项',
  });

/** A customer calls. The call's id follows from the run's. */
const ringIn = defineAction<typeof config, typeof ringInInput>({
  title: { en: 'Ring in', zh: '模拟来电' },
  description: { en: 'A customer calls an agent or a service group.', zh: '客户呼入坐席或服务组。' },
  input: ringInInput,
  run: (host, { waitedSeconds, ...input }, runId) =>
    host.report({
      ...input,
      kind: 'call.offered',
      eventId: `${runId}:offered`,
      callId: runId,
      at: host.now(),
      direction: 'inbound',
      companyNumber: input.companyNumber ?? host.config.companyNumbers[0],
      waitedSeconds: waitedSeconds ?? 0,
    }),
});

const callInput = z.object({ callId });
const onCall = (
  title: { en: string; zh: string },
  description: { en: string; zh: string },
  act: (host: SimulatorHost, callId: string) => Promise<void>,
) =>
  defineAction<typeof config, typeof callInput>({
    title,
    description,
    input: callInput,
    run: (host, input) => act(host, input.callId),
  });

const pickUpInput = z.object({
  callId,
  agent: field(z.string().min(1).max(100), {
    title: { en: 'Agent', zh: '坐席' },
    description: { en: 'Login name or work number.', zh: '登录名或工号。' },
  }),
});

/** Somebody takes a call at a telephone, though it rings at another agent. */
const pickUp = defineAction<typeof config, typeof pickUpInput>({
  title: { en: 'Another agent picks up', zh: '由其他坐席抢接' },
  description: {
    en: 'An agent takes a ringing call at their telephone.',
    zh: '坐席在话机上接起正在振铃的来电。',
  },
  input: pickUpInput,
  run: (host, { callId: id, agent }) =>
    host.report({
      kind: 'call.answered',
      eventId: `${id}:picked-up`,
      callId: id,
      at: host.now(),
      agent,
      isRecorded: host.config.isRecording,
    }),
});

export const actions = {
  ringIn,
  pickUp,
  answerByCustomer: onCall(
    { en: 'Customer answers', zh: '客户接听' },
    { en: 'The customer answers an outgoing call.', zh: '客户接听外呼。' },
    (host, id) =>
      host.report({
        kind: 'call.answered',
        eventId: `${id}:answered`,
        callId: id,
        at: host.now(),
        isRecorded: host.config.isRecording,
      }),
  ),
  hangUpByCustomer: onCall(
    { en: 'Customer hangs up', zh: '客户挂机' },
    { en: 'The customer ends the conversation.', zh: '客户结束通话。' },
    (host, id) => endCall(host, id, 'customer_hung_up'),
  ),
  abandon: onCall(
    { en: 'Customer gives up', zh: '客户放弃' },
    { en: 'The customer hangs up before anybody answers.', zh: '客户在接听前挂机。' },
    (host, id) => endCall(host, id, 'abandoned'),
  ),
};
