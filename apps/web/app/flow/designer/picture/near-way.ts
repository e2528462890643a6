import type { FlowLayout, Point } from '../../lay-out-flow.ts';

/** How near to a way something has to be dropped to land on it. */
const NEAR = 36;

function distance(point: Point, from: Point, to: Point): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((point.x - from.x) * dx + (point.y - from.y) * dy) / length;
  const share = Math.min(1, Math.max(0, along));
  return Math.hypot(point.x - from.x - share * dx, point.y - from.y - share * dy);
}

/** The way nearest to a point of the picture among those that may be meant, if it is near at all. */
export function wayNear({ routes }: FlowLayout, point: Point, mayBe: (way: string) => boolean): string | null {
  let nearest: string | null = null;
  let least = NEAR;
  for (const [id, { bends }] of routes) {
    for (let at = 1; at < bends.length; at += 1) {
      const [from, to] = [bends[at - 1], bends[at]];
      if (!from || !to) continue;
      const far = distance(point, from, to);
      if (far >= least || !mayBe(id)) continue;
      least = far;
      nearest = id;
    }
  }
  return nearest;
}
