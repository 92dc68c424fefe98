import { Injectable } from '@nestjs/common';
import { permitOn } from '#libs/access';
import { peopleNamed } from '#libs/directory';
import { query } from '#libs/platform';

/** A colleague who is writing, and in what: `elements/A1a`. */
export interface Writing {
  readonly name: string;
  readonly part: string;
}

/** Who is writing in an assessment now. */
@Injectable()
export class AssessmentPresenceService {
  /** The colleagues who saved a draft of a part in the last two minutes, as far as the reader may know it; 404 below T2. */
  async writing(episodeId: string): Promise<Writing[]> {
    await permitOn(episodeId, 'record.read');
    const rows = await query<{ practitionerId: string; part: string }>(
      'select practitioner_id, part from access.writing_in_assessment($1) order by part, practitioner_id',
      [episodeId],
    );
    const people = await peopleNamed(
      rows.map((row) => row.practitionerId),
      episodeId,
    );
    return rows.flatMap(({ practitionerId, part }) => {
      const person = people.get(practitionerId);
      return person ? [{ name: person.name, part }] : [];
    });
  }
}
