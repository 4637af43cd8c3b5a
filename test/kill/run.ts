import type { ChildProcess } from "node:child_process";
import { copyFileSync, mkdirSync, readFileSync, rmSync, watch } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { HttpRequest, ServiceName } from "@minga/emulators";
import { type Ended, minga } from "./command.ts";
import { emptyFolder, filesIn, fill, rowsIn } from "./folder.ts";
import type { Moment } from "./moment.ts";
import { faultsOf, openNotesIn, remember } from "./state.ts";
import { applyStory, type Rows, type Story, syncStory } from "./story.ts";
import { startTool, type Tool, TOKEN } from "./tool.ts";

export type Job = "apply" | "sync";

/** What stands in both places. */
export interface Standing {
  readonly tool: Rows;
  readonly folder: Rows;
}

/** A command that can be run any number of times, each time in a place of its own. */
interface Prepared {
  readonly service: ServiceName;
  readonly job: Job;
  readonly story: Story;
  /** A folder with the plan for `apply`; with the state that knows what the places agreed on for `sync`. */
  readonly prepared: string;
}

/** A command that is to be killed, and what is known of it when nobody kills it. */
export interface Subject extends Prepared {
  /** Requests that write rows. */
  readonly writes: number;
  /** Files of the folder that it writes. */
  readonly files: number;
  /** Milliseconds from its beginning to its first request, and to its end. */
  readonly asks: number;
  readonly takes: number;
}

/** What is known of one kill, without any judgement. */
export interface Killed {
  readonly moment: Moment;
  readonly ended: Ended;
  readonly standing: Standing;
  readonly stateFaults: readonly string[];
  readonly again: After;
}

/** What a command left that ran to its end. */
export interface After {
  readonly ended: Ended;
  readonly standing: Standing;
  readonly stateFaults: readonly string[];
  readonly openNotes: number;
  /** Files that hold the token. */
  readonly withToken: readonly string[];
  /** Files in the folder of tables that are no tables. */
  readonly litter: readonly string[];
}

/** A folder, a state and a server of one run's own. */
interface Stage {
  readonly home: string;
  readonly tables: string;
  readonly state: string;
  readonly tool: Tool;
  readonly env: Readonly<Record<string, string>>;
}

const STATE = "state.sqlite";
const PLAN = "plan.json";

const staged = async <Value>(
  service: ServiceName,
  story: Story,
  work: (stage: Stage) => Promise<Value>,
): Promise<Value> => {
  const home = emptyFolder();
  const [tables, state] = [join(home, "datos"), join(home, STATE)];
  mkdirSync(tables);
  fill(tables, story.tables, story.before.folder);
  const tool = await startTool(service, story);
  try {
    return await work({ home, tables, state, tool, env: { ...tool.env, HOME: home, MINGA_STATE: state } });
  } finally {
    await tool.close();
    rmSync(home, { recursive: true, force: true });
  }
};

const argsOf = (job: Job, { home, tables, tool }: Stage): readonly string[] =>
  job === "apply" ? ["apply", join(home, PLAN)] : ["sync", tables, tool.place, "--yes", "--allow-many"];

const placesOf = ({ tables, tool }: Stage): readonly [string, string] => [`files:${tables}`, tool.place];

/** Prepares a job of a service's, and runs it once with nobody killing it. */
export const subjectOf = async (
  service: ServiceName,
  job: Job,
  kept: string,
): Promise<{ readonly subject: Subject; readonly whole: After }> => {
  const story = job === "apply" ? applyStory(service) : syncStory(service);
  const prepared = join(kept, `${service}-${job}`);
  mkdirSync(prepared);
  if (job === "apply") {
    await staged(service, story, async ({ tables, tool, env }) => {
      await must(minga(["plan", tables, tool.place, "--allow-many", "-o", join(prepared, PLAN)], env));
    });
  } else {
    // That they agree is learned by a sync of two places that say the same.
    const same = { ...story, before: { tool: story.agreed!, folder: story.agreed! } };
    await staged(service, same, async (stage) => {
      await must(minga(argsOf(job, stage), stage.env));
      const earlier = { path: stage.state, places: placesOf(stage) };
      remember(earlier, { path: join(prepared, STATE), places: ["", ""] });
    });
  }
  const bare = { service, job, story, prepared };
  return staged(service, story, async (stage) => {
    setUp(bare, stage);
    const began = performance.now();
    let asks = 0;
    onRequest(stage.tool, () => (asks = performance.now() - began));
    const whole = await left(bare, stage);
    const writes = stage.tool.log.filter((request) => stage.tool.writes(request)).length;
    const files = job === "sync" ? story.tables.length : 0;
    return { subject: { ...bare, writes, files, asks, takes: whole.ended.lived }, whole };
  });
};

