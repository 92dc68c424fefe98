import { Controller, Get, Param } from '@nestjs/common';
import { Allow } from '#libs/access';
import { AssessmentReadingService } from '#libs/casework/assessments';
import { CorrectionsService } from '#libs/casework/rights';
import { type Page, page } from '../../http/page.js';
import { askHref, toCorrectionMarksView } from '../shared/corrections.js';
import { EpisodeHeader } from '../shared/episode-header.js';
import { toComparisonView } from './comparison.page.js';
import { documentOf } from './document.page.js';

/** The versions of an assessment, and what changed between two of them. */
@Controller('episodes/:id/assessment/versions')
export class VersionsController {
  constructor(
    private readonly header: EpisodeHeader,
    private readonly reading: AssessmentReadingService,
    private readonly corrections: CorrectionsService,
  ) {}

  @Get(':number')
  @Allow('record.read')
  async version(@Param('id') id: string, @Param('number') number: string): Promise<Page> {
    const { episode, seen: on } = await this.header.open(id, 'assessment');
    const seen = await this.reading.version(id, Number(number));
    return page('assessments/version.njk', {
      title: `Assessment, version ${seen.number}`,
      episode,
      document: documentOf(seen),
      corrections: {
        marks: toCorrectionMarksView(
          await this.corrections.beside(seen.elements.map((element) => element.id)),
        ),
        askHref: on.abilities.may('correction.ask') ? askHref(id, 'assessment_element', '') : null,
      },
    });
  }

  @Get(':number/compared/:other')
  @Allow('record.read')
  async compare(
    @Param('id') id: string,
    @Param('number') number: string,
    @Param('other') other: string,
  ): Promise<Page> {
    const { episode } = await this.header.open(id, 'assessment');
    const [before, after] = [
      await this.reading.version(id, Number(number)),
      await this.reading.version(id, Number(other)),
    ];
    return page('assessments/comparison.njk', {
      title: `What changed from version ${before.number} to version ${after.number}`,
      episode,
      comparison: toComparisonView(before, after),
    });
  }
}
