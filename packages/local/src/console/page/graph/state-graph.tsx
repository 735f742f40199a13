import { useMemo } from "preact/hooks";
import { end, graphOf, start } from "./definition";
import { layoutGraph, type PlacedEdge, type PlacedNode } from "./layout";
import { type StateMark, stepKey, type Walk } from "./walk";

interface StateGraphProps {
  readonly name: string;
  readonly definition: string;
  readonly walk?: Walk | undefined;
  readonly chosen: string;
  readonly onChoose: (state: string) => void;
}

const said: Readonly<Record<StateMark, string>> = {
  passed: "passed",
  current: "the current state",
  failed: "ended here",
};

/** A state machine as a graph: the way an execution went, and where it is. */
export function StateGraph({ name, definition, walk, chosen, onChoose }: StateGraphProps) {
  const { width, height, nodes, edges } = useMemo(() => layoutGraph(graphOf(definition)), [definition]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what can be scrolled must be reachable by keyboard
    <section class="graph" tabIndex={0} aria-label={`Graph of ${name}`}>
      {/* biome-ignore lint/a11y/useSemanticElements: as a picture, which it is else, its buttons would be hidden */}
      <svg
        role="group"
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        aria-label={`States of ${name}`}
      >
        <defs>
          <marker
            id="arrow"
            viewBox="0 0 8 8"
            refX="7"
            refY="4"
            markerWidth="7"
            markerHeight="7"
            orient="auto"
          >
            <path d="M0 0.5L7.5 4L0 7.5z" class="arrow" />
          </marker>
          <marker
            id="arrow-gone"
            viewBox="0 0 8 8"
            refX="7"
            refY="4"
            markerWidth="7"
            markerHeight="7"
            orient="auto"
          >
            <path d="M0 0.5L7.5 4L0 7.5z" class="arrow gone" />
          </marker>
        </defs>
        {inOrder(edges, walk).map((edge) => (
          <Edge key={stepKey(edge.from, edge.to)} edge={edge} isGone={isGone(edge, walk)} />
        ))}
        {nodes.map((node) => (
          <Node
            key={node.name}
            node={node}
            mark={walk?.marks.get(node.name)}
            visits={walk?.visits.get(node.name) ?? 0}
            isChosen={node.name === chosen}
            onChoose={() => onChoose(node.name === chosen ? "" : node.name)}
          />
        ))}
      </svg>
    </section>
  );
}

function isGone({ from, to }: PlacedEdge, walk: Walk | undefined): boolean {
  return walk?.steps.has(stepKey(from, to)) ?? false;
}

/** The way that was gone lies above all others. */
function inOrder(edges: readonly PlacedEdge[], walk: Walk | undefined): PlacedEdge[] {
  return edges.toSorted((one, other) => Number(isGone(one, walk)) - Number(isGone(other, walk)));
}

function Edge({ edge, isGone: gone }: { edge: PlacedEdge; isGone: boolean }) {
  const kind = `edge${edge.isError ? " error" : ""}${gone ? " gone" : ""}`;
  return <path d={edge.path} class={kind} marker-end={gone ? "url(#arrow-gone)" : "url(#arrow)"} />;
}

interface NodeProps {
  readonly node: PlacedNode;
  readonly mark: StateMark | undefined;
  readonly visits: number;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function Node({ node, mark, visits, isChosen, onChoose }: NodeProps) {
  const { name, type, calls, x, y, width, height } = node;
  const box = { x: x - width / 2, y: y - height / 2, width, height };
  if (name === start || name === end) {
    return (
      <g class={`node terminal ${mark ?? ""}`}>
        <rect {...box} rx={height / 2} />
        <text x={x} y={y + 4}>
          {type}
        </text>
      </g>
    );
  }
  const label = [name, type, mark && said[mark], visits > 1 && `entered ${visits} times`].filter(Boolean);
  return (
    // biome-ignore lint/a11y/useSemanticElements: SVG has no buttons of its own
    <g
      class={`node ${mark ?? ""}`}
      role="button"
      tabIndex={0}
      aria-pressed={isChosen}
      aria-label={label.join(", ")}
      onClick={onChoose}
      onKeyDown={(event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        onChoose();
      }}
    >
      <rect {...box} rx={8} />
      <text x={x} y={y - 3}>
        {mark === "passed" ? `✓ ${name}` : name}
        {visits > 1 ? ` ×${visits}` : ""}
      </text>
      <text x={x} y={y + 14} class="small">
        {calls ?? type}
      </text>
    </g>
  );
}
