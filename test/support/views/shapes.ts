import ts from 'typescript';

/**
 * What is known of a value in a template: a type of the program's, or what the template itself made. `unchecked` is a value
 * that is not looked into (markup from a macro of a package), or one whose own name was not known.
 */
export type Shape =
  | { readonly kind: 'type'; readonly type: ts.Type }
  | { readonly kind: 'object'; readonly properties: ReadonlyMap<string, Shape> }
  | { readonly kind: 'list'; readonly items: readonly Shape[] }
  | { readonly kind: 'either'; readonly shapes: readonly Shape[] }
  | { readonly kind: 'text'; readonly text?: string }
  | { readonly kind: 'unchecked' };

export const UNCHECKED: Shape = { kind: 'unchecked' };
export const TEXT: Shape = { kind: 'text' };

const EMPTY = ts.TypeFlags.Null | ts.TypeFlags.Undefined | ts.TypeFlags.Void | ts.TypeFlags.Never;

export class Shapes {
  constructor(private readonly checker: ts.TypeChecker) {}

  /** The property of that name, on any of what the value may be; null where none of them has it. */
  property(shape: Shape, name: string): Shape | null {
    switch (shape.kind) {
      case 'unchecked':
        return UNCHECKED;
      case 'text':
        return name === 'length' ? TEXT : null;
      case 'list':
        if (/^\d+$/.test(name)) return this.element(shape);
        return name === 'length' ? TEXT : name in Array.prototype ? UNCHECKED : null;
      case 'object':
        return shape.properties.get(name) ?? null;
      case 'either':
        return either(shape.shapes.flatMap((one) => this.property(one, name) ?? []));
      case 'type':
        return either(parts(shape.type).flatMap((type) => this.propertyOf(type, name) ?? []));
    }
  }

  /** What a loop over the value gives, one after another. */
  element(shape: Shape): Shape | null {
    switch (shape.kind) {
      case 'list':
        return either(shape.items);
      case 'either':
        return either(shape.shapes.flatMap((one) => this.element(one) ?? []));
      case 'type':
        return either(
          parts(shape.type).flatMap((type) => {
            const element = this.checker.getIndexTypeOfType(type, ts.IndexKind.Number);
            return element ? [{ kind: 'type', type: element } as Shape] : [];
          }),
        );
      default:
        return UNCHECKED;
    }
  }

  /** What stands under a name that is only known when the page is made. */
  anyProperty(shape: Shape): Shape {
    if (shape.kind !== 'type') return this.element(shape) ?? UNCHECKED;
    const types = parts(shape.type).flatMap((type) => [
      ...this.checker.getIndexInfosOfType(type).map((info) => info.type),
      ...(this.checker.getIndexInfosOfType(type).length > 0
        ? []
        : this.checker.getPropertiesOfType(type).map((property) => this.checker.getTypeOfSymbol(property))),
    ]);
    return either(types.map((type): Shape => ({ kind: 'type', type }))) ?? UNCHECKED;
  }

  /** What a call of a method gives. */
  called(shape: Shape | null): Shape {
    if (shape?.kind !== 'type') return UNCHECKED;
    const [signature] = shape.type.getCallSignatures();
    return signature ? { kind: 'type', type: signature.getReturnType() } : UNCHECKED;
  }

  /** The texts that a value may be, when there are few enough to know. */
  texts(shape: Shape): readonly string[] | null {
    if (shape.kind === 'text') return shape.text === undefined ? null : [shape.text];
    if (shape.kind !== 'type') return null;
    const all = parts(shape.type);
    return all.every((type) => type.isStringLiteral())
      ? all.map((type) => (type as ts.StringLiteralType).value)
      : null;
  }

  private propertyOf(type: ts.Type, name: string): Shape | null {
    if (type.flags & ts.TypeFlags.Any) return UNCHECKED;
    const property = this.checker.getPropertyOfType(this.checker.getApparentType(type), name);
    if (property) return { kind: 'type', type: this.checker.getTypeOfSymbol(property) };
    const index = this.checker.getIndexTypeOfType(
      type,
      /^\d+$/.test(name) ? ts.IndexKind.Number : ts.IndexKind.String,
    );
    return index ? { kind: 'type', type: index } : null;
  }
}

function parts(type: ts.Type): ts.Type[] {
  return (type.isUnion() ? type.types : [type]).filter(({ flags }) => !(flags & EMPTY));
}

export function either(shapes: readonly Shape[]): Shape | null {
  if (shapes.length < 2) return shapes[0] ?? null;
  return shapes.includes(UNCHECKED) ? UNCHECKED : { kind: 'either', shapes };
}
