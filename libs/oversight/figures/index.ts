export * from './figures.module.js';
export * from './figures.service.js';
