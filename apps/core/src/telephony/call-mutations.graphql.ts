import type { z } from 'zod';
import { defineMutation } from '../graphql/mutation.ts';
import type { Context } from '../platform/context.ts';
import { Call } from './call.graphql.ts';
import { answerCall } from './command/answer-call.ts';
import { dialCustomer } from './command/dial-customer.ts';
import { dialCustomerInput } from './command/dial-target.ts';
import { hangUpCall } from './command/hang-up-call.ts';
import { holdCall } from './command/hold-call.ts';
import { callInput } from './command/lock-own-call.ts';
import { muteCall, muteCallInput } from './command/mute-call.ts';
import { rejectCall } from './command/reject-call.ts';
import { resumeCall } from './command/resume-call.ts';
import { sendDigits, sendDigitsInput } from './command/send-digits.ts';
import { transferCall, transferCallInput } from './command/transfer-call.ts';
import { finishWrapUp, finishWrapUpInput } from './finish-wrap-up.ts';
import { linkCallCustomer, linkCallCustomerInput } from './link-call-customer.ts';

function callMutation<Schema extends z.ZodObject>(
  name: string,
  description: string,
  input: Schema,
  run: (context: Context, input: z.input<Schema>) => Promise<string>,
): void {
  defineMutation({
    name,
    description,
    input,
    run: async (context, parsed) => ({ callId: await run(context, parsed as z.input<Schema>) }),
    fields: (t) => ({ call: t.field({ type: Call, nullable: true, resolve: (result) => result.callId }) }),
  });
}

callMutation('answerCall', 'Answers the call that rings at the viewer; callEvents tells when.', callInput, answerCall);
callMutation('rejectCall', "Turns a ringing call down; a group's call goes to the next agent.", callInput, rejectCall);
callMutation('hangUpCall', "Ends the viewer's conversation; callEvents tells when.", callInput, hangUpCall);
callMutation('holdCall', 'Lets the customer wait with music.', callInput, holdCall);
callMutation('resumeCall', 'Goes on with the customer who was held.', callInput, resumeCall);
callMutation('muteCall', 'Mutes the viewer towards the customer, or ends that.', muteCallInput, muteCall);
callMutation('sendDigits', 'Sends key tones into the conversation.', sendDigitsInput, sendDigits);
callMutation('transferCall', 'Gives the conversation to an agent who is ready.', transferCallInput, transferCall);
callMutation(
  'dialCustomer',
  'Calls a number of a customer, also a masked one, or a typed number.',
  dialCustomerInput,
  dialCustomer,
);
callMutation('linkCallCustomer', 'Says which customer a call is with.', linkCallCustomerInput, linkCallCustomer);
callMutation(
  'finishWrapUp',
  'Notes what came of a call, and ends the wrapping up after it.',
  finishWrapUpInput,
  finishWrapUp,
);
