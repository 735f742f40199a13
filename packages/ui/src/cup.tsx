import type { Drink, Ingredient, MilkTint } from "@serverlesspresso/contracts/menu";
import { type CSSProperties, memo, useId } from "react";
import { Foot, Handle, Saucer, Steam, Wall } from "./cup-body";
import { colourOf } from "./cup-colour";
import {
  cubesOf,
  insideOf,
  type Level,
  levelsOf,
  type VesselShape,
  vessels,
  viewBoxOf,
} from "./cup-geometry";
import { milkOf, partsOf, recipeOf } from "./cup-recipe";

interface CupProps {
  drink: Drink;
  /** Ids of the choices that were made; a group without one shows its default. */
  modifiers?: readonly string[];
  /** Width and height in CSS pixels, or any CSS length. */
  size: number | string;
  /** How much of the drink is poured, 0 to 1; the rest is outlined. */
  fill?: number;
  /** Steam above a hot drink; by default when it is whole. Never above an iced one. */
  steaming?: boolean;
  /** Ends at the counter: the line below it is what the vessel stands on. `size` is then its width. */
  standing?: boolean;
  /** Names the picture; without it the picture is decoration. */
  title?: string;
  className?: string;
}

/** Below this many pixels the drawing is a sign: heavier lines, no bubbles. */
const signSize = 56;

/**
 * A cup, cut open: its drink's recipe in layers to scale by volume, milk in its tint, steam when hot, ice when
 * cold. Drawn again only for something else to draw: one tap on a shelf of fifteen changes two.
 */
export const Cup = memo(DrawnCup, isSamePicture);

function DrawnCup(props: CupProps) {
  const { drink, modifiers = [], size, fill = 1, steaming, standing = false, title, className = "" } = props;
  const clip = useId();
  const shape = vessels[drink.vessel];
  const recipe = recipeOf(drink, modifiers);
  const levels = levelsOf(recipe, shape, fill, partsOf(drink.recipe));
  const milk = milkOf(drink, modifiers);
  const detailed = typeof size === "string" || size >= signSize;
  const iced = drink.temperature === "iced";
  const surface = levels.at(-1);
  const whole = standing ? "standing" : "whole";
  const viewBox = viewBoxOf(shape, detailed ? whole : "sign");
  const [, , wide, high] = viewBox.split(" ");
  // Its shape holds where only the width is told.
  const box = standing ? { width: size, aspectRatio: `${wide} / ${high}` } : { width: size, height: size };
  return (
    <span className={`relative block ${className}`} style={box}>
      <svg
        viewBox={viewBox}
        className="size-full"
        role={title ? "img" : undefined}
        aria-label={title}
        aria-hidden={title ? undefined : true}
      >
        <clipPath id={clip}>
          <path d={insideOf(shape)} />
        </clipPath>
        {shape.saucer && <Saucer shape={shape} detailed={detailed} />}
        {shape.saucer && detailed && <Foot shape={shape} />}
        {shape.handle && <Handle shape={shape} detailed={detailed} />}
        <Wall shape={shape} detailed={detailed} />
        <g clipPath={`url(#${clip})`}>
          {[...levels].reverse().map((level) => (
            <Pour
              key={level.ingredient}
              {...{ level, shape, milk, detailed }}
              begun={isBegun(level, levels, shape)}
            />
          ))}
          {surface && fill > 0 && (
            <Ice cubes={cubesOf(recipe, iced)} surface={surface.top} shape={shape} detailed={detailed} />
          )}
          {fill < 1 && detailed && <Ghost levels={levels} shape={shape} />}
        </g>
      </svg>
      {detailed && !iced && (steaming ?? fill >= 1) && surface && (
        <Steam shape={shape} surface={surface.top} viewBox={viewBox} />
      )}
    </span>
  );
}

function isSamePicture(
  { modifiers: drawn = [], ...before }: CupProps,
  { modifiers: wanted = [], ...after }: CupProps,
): boolean {
  const rest = { ...before, ...after };
  // Both sides' keys, so that a prop that went is seen too.
  const names = Object.keys(rest) as (keyof typeof rest)[];
  return (
    names.every((name) => before[name] === after[name]) &&
    drawn.length === wanted.length &&
    drawn.every((id, index) => id === wanted[index])
  );
}

interface PourProps {
  level: Level;
  shape: VesselShape;
  milk: MilkTint;
  detailed: boolean;
  begun: boolean;
}

