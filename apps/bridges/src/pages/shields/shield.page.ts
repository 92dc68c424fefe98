import { SHIELD_STATES, type ShieldView } from '#libs/casework/shields';
import { labelOf, SHIELD_GROUNDS, type ShieldGround, fullName } from '#libs/terms';

/** A shield as a row of the queue: the next task and its due date. */
export function shieldRow(shield: ShieldView, today: string) {
  const waits = shield.state === 'provisional';
  const due = waits ? shield.decideBy : shield.reviewOn;
  return {
    id: shield.id,
    href: `/shields/${shield.id}`,
    name: fullName(shield.child),
    grounds: labelOf(SHIELD_GROUNDS, shield.grounds as ShieldGround),
    state: SHIELD_STATES[shield.state],
    due,
    what: waits ? 'Decide' : 'Review',
    late: due !== null && due < today,
    waits,
  };
}

/** One shield on its own page. */
export function toShieldView(shield: ShieldView, today: string) {
  return {
    ...shieldRow(shield, today),
    childId: shield.child.id,
    inForce: shield.state === 'provisional' || shield.state === 'confirmed',
    confirmed: shield.state === 'confirmed',
    mayDecide: shield.mayDecide,
    mayName: shield.mayName,
    facts: factsOf(shield),
    names: shield.names.filter(({ endedAt }) => !endedAt),
    former: shield.names.filter(({ endedAt }) => endedAt),
  };
}

function factsOf(shield: ShieldView) {
  const unsafe = shield.unsafeCarers.map(({ name }) => name ?? 'Someone on the child’s record').join(', ');
  return [
    { key: 'Status', value: SHIELD_STATES[shield.state] },
    { key: 'Reason for protection', value: labelOf(SHIELD_GROUNDS, shield.grounds as ShieldGround) },
    { key: 'Asked for by', value: shield.requestedBy },
    { key: 'Recorded by', value: shield.recordedBy.name },
    { key: 'Kept safe from', value: unsafe || 'No one named' },
    { key: 'Details', value: shield.detail },
    ...(shield.decision
      ? [{ key: 'Decided by', value: `${shield.decidedBy ?? ''}: ${shield.decisionReason ?? ''}` }]
      : []),
    ...(shield.endedAt
      ? [{ key: 'Ended by', value: `${shield.endedBy ?? ''}: ${shield.endingReason ?? ''}` }]
      : []),
  ];
}
