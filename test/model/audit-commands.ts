import { randomUUID } from 'node:crypto';
import type { Command } from './command.js';
import { daysAfter } from './rule-book/calendar.js';
import { isExcludedOrRelative } from './rule-book/exclusions.js';
import { now } from './sql.js';
import { choose } from './story.js';

const MOST_DRAWN = 50;

/** "Of the episodes drawn for an audit …; never their own agency's cases or their own." */
export const audit: Command = async (story, episode, { a }) => {
  const governance = story.actor('governance');
  const auditor = story.actor('qualityAuditor');
  const id = randomUUID();
  const endsOn = daysAfter(story.today, choose([0, 7, 28], a)!);
  const done = await story.write(
    governance,
    episode,
    `commissions an audit until ${endsOn}`,
    true,
    `insert into case_audits (id, authority_id, auditor_id, auditor_agency_id, question, commissioned_by, commissioned_at, ends_on)
     values ($1, $2, $3, $4, 'Invented.', $5, ${now}, $6)`,
    [id, story.system.authorityId, auditor.person, auditor.agency, governance.person, endsOn],
  );
  if (!done) return;
  story.world.audits.push({ id, auditor: auditor.person, endsOn, endedAt: null });
  await story.system.sql(governance, 'select access.sample_cases($1, 10000, null)', [id]);
  const drawn = new Set(
    (
      await story.system.asOwner<{ id: string }>(
        'select episode_id as id from case_audit_draws where audit_id = $1',
        [id],
      )
    ).map((row) => row.id),
  );
  for (const one of story.world.episodes) {
    const worked = [...one.authorships, ...one.leads, ...one.team, ...one.deputies];
    const own =
      isExcludedOrRelative(story.world, auditor.person, one, story.now) ||
      one.openingAgency === auditor.agency ||
      worked.some(({ agency, person }) => agency === auditor.agency || person === auditor.person);
    // A full sample says nothing of those left out.
    if (drawn.size < MOST_DRAWN)
      story.compareResult(
        governance,
        one,
        'draws it for the audit',
        !own,
        drawn.has(one.id),
        'draw of as many as there are',
      );
    if (drawn.has(one.id)) one.draws.push({ audit: id, at: story.now });
  }
};

export const endAudit: Command = async (story, episode) => {
  const liveAudit = story.world.audits.find(({ endedAt }) => endedAt === null);
  if (!liveAudit) return;
  const done = await story.write(
    story.actor('governance'),
    episode,
    'ends the audit',
    true,
    `update case_audits set ended_at = ${now} where id = $1 and ended_at is null`,
    [liveAudit.id],
  );
  if (done) liveAudit.endedAt = story.now;
};
