import { audit, endAudit } from './audit-commands.js';
import { endCarer } from './carer-commands.js';
import type { Command } from './command.js';
import { deputy, endDeputy } from './deputy-commands.js';
import { emergency, endEmergency, nameReviewer, review, second } from './emergency-commands.js';
import { cancel, leavePanel, meeting, refer, withdrawReferral } from './panel-commands.js';
import { decideShield, endName, endShield, nameOnShield, shield, unsafe } from './shield-commands.js';
import { byPerson, now } from './sql.js';
import { endSupport, nameSupport } from './support-commands.js';

/** "Until their involvement ends." */
const endAuthorship: Command = async (story, episode, { who }) => {
  const authorship = episode.authorships.find(({ to }) => to === null);
  if (!authorship || episode.closedAt !== null || who % 3 !== 0) return;
  const actor = story.someone('authorship.end', episode, who);
  const done = await story.write(
    actor,
    episode,
    `ends the authorship of ${byPerson(story, authorship.person).key}`,
    story.may(actor, 'authorship.end', episode),
    `update authorships set ended_at = ${now} where episode_id = $1 and ended_at is null`,
    [episode.id],
  );
  if (done) authorship.to = story.now;
};

/**
 * Endings (a deputyship, an agenda item, an authorship) are not tried by SQL on a closed episode: the rule book says
 * nothing about them, and an ending grants no access.
 */
export const BY_SQL: Readonly<Record<string, Command>> = {
  deputy,
  endDeputy,
  meeting,
  refer,
  withdrawReferral,
  cancel,
  leavePanel,
  emergency,
  second,
  nameReviewer,
  review,
  endEmergency,
  nameSupport,
  endSupport,
  audit,
  endAudit,
  shield,
  decideShield,
  endShield,
  unsafe,
  nameOnShield,
  endName,
  endAuthorship,
  endCarer,
};
