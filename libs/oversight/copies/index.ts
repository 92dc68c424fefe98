export { type CopyChoice, toCopyDocument } from './copy-document.js';
export { CopiesModule } from './copies.module.js';
export { CopiesService } from './copies.service.js';
export { type Preview, PreviewsService } from './previews.service.js';
export { type ReaderChoices, ReadersService, type Recipient } from './readers.service.js';
