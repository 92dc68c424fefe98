import { rolesGivenBy } from './people.rules.js';

describe('roles that an agency gives its people', () => {
  it('lets a school appoint a manager', () => {
    expect(rolesGivenBy('school')).toContain('manager');
  });
  it('does not let a school appoint the front door, a coordinator or a system administrator', () => {
    for (const role of ['front_door', 'coordinator', 'system_administrator'])
      expect(rolesGivenBy('school')).not.toContain(role);
  });
  it('lets children’s services name the front door', () => {
    expect(rolesGivenBy('childrens_services')).toContain('front_door');
  });
});
