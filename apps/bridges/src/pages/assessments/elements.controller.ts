import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Allow } from '#libs/access';
import {
  AssessmentReadingService,
  type AssessmentView,
  AssessmentsService,
  type ElementView,
} from '#libs/casework/assessments';
import { AgenciesService } from '#libs/directory';
import { actor, forbidden, londonDate, now, unreachable } from '#libs/platform';
import {
  ASSESSMENT_DOMAINS,
  ASSESSMENT_ELEMENT_COVERAGE,
  ASSESSMENT_ELEMENTS,
  type AssessmentElement,
  domainOf,
  isKeyOf,
  keysOf,
  optionsOf,
  SENSITIVE_TOPICS,
} from '#libs/terms';
import { done, Page, type Redirect, type RedisplayedForm } from '../../http/page.js';
import { EpisodeHeader } from '../shared/episode-header.js';
import { toElementValues, readElementForm } from './element.form.js';
import { describeLastSave } from './last-save.js';
import { fieldsWithout, seenVersion, submitDraftForm } from './submit-draft-form.js';

const ORDER = keysOf(ASSESSMENT_ELEMENTS);

@Controller('episodes/:id/assessment/elements/:element')
export class ElementsController {
  constructor(
    private readonly header: EpisodeHeader,
    private readonly reading: AssessmentReadingService,
    private readonly assessments: AssessmentsService,
    private readonly agencies: AgenciesService,
  ) {}

  @Get()
  @Allow('assessment.contribute')
  show(
    @Param('id') id: string,
    @Param('element') element: string,
    @Query('topic') topic: unknown,
  ): Promise<Page> {
    return this.form(id, named(element), isKeyOf(SENSITIVE_TOPICS, topic) ? topic : '');
  }

  @Post()
  @Allow('assessment.contribute')
  async save(
    @Param('id') id: string,
    @Param('element') element: string,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    const name = named(element);
    const read = readElementForm(body, name);
    const topic = (read.ok ? read.values.topic : '') ?? '';
    if (!read.ok)
      return this.form(
        id,
        name,
        String(read.typed['topic'] ?? ''),
        { typed: read.typed, errors: read.errors },
        422,
      );
    const saved = await submitDraftForm(() =>
      this.assessments.savePart(id, seenVersion(body), { elements: [read.values] }),
    );
    if (saved.ok) return done(this.after(id, name, body), `${ASSESSMENT_ELEMENTS[name]}: saved.`);
    const again = {
      typed: { ...(body as object) },
      errors: fieldsWithout('elements.0.', saved.errors),
      stale: saved.status === 412,
    };
    return this.form(id, name, topic, again, saved.status);
  }

  private after(id: string, name: AssessmentElement, body: unknown): string {
    const next = ORDER[ORDER.indexOf(name) + 1];
    const onward = (body as { onward?: unknown } | null)?.onward === 'yes' && next;
    return onward ? `/episodes/${id}/assessment/elements/${next}` : `/episodes/${id}/assessment`;
  }

  private async form(
    id: string,
    name: AssessmentElement,
    topic: string,
    again: RedisplayedForm & { readonly stale?: boolean } = {},
    status = 200,
  ): Promise<Page> {
    const { seen, episode } = await this.header.open(id, 'assessment');
    if (!seen.abilities.may('assessment.contribute'))
      throw forbidden('You cannot write in this assessment. Ask the lead professional.');
    const current = await this.reading.current(id);
    const passage = passageOf(current, name, topic);
    return new Page(
      'assessments/element.njk',
      {
        title: ASSESSMENT_ELEMENTS[name],
        episode,
        element: name,
        domain: ASSESSMENT_DOMAINS[domainOf(name)],
        covers: ASSESSMENT_ELEMENT_COVERAGE[name],
        topic,
        topicLabel: isKeyOf(SENSITIVE_TOPICS, topic) ? SENSITIVE_TOPICS[topic] : null,
        version: passage?.version ?? 0,
        frozen: current.status === 'complete' || !seen.open,
        begun: current.status !== 'not_started',
        saved: describeLastSave(passage, londonDate(now())),
        theirs: passage,
        // A passage that is not sensitive stays so: sensitive text about the same element is a separate passage.
        mayMark: topic === '' && !passage,
        last: ORDER.at(-1) === name,
        others: current.elements
          .filter((each) => each.element === name && each.topic !== topic)
          .map((each) => ({ ...each, topicLabel: labelled(each.topic) })),
        topics: optionsOf(SENSITIVE_TOPICS),
        levels: (await this.agencies.levels()).map(({ number, name: text }) => ({
          value: String(number),
          text: `${number} ${text}`,
        })),
        typed: toElementValues(passage, topic),
        errors: [],
        ...again,
      },
      status,
    );
  }
}

function passageOf(
  { elements }: AssessmentView,
  name: AssessmentElement,
  topic: string,
): ElementView | undefined {
  const passages = elements.filter((each) => each.element === name && each.topic === topic);
  return passages.find((each) => each.writtenBy?.id === actor().practitionerId) ?? passages[0];
}

const labelled = (topic: string): string | null =>
  isKeyOf(SENSITIVE_TOPICS, topic) ? SENSITIVE_TOPICS[topic] : null;

function named(element: string): AssessmentElement {
  if (!isKeyOf(ASSESSMENT_ELEMENTS, element)) throw unreachable();
  return element;
}
