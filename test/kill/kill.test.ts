// `kill -9` in earnest: the built command writes to a server over HTTP and is killed at a random moment; run again, everything stands as
// it was to stand. What stands is looked at in the server itself. MINGA_SEED=N draws other moments.
import { rmSync } from "node:fs";
import { type ServiceName, serviceNames } from "@minga/emulators";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { emptyFolder } from "./folder.ts";
import { type Moment, momentAt, randomFrom, sooner, tellMoment } from "./moment.ts";
import { type After, type Job, type Killed, killedAt, type Subject, subjectOf } from "./run.ts";
import { damageIn, inOrder, progressIn } from "./standing.ts";
import type { Story } from "./story.ts";
import { TOKEN } from "./tool.ts";

const SEED = Number(process.env["MINGA_SEED"] ?? 20_260_630);
const KILLS = Array.from({ length: 50 }, (_, index) => index);
const JOBS = ["apply", "sync"] as const satisfies readonly Job[];
const LONGEST = 300_000;

/**
 * Runs at once. A command that follows one that was killed waits ten seconds before it looks, and the rates of a service make it wait
 * further, so that many of them fit on a processor.
 */
const AT_ONCE: Readonly<Record<ServiceName, number>> = { "google-sheets": 8, airtable: 12, notion: 16 };

interface Kill extends Killed {
  readonly job: Job;
  readonly story: Story;
}

interface Runs {
  readonly wholes: Promise<Readonly<Record<Job, { readonly subject: Subject; readonly whole: After }>>>;
  /** In the order of their beginning. */
  readonly kills: readonly Promise<Kill>[];
}

const kept = emptyFolder();
const runs = new Map<ServiceName, Runs>();

// All services at once, so that the processor works for one while the rates of another make it wait.
beforeAll(() => {
  for (const [index, service] of serviceNames.entries()) runs.set(service, begun(service, randomFrom(SEED + index)));
});
afterAll(() => rmSync(kept, { recursive: true, force: true }));

const begun = (service: ServiceName, random: () => number): Runs => {
  const wholes = Promise.all(JOBS.map((job) => subjectOf(service, job, kept))).then(([apply, sync]) => ({
    apply: apply!,
    sync: sync!,
  }));
  const drawn = wholes.then((known) =>
    KILLS.map((index) => {
      const { subject } = known[JOBS[index % 2]!];
      return { subject, moment: momentAt(Math.floor(index / 2), subject, random) };
    }),
  );
  const ended: Promise<unknown>[] = [];
  const kills = KILLS.map((index) => {
    const free = ended[index - AT_ONCE[service]] ?? drawn;
    const kill = free.then(() => drawn).then((all) => killed(all[index]!.subject, all[index]!.moment));
    // Each is waited for by its own test; that one failed keeps none from its turn.
    ended.push(kill.catch(() => {}));
    return kill;
  });
  return { wholes, kills };
};

const killed = async (subject: Subject, moment: Moment): Promise<Kill> => {
  const { job, story } = subject;
  const kill = await killedAt(subject, moment);
  return kill === undefined ? killed(subject, sooner(moment)) : { ...kill, job, story };
};

const expectWhole = (after: After, story: Story, told: string): void => {
  const { ended, standing, stateFaults, openNotes, withToken, litter } = after;
  expect({ told, code: ended.code, said: ended.code === 0 ? "" : ended.said }).toEqual({ told, code: 0, said: "" });
  expect({ told, ...inOrder(standing) }).toEqual({ told, ...inOrder(story.after) });
  const clean = { stateFaults: [], openNotes: 0, withToken: [], litter: [] };
  expect({ told, stateFaults, openNotes, withToken, litter }).toEqual({ told, ...clean });
  expect(ended.said).not.toContain(TOKEN);
};

describe.each(serviceNames)(`%s, seed ${SEED}`, (service) => {
  test.each(JOBS)("%s that nobody kills", { timeout: LONGEST }, async (job) => {
    const { subject, whole } = (await runs.get(service)!.wholes)[job];
    expect(subject.writes).toBeGreaterThanOrEqual(3);
    expectWhole(whole, subject.story, job);
  });

  test.each(KILLS)("kill %i", { timeout: LONGEST }, async (index) => {
    const { job, story, moment, ended, standing, stateFaults, again } = await runs.get(service)!.kills[index]!;
    const told = `${job}, ${tellMoment(moment)}`;
    expect(ended.signal).toBe("SIGKILL");
    expect({ told, damage: damageIn(standing, story), stateFaults }).toEqual({ told, damage: [], stateFaults: [] });
    expect(ended.said).not.toContain(TOKEN);
    expectWhole(again, story, told);
  });

  test("kills fall before, between and after the writes", { timeout: LONGEST }, async () => {
    const kills = await Promise.all(runs.get(service)!.kills);
    const spread = (job: Job, by?: Moment["by"]) => {
      const found = kills.filter((kill) => kill.job === job && (by === undefined || kill.moment.by === by));
      const count = (progress: ReturnType<typeof progressIn>): number =>
        found.filter(({ standing, story }) => progressIn(standing, story) === progress).length;
      return { kills: found.length, nothing: count("nothing"), some: count("some"), all: count("all") };
    };
    for (const job of JOBS) {
      for (const by of ["clock", "request", "file"] as const) {
        const { kills: times, nothing, some, all } = spread(job, by);
        const told = `${service}, ${job}: ${times} by ${by}; ${nothing} had written nothing, ${some} some rows, ${all} all`;
        if (times > 0) process.stdout.write(`seed ${SEED}, ${told}\n`);
      }
      // Those at a request come to this whatever the machine does.
      expect(spread(job).some).toBeGreaterThanOrEqual(5);
    }
    expect(spread("apply").nothing + spread("sync").nothing).toBeGreaterThanOrEqual(4);
  });
});
