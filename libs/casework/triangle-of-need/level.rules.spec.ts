import { Abilities, type Reach } from '#libs/access';
import { occasionOf, refuseStatutory } from './level.rules.js';
import { familyViewOf } from './step-up.rules.js';

const someone = (reach: Reach, permission = 'level.decide') => new Abilities('e', [{ permission, reach }]);

describe('level 4', () => {
  it('is for the front door alone; anyone else is told to raise a step-up', () => {
    expect(() => refuseStatutory(2, 4, someone('lead'))).toThrow('Raise a step-up instead');
    expect(() => refuseStatutory(2, 3, someone('lead'))).not.toThrow();
    expect(() => refuseStatutory(2, 4, someone('front_door', 'level.set_statutory'))).not.toThrow();
  });

  it('is ended by the front door alone', () => {
    expect(() => refuseStatutory(4, 2, someone('lead'))).toThrow('Ask them to step it down');
    expect(() => refuseStatutory(4, 2, someone('front_door', 'level.set_statutory'))).not.toThrow();
  });
});

describe('the occasion of a decision', () => {
  it('is moderation when the coordinator decides, unless they lead or write themselves', () => {
    expect(occasionOf('delivering', someone('coordinator'))).toBe('moderation');
    expect(occasionOf('assessing', { reaches: ['coordinator', 'lead'] })).toBe('assessment');
    expect(occasionOf('delivering', someone('lead'))).toBe('other');
  });
});

describe('what the family thinks of a step-up', () => {
  it('is told with the reason beside it', () => {
    expect(
      familyViewOf({ familyAgreement: 'not_asked', familyAgreementNote: 'Asking would raise the risk.' }),
    ).toBe('The family was not asked about the step-up. Asking would raise the risk.');
  });
});
