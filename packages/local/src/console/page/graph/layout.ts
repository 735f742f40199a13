import { Graph as Dagre, layout } from "@dagrejs/dagre";
import { end, type Graph, type GraphEdge, type GraphNode, start } from "./definition";

export interface PlacedNode extends GraphNode {
  /** The middle. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PlacedEdge extends GraphEdge {
  /** As an SVG path. */
  readonly path: string;
}

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly PlacedEdge[];
}

const letterWidth = 7.2;
const margin = 12;

/** Places a state machine from top to bottom; sizes are in px at the graph's natural size. */
export function layoutGraph({ nodes, edges }: Graph): Layout {
  const dagre = new Dagre();
  dagre.setGraph({
    rankdir: "TB",
    ranker: "tight-tree",
    nodesep: 18,
    ranksep: 30,
    edgesep: 10,
    marginx: margin,
    marginy: margin,
  });
  dagre.setDefaultEdgeLabel(() => ({}));
  for (const node of nodes) dagre.setNode(node.name, sizeOf(node));
  // The way of an order that goes well is drawn straight.
  for (const { from, to, isError } of edges) dagre.setEdge(from, to, { weight: isError ? 1 : 8 });
  layout(dagre);
  const { width = 0, height = 0 } = dagre.graph();
  return {
    width,
    height,
    nodes: nodes.map((node) => {
      const { x = 0, y = 0, width: w = 0, height: h = 0 } = dagre.node(node.name);
      return { ...node, x, y, width: w, height: h };
    }),
    edges: edges.map((edge) => ({ ...edge, path: curve(dagre.edge(edge.from, edge.to).points ?? []) })),
  };
}

function sizeOf({ name, calls }: GraphNode): { width: number; height: number } {
  if (name === start || name === end) return { width: 58, height: 26 };
  const letters = Math.max(name.length + 2, (calls ?? "").length * 0.8);
  return { width: Math.max(110, Math.round(letters * letterWidth + 16)), height: 44 };
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Through the middles between the points, bent at each. */
function curve(points: readonly Point[]): string {
  const [first, ...rest] = points;
  const last = rest.at(-1);
  if (first === undefined || last === undefined) return "";
  const bends = rest.slice(0, -1).map((point, index) => {
    const next = rest[index + 1] ?? point;
    const isLast = index === rest.length - 2;
    const to = isLast ? last : { x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 };
    return `Q${at(point)} ${at(to)}`;
  });
  return `M${at(first)}${bends.length === 0 ? `L${at(last)}` : bends.join("")}`;
}

function at({ x, y }: Point): string {
  return `${x.toFixed(1)} ${y.toFixed(1)}`;
}
