import type { Layer, Vessel } from "@serverlesspresso/contracts/menu";
import { partsOf } from "./cup-recipe";

/** The drawing's square, and the line in it that every vessel stands on. */
export const canvas = 160;
export const counter = 150;
/** Where a cup's foot rests in its saucer. */
export const well = counter - 3.5;

export interface VesselShape {
  /** The inside, in units of the canvas: the floor's y, the rim's y, half the width at floor and rim. */
  floor: number;
  rim: number;
  floorRadius: number;
  rimRadius: number;
  /** How round the wall is: 1 is a cone, greater values bulge out like a bowl. */
  roundness: number;
  center: number;
  wall: number;
  /** The share of the inside, by volume, that a whole drink takes. */
  fullness: number;
  material: "porcelain" | "glass" | "paper";
  handle: boolean;
  saucer: boolean;
}

export const vessels: Record<Vessel, VesselShape> = {
  "espresso-cup": {
    floor: 136,
    rim: 82,
    floorRadius: 19,
    rimRadius: 36,
    roundness: 2.6,
    center: 74,
    wall: 5.5,
    fullness: 0.56,
    material: "porcelain",
    handle: true,
    saucer: true,
  },
  cup: {
    floor: 136,
    rim: 67,
    floorRadius: 23,
    rimRadius: 53,
    roundness: 2.4,
    center: 72,
    wall: 5.5,
    fullness: 0.84,
    material: "porcelain",
    handle: true,
    saucer: true,
  },
  glass: {
    floor: 146,
    rim: 43,
    floorRadius: 24,
    rimRadius: 35,
    roundness: 1.15,
    center: 80,
    wall: 3.5,
    fullness: 0.86,
    material: "glass",
    handle: false,
    saucer: false,
  },
  tumbler: {
    floor: 145.5,
    rim: 69.5,
    floorRadius: 36,
    rimRadius: 43,
    roundness: 1.1,
    center: 80,
    wall: 4,
    fullness: 0.84,
    material: "glass",
    handle: false,
    saucer: false,
  },
  "paper-cup": {
    floor: 146,
    rim: 39,
    floorRadius: 27,
    rimRadius: 41,
    roundness: 1,
    center: 80,
    wall: 2.5,
    fullness: 0.84,
    material: "paper",
    handle: false,
    saucer: false,
  },
};

/** Half the inside's width at a height from 0 (floor) to 1 (rim). */
export function radiusAt(shape: VesselShape, height: number): number {
  const clamped = Math.min(1, Math.max(0, height));
  const opened = (1 - (1 - clamped) ** shape.roundness) ** (1 / shape.roundness ** 0.5);
  return shape.floorRadius + (shape.rimRadius - shape.floorRadius) * opened;
}

const slices = 160;

/** Reckons something once for each vessel: a shelf shows fifteen cups of five. */
function oncePerShape<T>(reckon: (shape: VesselShape) => T): (shape: VesselShape) => T {
  const known = new WeakMap<VesselShape, T>();
  return (shape) => {
    const found = known.get(shape) ?? reckon(shape);
    known.set(shape, found);
    return found;
  };
}

/** What a slice of the inside holds, from the floor up. */
const areasOf = oncePerShape((shape) =>
  Array.from({ length: slices }, (_, i) => radiusAt(shape, (i + 0.5) / slices) ** 2),
);

/** The height, 0 to 1, to which a share of the vessel's volume reaches: a cup is wide at the top. */
export function heightOfVolume(shape: VesselShape, share: number): number {
  const areas = areasOf(shape);
  const wanted = Math.min(1, Math.max(0, share)) * areas.reduce((sum, area) => sum + area, 0);
  let reached = 0;
  for (const [i, area] of areas.entries()) {
    if (reached + area >= wanted) return (i + (wanted - reached) / area) / slices;
    reached += area;
  }
  return 1;
}

export interface Level extends Layer {
  /** The y of this layer's surface, and of the same when the drink is whole. */
  top: number;
  wholeTop: number;
}

/** Even a dusting of cocoa must be seen. */
const thinnest = 3.5;