const must = async (running: Promise<Ended>): Promise<void> => {
  const { code, said } = await running;
  if (code !== 0) throw new Error(`${code}\n${said}`);
};

const setUp = ({ job, prepared }: Prepared, stage: Stage): void => {
  if (job === "apply") copyFileSync(join(prepared, PLAN), join(stage.home, PLAN));
  else remember({ path: join(prepared, STATE), places: ["", ""] }, { path: stage.state, places: placesOf(stage) });
};

/** Runs the command to its end and looks at what it left, so many milliseconds later at the earliest. */
const left = async ({ job, story }: Prepared, stage: Stage, later = 0): Promise<After> => {
  const [ended] = await Promise.all([minga(argsOf(job, stage), stage.env), sleep(later)]);
  const files = filesIn(stage.home);
  return {
    ended,
    standing: standingIn(story, stage),
    stateFaults: faultsOf(stage.state),
    openNotes: placesOf(stage).reduce((sum, place) => sum + openNotesIn(stage.state, place), 0),
    withToken: files.filter((file) => readFileSync(file).includes(TOKEN)),
    litter: filesIn(stage.tables).filter((file) => story.tables.every((table) => !file.endsWith(`/${table.file}`))),
  };
};

const standingIn = ({ tables }: Story, { tool, tables: folder }: Stage): Standing => ({
  tool: tool.rows(),
  folder: rowsIn(folder, tables),
});

/** Milliseconds in which what a killed process had sent already reaches the server. */
const ON_THE_WAY = 50;

/** Kills the command at a moment, looks, and runs it again. Undefined where it was at its end before that moment. */
export const killedAt = (subject: Subject, moment: Moment): Promise<Killed | undefined> =>
  staged(subject.service, subject.story, async (stage) => {
    const { job, story } = subject;
    setUp(subject, stage);
    const ended = await minga(argsOf(job, stage), stage.env, (child) => {
      // A process that has ended is not killed any more.
      const kill = (): void => void child.kill("SIGKILL");
      if (moment.by === "clock") killAtTime(stage.tool, moment.part * subject.takes, subject.asks, kill);
      else if (moment.by === "file") killAtFile(stage.tables, moment.nth, child, kill);
      else killAtRequest(stage.tool, moment, kill);
    });
    if (ended.signal !== "SIGKILL") return undefined;
    await sleep(ON_THE_WAY);
    const standing = standingIn(story, stage);
    const stateFaults = faultsOf(stage.state);
    // What lands late has landed before anybody looks.
    const later = moment.by === "request" && moment.when === "late" ? moment.milliseconds + ON_THE_WAY : 0;
    return { moment, ended, standing, stateFaults, again: await left(subject, stage, later) };
  });

const onRequest = ({ fail }: Tool, act: () => void): void => fail({ effect: { kind: "act", when: "before", act } });

/** How long a command takes to begin hangs on how busy the machine is: later moments are counted from its first request. */
const killAtTime = (tool: Tool, time: number, asks: number, kill: () => void): void => {
  if (time < asks) setTimeout(kill, time);
  else onRequest(tool, () => void setTimeout(kill, time - asks));
};

/** A file is written beside its place first. */
const killAtFile = (folder: string, nth: number, child: ChildProcess, kill: () => void): void => {
  const seen = new Set<string>();
  const watching = watch(folder, (_, file) => {
    if (file?.endsWith(".tmp") === true && seen.add(file).size === nth) kill();
  });
  child.once("exit", () => watching.close());
};

const killAtRequest = (
  { fail, writes }: Tool,
  { nth, when, milliseconds }: Extract<Moment, { readonly by: "request" }>,
  kill: () => void,
): void => {
  if (when === "late") {
    let sent = 0;
    const where = (request: HttpRequest): boolean => {
      const isNext = writes(request) && ++sent === nth;
      // What it waits for is known before it is carried out, and so before the process can be.
      if (isNext) kill();
      return isNext;
    };
    fail({ on: { where }, effect: { kind: "slow", milliseconds, lands: "late" } });
    return;
  }
  const on = { where: writes };
  const act = when === "answered" ? () => void setTimeout(kill, milliseconds) : kill;
  fail({ on, nth, effect: { kind: "act", when: "before", act } });
  if (when === "arrived") fail({ on, nth, effect: { kind: "reset", when: "before" } });
};
