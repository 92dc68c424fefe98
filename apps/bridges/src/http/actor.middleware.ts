import { Injectable, type NestMiddleware } from '@nestjs/common';
import type { NextFunction, Response } from 'express';
import { ActorsService, TokensService } from '#libs/access';
import { type BridgesRequest, isApi } from './request.js';

/** Says who is asking: by bearer token in the API, by session on pages. The only look-up outside the unit of work. */
@Injectable()
export class ActorMiddleware implements NestMiddleware {
  constructor(
    private readonly actors: ActorsService,
    private readonly tokens: TokensService,
  ) {}

  async use(request: BridgesRequest, _response: Response, next: NextFunction): Promise<void> {
    const found = isApi(request) ? await this.byBearer(request) : await this.bySession(request);
    if (found) request.actor = found;
    next();
  }

  private async byBearer(request: BridgesRequest) {
    const token = /^Bearer ([\w-]{20,100})$/.exec(request.headers.authorization ?? '')?.[1];
    if (!token) return null;
    request.bearer = token;
    return this.tokens.actorFor(token);
  }

  private async bySession(request: BridgesRequest) {
    const held = request.user as { postId?: string } | undefined;
    return held?.postId ? this.actors.inPost(held.postId) : null;
  }
}
