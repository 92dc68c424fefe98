import { Controller, Get, HttpCode, Body, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Allow } from '#libs/access';
import { AccessLogService, LogExportService, type SealedHead } from '#libs/oversight/access-log';
import { ConfirmedRecently } from '../http/confirmed-recently.js';
import { IntegerCursor, OptionalId, OptionalIsoDate, QueryText, ShortText } from './fields.js';

class AccessLogQuery {
  @OptionalId() practitionerId?: string;
  @OptionalId() episodeId?: string;
  @OptionalIsoDate() from?: string;
  @OptionalIsoDate() to?: string;
  @QueryText(60) act?: string;
  @QueryText(200) cursor?: string;
}
class HeadsQuery {
  @IntegerCursor() cursor?: number;
}
class ErasureBody {
  @ShortText(1000) reason: string;
}

const HEADS_PAGE = 200;

@ApiTags('access log')
@Controller('api/v1/access-log')
export class AccessLogApiController {
  constructor(
    private readonly log: AccessLogService,
    private readonly exports: LogExportService,
  ) {}

  /** Access-log entries: who read or did what, the latest first. */
  @ApiOperation({ summary: 'Search the access log' })
  @Get()
  @Allow('log.read')
  search(@Query() query: AccessLogQuery) {
    return this.log.search(query);
  }

  /** The signed heads in order, as in the file of heads, and the public key to verify them. */
  @ApiOperation({ summary: 'List the signed heads of the access log' })
  @Get('heads')
  @Allow('log.read')
  async heads(@Query() { cursor }: HeadsQuery) {
    const heads = await this.log.heads(cursor ?? 0, HEADS_PAGE + 1);
    const { sealed, waiting, publicKey, fingerprint } = await this.log.state();
    return {
      publicKey,
      fingerprint,
      sealed,
      waiting,
      items: heads.slice(0, HEADS_PAGE).map(({ line }) => JSON.parse(line) as SealedHead),
      next: heads.length > HEADS_PAGE ? String(heads[HEADS_PAGE - 1]!.batch) : null,
    };
  }

  /** The log for independent verification: one JSON object per line, ending with a signature over all lines. */
  @ApiOperation({ summary: 'Export the access log' })
  @Get('export')
  @Allow('log.read')
  @ConfirmedRecently()
  @ApiProduces('application/x-ndjson')
  async export(): Promise<StreamableFile> {
    return new StreamableFile(await this.exports.export(), {
      type: 'application/x-ndjson',
      disposition: 'attachment; filename="access-log.ndjson"',
    });
  }

  @ApiOperation({ summary: 'Get one entry of the access log' })
  @Get(':id')
  @Allow('log.read')
  read(@Param('id') id: string) {
    return this.log.find(id);
  }

  /** Permanently erases the reason and detail of one sealed entry. The proof remains valid without them. */
  @ApiOperation({ summary: 'Erase the content of an entry' })
  @Post(':id/erasure')
  @HttpCode(200)
  @Allow('log.erase')
  @ConfirmedRecently()
  async erase(@Param('id') id: string, @Body() { reason }: ErasureBody) {
    await this.log.eraseContent(id, reason);
    return this.log.find(id);
  }
}
