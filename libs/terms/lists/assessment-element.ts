/** The three domains of the common assessment. */
export const ASSESSMENT_DOMAINS = {
  A: 'Development of the unborn baby, infant, child or young person',
  B: 'Parents and carers',
  C: 'Family and environment',
} as const;
export type AssessmentDomain = keyof typeof ASSESSMENT_DOMAINS;

/** The 19 elements, in the order of the form. None is compulsory; each takes strengths as well as needs. */
export const ASSESSMENT_ELEMENTS = {
  A1a: 'General health',
  A1b: 'Physical development',
  A1c: 'Speech, language and communication',
  A2: 'Emotional and social development',
  A3: 'Behavioural development',
  A4: 'Identity, self-esteem, self-image and social presentation',
  A5: 'Family and social relationships',
  A6: 'Self-care skills and independence',
  A7a: 'Learning: understanding, reasoning and solving problems',
  A7b: 'Learning: taking part in education, training or work',
  A7c: 'Learning: progress and achievement',
  A7d: 'Learning: aspirations',
  B1: 'Basic care, safety and protection',
  B2: 'Emotional warmth and stability',
  B3: 'Guidance, boundaries and stimulation',
  C1: 'Family history, functioning and well-being',
  C2: 'Wider family',
  C3: 'Housing, employment and money',
  C4: 'Social and community life, including education',
} as const;
export type AssessmentElement = keyof typeof ASSESSMENT_ELEMENTS;

/** The domain an element belongs to: the first letter of its key. */
export function domainOf(element: AssessmentElement): AssessmentDomain {
  return element.charAt(0) as AssessmentDomain;
}

/** The elements of a domain, in the order of the form. */
export function elementsOf(domain: AssessmentDomain): AssessmentElement[] {
  const all = Object.keys(ASSESSMENT_ELEMENTS) as AssessmentElement[];
  return all.filter((element) => domainOf(element) === domain);
}
