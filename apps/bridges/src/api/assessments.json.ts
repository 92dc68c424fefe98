import type { AssessmentView, ElementView, VersionView } from '#libs/casework/assessments';

/** An assessment in the API, limited to what the reader may see. */
export function assessmentJson({ savedSections, elements, ...assessment }: AssessmentView) {
  return {
    ...assessmentVersionJson(assessment),
    ...assessment,
    savedSections: savedSectionsJson(savedSections),
    elements: elements.map(assessmentElementJson),
  };
}

export function assessmentVersionJson({
  id,
  number,
  status,
  startedAt,
  completedAt,
  assessor,
  version,
}: VersionView) {
  return { id, number, status, startedAt, completedAt, assessor, version };
}

function assessmentElementJson({ savedBy, writtenBy, ...element }: ElementView) {
  return { ...element, savedBy: named(savedBy), writtenBy: named(writtenBy) };
}

function savedSectionsJson(saved: AssessmentView['savedSections']) {
  return Object.fromEntries(
    Object.entries(saved).map(([section, { savedBy, savedAt }]) => [
      section,
      { savedBy: named(savedBy), savedAt },
    ]),
  );
}

const named = (person: { id: string; name: string } | null) => person && { id: person.id, name: person.name };
