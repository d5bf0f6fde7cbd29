export interface Edge {
  a: number;
  b: number;
  weight: number;
}

export interface Point {
  x: number;
  y: number;
}

const ROUNDS = 300;
const SIDE = 100;
const MARGIN = 8;

/**
 * Places for some nodes in a box of 100 by 100: all push each other away, and edges pull, the heavier the more. The same
 * nodes and edges always lie in the same places.
 */
export function layout(nodes: readonly number[], edges: readonly Edge[]): Map<number, Point> {
  const count = Math.max(1, nodes.length);
  const ideal = SIDE / Math.sqrt(count) / 1.2;
  const heaviest = Math.max(1, ...edges.map((edge) => edge.weight));
  // A golden spiral: no two begin in one place, and nothing is left to chance.
  const at = new Map<number, Point>(
    nodes.map((node, i) => {
      const [turn, reach] = [i * 2.399963, 40 * Math.sqrt((i + 0.5) / count)];
      return [node, { x: 50 + reach * Math.cos(turn), y: 50 + reach * Math.sin(turn) }];
    }),
  );
  const known = edges.filter((edge) => at.has(edge.a) && at.has(edge.b));
  for (let round = 0; round < ROUNDS; round++) {
    const most = (SIDE / 10) * (1 - round / ROUNDS);
    const force = new Map<number, Point>(nodes.map((node) => [node, { x: 0, y: 0 }]));
    const push = (from: number, to: number, strength: (distance: number) => number) => {
      const [p, q, f, g] = [at.get(from), at.get(to), force.get(from), force.get(to)];
      if (!p || !q || !f || !g) return;
      const [dx, dy] = [q.x - p.x, q.y - p.y];
      const distance = Math.max(0.1, Math.hypot(dx, dy));
      const by = strength(distance) / distance;
      f.x -= dx * by;
      f.y -= dy * by;
      g.x += dx * by;
      g.y += dy * by;
    };
    for (const [i, node] of nodes.entries())
      for (const other of nodes.slice(i + 1)) push(node, other, (distance) => (ideal * ideal) / distance);
    for (const { a, b, weight } of known)
      push(a, b, (distance) => (-(distance * distance) / ideal) * (0.2 + weight / heaviest));
    for (const node of nodes) {
      const [p, f] = [at.get(node), force.get(node)];
      if (!p || !f) continue;
      const length = Math.max(0.001, Math.hypot(f.x, f.y));
      const step = Math.min(length, most) / length;
      p.x = inside(p.x + f.x * step);
      p.y = inside(p.y + f.y * step);
    }
  }
  return at;
}

const inside = (value: number) => Math.min(SIDE - MARGIN, Math.max(MARGIN, value));
