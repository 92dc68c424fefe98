export * from './copies.module.js';
export * from './copies.service.js';
export * from './copy.js';
export * from './preview.rules.js';
export * from './previews.service.js';
export * from './readers.service.js';
