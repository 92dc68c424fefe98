import {
  ASSESSMENT_DOMAINS,
  ASSESSMENT_ELEMENTS,
  CLOSURE_REASON_FAMILIES,
  CLOSURE_REASON_NEEDS,
  CLOSURE_REASONS,
  domainOf,
  elementsOf,
  ETHNICITIES,
  EVERY_CHILD_MATTERS_OUTCOMES,
  isRightToLeft,
  LANGUAGES,
  languageTag,
  PRESENTING_NEED_CIN_CODES,
  REFERRAL_SOURCE_CIN_CODES,
  SENSITIVE_TOPICS,
  SUPPORTING_FAMILIES_OUTCOMES,
  type Language,
} from '../index.js';

describe('the common assessment', () => {
  it('has three domains and nineteen elements', () => {
    expect(Object.keys(ASSESSMENT_DOMAINS)).toHaveLength(3);
    expect(Object.keys(ASSESSMENT_ELEMENTS)).toHaveLength(19);
  });

  it('has twelve elements about the child, three about parents and four about the family and its surroundings', () => {
    expect([elementsOf('A').length, elementsOf('B').length, elementsOf('C').length]).toEqual([12, 3, 4]);
    expect(domainOf('A7d')).toBe('A');
  });
});

describe('outcomes', () => {
  it('are five in Every Child Matters and ten in Supporting Families', () => {
    expect(Object.keys(EVERY_CHILD_MATTERS_OUTCOMES)).toHaveLength(5);
    expect(Object.keys(SUPPORTING_FAMILIES_OUTCOMES)).toHaveLength(10);
  });
});

describe('closing an episode', () => {
  it('asks whether the child is safe whenever the family is out of sight', () => {
    const asking = Object.entries(CLOSURE_REASON_NEEDS).filter(([, needs]) =>
      needs.includes('safeguarding_check'),
    );
    expect(asking.map(([reason]) => reason)).toEqual(['CONSENT_WITHDRAWN', 'NOT_ENGAGED', 'DECLINED']);
  });

  it('on a step-up waits for the date social care accepted', () => {
    const stepUps = Object.entries(CLOSURE_REASON_FAMILIES).filter(([, family]) => family === 'step_up');
    expect(stepUps.map(([reason]) => reason)).toEqual(['STEP_UP_CIN', 'STEP_UP_CP', 'STEP_UP_CLA']);
    expect(CLOSURE_REASON_NEEDS.STEP_UP_CP).toEqual(['acceptance_date']);
  });

  it('has fifteen reasons', () => expect(Object.keys(CLOSURE_REASONS)).toHaveLength(15));
});

describe('codes for national returns', () => {
  it('spell Chinese CHNE, as the census validator does', () =>
    expect(Object.keys(ETHNICITIES)).toContain('CHNE'));

  it('are in the form of the census', () => {
    const sources = new Set(Object.values(REFERRAL_SOURCE_CIN_CODES));
    expect(sources.size).toBe(22);
    const needs = Object.values(PRESENTING_NEED_CIN_CODES);
    expect(new Set(needs).size).toBe(needs.length);
    expect(needs.filter((code) => !/^([1-9]|1\d|2[0-4])[ABC]?$/.test(code))).toEqual([]);
  });
});

describe('languages', () => {
  const inTheCountysPapers: Language[] = ['ben', 'pan', 'hin', 'guj', 'urd', 'pol'];

  it('include those of the county’s papers, and British Sign Language', () => {
    expect(Object.keys(LANGUAGES)).toEqual(
      expect.arrayContaining([...inTheCountysPapers, 'bfi', 'som', 'ara', 'sqi']),
    );
  });

  it('written from right to left are laid out so', () => {
    expect((['ara', 'urd', 'ckb', 'pus', 'fas'] as const).every(isRightToLeft)).toBe(true);
    expect((['eng', 'pol', 'pan', 'som', 'kmr'] as const).some(isRightToLeft)).toBe(false);
  });

  it('are announced to a screen reader by their tag', () => {
    expect(inTheCountysPapers.map(languageTag)).toEqual(['bn', 'pa', 'hi', 'gu', 'ur', 'pl']);
    expect(languageTag('not_known')).toBe('und');
  });
});

it('sensitive information has seven topics', () => expect(Object.keys(SENSITIVE_TOPICS)).toHaveLength(7));
