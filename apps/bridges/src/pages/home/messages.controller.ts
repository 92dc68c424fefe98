import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Allow } from '#libs/access';
import { MessageBox } from '#libs/casework/episodes';
import { done, type Page, page, Redirect } from '../../http/page.js';

@Controller('messages')
export class MessagesController {
  constructor(private readonly box: MessageBox) {}

  @Get()
  @Allow('message.read')
  async list(): Promise<Page> {
    return page('home/messages.njk', {
      title: 'Messages',
      messages: await this.box.all(),
      backTo: 'messages',
    });
  }

  /** Where an email leads: to what its message is about. */
  @Get(':id')
  @Allow('message.read')
  async open(@Param('id') id: string): Promise<Redirect> {
    return new Redirect(await this.box.hrefOf(id));
  }

  @Post(':id/read')
  @Allow('message.read')
  async markAsRead(@Param('id') id: string, @Body('back') back: unknown): Promise<Redirect> {
    await this.box.markAsRead(id);
    return done(back === 'messages' ? '/messages' : '/');
  }
}
