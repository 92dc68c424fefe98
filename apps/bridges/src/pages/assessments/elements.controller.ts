import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Allow } from '#libs/access';
import {
  AssessmentPresenceService,
  AssessmentReadingService,
  AssessmentsService,
} from '#libs/casework/assessments';
import { AgenciesService } from '#libs/directory';
import { forbidden, londonDate, now, unreachable } from '#libs/platform';
import {
  ASSESSMENT_DOMAINS,
  ASSESSMENT_ELEMENT_COVERAGE,
  ASSESSMENT_ELEMENTS,
  type AssessmentElement,
  domainOf,
  isKeyOf,
  NEED_INDICATOR_SOURCE,
  optionsOf,
  SENSITIVE_TOPICS,
} from '#libs/terms';
import { done, Page, type Redirect, type RedisplayedForm } from '../../http/page.js';
import { EpisodeHeader } from '../shared/episode-header.js';
import { isAnswerToClash, withKept } from './clash.page.js';
import { toElementValues, readElementForm } from './element.form.js';
import { passageOf, toElementClashView, toIndicatorsView, toLastTimeView } from './element.page.js';
import { describeLastSave } from './last-save.js';
import { describeWriting } from './writing.js';
import { fieldsWithout, seenVersion, submitDraftForm } from './submit-draft-form.js';
import { addressAfter, mayWriteOn, toWorkspaceView } from './workspace.page.js';

@Controller('episodes/:id/assessment/elements/:element')
export class ElementsController {
  constructor(
    private readonly header: EpisodeHeader,
    private readonly reading: AssessmentReadingService,
    private readonly presence: AssessmentPresenceService,
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
    const read = readElementForm(await this.answered(id, name, body), name);
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
    if (saved.ok)
      return done(addressAfter(`/episodes/${id}/assessment`, body), `${ASSESSMENT_ELEMENTS[name]}: saved.`);
    const again = {
      typed: { ...(body as object) },
      errors: fieldsWithout('elements.0.', saved.errors),
      stale: saved.status === 412,
    };
    return this.form(id, name, topic, again, saved.status);
  }

  /** After a clash a form says which text to keep; what a colleague saved is then read again. */
  private async answered(id: string, name: AssessmentElement, body: unknown): Promise<unknown> {
    if (!isAnswerToClash(body)) return body;
    const saved = passageOf(await this.reading.current(id), name, topicIn(body));
    return (saved?.version ?? 0) === seenVersion(body) ? withKept(body, toElementValues(saved, '')) : body;
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
    const today = londonDate(now());
    return new Page(
      'assessments/element.njk',
      {
        title: ASSESSMENT_ELEMENTS[name],
        episode,
        element: name,
        domain: ASSESSMENT_DOMAINS[domainOf(name)],
        covers: ASSESSMENT_ELEMENT_COVERAGE[name],
        indicators: toIndicatorsView(name),
        indicatorSource: NEED_INDICATOR_SOURCE,
        workspace: toWorkspaceView(current, {
          href: `/episodes/${id}/assessment`,
          part: `elements/${name}`,
          may: mayWriteOn(seen),
          today,
        }),
        topic,
        topicLabel: isKeyOf(SENSITIVE_TOPICS, topic) ? SENSITIVE_TOPICS[topic] : null,
        version: passage?.version ?? 0,
        frozen: current.status === 'complete' || !seen.open,
        begun: current.status !== 'not_started',
        saved: describeLastSave(passage, today),
        savedBy: passage?.savedBy?.name ?? 'someone else',
        clash: again.stale ? toElementClashView(passage, again.typed ?? {}) : [],
        last: toLastTimeView(await this.reading.before(id, current), name, topic),
        writing: describeWriting(await this.presence.writing(id)),
        // A passage that is not sensitive stays so: sensitive text about the same element is a separate passage.
        mayMark: topic === '' && !passage,
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

function topicIn(body: unknown): string {
  const { topic } = body as { topic?: unknown };
  return isKeyOf(SENSITIVE_TOPICS, topic) ? topic : '';
}

const labelled = (topic: string): string | null =>
  isKeyOf(SENSITIVE_TOPICS, topic) ? SENSITIVE_TOPICS[topic] : null;

function named(element: string): AssessmentElement {
  if (!isKeyOf(ASSESSMENT_ELEMENTS, element)) throw unreachable();
  return element;
}
