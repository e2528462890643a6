import type { Integrator } from './integrator.ts';

/** Follows a subscription over server-sent events and keeps what came, so that a spec can await it. */
export class Follower<Item> {
  readonly items: Item[] = [];
  readonly #stop = new AbortController();
  readonly #wakes = new Set<() => void>();

  /** Resolves once the server has answered that it streams. */
  static async start<Item>(integrator: Integrator, subscription: string, variables: object = {}) {
    const follower = new Follower<Item>();
    const body = { query: subscription, variables };
    const response = await integrator.post(body, { accept: 'text/event-stream' }, follower.#stop.signal);
    if (!response.ok || !response.body) throw new Error(`the subscription answered ${response.status}`);
    void follower.#read(response.body);
    return follower;
  }

  /** The first item that fits, whether it came already or is still to come. */
  async next(fits: (item: Item) => boolean, milliseconds = 30_000): Promise<Item> {
    const deadline = AbortSignal.timeout(milliseconds);
    for (;;) {
      const found = this.items.find(fits);
      if (found) return found;
      await new Promise<void>((resolve, reject) => {
        this.#wakes.add(resolve);
        deadline.addEventListener('abort', () => reject(new Error(`not told of in time: ${String(fits)}`)), {
          once: true,
        });
      });
    }
  }

  stop(): void {
    this.#stop.abort();
  }

  async #read(body: ReadableStream<Uint8Array>): Promise<void> {
    const decoder = new TextDecoder();
    let text = '';
    try {
      for await (const chunk of body) {
        text += decoder.decode(chunk, { stream: true });
        const blocks = text.split('\n\n');
        text = blocks.pop() ?? '';
        for (const block of blocks) this.#take(block);
      }
    } catch (error) {
      if (!this.#stop.signal.aborted) this.#take(`data: ${JSON.stringify({ errors: [String(error)] })}`);
    }
  }

  #take(block: string): void {
    const data = /^data: ?(.+)$/m.exec(block)?.[1];
    if (!data) return;
    const answer = JSON.parse(data) as { data?: Record<string, Item> };
    const [item] = Object.values(answer.data ?? {});
    if (item === undefined) return;
    this.items.push(item);
    for (const wake of this.#wakes) wake();
    this.#wakes.clear();
  }
}
