import type pg from 'pg';
import { type Constraint, constraintsIn } from '../rls/catalogue.js';
import { withoutEachTerm } from './terms.js';

export interface Mutant {
  readonly kind: 'policy' | 'term' | 'trigger' | 'constraint';
  readonly table: string;
  /** What is removed, in one line. */
  readonly name: string;
  readonly sql: string;
  readonly constraint?: Constraint;
  readonly trigger?: string;
  /** A policy that applies to the serving role and to no other. */
  readonly isOfServingRole?: boolean;
}

/** Everything that guards the database, removed one at a time. */
export async function mutantsOf(client: pg.Client): Promise<Mutant[]> {
  return [...(await ofPolicies(client)), ...(await ofTriggers(client)), ...(await ofConstraints(client))];
}

interface Policy {
  readonly table: string;
  readonly name: string;
  readonly using: string | null;
  readonly check: string | null;
  readonly permissive: boolean;
  readonly isOfServingRole: boolean;
}

async function ofPolicies(client: pg.Client): Promise<Mutant[]> {
  const { rows } = await client.query<Policy>(`
    select p.polrelid::regclass::text as "table", quote_ident(p.polname) as name, p.polpermissive as permissive,
      pg_get_expr(p.polqual, p.polrelid) as using, pg_get_expr(p.polwithcheck, p.polrelid) as check,
      p.polroles = array['bridges_app'::regrole::oid] as "isOfServingRole"
    from pg_policy p order by 1, 2`);
  return rows.flatMap((policy) =>
    [gone(policy), ...open(policy), ...ofTerms(policy)].map((mutant) => ({
      ...mutant,
      isOfServingRole: policy.isOfServingRole,
    })),
  );
}

const gone = ({ table, name }: Policy): Mutant => ({
  kind: 'policy',
  table,
  name: `${table}: policy ${name} dropped`,
  sql: `drop policy ${name} on ${table}`,
});

/** The same policy, kept by name but without its condition. */
function open({ table, name, using, check }: Policy): Mutant[] {
  if ((using ?? 'true') === 'true' && (check ?? 'true') === 'true') return [];
  const clauses = [using && 'using (true)', check && 'with check (true)'].filter(Boolean).join(' ');
  return [
    {
      kind: 'policy',
      table,
      name: `${table}: policy ${name} open to all`,
      sql: `alter policy ${name} on ${table} ${clauses}`,
    },
  ];
}

function ofTerms({ table, name, using, check }: Policy): Mutant[] {
  return (['using', 'with check'] as const).flatMap((clause) => {
    const expression = clause === 'using' ? using : check;
    if (!expression) return [];
    return withoutEachTerm(expression).map(({ without, expression: rest }) => ({
      kind: 'term' as const,
      table,
      name: `${table}: policy ${name}${clause === 'using' ? '' : ' (check)'} without ${without.replace(/\s+/g, ' ')}`,
      sql: `alter policy ${name} on ${table} ${clause} (${rest})`,
    }));
  });
}

async function ofTriggers(client: pg.Client): Promise<Mutant[]> {
  const { rows } = await client.query<{ table: string; name: string }>(
    `select t.tgrelid::regclass::text as "table", t.tgname as name from pg_trigger t where not t.tgisinternal order by 1, 2`,
  );
  return rows.map(({ table, name }) => ({
    kind: 'trigger',
    table,
    name: `${table}: trigger ${name}`,
    trigger: `${table}.${name}`,
    sql: `drop trigger ${name} on ${table}`,
  }));
}

async function ofConstraints(client: pg.Client): Promise<Mutant[]> {
  return (await constraintsIn(client)).map((constraint) => ({
    kind: 'constraint',
    table: constraint.table,
    name: `${constraint.table}: ${constraint.name}`,
    constraint,
    sql: constraint.definition.startsWith('CREATE')
      ? `drop index ${schemaOf(constraint.table)}"${constraint.name}"`
      : `alter table ${constraint.table} drop constraint "${constraint.name}" cascade`,
  }));
}

const schemaOf = (table: string): string => (table.includes('.') ? `${table.split('.')[0]}.` : '');
