import { setTimeout as wait } from 'node:timers/promises';
import type { Integrator } from '@handoff/e2e/support/integrator.ts';

const subscription = `subscription ($after: String) {
  ticketEvents(after: $after) { eventId kind sequence ticket { number } }
}`;

/** Follows what happens to tickets, and goes on at the other web process from the last event whenever a line breaks. */
export class SteadyFollower {
  /** Every event that it was told of, in the order of telling, each once. */
  readonly seen = new Set<string>();
  /** How often it was told again of one that it knew. */
  repeats = 0;
  lines = 0;
  readonly refusals: string[] = [];
  readonly #stop = new AbortController();
  #last: string | null = null;

  constructor(private readonly places: readonly Integrator[]) {
    void this.#follow();
  }

  stop(): void {
    this.#stop.abort();
  }

  async #follow(): Promise<void> {
    while (!this.#stop.signal.aborted) {
      const place = this.places[this.lines % this.places.length];
      this.lines += 1;
      await place
        ?.post(
          { query: subscription, variables: { after: this.#last } },
          { accept: 'text/event-stream' },
          this.#stop.signal,
        )
        .then((response) => this.#read(response))
        .catch(() => undefined);
      await wait(100);
    }
  }

  async #read(response: Response): Promise<void> {
    const decoder = new TextDecoder();
    let text = '';
    for await (const chunk of response.body ?? []) {
      text += decoder.decode(chunk, { stream: true });
      const blocks = text.split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) this.#take(block);
    }
  }

  #take(block: string): void {
    const data = /^data: ?(.+)$/m.exec(block)?.[1];
    if (!data) return;
    const answer = JSON.parse(data) as { data?: { ticketEvents?: { eventId: string } } | null; errors?: unknown };
    const eventId = answer.data?.ticketEvents?.eventId;
    if (!eventId) {
      this.refusals.push(data);
      return;
    }
    this.#last = eventId;
    if (this.seen.has(eventId)) this.repeats += 1;
    this.seen.add(eventId);
  }
}
