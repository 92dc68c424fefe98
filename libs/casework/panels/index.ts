export * from './panel.constraints.js';
export * from './agendas.service.js';
export * from './panels.module.js';
export * from './panels.service.js';
