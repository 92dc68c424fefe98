import ts from 'typescript';
import { namedSchema } from './named-schema.mjs';

const { TypeFlags, SymbolFlags } = ts;

/** Types of answers as JSON Schema, as JSON.stringify writes their values. Types with a name become components. */
export class AnswerSchemas {
  schemas = {};
  /** Where a type says nothing, or something that JSON cannot hold. */
  loose = [];
  #names = new Map();
  #where = [];

  constructor(checker, root) {
    this.checker = checker;
    this.root = root;
  }

  /** The body that a handler's type gives, and the headers that its wrapping adds. */
  answerOf(type, where) {
    this.#where = [where];
    const bodies = [];
    const wrappings = [];
    this.#unwrap(type, bodies, wrappings, []);
    const everyOne = (name) => (wrappings.every((found) => found.has(name)) ? 'always' : 'sometimes');
    const header = (name) => (wrappings.some((found) => found.has(name)) ? everyOne(name) : null);
    if (wrappings.some((found) => found.has('StreamableFile'))) return { body: null, file: true };
    return { body: this.#oneOf(bodies), etag: header('Versioned'), location: header('Created') };
  }

  /** Adds the schema of a type that no handler answers with. */
  add(file, name) {
    this.#where = [name];
    this.#one(this.checker.getDeclaredTypeOfSymbol(this.checker.getSymbolAtLocation(file).exports.get(name)));
  }

  /** Collects the bodies that a type may stand for and, for each, the wrappings that it came in. */
  #unwrap(type, bodies, wrappings, around) {
    for (const one of type.isUnion() ? type.types : [type]) {
      const name = one.symbol?.name;
      if (name === 'Versioned' || name === 'Created')
        this.#unwrap(this.checker.getTypeOfPropertyOfType(one, 'body'), bodies, wrappings, [...around, name]);
      else {
        if (name !== 'StreamableFile') bodies.push(one);
        wrappings.push(new Set([...around, name]));
      }
    }
  }

  #oneOf(types) {
    const { Null, Undefined, Void, BooleanLiteral } = TypeFlags;
    const said = types.filter((one) => !(one.flags & (Undefined | Void)) && !this.#isEmptyList(one));
    const values = said.filter((one) => one.isStringLiteral() || one.isNumberLiteral());
    const booleans = said.filter(({ flags }) => flags & BooleanLiteral);
    const isNull = ({ flags }) => flags & Null;
    const rest = said.filter((one) => !values.includes(one) && !booleans.includes(one) && !isNull(one));
    const list = [
      ...(values.length > 0 ? [enumOf(values.map(({ value }) => value))] : []),
      ...(booleans.length === 2 ? [{ type: 'boolean' }] : booleans.map((one) => this.#literal(one))),
      ...rest.map((one) => this.#one(one)),
    ];
    return nullableIf(said.some(isNull), distinct(list));
  }

  /** The list of a literal `[]`: beside other lists it says nothing more. */
  #isEmptyList(type) {
    return this.checker.isArrayType(type) && this.checker.getTypeArguments(type)[0].flags & TypeFlags.Never;
  }

  #schema(type) {
    return this.#oneOf(type.isUnion() ? type.types : [type]);
  }

  #literal(type) {
    return { type: 'boolean', const: this.checker.typeToString(type) === 'true' };
  }

  #one(type) {
    const { Any, Unknown, String, TemplateLiteral, Number, Boolean } = TypeFlags;
    if (type.flags & (Any | Unknown)) return this.#nothing(this.checker.typeToString(type));
    if (type.flags & (String | TemplateLiteral)) return { type: 'string' };
    if (type.flags & Number) return { type: 'integer' };
    if (type.flags & Boolean) return { type: 'boolean' };
    if (type.symbol?.name === 'Date') return { type: 'string', format: 'date-time' };
    if (this.checker.isTupleType(type) || this.checker.isArrayType(type)) {
      const items = this.checker.getTypeArguments(type).flatMap((one) => (one.isUnion() ? one.types : [one]));
      return { type: 'array', items: this.#oneOf(items) ?? this.#nothing('a list of nothing') };
    }
    if (['Map', 'Set', 'Buffer', 'Promise', 'Object'].includes(type.symbol?.name))
      return this.#nothing(type.symbol.name);
    const name = this.#nameOf(type);
    if (!name) return this.#object(type);
    if (!this.schemas[name]) {
      this.schemas[name] = {};
      this.schemas[name] = this.#object(type);
    }
    return { $ref: `#/components/schemas/${name}` };
  }

