import { Body, Controller, Get, Param, Patch, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#libs/access';
import { PeopleService, PostsService } from '#libs/directory';
import { PRACTITIONER_ROLES } from '#libs/terms';
import { Created, IfMatch, Versioned } from '../http/versioned.js';
import {
  NullableId,
  NullableIsoDate,
  OneOf,
  OptionalIsoDate,
  OptionalOneOf,
  OptionalTrue,
} from './fields.js';

export class PostBody {
  @OneOf(PRACTITIONER_ROLES) role: string;
  @NullableId() teamId?: string | null;
  @NullableId() localityId?: string | null;
  /** The first day; today when left out. */
  @NullableIsoDate() beginsOn?: string | null;
  /** The last day; required for cover. */
  @NullableIsoDate() lastDayOn?: string | null;
  /** The colleague whose absence this post covers. */
  @NullableId() coversFor?: string | null;
}
export class PostChangesBody {
  @OptionalOneOf(PRACTITIONER_ROLES) role?: string;
  @NullableId() teamId?: string | null;
  @NullableId() localityId?: string | null;
  /** The first day of the changed post; now when left out. */
  @OptionalIsoDate() beginsOn?: string;
  /** Alone: the last day of the post, or null for no end. */
  @NullableIsoDate() lastDayOn?: string | null;
  @OptionalTrue() unassigned?: true;
}

/** Posts of people in the administrator's agency. A change ends one post and begins another at the same instant. */
@ApiTags('directory')
@Controller('api/v1/practitioners/:id/posts')
export class PostsApiController {
  constructor(
    private readonly people: PeopleService,
    private readonly posts: PostsService,
  ) {}

  @ApiOperation({ summary: 'List the posts of a practitioner in my agency' })
  @Get()
  @Allow('people.manage')
  async list(@Param('id') id: string) {
    await this.people.find(id);
    return { items: await this.posts.ofPerson(id), next: null };
  }

  @ApiOperation({ summary: 'Get a post' })
  @Get(':postId')
  @Allow('people.manage')
  read(@Param('id') id: string, @Param('postId') postId: string) {
    return this.post(id, postId);
  }

  @ApiOperation({ summary: 'Give a practitioner a further post' })
  @Post()
  @Allow('people.manage')
  async give(@Param('id') id: string, @Body() body: PostBody) {
    await this.people.find(id);
    const postId = await this.posts.give(id, body);
    return new Created(await this.post(id, postId), `/api/v1/practitioners/${id}/posts/${postId}`);
  }

  /** Role, team or locality: the answer is the post that begins. `lastDayOn`: the same post with its last day. */
  @ApiOperation({ summary: 'Change a post' })
  @Patch(':postId')
  @Allow('people.manage')
  async change(
    @Param('id') id: string,
    @Param('postId') postId: string,
    @IfMatch() version: number,
    @Body() { lastDayOn, ...changes }: PostChangesBody,
  ) {
    if (lastDayOn === undefined) return this.post(id, await this.posts.change(id, postId, version, changes));
    await this.posts.setLastDay(id, postId, version, lastDayOn);
    return this.post(id, postId);
  }

  private async post(id: string, postId: string) {
    const post = await this.posts.find(id, postId);
    return new Versioned(post, post.version);
  }
}
