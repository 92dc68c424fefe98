import type { Viz } from '@viz-js/viz';

export interface RankedNode {
  readonly key: string;
  readonly rank: number;
  readonly width: number;
}
export interface RankedEdge {
  readonly from: string;
  readonly to: string;
  /** A heavier edge is kept shorter and straighter. */
  readonly weight?: number;
}
const POINTS_PER_INCH = 72;

let loading: Promise<Viz> | null = null;
/** Graphviz is compiled on first use, so that a program that draws no family does not wait for it. */
const graphviz = (): Promise<Viz> => (loading ??= import('@viz-js/viz').then(({ instance }) => instance()));

/**
 * Where the middle of each node comes to stand from left to right, so that few edges cross and no two nodes of a rank
 * overlap. A layout that fails is replaced by the order of the nodes; it never throws.
 */
export async function placeInRanks(
  nodes: readonly RankedNode[],
  edges: readonly RankedEdge[],
  gap: number,
): Promise<ReadonlyMap<string, number>> {
  try {
    return await placedByGraphviz(nodes, edges, gap);
  } catch {
    // An instance that has stopped once is not asked again.
    loading = null;
    return inOrder(nodes, gap);
  }
}

async function placedByGraphviz(nodes: readonly RankedNode[], edges: readonly RankedEdge[], gap: number) {
  const names = new Map(nodes.map(({ key }, index) => [key, `n${index}`]));
  const ranks = [...new Set(nodes.map(({ rank }) => rank))].sort((a, b) => a - b);
  const { objects } = (await graphviz()).renderJSON({
    directed: true,
    graphAttributes: { nodesep: gap / POINTS_PER_INCH, ranksep: 0.1, splines: 'none' },
    nodeAttributes: { shape: 'box', fixedsize: true, height: 0.1, label: '' },
    nodes: [
      ...nodes.map(({ key, width }) => ({
        name: names.get(key)!,
        attributes: { width: width / POINTS_PER_INCH, ordering: 'out' },
      })),
      ...ranks.map((rank) => ({ name: `r${rank}`, attributes: { width: 0.01, style: 'invis' } })),
    ],
    edges: [
      ...edges.map(({ from, to, weight = 1 }) => ({
        tail: names.get(from)!,
        head: names.get(to)!,
        attributes: { weight },
      })),
      ...ranks.slice(1).map((rank, index) => ({ tail: `r${ranks[index]}`, head: `r${rank}` })),
    ],
    subgraphs: ranks.map((rank) => ({
      graphAttributes: { rank: 'same' },
      nodes: [
        { name: `r${rank}` },
        ...nodes.filter((node) => node.rank === rank).map(({ key }) => ({ name: names.get(key)! })),
      ],
    })),
  }) as { objects: readonly { readonly name: string; readonly pos?: string }[] };
  const placed = new Map(objects.map(({ name, pos }) => [name, Number(pos?.split(',')[0])]));
  return new Map(
    [...names].map(([key, name]) => {
      const x = placed.get(name);
      if (x === undefined || !Number.isFinite(x)) throw new Error('The layout has no place for a node');
      return [key, x];
    }),
  );
}

function inOrder(nodes: readonly RankedNode[], gap: number): ReadonlyMap<string, number> {
  const ends = new Map<number, number>();
  return new Map(
    nodes.map(({ key, rank, width }) => {
      const left = ends.get(rank) ?? 0;
      ends.set(rank, left + width + gap);
      return [key, left + width / 2];
    }),
  );
}
