import { expect, test } from "vitest";
import { hunts } from "./rule-hunts";
import { type Rule, rules, without } from "./rules";
import { search } from "./search";
import { bounded, setting } from "./starts";

const names = Object.keys(rules) as Rule[]; // keys forget the names
const stories: string[] = [];

test.each(names)("without %s the search finds what it prevents", (rule) => {
  const { from, bounds, setting: more } = hunts[rule];
  const world = { setting: { ...setting, ...more }, rules: without(rule) };
  const { violation } = search(world, bounded(from, bounds), { states: 20_000 });
  if (violation === null) throw new Error("nothing found");
  const { invariant, what, story } = violation;
  stories.push(
    `## ${rule}: ${rules[rule]}\n\n${story.map((line, index) => `${index + 1}. ${line}`).join("\n")}\n\n**${invariant}**: ${what}.\n`,
  );
});

test("each shortest way to trouble is told as a story", async () => {
  const title =
    "# What happens without a rule\n\nThe shortest way to a broken promise, as the model finds it.\n";
  await expect([title, ...stories].join("\n")).toMatchFileSnapshot("stories.md");
});