  #object(type) {
    const { checker } = this;
    const properties = {};
    const required = [];
    for (const property of checker.getPropertiesOfType(type)) {
      const of = checker.getTypeOfSymbol(property);
      if (of.getCallSignatures().length > 0 || property.name.startsWith('__')) continue;
      this.#where.push(property.name);
      const schema = this.#schema(of);
      this.#where.pop();
      if (!schema) continue;
      const description = ts.displayPartsToString(property.getDocumentationComment(checker));
      properties[property.name] = {
        ...namedSchema(property.name, schema),
        ...(description ? { description } : {}),
      };
      if (!mayBeLeftOut(property, of)) required.push(property.name);
    }
    const index = checker.getIndexTypeOfType(type, ts.IndexKind.String);
    if (!index && Object.keys(properties).length === 0) return this.#nothing(checker.typeToString(type));
    return {
      type: 'object',
      ...(Object.keys(properties).length > 0 ? { properties } : {}),
      ...(required.length > 0 ? { required } : {}),
      ...(index ? { additionalProperties: this.#isOpen(index) || this.#schema(index) } : {}),
    };
  }

  /** Of a record of unknown values nothing more is known in truth. */
  #isOpen({ flags }) {
    return Boolean(flags & TypeFlags.Unknown);
  }

  #nothing(what) {
    this.loose.push(`${this.#where.join('.')}: ${what}`);
    return {};
  }

  /** An interface, an alias, or what a function `…Json` makes; none for what a type makes of another. */
  #nameOf(type) {
    if (this.#names.has(type)) return this.#names.get(type);
    const name = this.#ownName(type);
    if (!name) return null;
    const taken = new Set(this.#names.values());
    let free = name;
    if (taken.has(free)) this.loose.push(`Two types that are answered with are called ${name}`);
    for (let number = 2; taken.has(free); number++) free = `${name}${number}`;
    this.#names.set(type, free);
    return free;
  }

  #ownName(type) {
    if (type.aliasSymbol && this.#isOurs(type.aliasSymbol))
      return type.aliasTypeArguments ? null : publicName(type.aliasSymbol.name);
    const symbol = type.symbol;
    if (!symbol || !this.#isOurs(symbol)) return null;
    if (symbol.flags & (SymbolFlags.Interface | SymbolFlags.Class))
      return this.checker.getTypeArguments(type).length > 0 ? null : publicName(symbol.name);
    const maker = makerOf(symbol.valueDeclaration ?? symbol.declarations?.[0]);
    return maker && /Json$/.test(maker) ? maker[0].toUpperCase() + maker.slice(1, -4) : null;
  }

  #isOurs({ declarations }) {
    const file = declarations?.[0]?.getSourceFile().fileName ?? '';
    return file.startsWith(this.root) && !file.includes('/node_modules/');
  }
}

const mayBeLeftOut = (property, type) =>
  Boolean(property.flags & SymbolFlags.Optional) ||
  (type.isUnion() && type.types.some(({ flags }) => flags & TypeFlags.Undefined));

// What the code calls a thing as it is seen is to a client the thing.
const publicName = (name) => name.replace(/(Seen|View)$/, '');

/** The function that returns this object literal as its whole answer. */
function makerOf(literal) {
  let node = literal?.parent;
  while (node && (ts.isParenthesizedExpression(node) || ts.isReturnStatement(node) || ts.isBlock(node)))
    node = node.parent;
  if (!node) return null;
  if (ts.isFunctionDeclaration(node)) return node.name?.text ?? null;
  return ts.isArrowFunction(node) && ts.isVariableDeclaration(node.parent)
    ? node.parent.name.getText()
    : null;
}

const enumOf = (values) => ({ type: typeof values[0] === 'number' ? 'integer' : 'string', enum: values });

function distinct(schemas) {
  const list = [...new Map(schemas.filter(Boolean).map((one) => [JSON.stringify(one), one])).values()];
  if (list.length === 0) return null;
  return list.length === 1 ? list[0] : { anyOf: list };
}

function nullableIf(isNullable, schema) {
  if (!isNullable) return schema;
  if (!schema) return { type: 'null' };
  if (schema.anyOf) return { anyOf: [...schema.anyOf, { type: 'null' }] };
  if (typeof schema.type !== 'string' || schema.const !== undefined)
    return { anyOf: [schema, { type: 'null' }] };
  return { ...schema, type: [schema.type, 'null'], ...(schema.enum ? { enum: [...schema.enum, null] } : {}) };
}
