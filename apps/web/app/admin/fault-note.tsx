import { CircleAlert } from 'lucide-react';
import type { Fault } from '~/graphql/mutation-result.ts';

/** What was refused and is not said at a field: a conflict, a missing right, or a fault of something not shown here. */
export function FaultNote({ fault, shown = [] }: { fault: Fault | null; shown?: readonly string[] }) {
  if (!fault) return null;
  const elsewhere = fault.issues.filter((issue) => !shown.includes(issue.path[0] ?? ''));
  const messages = fault.issues.length > 0 ? elsewhere.map((issue) => issue.message) : [fault.message];
  if (messages.length === 0) return null;
  return (
    <div role="alert" className="admin-fault">
      <CircleAlert size={16} />
      <ul>
        {messages.map((message, index) => (
          <li key={index}>{message}</li>
        ))}
      </ul>
    </div>
  );
}
