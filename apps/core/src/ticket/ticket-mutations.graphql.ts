import { acceptStep } from './step/accept-step.ts';
import { cancelTicket } from './cancel-ticket.ts';
import { changeUrgency } from './change-urgency.ts';
import { commentTicket } from './comment-ticket.ts';
import { createTicket } from './create-ticket.ts';
import { decideStep } from './step/decide-step.ts';
import { countersignStep } from './step/countersign-step.ts';
import { reassignStep } from './step/reassign-step.ts';
import { rollBackStep } from './step/roll-back-step.ts';
import { saveTicketDraft } from './save-ticket-draft.ts';
import { submitStep } from './step/submit-step.ts';
import { resumeStep, suspendStep } from './step/suspend-step.ts';
import * as inputs from './ticket-input.ts';
import { ticketMutation } from './ticket-mutation.ts';

ticketMutation(
  'createTicket',
  'Creates a ticket and starts its flow and clocks. Needs ticket.create.',
  inputs.createTicketInput,
  createTicket,
);
ticketMutation(
  'saveTicketDraft',
  'Keeps an unfinished ticket that only its author sees.',
  inputs.saveTicketDraftInput,
  saveTicketDraft,
);
ticketMutation(
  'acceptStep',
  'Takes a step that is assigned or offered to the caller; the first one has it.',
  inputs.acceptStepInput,
  acceptStep,
);
ticketMutation('submitStep', "Finishes the caller's step with its answers.", inputs.submitStepInput, submitStep);
ticketMutation('decideStep', 'Approves or rejects at an approval step.', inputs.decideStepInput, decideStep);
ticketMutation('rollBackStep', 'Sends a step back, with a reason.', inputs.rollBackStepInput, rollBackStep);
ticketMutation('reassignStep', 'Gives a step to another agent.', inputs.reassignStepInput, reassignStep);
ticketMutation(
  'countersignStep',
  'Asks a colleague to approve beside the caller, whose approval is due.',
  inputs.countersignStepInput,
  countersignStep,
);
ticketMutation('suspendStep', 'Lets a step rest, with a reason.', inputs.suspendStepInput, suspendStep);
ticketMutation('resumeStep', 'Goes on with a suspended step.', inputs.resumeStepInput, resumeStep);
ticketMutation(
  'cancelTicket',
  'Ends a ticket before its flow does. Needs ticket.manage.',
  inputs.cancelTicketInput,
  cancelTicket,
);
ticketMutation(
  'changeUrgency',
  'Changes how urgent a ticket is; its clocks move.',
  inputs.changeUrgencyInput,
  changeUrgency,
);
ticketMutation(
  'commentTicket',
  'Adds an internal note or supplement, with files and mentions.',
  inputs.commentTicketInput,
  commentTicket,
);
