import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, audit } from '#libs/access';
import {
  type Comparison,
  DuplicatesService,
  MergesService,
  type RecordSide,
} from '#libs/casework/duplicates';
import { Created } from '../http/versioned.js';
import { Id, LongText, NullableLongText, OneOf, OptionalYesNo } from './fields.js';

class ApartBody {
  @Id() childId: string;
  @Id() otherChildId: string;
  @LongText(500) reason: string;
}
class MergeBody {
  /** The record under which the child is found from then on. */
  @Id() keptChildId: string;
  @Id() otherChildId: string;
  @LongText(500) reason: string;
  /** True where one record alone says that the child has died, and it is so: the death then counts for both. */
  @OptionalYesNo() deathConfirmed?: boolean;
}
const DECISIONS = { approved: 'Approved', declined: 'Declined' } as const;
class MergeDecisionBody {
  @OneOf(DECISIONS) decision: keyof typeof DECISIONS;
  /** Needed where the proposal is declined. */
  @NullableLongText(500) decisionReason?: string | null;
}
class UndoingBody {
  @LongText(500) reason: string;
}

@ApiTags('duplicates')
@Controller('api/v1/duplicates')
export class DuplicatesApiController {
  constructor(
    private readonly duplicates: DuplicatesService,
    private readonly merges: MergesService,
  ) {}

  /** Pairs of children of the coordinator that are likely one child, the likeliest first. */
  @ApiOperation({ summary: 'List likely duplicates' })
  @Get()
  @Allow('child.merge')
  async list() {
    const pairs = await this.duplicates.likelyPairs();
    return {
      items: pairs.map(({ children, elsewhere, grounds, explanation }) => ({
        children: children.map(({ id, givenNames, familyName, sex, dateOfBirth, expectedDate }) => ({
          id,
          givenNames,
          familyName,
          sex,
          dateOfBirth: dateOfBirth ?? null,
          expectedDate: expectedDate ?? null,
        })),
        // Of a child in another locality, whom to ask; null where the coordinator compares both records.
        elsewhere: elsewhere && { childId: elsewhere.childId, ask: elsewhere.lead },
        grounds,
        explanation,
      })),
    };
  }

  /** Two records side by side, each as far as the reader may see it. */
  @ApiOperation({ summary: 'Compare two records' })
  @Get('pairs/:childId/and/:otherChildId')
  @Allow('child_merge.decide')
  async compare(@Param('childId') childId: string, @Param('otherChildId') otherChildId: string) {
    const comparison = await this.duplicates.compare(childId, otherChildId);
    for (const child of [childId, otherChildId]) await audit('compare records', 'child', { childId: child });
    return comparisonJson(comparison);
  }

  /** “Not the same child”: kept with the reason, and not asked again. */
  @ApiOperation({ summary: 'Record that two children are not the same' })
  @Post('distinctions')
  @Allow('child.merge')
  async keepApart(@Body() { childId, otherChildId, reason }: ApartBody) {
    await this.duplicates.keepApart(childId, otherChildId, reason);
    return new Created(
      { childId, otherChildId, reason },
      `/api/v1/duplicates/pairs/${childId}/and/${otherChildId}`,
    );
  }

  /** Proposals that wait for a decision. */
  @ApiOperation({ summary: 'List proposals to merge records' })
  @Get('merges')
  @Allow('child_merge.decide')
  async waiting() {
    return { items: await this.merges.waiting() };
  }

  @ApiOperation({ summary: 'Propose to keep two records as one' })
  @Post('merges')
  @Allow('child.merge')
  async propose(@Body() { keptChildId, otherChildId, reason, deathConfirmed }: MergeBody) {
    const id = await this.merges.propose(keptChildId, otherChildId, reason, deathConfirmed);
    return new Created(await this.load(id), `/api/v1/duplicates/merges/${id}`);
  }

  @ApiOperation({ summary: 'Get a merge of records' })
  @Get('merges/:id')
  @Allow('child_merge.decide')
  async read(@Param('id') id: string) {
    const merge = await this.load(id);
    for (const childId of [merge.keptChildId, merge.otherChildId])
      await audit('read merge', 'child', { childId });
    return merge;
  }

  /** Approves or declines what another person proposed. Both people see both records. */
  @ApiOperation({ summary: 'Decide about a proposal to merge records' })
  @Post('merges/:id/decision')
  @HttpCode(200)
  @Allow('child_merge.decide')
  async decide(@Param('id') id: string, @Body() { decision, decisionReason }: MergeDecisionBody) {
    await this.merges.decide(id, decision, decisionReason ?? null);
    // The decision may take the records out of the reach of the person who made it.
    return { id, decision };
  }

  @ApiOperation({ summary: 'Withdraw a proposal to merge records' })
  @Post('merges/:id/withdrawal')
  @HttpCode(200)
  @Allow('child.merge')
  async withdraw(@Param('id') id: string) {
    await this.merges.withdraw(id);
    return { id, withdrawn: true };
  }

  /** Both records are of two children again: by one of the two people, within 28 days. */
  @ApiOperation({ summary: 'Undo a merge of records' })
  @Post('merges/:id/undoing')
  @HttpCode(200)
  @Allow('child_merge.decide')
  async undo(@Param('id') id: string, @Body() { reason }: UndoingBody) {
    await this.merges.undo(id, reason);
    return { id, undone: true };
  }

  private async load(id: string) {
    const { merge, comparison } = await this.merges.find(id);
    return { ...merge, ...comparisonJson(comparison) };
  }
}

function comparisonJson({ sides, explanation, distinction, died, keptOut }: Comparison) {
  const records = sides.map((side, n) => ({ ...recordJson(side), hasDied: died[n]! }));
  return { records, explanation, distinction, keptOut };
}

/** For a reader with T0 alone, carers and numbers are null. */
function recordJson({ child, details, names, carers, episodes }: RecordSide) {
  const { id, givenNames, familyName, sex, dateOfBirth, expectedDate, birthPeriod } = child;
  return {
    id,
    givenNames,
    familyName,
    sex,
    dateOfBirth,
    expectedDate,
    birthPeriod,
    otherNames: names,
    nhsNumber: details?.nhsNumber ?? null,
    contactProtected: details?.contactProtected ?? false,
    carers: details && carers.map(({ name, relationship }) => ({ name, relationship })),
    episodes: episodes.map(({ id: episodeId, open }) => ({ id: episodeId, open })),
  };
}
