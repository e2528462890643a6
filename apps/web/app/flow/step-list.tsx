import './flow.css';
import type { FlowNodeKind } from '@handoff/core/flow/flow-definition';
import { Check, Play } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { NodeState } from './flow-picture.tsx';
import { nodeIcons } from './node-kinds.ts';

export interface FlowStep {
  id: string;
  kind: FlowNodeKind;
  name: string;
  state: NodeState;
  /** Who and when: "Li Na · 09:12", "since 1 h 12 min", "Field Hangzhou, claim". */
  note: string;
  /** For the step that is on: what the reader can do. */
  detail?: string;
}

/** A ticket's way so far and what comes, from top to bottom. */
export function StepList({ steps }: { steps: readonly FlowStep[] }) {
  const { t } = useTranslation('flow');
  return (
    <ol className="step-list">
      {steps.map((step) => {
        const Icon = step.state === 'done' ? Check : step.state === 'now' ? Play : nodeIcons[step.kind];
        return (
          <li
            key={step.id}
            className={`step is-${step.state}`}
            aria-current={step.state === 'now' ? 'step' : undefined}
          >
            <span className="step-mark">
              <Icon size={12} strokeWidth={2.25} />
              <span className="visually-hidden">{t(`state.${step.state}`)}</span>
            </span>
            <p className="step-line">
              <span className="step-name">{step.name}</span>
              <span className="small quiet">{step.note}</span>
            </p>
            {step.detail && <p className="small step-detail">{step.detail}</p>}
          </li>
        );
      })}
    </ol>
  );
}
