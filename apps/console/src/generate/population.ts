import { ETHNICITIES, keysOf } from '#libs/terms';
import type { Dice } from './dice.js';
import { FAMILY_NAMES, GIVEN_NAMES_F, GIVEN_NAMES_M, PLACES, STREETS } from './names.js';

/**
 * The parameters of each county's statements. `base` separates the number ranges of the counties' children; `asOf` is
 * 'YYYY-MM-DD'.
 */
export interface Setting {
  readonly dice: Dice;
  readonly base: number;
  readonly children: number;
  readonly localities: number;
  readonly asOf: string;
  readonly authorityId: string;
  readonly frontDoorId: string;
}

/**
 * Shares of the county by level in the triangle of need, including children without a decided level, and whether they
 * have help now.
 */
const CLASSES = [
  { c: '4o', share: 0.004 },
  { c: '3o', share: 0.03 * 0.8 },
  { c: '3c', share: 0.03 * 0.2 },
  { c: '2o', share: 0.3 * 0.5 },
  { c: '2c', share: 0.3 * 0.5 },
  { c: '1c', share: 0.66 * 0.02 },
  { c: '1', share: 0.66 * 0.98 },
  { c: '0o', share: 0.006 },
] as const;
/** Children of the county by age: from and to in years, and how many of 134,500. */
const AGE_BANDS = [
  { from: 0, to: 5, of: 33_500 },
  { from: 5, to: 11, of: 44_900 },
  { from: 11, to: 16, of: 40_700 },
  { from: 16, to: 18, of: 15_400 },
] as const;
const WHOLE_COUNTY = 134_500;

/**
 * g_child: each child i of a county with class c ('2o' is level 2, open), family f (its first child's number), position
 * in the family, birth and sex. Of ten episodes, eight are for one child, one for two, one for three.
 */
export function children(setting: Setting): string {
  const { dice, base, children: many, asOf } = setting;
  const shuffled = (purpose: string): string =>
    `row_number() over (order by ${dice.roll(purpose, 'i')}, i) - 0.5`;
  return `create temp table g_child on commit drop as
  with numbered as (
    select i, ${shuffled('level')} as level_rank, ${shuffled('age')} as age_rank
    from generate_series(${base + 1}::bigint, ${base + many}::bigint) i
  ), classed as (
    select i, ${byRank(
      'level_rank',
      many,
      CLASSES.map(({ c, share }) => ({ value: `'${c}'`, share })),
    )} as c,
      ${byRank(
        'age_rank',
        many,
        AGE_BANDS.map(({ from, of }) => ({ value: String(from), share: of / WHOLE_COUNTY })),
      )} as from_age,
      ${byRank(
        'age_rank',
        many,
        AGE_BANDS.map(({ to, of }) => ({ value: String(to), share: of / WHOLE_COUNTY })),
      )} as to_age
    from numbered
  ), blocked as (
    select *, (row_number() over (partition by c order by i) - 1) / 13 as block, (row_number() over (partition by c order by i) - 1) % 13 as off
    from classed
  ), placed as (
    select *, case when c = '1' then i else min(i) over (partition by c, block, case when off < 8 then off when off < 10 then 8 else 10 end) end as f
    from blocked
  )
  select i, c, f, (row_number() over (partition by f order by i))::smallint as position,
    date '${asOf}' - greatest(case when c = '1' then 1 else 60 end,
      1 + floor(365.25 * (from_age + ${dice.roll('birthday', 'i')} * (to_age - from_age)))::int) as born,
    case when ${dice.roll('sex', 'i')} < 0.512 then 'M' when ${dice.roll('sex', 'i')} < 0.998 then 'F' else 'U' end as sex,
    1 + ${dice.below(setting.localities, 'locality', 'f')} as l,
    ${dice.id('child', 'i')} as id
  from placed`;
}

function byRank(rank: string, many: number, parts: readonly { value: string; share: number }[]): string {
  let upTo = 0;
  const steps = parts
    .slice(0, -1)
    .map(({ value, share }) => `when ${rank} < ${Math.round((upTo += share) * many)} then ${value}`);
  return `case ${steps.join(' ')} else ${parts.at(-1)!.value} end`;
}