/** Whether anything of a layer is poured: the one below it has to be whole first. */
function isBegun(level: Level, levels: readonly Level[], { floor }: VesselShape): boolean {
  return level.top < (levels[levels.indexOf(level) - 1]?.wholeTop ?? floor);
}

/** One layer: a body with a surface of its own, moved to its level so that pouring and choosing are motions. */
function Pour({ level, shape, milk, detailed, begun }: PourProps) {
  // The bumps of foam must not show before there is any.
  const sunk = begun ? 0 : 12;
  const { ingredient } = level;
  const colour = colourOf(ingredient, milk);
  const left = shape.center - shape.rimRadius - 6;
  const width = 2 * shape.rimRadius + 12;
  const style: CSSProperties = { transform: `translateY(${(level.top + sunk).toFixed(2)}px)`, fill: colour };
  return (
    <g className="cup-level" style={style}>
      <path d={surfaceOf(ingredient, left, width)} />
      {ingredient === "espresso" && (
        <rect x={left} width={width} height={detailed ? 3.2 : 5} fill="var(--color-cup-crema)" />
      )}
      {detailed && ingredient === "foam" && <Bubbles left={left} width={width} />}
    </g>
  );
}

const deep = 130;

/** Foam and cream rise in soft bumps, cocoa lies in grains, everything else is level. */
function surfaceOf(ingredient: Ingredient, left: number, width: number): string {
  const bump = { foam: [14, 3.2], cream: [22, 9], cocoa: [5, 1.6] } as const;
  const found = Object.entries(bump).find(([name]) => name === ingredient);
  if (!found) return `M${left} 0h${width}v${deep}h${-width}Z`;
  const [length, height] = found[1];
  const count = Math.ceil(width / length);
  return `M${left} 0${`q${length / 2} ${-height} ${length} 0`.repeat(count)}v${deep}h${-count * length}Z`;
}

function Bubbles({ left, width }: { left: number; width: number }) {
  const spots = [
    [0.16, 4, 1.5],
    [0.3, 7, 0.9],
    [0.43, 3.5, 1.1],
    [0.57, 6.5, 1.6],
    [0.7, 3.6, 0.8],
    [0.83, 5.4, 1.3],
  ] as const;
  return (
    <g fill="none" stroke="var(--color-cup-line)" strokeOpacity={0.16} strokeWidth={0.7}>
      {spots.map(([across, y, r]) => (
        <circle key={across} cx={left + across * width} cy={y} r={r} />
      ))}
    </g>
  );
}

interface IceProps {
  cubes: readonly { across: number; below: number; turn: number }[];
  surface: number;
  shape: VesselShape;
  detailed: boolean;
}

function Ice({ cubes, surface, shape, detailed }: IceProps) {
  const side = detailed ? 21 : 26;
  return (
    <g className="cup-level" style={{ transform: `translateY(${surface.toFixed(2)}px)` }}>
      {cubes.map(({ across, below, turn }) => (
        <g
          key={turn}
          transform={`translate(${shape.center + across * (shape.floorRadius + 2)} ${below}) rotate(${turn})`}
        >
          <rect
            x={-side / 2}
            y={-side / 2}
            width={side}
            height={side}
            rx={4}
            fill="var(--color-cup-ice)"
            fillOpacity={0.62}
            stroke="var(--color-cup-ice)"
            strokeWidth={detailed ? 1.4 : 3}
          />
          {detailed && (
            <path
              d={`M${-side / 2 + 4} ${side / 2 - 6}V${-side / 2 + 6}q0-2 2-2h5`}
              fill="none"
              stroke="var(--color-cup-shine)"
              strokeWidth={1.6}
              strokeLinecap="round"
            />
          )}
        </g>
      ))}
    </g>
  );
}

/** What is still to be poured: its levels as dashed lines, as on a drawing. */
function Ghost({ levels, shape }: { levels: readonly Level[]; shape: VesselShape }) {
  return (
    <g stroke="var(--color-cup-line)" strokeOpacity={0.5} strokeWidth={1} strokeDasharray="3 4">
      {levels
        .filter((level) => level.top > level.wholeTop)
        .map((level) => (
          <path
            key={level.ingredient}
            d={`M${shape.center - shape.rimRadius} ${level.wholeTop.toFixed(2)}h${2 * shape.rimRadius}`}
          />
        ))}
    </g>
  );
}
