import { MeetingPlace, TacAttendance, TacMeeting } from './tac-meeting.entity.js';
import { TeamMember } from './team-member.entity.js';

export type { AttendanceNote, Invitation } from './attendance.service.js';
export { TEAM_CONSTRAINTS } from './team.constraints.js';
export { InviteesService } from './invitees.service.js';
export { ATTENDANCES, MEETING_STATUSES } from './meeting.rules.js';
export type { MeetingView } from './meetings.queries.js';
export { type MeetingDraft, MeetingsService, type Minute, type Move } from './meetings.service.js';
export { TeamModule } from './team.module.js';
export { type Author, type InvolvedPractitioner, type Member, PRACTITIONER } from './team.queries.js';
export { PRACTITIONER_TEAM_ROLES } from './team.rules.js';
export { type MemberDraft, TeamService } from './team.service.js';
export const TEAM_ENTITIES = [MeetingPlace, TacAttendance, TacMeeting, TeamMember];
