import { existsSync } from "node:fs";
import axe from "axe-core";
import { type Browser, chromium, type Page } from "playwright-core";
import { LANGUAGES } from "@minga/core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { renderReport } from "../src/index.ts";
import { inputOf, madeRecords } from "./support/section.ts";

/** Debian's own; nothing is downloaded. */
const CHROMIUM = ["/usr/bin/chromium", "/usr/bin/chromium-browser"].find((path) => existsSync(path));

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** A browser on a busy machine takes its time. */
const PATIENCE = 180_000;

const input = inputOf({
  ...madeRecords(80),
  targets: [
    { indicator: "o1.participants", period: "2025", kind: "annual", target: 40, baseline: 20, direction: "up" },
    { indicator: "o1.registered", period: "2026", kind: "annual", target: 400, baseline: 30, direction: "up" },
    { indicator: "o1.registered", period: "2030", kind: "final", target: 900, baseline: 30, direction: "up" },
  ],
  assessments: [{ kind: "sustainability", item: "free-funds", period: 2025, rating: 2, evidence: "Acta" }],
});

const cases = LANGUAGES.flatMap((language) => [360, 1280].map((width) => ({ language, width })));

describe.skipIf(CHROMIUM === undefined)(
  "in a browser (skipped where no Chromium is installed)",
  { timeout: PATIENCE },
  () => {
    let browser: Browser;

    beforeAll(async () => {
      browser = await chromium.launch({ executablePath: CHROMIUM!, args: FLAGS });
    }, PATIENCE);
    afterAll(() => browser.close());

    /** Opens the page, and keeps what the console says and what is asked of the network. */
    const open = async (
      language: (typeof LANGUAGES)[number],
      width: number,
    ): Promise<{ page: Page; heard: string[] }> => {
      const page = await browser.newPage({ viewport: { width, height: 800 } });
      const heard: string[] = [];
      page.on("console", (message) => heard.push(`console: ${message.text()}`));
      page.on("pageerror", (error) => heard.push(`error: ${error.message}`));
      page.on("request", (request) => heard.push(`request: ${request.url()}`));
      await page.setContent(renderReport(input, { language }));
      return { page, heard };
    };

    test.each(cases)(
      "$language, $width pixels: silent, as wide as the window, without violations of axe",
      async ({ language, width }) => {
        const { page, heard } = await open(language, width);
        expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(width);
        await page.evaluate(axe.source);
        // What is folded away is looked at as well.
        await page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })");
        const violations = await page.evaluate(
          "axe.run().then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]))",
        );
        expect(violations).toEqual([]);
        const charts = page.locator("svg[role=img]");
        expect(await charts.count()).toBeGreaterThan(20);
        expect(await page.getByRole("img", { name: /\S/ }).count()).toBe(await charts.count());
        expect(heard).toEqual([]);
        await page.close();
      },
    );

    test.each(cases.filter(({ language }) => language === "es"))(
      "$width pixels: the keyboard goes through the page in its order, from the link that skips the contents on",
      async ({ width }) => {
        const { page } = await open("es", width);
        const places: number[] = [];
        const unseen: string[] = [];
        await page.evaluate("all = [...document.querySelectorAll('*')]");
        for (;;) {
          await page.keyboard.press("Tab");
          const [place, isSeen, name] = (await page.evaluate(
            "(() => { const at = document.activeElement, box = at.getBoundingClientRect(); return [all.indexOf(at), box.width > 0 && box.height > 0, at.outerHTML.slice(0, 120)]; })()",
          )) as [number, boolean, string];
          if (places.length === 0) expect(name).toContain('class="skip"');
          if (place <= (places.at(-1) ?? -1)) break;
          if (!isSeen) unseen.push(name);
          places.push(place);
        }
        expect(unseen).toEqual([]);
        expect(places.length).toBe(
          await page.evaluate(
            "all.filter((each) => each.tabIndex >= 0 && each.matches('a, summary, [tabindex]') && (each.checkVisibility() || each.matches('.skip'))).length",
          ),
        );
        await page.close();
      },
    );
  },
);
