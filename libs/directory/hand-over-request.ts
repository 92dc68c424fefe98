import { actor, db, newId, now } from '#libs/platform';

/** Notifies a person's managers in the actor's agency that work is to be handed over; how many there are. */
export async function requestHandOver(
  person: { readonly id: string; readonly name: string },
  change: 'leave' | 'change role' = 'leave',
): Promise<number> {
  const managers = (await db().query(MANAGERS, [actor().agencyId, person.id])) as { id: string }[];
  const body = `${person.name} is about to ${change}. Hand over their work with families before ${BEFORE[change]}.`;
  const subject = 'Hand over a colleague’s work';
  for (const { id } of managers)
    await db().query(MESSAGE, [newId(), id, subject, body, `/hand-overs/${person.id}`, now()]);
  return managers.length;
}

const BEFORE = { leave: 'their last day', 'change role': 'then' };
const MANAGERS = `select distinct o.practitioner_id as id from posts o
  join practitioners p on p.id = o.practitioner_id and (p.left_at is null or p.left_at > platform.now())
  where o.agency_id = $1 and o.role = 'manager' and o.practitioner_id <> $2 and platform.is_now(o.began_at, o.ended_at)`;
const MESSAGE =
  'insert into messages (id, recipient_id, subject, body, href, sent_at) values ($1, $2, $3, $4, $5, $6)';
