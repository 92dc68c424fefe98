import { agencyOptions } from './choices.js';
import { daysAfter } from './rule-book/calendar.js';
import { liveConsent } from './rule-book/consent.js';
import { knownChildren } from './membership-commands.js';
import type { AgreedAgency, Consent, Episode } from './rule-book/world.js';
import { choose } from './story.js';
import { type Command, isShielded, mayWork } from './command.js';

const TIERS = [[0], [0, 1], [0, 1, 2], [0, 1, 2], [0, 1, 2, 3], [0, 1, 2, 3], [1], [0, 2]];
const TOPICS = [['mental_health'], ['offending'], ['mental_health', 'offending'], ['domestic_abuse']];
const PURPOSES = ['share_plan', 'assess', 'hold_tac', 'panel_referral', 'panel_referral', 'evaluation'];
const VALID_DAYS = [1, 14, 60, 180];

/** Whether the latest decision since the child joined included them. */
const includedLast = (episode: Episode, child: string): boolean =>
  episode.consents
    .filter(({ at }) => at >= episode.joined.get(child)!.at)
    .at(-1)
    ?.children.includes(child) ?? false;

/** A consent decision: given, given in part or refused; agencies included, refused or excluded; people excluded or readmitted. */
export const consent: Command = async (story, episode, { who, a, b, c }) => {
  const actor = story.someone('consent.record', episode, who);
  const options = agencyOptions(story, episode);
  const purpose = choose(PURPOSES, a)!;
  const refuses = b % 7 === 6;
  const inAll = refuses ? [] : options.filter((_, nth) => (b >> nth) % 3 !== 1).slice(0, 6);
  const agreed: AgreedAgency[] = (inAll.length > 0 || refuses ? inAll : options.slice(0, 1)).map(
    (agency, nth) => {
      const tiers = choose(TIERS, c + nth * 3)!;
      return { agency, tiers, topics: tiers.includes(3) ? choose(TOPICS, a + nth)! : [] };
    },
  );
  const free = options.filter(
    (agency) => agency !== episode.openingAgency && !agreed.some((one) => one.agency === agency),
  );
  const refused = a % 5 === 1 || (refuses && c % 2 === 1) ? free.slice(0, 1) : [];
  const excluded = a % 4 === 3 ? free.slice(1, 2) : [];
  const people = story.world.actors.map(({ person }) => person);
  const peopleExcluded = c % 4 === 1 ? [choose(people, b)!] : [];
  const out = episode.consents.flatMap((one) => one.peopleExcluded);
  const peopleReadmitted = c % 4 === 2 && out.length > 0 ? [out.at(-1)!] : [];
  const validUntil = daysAfter(story.today, choose(VALID_DAYS, b + c)!);
  const index = !refuses && (a + c) % 3 !== 1;
  const decision = refuses ? 'refused' : refused.length > 0 ? 'given_in_part' : 'given';
  const names = (ids: readonly string[]): string =>
    ids
      .map((id) => story.world.actors.find((one) => one.agency === id || one.person === id)?.key ?? id)
      .join(', ');
  const what = [
    `records consent ${decision} for ${purpose} until ${validUntil}`,
    ...agreed.map(
      (one) => `to the agency of ${names([one.agency])} T${one.tiers.join('')} ${one.topics.join(' ')}`,
    ),
    ...(refused.length > 0 ? [`refused: ${names(refused)}`] : []),
    ...(excluded.length > 0 ? [`agency kept out: ${names(excluded)}`] : []),
    ...(peopleExcluded.length > 0 ? [`person kept out: ${names(peopleExcluded)}`] : []),
    ...(index ? ['to be found by name'] : []),
    ...(peopleReadmitted.length > 0 ? [`person let in again: ${names(peopleReadmitted)}`] : []),
  ].join('; ');
  const allowed = mayWork(story, actor, 'consent.record', episode);
  const later = knownChildren(story, actor, episode).filter((child) => episode.joined.has(child));
  // Named, none named, or left to the latest decision.
  const childIds = [undefined, later, []][(a + c) % 3];
  const body = await story.call(actor, episode, what, allowed, `/episodes/${episode.id}/consents`, {
    ...(childIds ? { childIds } : {}),
    purpose,
    decision,
    agencies: agreed.map((one) => ({
      agencyId: one.agency,
      tiers: one.tiers.map((n) => `T${n}`),
      topics: one.topics,
    })),
    refusedAgencies: refused,
    excludedAgencies: excluded,
    excludedPeople: peopleExcluded,
    readmittedPeople: peopleReadmitted,
    indexAgreed: index,
    decidedBy: 'Invented Mother',
    capacity: 'parental_responsibility',
    limitsExplained: true,
    form: 'written',
    ...(refuses ? {} : { validUntil }),
  });
  if (!body) return;
  const word: Consent = {
    id: body.id,
    at: story.now,
    purpose,
    decision,
    agreed,
    refused,
    excluded,
    peopleExcluded,
    peopleReadmitted,
    children: refuses
      ? []
      : later.filter((child) => childIds?.includes(child) ?? includedLast(episode, child)),
    index,
    validUntil,
  };
  episode.consents.push(word);
};

export const withdraw: Command = async (story, episode, { who, a, b }) => {
  const given = episode.consents.filter(
    (one) => one.decision !== 'refused' && !episode.withdrawals.some((other) => other.consent === one.id),
  );
  // The latest decisions matter most.
  const consent = given[given.length - 1 - (a % Math.max(1, Math.min(3, given.length)))];
  if (!consent || consent.agreed.length === 0) return;
  const actor = story.someone('consent.withdraw', episode, who);
  // Under a shield, an agency that would reveal the location is not named to everyone: then the whole consent is withdrawn.
  const oneAlone = b % 2 === 0 && !isShielded(story, episode);
  const agency = oneAlone ? choose(consent.agreed, b >> 1)!.agency : null;
  const allowed = story.may(actor, 'consent.withdraw', episode);
  // A consent ended by a later decision or by its date cannot be withdrawn.
  const stands = consent.agreed.some(
    (one) =>
      (agency === null || one.agency === agency) &&
      (['record', 'panel'] as const).some(
        (asked) => liveConsent(episode, one.agency, asked, story.now) === consent,
      ),
  );
  if (!stands) return;
  const from = agency
    ? ` from the agency of ${story.world.actors.find((one) => one.agency === agency)!.key}`
    : '';
  const body = await story.call(
    actor,
    episode,
    `withdraws consent ${episode.consents.indexOf(consent) + 1}${from}`,
    allowed,
    `/consents/${consent.id}/withdrawal`,
    {
      ...(agency ? { agencyId: agency } : {}),
      withdrawnBy: 'Invented Mother',
      capacity: 'parental_responsibility',
      safeguardingConcern: false,
    },
  );
  if (body) episode.withdrawals.push({ consent: consent.id, agency, at: story.now });
};