const familyName = (dice: Dice): string => dice.pick(FAMILY_NAMES, 'family name', 'f');
const address = (dice: Dice): string =>
  `(1 + ${dice.below(120, 'house', 'f')}) || ' ' || ${dice.pick(PLACES, 'street', 'f')} || ' ' || ${dice.pick(STREETS, 'street kind', 'f')}`;
/** ZZ99 stands for no place in the statistics of England: no letter can be sent there. */
const postcode = (dice: Dice): string =>
  `'ZZ99 ' || ${dice.below(10, 'sector', 'f')} || chr(65 + ${dice.below(26, 'unit one', 'f')}) || chr(65 + ${dice.below(26, 'unit two', 'f')})`;

/** The children's rows, with their T1 details. The recorder of a child works in the child's locality. */
export function childRows({ dice, asOf }: Setting): string[] {
  const second = dice.roll('second name', 'i');
  const named = `case when sex = 'M' then ${dice.pick(GIVEN_NAMES_M, 'given name', 'i')} else ${dice.pick(GIVEN_NAMES_F, 'given name', 'i')} end
    || case when ${second} > 0.25 then '' when sex = 'M' then ' ' || ${dice.pick(GIVEN_NAMES_M, 'second', 'i')}
       else ' ' || ${dice.pick(GIVEN_NAMES_F, 'second', 'i')} end`;
  return [
    `insert into children (id, given_names, family_name, sex, date_of_birth, locality_id, recorded_by, recorded_at, demo, version)
     select c.id, ${named}, ${familyName(dice)}, sex, born, p.id,
       coalesce(e.holder, w.id), coalesce(e.opened_at, greatest(born, date '${asOf}' - 400)::timestamp at time zone 'UTC'), true, 1
     from g_child c join g_locality p using (l) left join g_episode e using (f)
     left join g_caseworker w on w.l = c.l and w.nth = ${dice.below('p.caseworkers', 'recorder', 'i')}`,
    `insert into child_details (child_id, first_language, ethnicity, updated_by, updated_at, version)
     select c.id,
       case when ${dice.roll('language', 'f')} < 0.9 then 'eng' else ${dice.pick(['guj', 'pan', 'pol', 'urd', 'ben'], 'other language', 'f')} end,
       case when ${dice.roll('ethnicity', 'f')} < 0.8 then 'WBRI' else ${dice.pick(keysOf(ETHNICITIES).slice(0, 14), 'other ethnicity', 'f')} end,
       k.recorded_by, k.recorded_at, 1
     from g_child c join children k using (id)`,
    `insert into child_contacts (child_id, address, postcode, telephone, education_setting)
     select c.id, ${address(dice)}, ${postcode(dice)}, '07700 900' || lpad(${dice.below(1000, 'telephone', 'f')}::text, 3, '0'),
       case when born < date '${asOf}' - 1500 then a.name end
     from g_child c join g_locality p using (l)
     left join g_school a on a.l = c.l and a.nth = ${dice.below('p.schools', 'school', 'i')}`,
  ];
}

/** One carer for each family with help. */
export function carerRows({ dice }: Setting): string[] {
  const mother = `${dice.roll('mother', 'f')} < 0.85`;
  return [
    `insert into carers (id, name, first_language, recorded_by, recorded_at, version)
     select carer, carer_name, 'eng', holder, opened_at, 1 from g_episode`,
    `insert into carer_contacts (carer_id, telephone, address, postcode)
     select carer, '07700 900' || lpad(${dice.below(1000, 'telephone', 'f')}::text, 3, '0'), ${address(dice)}, ${postcode(dice)} from g_episode`,
    `insert into child_carers (child_id, carer_id, relationship, parental_responsibility, lives_with_child, recorded_by)
     select c.id, e.carer, case when ${mother} then 'mother' else 'father' end, 'yes', true, e.holder from g_child c join g_episode e using (f)`,
  ];
}

/** SQL for the name of the carer of family `f`. */
export const carerName = (
  dice: Dice,
): string => `case when ${dice.roll('mother', 'f')} < 0.85 then ${dice.pick(GIVEN_NAMES_F, 'carer', 'f')}
  else ${dice.pick(GIVEN_NAMES_M, 'carer', 'f')} end || ' ' || ${familyName(dice)}`;
