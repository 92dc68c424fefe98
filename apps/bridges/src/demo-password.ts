/** The shared password of a demonstration, used nowhere else. */
export const DEMO_PASSWORD = 'bridges-demo';
