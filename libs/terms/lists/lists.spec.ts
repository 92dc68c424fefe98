import {
  ASSESSMENT_DOMAINS,
  ASSESSMENT_ELEMENTS,
  CLOSURE_REASON_NEEDS,
  CLOSURE_REASONS,
  domainOf,
  elementsOf,
  ETHNICITIES,
  EVERY_CHILD_MATTERS_OUTCOMES,
  LANGUAGES,
  SENSITIVE_TOPICS,
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
  it('are five in Every Child Matters', () => {
    expect(Object.keys(EVERY_CHILD_MATTERS_OUTCOMES)).toHaveLength(5);
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
    const waiting = Object.entries(CLOSURE_REASON_NEEDS).filter(([, needs]) =>
      needs.includes('acceptance_date'),
    );
    expect(waiting.map(([reason]) => reason)).toEqual(['STEP_UP_CIN', 'STEP_UP_CP', 'STEP_UP_CLA']);
    expect(CLOSURE_REASON_NEEDS.STEP_UP_CP).toEqual(['acceptance_date']);
  });

  it('has fifteen reasons', () => expect(Object.keys(CLOSURE_REASONS)).toHaveLength(15));
});

describe('codes for national returns', () => {
  it('spell Chinese CHNE, as the census validator does', () =>
    expect(Object.keys(ETHNICITIES)).toContain('CHNE'));
});

describe('languages', () => {
  const inTheCountysPapers: Language[] = ['ben', 'pan', 'hin', 'guj', 'urd', 'pol'];

  it('include those of the county’s papers, and British Sign Language', () => {
    expect(Object.keys(LANGUAGES)).toEqual(
      expect.arrayContaining([...inTheCountysPapers, 'bfi', 'som', 'ara', 'sqi']),
    );
  });
});

it('sensitive information has seven topics', () => expect(Object.keys(SENSITIVE_TOPICS)).toHaveLength(7));
