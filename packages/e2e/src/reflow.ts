import { expect, type Page } from "@playwright/test";

/**
 * Fails if the page has to be pushed sideways on the narrowest phone, or with its text at twice the size, or if what
 * stays in the window does not fit into it then.
 */
export async function fitsNarrow(page: Page, screen: string): Promise<void> {
  const usual = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 568 });
  expect(await tooWide(page), `${screen}: 320 px`).toEqual([]);
  expect(await tooHigh(page), `${screen}: 320 px`).toEqual([]);
  if (usual) await page.setViewportSize(usual);
  await page.evaluate(() => {
    document.documentElement.style.fontSize = "200%";
  });
  expect(await tooWide(page), `${screen}: text at 200 %`).toEqual([]);
  expect(await tooHigh(page), `${screen}: text at 200 %`).toEqual([]);
  await page.evaluate(() => {
    document.documentElement.style.fontSize = "";
  });
}

/** What reaches over the edge of the window, if the window can be pushed there. */
function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    return [...document.body.querySelectorAll("*")]
      .filter((element) => element.getBoundingClientRect().right > clientWidth + 0.5)
      .map((element) => `${element.tagName} ${element.className} ${element.textContent?.slice(0, 30)}`);
  });
}

/** What is fixed to the window and reaches over its upper or lower edge, where nobody can push it back in. */
function tooHigh(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.body.querySelectorAll("*")]
      .filter((element) => getComputedStyle(element).position === "fixed" && element.checkVisibility())
      .filter((element) => {
        const { top, bottom, height } = element.getBoundingClientRect();
        return height > 1 && (top < -0.5 || bottom > window.innerHeight + 0.5);
      })
      .map((element) => `${element.tagName} ${element.className} ${element.textContent?.slice(0, 30)}`),
  );
}
