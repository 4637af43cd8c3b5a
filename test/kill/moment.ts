/** When a process is killed. */
export type Moment =
  /** So far into the time that the command takes when nobody kills it: 0 is its beginning, 1 its end. */
  | { readonly by: "clock"; readonly part: number }
  /** At its nth request that writes rows. */
  | {
      readonly by: "request";
      readonly nth: number;
      /**
       * `arrived`: the request reached the server, which does nothing of it; `landed`: it was carried out, and nobody reads the answer;
       * `late`: it reached the server, which carries it out so many milliseconds later; `answered`: so many milliseconds after the answer
       * was sent.
       */
      readonly when: "arrived" | "landed" | "late" | "answered";
      readonly milliseconds: number;
    }
  /** As soon as the nth file of the folder is seen being written. */
  | { readonly by: "file"; readonly nth: number };

/** A moment in words, by which it is found again. */
export const tellMoment = (moment: Moment): string => {
  if (moment.by === "clock") return `killed ${Math.round(moment.part * 100)} % into its time`;
  if (moment.by === "file") return `killed while it wrote file ${moment.nth}`;
  const { nth, when, milliseconds } = moment;
  if (when === "late") return `killed when it sent write ${nth}, which landed ${milliseconds} ms later`;
  return `killed ${when === "answered" ? `${milliseconds} ms after the answer to` : `when it ${when}:`} write ${nth}`;
};

/** A moment before one that came too late, since the command was at its end by then. */
export const sooner = (moment: Moment): Moment => {
  if (moment.by === "clock") return { ...moment, part: moment.part * 0.8 };
  if (moment.by === "file") return { ...moment, nth: Math.max(moment.nth - 1, 1) };
  // Before the answer no command ends.
  if (moment.milliseconds === 0 || moment.when === "late") return { ...moment, when: "landed", milliseconds: 0 };
  return { ...moment, milliseconds: Math.floor(moment.milliseconds / 2) };
};

/** Numbers from 0 to 1 without 1, always the same for a seed (mulberry32). */
export const randomFrom = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

/** Milliseconds after an answer within which the command reads it, notes it and goes on. */
const LATEST = 40;

/**
 * Milliseconds after which a request of a process that died is carried out: later than a command that does not wait looks, however
 * busy the machine is, and earlier than one that does.
 */
const ON_ITS_WAY = { least: 6000, most: 8500 };

/**
 * A random moment for the nth kill of a command. By the clock hardly one would come to lie between two writes, since a command spends most
 * of its time beginning and reading: most are at a request that writes, or at a file.
 *
 * @param writes how many requests write rows when nobody kills it
 * @param files how many files it writes
 */
export const momentAt = (
  index: number,
  { writes, files }: { readonly writes: number; readonly files: number },
  random: () => number,
): Moment => {
  const among = (count: number): number => 1 + Math.floor(random() * count);
  switch ((["clock", "arrived", "landed", "late", "answered", "file"] as const)[index % 6]!) {
    case "clock":
      return { by: "clock", part: random() };
    case "arrived":
      return { by: "request", nth: among(writes), when: "arrived", milliseconds: 0 };
    case "landed":
      return { by: "request", nth: among(writes), when: "landed", milliseconds: 0 };
    case "late":
      return {
        by: "request",
        nth: among(writes),
        when: "late",
        milliseconds: Math.floor(ON_ITS_WAY.least + random() * (ON_ITS_WAY.most - ON_ITS_WAY.least)),
      };
    case "answered":
      return { by: "request", nth: among(writes), when: "answered", milliseconds: Math.floor(random() * LATEST) };
    case "file":
      return files > 0 ? { by: "file", nth: among(files) } : { by: "clock", part: random() };
  }
};
