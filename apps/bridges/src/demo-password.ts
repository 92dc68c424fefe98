/** Everybody's password in a demonstration, and nowhere else. */
export const DEMO_PASSWORD = 'bridges-demo';
