export * from './audits.module.js';
export * from './audits.service.js';
