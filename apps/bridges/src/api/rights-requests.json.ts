import {
  clockOf,
  type PassedOnRequest,
  type RequestListItem,
  type RequestView,
  type RightsRequestPause,
} from '#libs/casework/rights';
import { londonDate, now } from '#libs/platform';

/** A request in the register, with its deadline. */
export function rightsRequestListedJson({ child, childId, ...request }: RequestListItem) {
  return {
    ...request,
    child: { id: childId, name: child },
    clock: clockOf({ ...request, finished: request.finishedAt !== null }, londonDate(now())),
  };
}

/** One request in full. */
export function rightsRequestJson({ request, child, pauses, events, clock, whyNoBundle }: RequestView) {
  const { childId: _childId, version: _version, ...rest } = request;
  return {
    ...rest,
    child: { id: child.id, name: child.name },
    clock,
    pauses: pauses.map(rightsRequestPauseJson),
    bundle: whyNoBundle === null ? { ready: true } : { ready: false, because: whyNoBundle },
    history: events.map(({ at, by, what, changes }) => ({ at, by, what, changes })),
  };
}

const rightsRequestPauseJson = ({ id, fromOn, toOn, reason }: RightsRequestPause) => ({
  id,
  fromOn,
  toOn,
  reason,
});

/** A request that the reader passed on: its status only. */
export function rightsRequestPassedOnJson({
  id,
  episodeId,
  childId,
  child,
  kind,
  receivedOn,
  state,
}: PassedOnRequest) {
  return { id, episodeId, child: { id: childId, name: child }, kind, receivedOn, state };
}
