import { capitalised, keysOf, LEVEL_NAMES, vocabulary, VOCABULARY_PACKS } from './index.js';

describe('the words on the screen', () => {
  it('in 2006 are the common assessment, the lead professional and the team around the child', () => {
    const words = vocabulary('caf_2006');
    expect(words.assessment).toEqual({
      singular: 'common assessment',
      plural: 'common assessments',
      withArticle: 'a common assessment',
      abbreviation: 'CAF',
    });
    expect(words.lead.plural).toBe('lead professionals');
    expect(words.team.abbreviation).toBe('TAC');
  });

  it('from 2015 speak of early help', () => {
    expect(vocabulary('early_help_2015').assessment.withArticle).toBe('an early help assessment');
    expect(vocabulary('early_help_2015').frontDoor.abbreviation).toBe('MASH');
  });

  it('in 2026 speak of Family Help', () => {
    expect(vocabulary('family_help_2026').lead.singular).toBe('Family Help lead practitioner');
    expect(vocabulary('family_help_2026').plan.singular).toBe('Family Help plan');
  });

  it('use the long word where there is no short one', () => {
    expect(vocabulary('caf_2006').plan.abbreviation).toBe('delivery plan');
  });

  it('are overridden by an authority’s own terms', () => {
    const own = {
      singular: 'support plan',
      plural: 'support plans',
      withArticle: 'a support plan',
      abbreviation: 'SP',
    };
    const words = vocabulary('early_help_2015', { plan: own });
    expect(words.plan).toEqual(own);
    expect(words.lead.singular).toBe('lead practitioner');
    expect(vocabulary('early_help_2015').plan.singular).toBe('family plan');
  });

  it('begin a heading with a capital', () =>
    expect(capitalised('lead professional')).toBe('Lead professional'));

  it.each(keysOf(VOCABULARY_PACKS))('of %s take the right article', (pack) => {
    const terms = Object.values(vocabulary(pack));
    const byFirstSound = terms.map(
      ({ singular }) => `${/^[aeiou]/i.test(singular) ? 'an' : 'a'} ${singular}`,
    );
    expect(terms.map(({ withArticle }) => withArticle)).toEqual(byFirstSound);
    expect(LEVEL_NAMES[pack].length).toBeGreaterThanOrEqual(3);
  });
});
