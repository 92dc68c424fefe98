import type ts from 'typescript';
import type { Handed, Program } from './handed.js';
import { Names } from './names.js';
import { type Shape, Shapes } from './shapes.js';
import { Templates } from './templates.js';

export interface Checked {
  /** Places of templates whose name no page hands. */
  readonly unknown: readonly string[];
  /** How many such places were read. */
  readonly count: number;
  /** Templates that no page shows. */
  readonly unread: readonly string[];
}

/** Reads each template with the types of what the program hands it. */
export function check(
  program: Program,
  handed: readonly Handed[],
  changed: Readonly<Record<string, string>> = {},
): Checked {
  const names = new Names(new Templates(changed), new Shapes(program.checker));
  const every = namesOf(program, program.everyPage());
  for (const { views, data } of handed)
    for (const view of views)
      names.render(view, new Map([...every, ...(data ? namesOf(program, data) : [])]));
  return { unknown: names.unknown().sort(), count: names.count, unread: names.unread() };
}

function namesOf({ checker }: Program, type: ts.Type): Map<string, Shape> {
  const all = new Map<string, ts.Type[]>();
  for (const one of type.isUnion() ? type.types : [type])
    for (const property of checker.getPropertiesOfType(one))
      all.set(property.name, [...(all.get(property.name) ?? []), checker.getTypeOfSymbol(property)]);
  return new Map(
    [...all].map(([name, types]) => [
      name,
      { kind: 'either', shapes: types.map((each) => ({ kind: 'type', type: each })) },
    ]),
  );
}
