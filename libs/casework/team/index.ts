import { MeetingPlace, TacAttendance, TacMeeting } from './tac-meeting.entity.js';
import { TeamMember } from './team-member.entity.js';

export type { AttendanceNote, Invitation } from './attendance.service.js';
export * from './team.constraints.js';
export * from './invited.service.js';
export * from './meeting.rules.js';
export type { Attending, MeetingSeen } from './meetings.queries.js';
export * from './meetings.service.js';
export * from './tac-meeting.entity.js';
export * from './team-member.entity.js';
export * from './team.module.js';
export { type Author, type InvolvedPractitioner, type Member, PRACTITIONER } from './team.queries.js';
export * from './team.rules.js';
export * from './team.service.js';
export const TEAM_ENTITIES = [MeetingPlace, TacAttendance, TacMeeting, TeamMember];
