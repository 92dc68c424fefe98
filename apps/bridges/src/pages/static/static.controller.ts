import { Controller, Get } from '@nestjs/common';
import { Open } from '#libs/access';
import { type Page, page } from '../../http/page.js';

/** Public pages that explain how Bridges works. */
@Controller()
export class StaticController {
  @Get('accessibility')
  @Open()
  accessibility(): Page {
    return page('static/accessibility.njk', { title: 'Accessibility' });
  }

  @Get('privacy')
  @Open()
  privacy(): Page {
    return page('static/privacy.njk', { title: 'Privacy' });
  }

  @Get('help')
  @Open()
  help(): Page {
    return page('static/help.njk', { title: 'Help' });
  }
}
