/** A name for an id that is known only once the system has created it. */
export class Handle {
  constructor(
    readonly kind: string,
    readonly name: string,
  ) {}
  get key(): string {
    return `${this.kind} ${this.name}`;
  }
}

/** A day relative to the day of seeding: -30 is thirty days before it. Weekends move to a weekday. */
export class Day {
  constructor(readonly days: number) {}
}

/** A day and a time in London. */
export class Moment {
  constructor(
    readonly days: number,
    readonly time: string,
  ) {}
}

/** The birthday of a person who is this many years and days old on the day of seeding. */
export class Birthday {
  constructor(
    readonly years: number,
    readonly days: number,
  ) {}
}

export const day = (days: number): Day => new Day(days);
export const moment = (days: number, time: string): Moment => new Moment(days, time);
export const aged = (years: number, days: number): Birthday => new Birthday(years, days);

const named = (kind: string) => (name: string) => new Handle(kind, name);
export const child = named('child');
export const carer = named('carer');
export const episode = named('episode');
export const consent = named('consent');
export const meeting = named('meeting');
export const proposal = named('proposal');
export const outcome = named('outcome');
export const action = named('action');
export const stepUp = named('step-up');

export type Path = readonly (string | Handle)[];

/** Builds an address with handles in it: path`/episodes/${family}/team`. */
export function path(words: TemplateStringsArray, ...handles: Handle[]): Path {
  return words.flatMap((word, index) => {
    const handle = handles[index];
    return handle ? [word, handle] : [word];
  });
}
