import { expect, test } from "./actors";
import { playStory } from "./recorded/play-story";
import { stories } from "./recorded/stories";

for (const story of stories) {
  test(`an order ${story.name} comes to the same end as when it was recorded`, async ({ stack }) => {
    expect(await playStory(stack, story)).toMatchSnapshot(`${story.name.replaceAll(/\W+/g, "-")}.txt`);
  });
}