/** A vessel is never quite full. */
const brim = 0.97;

/**
 * Where each layer ends, from the bottom up, to scale by volume, when `fill` (0 to 1) of the drink is poured.
 * `usual` is the parts of the drink as the menu has it: what a choice adds makes the cup fuller.
 */
export function levelsOf(
  recipe: readonly Layer[],
  shape: VesselShape,
  fill: number,
  usual?: number,
): Level[] {
  const liquid = recipe.filter((layer) => layer.ingredient !== "ice");
  const total = partsOf(liquid);
  const share = Math.min(brim, (shape.fullness * total) / (usual ?? total));
  const depth = shape.floor - shape.rim;
  let poured = 0;
  let previous = shape.floor;
  const whole = liquid.map((layer) => {
    poured += layer.parts;
    const y = shape.floor - depth * heightOfVolume(shape, (share * poured) / total);
    previous = Math.min(y, previous - thinnest);
    return { ...layer, wholeTop: previous };
  });
  const surface = shape.floor - (shape.floor - previous) * fill;
  return whole.map((layer) => ({ ...layer, top: Math.max(layer.wholeTop, surface) }));
}

const steps = 28;

const outlinesOf = oncePerShape(() => new Map<number, string>());

/** The outline of the inside, grown by `by` on all sides and cut off at the rim; an SVG path, closed if asked. */
export function outline(shape: VesselShape, by: number, closed: boolean): string {
  const outlines = outlinesOf(shape);
  const path = outlines.get(by) ?? drawOutline(shape, by);
  outlines.set(by, path);
  return closed ? `${path}Z` : path;
}

function drawOutline(shape: VesselShape, by: number): string {
  const { center, floor, rim } = shape;
  const right = Array.from({ length: steps + 1 }, (_, i) => {
    const height = (i / steps) ** 2;
    return [radiusAt(shape, height) + by, floor - (floor - rim) * height + by * (1 - height)] as const;
  });
  const point = (x: number, y: number) => `${round(center + x)} ${round(y)}`;
  const left = [...right].reverse().map(([r, y]) => point(-r, y));
  return `M${[...left, ...right.map(([r, y]) => point(r, y))].join("L")}`;
}

/** Cubes of ice: a place in the drink (across -1 to 1, below the surface in units) and a turn in degrees. */
export function cubesOf(
  recipe: readonly Layer[],
  iced: boolean,
): { across: number; below: number; turn: number }[] {
  const total = recipe.reduce((sum, layer) => sum + layer.parts, 0);
  const ice = recipe.find((layer) => layer.ingredient === "ice")?.parts ?? 0;
  if (!iced && ice === 0) return [];
  const count = Math.min(5, Math.max(2, Math.round((ice / total) * 12)));
  return [
    { across: -0.42, below: 4, turn: -14 },
    { across: 0.44, below: 7, turn: 18 },
    { across: 0.02, below: 25, turn: 38 },
    { across: -0.5, below: 37, turn: 8 },
    { across: 0.46, below: 41, turn: -24 },
  ].slice(0, count);
}

/** The part of the canvas to show: all of it, all above the counter, or for a sign the vessel alone. */
export function viewBoxOf(shape: VesselShape, part: "whole" | "standing" | "sign"): string {
  if (part === "whole") return `0 0 ${canvas} ${canvas}`;
  if (part === "standing") return `0 0 ${canvas} ${counter}`;
  const left = shape.center - shape.rimRadius - (shape.saucer ? 20 : 7);
  const right = shape.center + shape.rimRadius + (shape.handle ? 34 : 7);
  const height = counter + 1 - (shape.rim - 7);
  const side = Math.max(right - left, height);
  return [(left + right - side) / 2, counter + 1 - side, side, side].map(round).join(" ");
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** The inside, open to the sky: what is poured is cut off at the walls, foam may stand above the rim. */
export function insideOf(shape: VesselShape): string {
  return `${outline(shape, 0, false)}V${shape.rim - 14}H${shape.center - shape.rimRadius}Z`;
}
