export * from './caseload.rules.js';
export * from './caseloads.module.js';
export * from './caseloads.service.js';
export * from './waiting.service.js';
