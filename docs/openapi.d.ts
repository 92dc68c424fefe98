// Made by `npm run openapi` from docs/openapi.json: types for a client, such as openapi-fetch.
export interface paths {
    "/api/v1/practitioners/{id}/account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get the account of a practitioner of my agency */
        get: operations["accountsRead"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/practitioners/{id}/invitation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Invite a practitioner to set up an account */
        post: operations["accountsInvite"];
        /** Withdraw an invitation */
        delete: operations["accountsWithdraw"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/practitioners/{id}/suspension": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Suspend an account */
        put: operations["accountsSuspend"];
        post?: never;
        /** End the suspension of an account */
        delete: operations["accountsReinstate"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/practitioners/{id}/password-reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a link to set a new password */
        post: operations["accountsReset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/{secret}/acceptance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accept an invitation */
        post: operations["accountsAccept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/{secret}/posts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an invitation to a post at another agency
         * @description What it offers, and why I cannot take it up with my account, where I cannot.
         */
        get: operations["accountsInvitedPosts"];
        put?: never;
        /**
         * Take up a post at another agency with my account
         * @description The posts of the invitation are mine from now on. No other account can be set up with it.
         */
        post: operations["accountsTakeUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/password-resets/{secret}/use": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set a new password by a link */
        post: operations["accountsUse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change my password */
        put: operations["accountsChangePassword"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get my second step to sign in */
        get: operations["secondFactorRead"];
        put?: never;
        /**
         * Begin to set up an authenticator app
         * @description Answers the secret for an authenticator app. It counts only once a code has confirmed it.
         */
        post: operations["secondFactorBegin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/second-factor/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm the authenticator app with a code
         * @description Answers the recovery codes, which are told this once; none for an account that has some left, as one with a passkey
         *     may. Sign in again: tokens issued before have ended.
         */
        post: operations["secondFactorConfirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Get new recovery codes in place of the earlier ones */
        post: operations["secondFactorRenewCodes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/second-factor/removal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remove my authenticator app
         * @description The recovery codes go too, unless the account has a passkey.
         */
        post: operations["secondFactorRemove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity-providers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List my agency’s identity providers */
        get: operations["identityProvidersList"];
        put?: never;
        /**
         * Add an identity provider
         * @description It is off until it is turned on.
         */
        post: operations["identityProvidersAdd"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity-providers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get an identity provider */
        get: operations["identityProvidersRead"];
        /** Change an identity provider, or turn it on or off */
        put: operations["identityProvidersChange"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/practitioners/{id}/identity-link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set who a practitioner of my agency is at an identity provider
         * @description From then on they sign in with the provider and have no password.
         */
        put: operations["identityProvidersLink"];
        post?: never;
        /**
         * Remove the single sign-on of a practitioner of my agency
         * @description They are signed out everywhere, and set a password.
         */
        delete: operations["identityProvidersUnlink"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/practitioners/{id}/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove the lost authenticator app of a practitioner of my agency */
        delete: operations["secondStepRemoveLost"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/my-agency/second-step": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get whether everyone at my agency needs a second step to sign in */
        get: operations["secondStepRule"];
        /** Set whether everyone at my agency needs a second step to sign in */
        put: operations["secondStepSetRule"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agencies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List agencies */
        get: operations["agenciesList"];
        put?: never;
        /** Add an agency */
        post: operations["agenciesAdd"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agencies/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get an agency */
        get: operations["agenciesRead"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change an agency */
        patch: operations["agenciesChange"];
        trace?: never;
    };
    "/api/v1/agencies/{id}/administrators": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add the first administrator of an agency
         * @description Invites them; the agency's other people are added by its administrators.
         */
        post: operations["agenciesAddAdministrator"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/localities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List localities */
        get: operations["agenciesLocalities"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/levels-of-need": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the levels of need */
        get: operations["agenciesLevels"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agencies/{id}/closure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get the closure of an agency */
        get: operations["agencyClosuresRead"];
        put?: never;
        /** Propose to close an agency */
        post: operations["agencyClosuresPropose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agencies/{id}/closure/agreement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Agree to close an agency without an administrator
         * @description By another system administrator, when the agency has no administrator.
         */
        post: operations["agencyClosuresAgree"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agencies/{id}/closure/calling-off": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Call off the closure of an agency */
        post: operations["agencyClosuresCallOff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agency-closure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get the closure of my agency */
        get: operations["agencyClosuresReadOwn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agency-closure/agreement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Agree to close my agency
         * @description Posts end with the last day, and people who move have posts at the agency that takes over from today.
         */
        post: operations["agencyClosuresAgreeOwn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agency-closure/calling-off": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Call off the closure of my agency */
        post: operations["agencyClosuresCallOffOwn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agency-closure/open-work": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count the open work of my agency’s people
         * @description Numbers for each person, and no family.
         */
        get: operations["agencyClosuresOpenWork"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/teams": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List teams */
        get: operations["teamsList"];
        put?: never;
        /** Add a team */
        post: operations["teamsAdd"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/teams/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a team */
        get: operations["teamsRead"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a team */
        patch: operations["teamsChange"];
        trace?: never;
    };
    "/api/v1/practitioners": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List practitioners */
        get: operations["practitionersList"];
        put?: never;
        /** Add a practitioner */
        post: operations["practitionersAdd"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/practitioners/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a practitioner
         * @description A colleague's name and work contact details; an administrator of the agency also gets what they may change.
         */
        get: operations["practitionersRead"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a practitioner */
        patch: operations["practitionersChange"];
        trace?: never;
    };
    "/api/v1/practitioners/{id}/posts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the posts of a practitioner in my agency */
        get: operations["postsList"];
        put?: never;
        /** Give a practitioner a further post */
        post: operations["postsGive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/practitioners/{id}/posts/{postId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a post */
        get: operations["postsRead"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a post
         * @description Role, team or locality: the answer is the post that begins. `lastDayOn`: the same post with its last day.
         */
        patch: operations["postsChange"];
        trace?: never;
    };
    "/api/v1/people-confirmations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the people and roles to confirm */
        get: operations["peopleConfirmationsCurrent"];
        put?: never;
        /** Confirm my agency’s people and roles */
        post: operations["peopleConfirmationsConfirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/departures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List departures that can be undone
         * @description People who left the agency within the last 14 days, which can be undone.
         */
        get: operations["departuresList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/practitioners/{id}/standings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count what a practitioner would hand over
         * @description What a person of the agency has open, as numbers of each kind: what must be handed over before they leave, what
         *     passes to the people who answer for the families, and what ends.
         */
        get: operations["departuresStandings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/practitioners/{id}/hand-over-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask managers to hand over a practitioner’s work
         * @description Notifies the person's managers that their work is to be handed over.
         */
        post: operations["departuresAsk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/practitioners/{id}/departures/undoing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Undo a departure
         * @description The posts begin again. Sessions and tokens of before stay ended, and what passed to others stays with them.
         */
        post: operations["departuresUndo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/practitioners/{id}/hand-overs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the work that a practitioner would hand over
         * @description What a colleague has open with families that the reader answers for, as their manager, coordinator or lead.
         */
        get: operations["handOversList"];
        put?: never;
        /**
         * Hand over work of a practitioner
         * @description Gives a meeting to chair, an action, or the responsibility of an episode's author to another practitioner.
         */
        post: operations["handOversAdd"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/directory/services": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List services */
        get: operations["directoryServicesList"];
        put?: never;
        /** Add a service */
        post: operations["directoryServicesAdd"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/directory/services/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a service */
        get: operations["directoryServicesRead"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a service */
        patch: operations["directoryServicesChange"];
        trace?: never;
    };
    "/api/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in */
        post: operations["sessionSignIn"];
        /** Sign out */
        delete: operations["sessionSignOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm that it is me
         * @description For ten minutes the token answered may do what asks its holder to confirm who they are, such as emergency access. It
         *     takes the place of the token that was sent, which has ended, and ends when that would have.
         */
        post: operations["sessionConfirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get the signed-in practitioner */
        get: operations["sessionMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/post": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Act in another of my posts
         * @description Switches the session to another of the practitioner's own posts.
         */
        put: operations["sessionSwitchPost"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List my sessions
         * @description The signed-in person's sessions of pages, the last used first.
         */
        get: operations["ownAccessListSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End one of my sessions */
        delete: operations["ownAccessEndSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List my tokens */
        get: operations["ownAccessListTokens"];
        put?: never;
        /**
         * Create a token
         * @description The token is in this answer and in no other. It acts in the post of the token that created it.
         */
        post: operations["ownAccessCreateToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/tokens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke a token */
        delete: operations["ownAccessRevokeToken"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/demo/personas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the people of the demonstration */
        get: operations["demoList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/demo/clock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Move the demonstration’s clock */
        put: operations["demoMoveClock"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/demo/outbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List messages that would have gone out */
        get: operations["demoOutbox"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/children/{id}/context": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a child’s schools, numbers in other systems and immigration status
         * @description Schools and numbers are empty where contact details are protected; immigration status is for those with the topic.
         */
        get: operations["childContextRead"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/children/{id}/schools": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record a school or setting of a child */
        post: operations["childContextAddSchool"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/children/{id}/schools/{schoolId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change or end a school or setting of a child */
        patch: operations["childContextChangeSchool"];
        trace?: never;
    };
    "/api/v1/children/{id}/references": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record a child’s number in another system */
        post: operations["childContextAddReference"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/children/{id}/references/{referenceId}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Remove a child’s number in another system */
        post: operations["childContextEndReference"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/children/{id}/immigration-statuses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record a child’s immigration status */
        post: operations["childContextRecordImmigrationStatus"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/children/{id}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the changes of a child’s and their carers’ details */
        get: operations["fieldHistoryOfChild"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/episodes/{id}/plan/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the changes of a plan’s outcomes and actions */
        get: operations["fieldHistoryOfPlan"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/children/{id}/carers/{carerId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change what a carer is to a child */
        patch: operations["carersChange"];
        trace?: never;
    };
    "/api/v1/children/{id}/carers/{carerId}/person": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Correct a carer’s own record */
        patch: operations["carersChangePerson"];
        trace?: never;
    };
    "/api/v1/children/{id}/carers/{carerId}/ending": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End what a carer is to a child */
        post: operations["carersEnd"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/children/{id}/emergency-contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set whom to ring first */
        put: operations["carersOrder"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/children/searches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Search for a child, with the search in the body */
        post: operations["childSearchesSearch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/children/own-searches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Search by name among the families you work with */
        post: operations["childSearchesSearchOwn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reference-data/schools": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Find schools by name, town or postcode */
        get: operations["referenceDataSchools"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reference-data/gp-practices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Find GP practices by name, address or postcode */
        get: operations["referenceDataGpPractices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reference-data/postcode-places": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Get the district and locality of a postcode
         * @description In the body, because a family's postcode must not be in an address.
         */
        post: operations["referenceDataPlaceOf"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/children": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Search for a child */
        get: operations["childrenSearch"];
        put?: never;
        /** Record a child */
        post: operations["childrenRecord"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/children/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a child
         * @description A record that is kept under another of the same child answers with the kept one, to readers of both.
         */
        get: operations["childrenRead"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a child’s record */
        patch: operations["childrenChange"];
        trace?: never;
    };
    "/api/v1/children/{id}/carers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a carer to a child */
        post: operations["childrenAddCarer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/children/{id}/other-names": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a further name to a child */
        post: operations["childrenAddName"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/children/{id}/other-names/{nameId}/seal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Seal a further name: it is no longer found or shown */
        post: operations["childrenSealName"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/children/{id}/relatives": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Declare that a child is a relative of mine */
        post: operations["childrenDeclareRelative"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/children/{id}/family": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get the family of a child */
        get: operations["familiesRead"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/children/{id}/child-ties": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record how two children are related */
        post: operations["familiesRecordChildTie"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/children/{id}/child-ties/{tieId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Correct how two children are related */
        patch: operations["familiesChangeChildTie"];
        trace?: never;
    };
    "/api/v1/children/{id}/child-ties/{tieId}/ending": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End how two children are related */
        post: operations["familiesEndChildTie"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/children/{id}/carer-ties": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record what two adults are to each other */
        post: operations["familiesRecordCarerTie"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/children/{id}/carer-ties/{tieId}/ending": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End what two adults are to each other */
        post: operations["familiesEndCarerTie"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/children/{id}/carers/{carerId}/childhood": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Link an adult to their own record as a child */
        post: operations["familiesLinkChildhood"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/children/{id}/genogram": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the family of a child as people and ties
         * @description For a reader with tier T0 only, everything is null, as in the family’s own answer.
         */
        get: operations["familyPicturesRead"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/children/{id}/homes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record a home and who lives there */
        post: operations["homesRecord"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/children/{id}/homes/{homeId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Correct a home */
        patch: operations["homesChange"];
        trace?: never;
    };
    "/api/v1/children/{id}/homes/{homeId}/stays": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record that a person lives in a home */
        post: operations["homesAddMember"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/children/{id}/stays/{stayId}/ending": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record that a person has left a home */
        post: operations["homesEnd"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/children/{id}/moves": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record that a child has moved */
        post: operations["homesMove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/episodes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List episodes */
        get: operations["episodesList"];
        put?: never;
        /** Start an episode */
        post: operations["episodesOpen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/episodes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get an episode */
        get: operations["episodesRead"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change why an episode is open */
        patch: operations["episodesChange"];
        trace?: never;
    };
    "/api/v1/episodes/{id}/children": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the children of an episode
         * @description The children of the episode, now and before, as far as the reader may know of them.
         */
        get: operations["episodeMembershipList"];
        put?: never;
        /**
         * Add a child to an open episode
         * @description Adds a child to an open episode. No agreement of the family includes the child until they are asked.
         */
        post: operations["episodeMembershipAdd"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/episodes/{id}/children/{childId}/removal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a child out of an open episode
         * @description Takes a child out of an open episode, which goes on for the others.
         */
        post: operations["episodeMembershipRemove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/children/{id}/birth": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record the birth of an expected baby
         * @description An expected baby becomes a child. Twins have records of their own, in the same episode and with the same carers.
         */
        post: operations["birthsRecord"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/children/{id}/death": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get the recorded death of a child */
        get: operations["childDeathsRead"];
        put?: never;
        /**
         * Record the death of a child
         * @description Records a death once; for a baby who is expected, that the pregnancy ended without a birth.
         */
        post: operations["childDeathsRecord"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/children/{id}/death/undoing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Undo a death recorded in error
         * @description Undoes what was recorded in error: by its recorder, within 28 days.
         */
        post: operations["childDeathsUndo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/duplicates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List likely duplicates
         * @description Pairs of children of the coordinator that are likely one child, the likeliest first.
         */
        get: operations["duplicatesList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/duplicates/pairs/{childId}/and/{otherChildId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Compare two records
         * @description Two records side by side, each as far as the reader may see it.
         */
        get: operations["duplicatesCompare"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/duplicates/distinctions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record that two children are not the same
         * @description “Not the same child”: kept with the reason, and not asked again.
         */
        post: operations["duplicatesKeepApart"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/duplicates/merges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List proposals to merge records
         * @description Proposals that wait for a decision.
         */
        get: operations["duplicatesWaiting"];
        put?: never;
        /** Propose to keep two records as one */
        post: operations["duplicatesPropose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/duplicates/merges/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a merge of records */
        get: operations["duplicatesRead"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/duplicates/merges/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decide about a proposal to merge records
         * @description Approves or declines what another person proposed. Both people see both records.
         */
        post: operations["duplicatesDecide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/duplicates/merges/{id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Withdraw a proposal to merge records */
        post: operations["duplicatesWithdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/duplicates/merges/{id}/undoing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Undo a merge of records
         * @description Both records are of two children again: by one of the two people, within 28 days.
         */
        post: operations["duplicatesUndo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/episodes/{id}/consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the family’s agreements in an episode */
        get: operations["consentsList"];
        put?: never;
        /** Record what the family agreed */
        post: operations["consentsRecord"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/episodes/{id}/consent-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record that the family must be asked again
         * @description Marks that the family must be asked again, because the person who may decide has changed.
         */
        post: operations["consentsNoteChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/withdrawals/{id}/sign-off": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign off the concern left by a withdrawal
         * @description Records that a manager has reviewed the concern left by a withdrawal.
         */
        post: operations["consentsSignOff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/consents/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get one agreement */
        get: operations["consentsRead"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/consents/{id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Preview what a withdrawal takes away
         * @description Previews who would lose access to what, before anything is confirmed. It writes only an access-log entry.
         */
        get: operations["consentsPreview"];
        put?: never;
        /** Withdraw an agreement */
        post: operations["consentsWithdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/episodes/{id}/disclosures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List decisions to share in an episode
         * @description Every decision to share or not to share that the reader may know of.
         */
        get: operations["disclosuresList"];
        put?: never;
        /** Record a decision to share or not to share */
        post: operations["disclosuresRecord"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings/information-sharing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the area’s settings for information sharing
         * @description The sharing settings of the area, with its edition of the golden rules.
         */
        get: operations["sharingSettingsRead"];
        /** Change the area’s settings for information sharing */
        put: operations["sharingSettingsChange"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings/information-sharing/agencies/{agencyId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set the lawful basis of an agency */
        put: operations["sharingSettingsChangeAgency"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/episodes/{episodeId}/checklist": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get the checklist */
        get: operations["checklistRead"];
        /** Save the checklist */
        put: operations["checklistSave"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/episodes/{episodeId}/assessment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get the assessment */
        get: operations["assessmentsRead"];
        put?: never;
        /** Start an assessment */
        post: operations["assessmentsStart"];
        delete?: never;
        options?: never;
        head?: never;
        /** Save a draft of the assessment */
        patch: operations["assessmentsSave"];
        trace?: never;
    };
    "/api/v1/episodes/{episodeId}/assessment/completion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Complete the assessment */
        post: operations["assessmentsComplete"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/episodes/{episodeId}/assessment/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the versions of the assessment */
        get: operations["assessmentsVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/episodes/{episodeId}/assessment/versions/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a version of the assessment */
        get: operations["assessmentsVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/episodes/{episodeId}/level-decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the level decisions of an episode */
        get: operations["triangleOfNeedHistory"];
        put?: never;
        /** Decide the level of need */
        post: operations["triangleOfNeedDecide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/episodes/{episodeId}/step-ups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the step-ups of an episode */
        get: operations["triangleOfNeedStepUpsOf"];
        put?: never;
        /** Step up to children’s social care */
        post: operations["triangleOfNeedRaise"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/episodes/{episodeId}/step-ups/{stepUpId}/outcome": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answer a step-up */
        post: operations["triangleOfNeedAnswer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/step-ups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List step-ups that wait for an answer */
        get: operations["triangleOfNeedQueue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/episodes/{episodeId}/team": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the team around the child
         * @description Everyone involved: current and former members, the practitioners who opened and assess the episode, and the lead
         *     professional.
         */
        get: operations["teamList"];
        put?: never;
        /** Add a practitioner to the team */
        post: operations["teamAdd"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/episodes/{episodeId}/team/{memberId}/ending": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a team membership */
        post: operations["teamEnd"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List proposals to lead that wait for my answer
         * @description Proposals that wait for the signed-in practitioner's answer.
         */
        get: operations["leadProfessionalWaiting"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/episodes/{episodeId}/lead-professional": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get the lead professional and the history */
        get: operations["leadProfessionalRead"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/episodes/{episodeId}/lead-professional/proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Propose a lead professional */
        post: operations["leadProfessionalPropose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/episodes/{episodeId}/lead-professional/proposals/{proposalId}/acceptance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accept to lead */
        post: operations["leadProfessionalAccept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/episodes/{episodeId}/lead-professional/proposals/{proposalId}/refusal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Refuse to lead */
        post: operations["leadProfessionalRefuse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/episodes/{episodeId}/lead-professional/proposals/{proposalId}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw a proposal to lead
         * @description Withdraws a proposal before it is answered.
         */
        post: operations["leadProfessionalWithdrawProposal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/episodes/{episodeId}/lead-professional/ending": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End the lead professional’s appointment */
        post: operations["leadProfessionalEnd"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/episodes/{episodeId}/meetings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the meetings of an episode */
        get: operations["meetingsList"];
        put?: never;
        /** Plan a meeting */
        post: operations["meetingsPlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/episodes/{episodeId}/meetings/{meetingId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a meeting */
        get: operations["meetingsRead"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Write the minute of a meeting */
        patch: operations["meetingsMinute"];
        trace?: never;
    };
    "/api/v1/episodes/{episodeId}/meetings/{meetingId}/time-and-place": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Move a meeting to another time or place
         * @description Moves a planned meeting; everyone invited is told.
         */
        put: operations["meetingsMove"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/episodes/{episodeId}/meetings/{meetingId}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add a sensitive note to a meeting
         * @description Adds a sensitive note to the minutes, visible only to agencies for which the family agreed to its topic.
         */
        post: operations["meetingsNote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/episodes/{episodeId}/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get the plan */
        get: operations["plansRead"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/episodes/{episodeId}/plan/outcomes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add an outcome to the plan */
        post: operations["plansAddOutcome"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/episodes/{episodeId}/plan/outcomes/{outcomeId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change an outcome of the plan */
        patch: operations["plansChangeOutcome"];
        trace?: never;
    };
    "/api/v1/episodes/{episodeId}/plan/actions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add an action to the plan */
        post: operations["plansAddAction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/episodes/{episodeId}/plan/actions/{actionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change an action of the plan */
        patch: operations["plansChangeAction"];
        trace?: never;
    };
    "/api/v1/episodes/{id}/next-review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the date of the next review
         * @description The date that stands, one to offer where there is none, and how it was moved between reviews.
         */
        get: operations["nextReviewRead"];
        /** Set or move the date of the next review */
        put: operations["nextReviewSet"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/episodes/{id}/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the reviews of an episode */
        get: operations["reviewsList"];
        put?: never;
        /** Record a review */
        post: operations["reviewsHold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/episodes/{id}/reviews/{reviewId}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add a sensitive note to a review
         * @description Adds a sensitive note to a review, visible only to agencies for which the family agreed to its topic.
         */
        post: operations["reviewsNote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/closure-proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List closures that wait for my approval
         * @description Proposals that wait for the signed-in manager.
         */
        get: operations["closureProposalsWaiting"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/closure-proposals/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a proposed closure */
        get: operations["closureProposalsRead"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/closure-proposals/{id}/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve a closure
         * @description Approves the proposal: closes the episode and returns the closure.
         */
        post: operations["closureProposalsApprove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/closure-proposals/{id}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send back a proposed closure
         * @description Returns the proposal with a reason; the episode stays open.
         */
        post: operations["closureProposalsSendBack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/closure-proposals/{id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Withdraw a proposed closure */
        post: operations["closureProposalsWithdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/episodes/{id}/closure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the closure of an episode
         * @description The closure, or the proposal that waits for a manager: `status` is closed or awaiting_approval.
         */
        get: operations["closuresRead"];
        put?: never;
        /**
         * Close an episode
         * @description Closes the episode. If the family could not be contacted, or withdrew and left a concern, the closure is only
         *     proposed to the manager in `managerId`, and the answer has `status` awaiting_approval. 409 at level 4.
         */
        post: operations["closuresClose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/episodes/{id}/closure/undoing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Undo a closure
         * @description Undoes the closure within 28 days and returns the reopened episode.
         */
        post: operations["closuresUndo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/episodes/{id}/chronology": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the chronology of an episode */
        get: operations["chronologyRead"];
        put?: never;
        /** Add a note to the chronology */
        post: operations["chronologyAdd"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/episodes/{id}/access": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Explain who can see an episode and why
         * @description Why the reader can see this episode; for readers with the permission, also who else can and who looked (otherwise
         *     null).
         */
        get: operations["accessRead"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/caseload": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count a caseload
         * @description A number is null if none of these families shares it with you; `notShared` counts the families that each number
         *     leaves out.
         */
        get: operations["caseloadsRead"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/access-log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search the access log
         * @description Access-log entries: who read or did what, the latest first.
         */
        get: operations["accessLogSearch"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/access-log/heads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the signed heads of the access log
         * @description The signed heads in order, as in the file of heads, and the public key to verify them.
         */
        get: operations["accessLogHeads"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/access-log/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export the access log
         * @description The log for independent verification: one JSON object per line, ending with a signature over all lines.
         */
        get: operations["accessLogExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/access-log/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get one entry of the access log */
        get: operations["accessLogRead"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/access-log/{id}/erasure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Erase the content of an entry
         * @description Permanently erases the reason and detail of one sealed entry. The proof remains valid without them.
         */
        post: operations["accessLogErase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rights-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List rights requests
         * @description The register, for the people who answer requests; for everyone else, the requests that they passed on.
         */
        get: operations["rightsRequestsList"];
        put?: never;
        /** Register a rights request */
        post: operations["rightsRequestsRegister"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rights-requests/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a rights request */
        get: operations["rightsRequestsRead"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Record progress on a rights request */
        patch: operations["rightsRequestsChange"];
        trace?: never;
    };
    "/api/v1/rights-requests/{id}/extension": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Extend the time to answer a rights request */
        post: operations["rightsRequestsExtend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rights-requests/{id}/pauses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Pause the clock of a rights request */
        post: operations["rightsRequestsPause"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rights-requests/{id}/resumption": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Resume the clock of a rights request */
        post: operations["rightsRequestsResume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rights-requests/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decide a rights request */
        post: operations["rightsRequestsDecide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rights-requests/{id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record that the answer was released */
        post: operations["rightsRequestsRelease"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rights-requests/{id}/bundle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get everything held on a child
         * @description Everything held on the child, with information about others marked. Each read builds the bundle anew and is
         *     recorded. Contact details of other family members are left out, except those in `include`. With `carerId`, a parent or
         *     carer gets their own, and those of the child if they live together.
         */
        get: operations["rightsRequestsBundle"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/episodes/{id}/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List corrections asked for in an episode */
        get: operations["correctionsList"];
        put?: never;
        /** Ask for a correction */
        post: operations["correctionsAsk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/corrections/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decide a correction */
        post: operations["correctionsDecide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/retention-classes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the retention classes */
        get: operations["retentionClasses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/retention": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List records by their retention */
        get: operations["retentionQueue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/episodes/{id}/retention": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get until when an episode is kept
         * @description Until when the record is kept, and why; dates are null while the episode is open.
         */
        get: operations["retentionRead"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/episodes/{id}/retention/holds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hold an episode from destruction */
        post: operations["retentionHold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/retention-holds/{id}/lifting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lift a hold */
        post: operations["retentionLift"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/episodes/{id}/destruction": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Propose the destruction of an episode */
        post: operations["retentionPropose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/destruction-proposals/{id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve or decline a destruction */
        post: operations["retentionAnswer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/index-questions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List my index questions
         * @description The questions that the signed-in practitioner has asked.
         */
        get: operations["indexQuestionsMine"];
        put?: never;
        /** Ask whether a child is known */
        post: operations["indexQuestionsAsk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/index-questions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get one of my index questions */
        get: operations["indexQuestionsFind"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/index-matches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List questions about children whose record I hold
         * @description Other practitioners' questions about children whose record the reader holds.
         */
        get: operations["indexQuestionsHeld"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/index-matches/{id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answer a question about a child whose record I hold */
        post: operations["indexQuestionsAnswer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/access-concerns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List access concerns to review
         * @description The guardian's queue, as of the last run of the scheduled watch.
         */
        get: operations["accessConcernsQueue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/access-concerns/mine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List access concerns about my own access
         * @description The questions put to the signed-in practitioner about records they opened.
         */
        get: operations["accessConcernsMine"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/access-concerns/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get an access concern */
        get: operations["accessConcernsFind"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/access-concerns/{id}/explanation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Explain my own access */
        post: operations["accessConcernsExplain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/access-concerns/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decide an access concern */
        post: operations["accessConcernsDecide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/guardian": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the guardian of my agency
         * @description The guardian named by the administrator's agency; null: the governance lead.
         */
        get: operations["accessConcernsGuardian"];
        /** Name the guardian of my agency */
        put: operations["accessConcernsName"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/watch-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the rules that raise access concerns */
        get: operations["accessConcernsWatchRules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/watch-rules/{rule}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a rule that raises access concerns */
        get: operations["accessConcernsWatchRule"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a rule that raises access concerns */
        patch: operations["accessConcernsChange"];
        trace?: never;
    };
    "/api/v1/episodes/{id}/copy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a copy of an episode
         * @description Everything in this episode that the reader may see, as one document.
         */
        get: operations["copiesCopy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/episodes/{id}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Preview another person’s copy of an episode
         * @description Previews a recipient's copy: `document` is that copy, null if the recipient would see nothing. A copy for a family
         *     member leaves out the contact details of the others, except those in `include`.
         */
        get: operations["copiesPreview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/access-questions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List questions about access to answer */
        get: operations["accessQuestionsList"];
        put?: never;
        /**
         * Ask the coordinator about access
         * @description Asks the coordinator about an id that returned 404. The answer is the same whether or not the id exists.
         */
        post: operations["accessQuestionsAsk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/access-questions/{id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answer a question about access */
        post: operations["accessQuestionsAnswer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/panels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List panels
         * @description Panels of the area with their members, and meetings whose papers are open.
         */
        get: operations["panelsList"];
        put?: never;
        /** Add a panel */
        post: operations["panelsAdd"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/panels/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a panel */
        get: operations["panelsOne"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/panels/{id}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a member to a panel */
        post: operations["panelsAddMember"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/panels/{id}/members/{memberId}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a panel membership */
        post: operations["panelsEndMembership"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/panels/{id}/meetings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List meetings of a panel */
        get: operations["panelsMeetings"];
        put?: never;
        /** Add a meeting of a panel */
        post: operations["panelsAddMeeting"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/panel-meetings/{id}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel a meeting of a panel */
        post: operations["panelsCancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/panel-meetings/{id}/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the agenda of a panel meeting
         * @description The agenda: only cases whose record the reader may see.
         */
        get: operations["panelsAgenda"];
        put?: never;
        /** Refer an episode to a panel meeting */
        post: operations["panelsRefer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/panel-items/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record the decision on an agenda item */
        post: operations["panelsDecide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/panel-items/{id}/removal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Remove an item from an agenda */
        post: operations["panelsRemove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/episodes/{id}/panel-items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the panel items of an episode */
        get: operations["panelsOfEpisode"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List case audits */
        get: operations["auditsList"];
        put?: never;
        /**
         * Commission a case audit
         * @description Draws a random sample of episodes, once; the episodes cannot be chosen.
         */
        post: operations["auditsCommission"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audits/{id}/ending": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a case audit */
        post: operations["auditsEnd"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the figures of the area
         * @description Counts of open episodes in the area. Null is a suppressed number.
         */
        get: operations["figuresRead"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/episodes/{episodeId}/emergency-access": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List emergency accesses to an episode */
        get: operations["emergencyAccessOfEpisode"];
        put?: never;
        /**
         * Ask for emergency access
         * @description Requests access to a closed record in an emergency. Access starts at once and ends at `lapsesAt`, or starts when a
         *     second person agrees (`needsSecond`).
         */
        post: operations["emergencyAccessAsk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/emergency-accesses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List emergency accesses
         * @description The reader's own emergency accesses, those to records that they are responsible for, and those that they must
         *     review.
         */
        get: operations["emergencyAccessList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/emergency-accesses/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get an emergency access
         * @description With the kinds of pages that were opened during the access.
         */
        get: operations["emergencyAccessRead"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/emergency-accesses/{id}/second": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Agree to an emergency access as the second person
         * @description The second person agrees; the access starts now.
         */
        post: operations["emergencyAccessAgree"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/emergency-accesses/{id}/ending": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End an emergency access */
        post: operations["emergencyAccessEnd"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/emergency-accesses/{id}/reviewer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Name the reviewer of an emergency access */
        post: operations["emergencyAccessNameReviewer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/emergency-accesses/{id}/reviewers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List people who may review an emergency access
         * @description The practitioners whom the requester may name as reviewer.
         */
        get: operations["emergencyAccessReviewers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/emergency-accesses/{id}/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Review an emergency access */
        post: operations["emergencyAccessReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/episodes/{episodeId}/lead-professional/deputies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List deputies of the lead professional */
        get: operations["deputiesList"];
        put?: never;
        /**
         * Name a deputy for the lead professional
         * @description Appoints a deputy, who covers for the lead professional from the first day to the last.
         */
        post: operations["deputiesName"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/episodes/{episodeId}/lead-professional/deputies/{deputyId}/ending": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a deputyship */
        post: operations["deputiesEnd"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/support": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List my business support
         * @description Current nominations: the support that the reader named, and the practitioners who named the reader.
         */
        get: operations["supportList"];
        put?: never;
        /** Name a colleague as my business support */
        post: operations["supportName"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/support/{id}/ending": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End business support */
        post: operations["supportEnd"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings/front-doors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List who to phone about a child who may not be safe */
        get: operations["frontDoorsList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings/front-doors/area": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set who to phone in the area */
        put: operations["frontDoorsSetForArea"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings/front-doors/localities/{localityId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set who to phone in a locality */
        put: operations["frontDoorsSetForLocality"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/episodes/{episodeId}/safety-concerns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the safety concerns of an episode
         * @description Every safety concern of the episode: open ones first, then the newest.
         */
        get: operations["safetyConcernsList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/episodes/{episodeId}/safety-concerns/{concernId}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record what was done about a safety concern
         * @description Records what was done about one concern. A concern can be answered once.
         */
        post: operations["safetyConcernsAnswer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/children/{id}/shields": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the shields of a child
         * @description The shields of this child that the reader may know of. An empty list does not mean that there are none.
         */
        get: operations["shieldsOfChild"];
        put?: never;
        /** Request a shield */
        post: operations["shieldsRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shields": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List shields that wait for a decision */
        get: operations["shieldsQueue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shields/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a shield */
        get: operations["shieldsRead"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shields/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decide a shield */
        post: operations["shieldsDecide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shields/{id}/ending": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a shield */
        post: operations["shieldsEnd"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shields/{id}/names": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Name a practitioner on a shield */
        post: operations["shieldsName"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shields/{id}/names/{nameId}/ending": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a practitioner’s name off a shield */
        post: operations["shieldsUnname"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notification-choice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get how Bridges tells me
         * @description When Bridges writes to the reader about their messages; version 0 before they chose.
         */
        get: operations["notificationsRead"];
        /** Choose how Bridges tells me */
        put: operations["notificationsChoose"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendar-address": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get when my calendar address was created
         * @description Whether the reader has a private calendar address; the address itself is shown only when it is created.
         */
        get: operations["notificationsCalendar"];
        /**
         * Create my private calendar address
         * @description Ends the address that the reader had before.
         */
        put: operations["notificationsCreateCalendar"];
        post?: never;
        /** End my private calendar address */
        delete: operations["notificationsEndCalendar"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List my agency’s webhooks */
        get: operations["webhooksList"];
        put?: never;
        /**
         * Add a webhook
         * @description Its signing secret is given out by `PUT …/secret`, so that no stored answer holds it.
         */
        post: operations["webhooksRegister"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a webhook */
        get: operations["webhooksRead"];
        put?: never;
        post?: never;
        /** Remove a webhook */
        delete: operations["webhooksRemove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the deliveries of a webhook
         * @description What was sent in the last 30 days, the latest first, with the receiver’s answer.
         */
        get: operations["webhooksDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Replace the secret of a webhook
         * @description The secret is shown this once. Deliveries are signed with it from now on.
         */
        put: operations["webhooksReplaceSecret"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/turning-on": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Turn on a webhook that was turned off */
        post: operations["webhooksTurnOn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AccessConcern: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            rule: "same_surname" | "carers_surname" | "colleagues_relative" | "relatives_postcode" | "many_records" | "out_of_hours" | "opened_after_refusal" | "index_probing" | "emergency_runs";
            practitioner: {
                /** Format: uuid */
                id: string;
                name: string;
                jobTitle: string;
            };
            agency: {
                /** Format: uuid */
                id: string;
                name: string;
            };
            role: string;
            day: string;
            /** Format: date-time */
            windowBegins: string;
            /** Format: date-time */
            windowEnds: string;
            times: number;
            subjects: number;
            episodes: {
                /** Format: uuid */
                id: string;
                names: string | null;
            }[];
            /** Format: date-time */
            noticedAt: string;
            /** @enum {string} */
            state: "open" | "explained" | "closed";
            why: string | null;
            /** Format: date-time */
            explainedAt: string | null;
            decision: {
                by: string;
                /** @enum {string} */
                outcome: "good_reason" | "reminded" | "taken_further";
                note: string;
                at: string;
            } | null;
        };
        AccessQuestion: {
            /** Format: uuid */
            id: string;
            askedBy: {
                /** Format: uuid */
                id: string;
                name: string;
                telephone: string | null;
            };
            agency: string;
            /** Format: date-time */
            askedAt: string;
            reason: string;
            /**
             * Format: uuid
             * @description The episode asked about, when it is within the reader's reach; null otherwise.
             */
            episodeId: string | null;
            answer: string | null;
            answeredBy: string | null;
            /** Format: date-time */
            answeredAt: string | null;
        };
        AccountSummary: {
            /** Format: uuid */
            practitionerId: string;
            /** @enum {string} */
            state: "none" | "invited" | "invitation expired" | "not signed in yet" | "active" | "suspended";
            username: string | null;
            /** @description Where links go. */
            email: string | null;
            /** Format: date-time */
            invitationExpiresAt: string | null;
            /** Format: date-time */
            lastSignedInAt: string | null;
            /** Format: date-time */
            suspendedAt: string | null;
            /** @description Whether this agency can let them sign in again. */
            canReinstate: boolean;
            isDormant: boolean;
            hasSecondFactor: boolean;
            /** @description The provider at which they sign in, with no password here. */
            signsInWith: string | null;
            /** @description Who they are there; null at a provider of another agency. */
            identifier: string | null;
            /** @description No agency sends a link to the account of a person who works for another too. */
            worksForSeveral: boolean;
            /** @description The path of the open invitation, for an administrator to pass on where no mail is sent. */
            invitationPath: string | null;
            /** @description The same for the open link to set a new password. */
            resetPath: string | null;
        };
        Action: {
            /** Format: uuid */
            id: string;
            description: string;
            doer: {
                practitioner: {
                    /** Format: uuid */
                    id: string;
                    name: string;
                    agency: string | null;
                } | null;
                name: string;
            };
            /** Format: date */
            dueOn: string;
            /** @enum {string} */
            status: "not_started" | "done" | "on_track" | "delayed" | "dropped";
            /** @enum {string} */
            familyAgreement: "no" | "yes" | "not_asked";
            familyAgreementNote: string | null;
            progressNote: string | null;
            /** Format: date */
            doneOn: string | null;
            droppedBecause: string | null;
            topic: string;
            version: number;
        };
        ActionBody: {
            /** Format: uuid */
            outcomeId: string;
            description: string;
            /** Format: uuid */
            doerPractitionerId?: string | null;
            doerName?: string | null;
            /** Format: date */
            dueOn: string;
            /** @enum {string} */
            familyAgreement?: "yes" | "no" | "not_asked";
            familyAgreementNote?: string | null;
            /** @enum {string|null} */
            topic?: "mental_health" | "sexual_health" | "substance_misuse" | "domestic_abuse" | "offending" | "immigration" | "adult_health" | null;
        };
        ActionChangesBody: {
            /** @enum {string} */
            status?: "not_started" | "on_track" | "done" | "delayed" | "dropped";
            progressNote?: string | null;
            /** Format: date */
            doneOn?: string | null;
            droppedBecause?: string | null;
            /** Format: date */
            dueOn?: string;
            description?: string;
            /** @enum {string} */
            familyAgreement?: "yes" | "no" | "not_asked";
            familyAgreementNote?: string | null;
        };
        AdministratorBody: {
            name: string;
            jobTitle: string;
            email: string;
        };
        AffectedByWithdrawal: {
            practitioner: {
                /** Format: uuid */
                id: string | null;
                name: string;
            };
            agency: string;
            loses: string[];
            keeps: string[];
            losesTopics: string[];
        };
        Agency: {
            /** Format: uuid */
            id: string;
            name: string;
            kind: string;
            telephone: string | null;
            sensitive: boolean;
            /** Format: date */
            beganOn: string | null;
            /** Format: date */
            endedOn: string | null;
            /** Format: uuid */
            successorId: string | null;
            version: number;
        };
        AgencyBasisBody: {
            /** @enum {string} */
            lawfulBasis: "public_task" | "legal_obligation" | "vital_interests" | "recognised_legitimate_interest" | "legitimate_interests" | "consent";
        };
        AgencyBody: {
            name: string;
            /** @enum {string} */
            kind: "childrens_services" | "school" | "early_years" | "further_education" | "education_support" | "health_commissioner" | "health_provider" | "general_practice" | "police" | "youth_justice" | "probation" | "connexions" | "substance_misuse" | "district_council" | "housing_provider" | "voluntary_sector" | "safeguarding_partnership" | "other";
            telephone?: string | null;
            /**
             * @description An agency whose name has the same words is another one.
             * @enum {boolean}
             */
            otherAgencyConfirmed?: true;
        };
        AgencyChanges: {
            name?: string;
            /** @enum {string} */
            kind?: "childrens_services" | "school" | "early_years" | "further_education" | "education_support" | "health_commissioner" | "health_provider" | "general_practice" | "police" | "youth_justice" | "probation" | "connexions" | "substance_misuse" | "district_council" | "housing_provider" | "voluntary_sector" | "safeguarding_partnership" | "other";
            telephone?: string | null;
        };
        AgencyClosure: {
            /** Format: uuid */
            id: string;
            lastDay: string;
            reason: string;
            successor: {
                /** Format: uuid */
                id: string;
                name: string;
            } | null;
            movesPeople: boolean;
            proposedBy: {
                /** Format: uuid */
                id: string;
                name: string;
            };
            /** Format: date-time */
            proposedAt: string;
            agreedBy: {
                /** Format: uuid */
                id: string;
                name: string;
            } | null;
            /** Format: date-time */
            agreedAt: string | null;
        };
        AgencyClosureBody: {
            /**
             * Format: date
             * @description The last day on which the agency's people work in Bridges, at least 14 days away.
             */
            lastDay: string;
            reason: string;
            /**
             * Format: uuid
             * @description The agency that takes over.
             */
            successorId?: string | null;
            /** @description Whether its people are given posts at the agency that takes over. */
            movesPeople?: boolean;
        };
        AgendaItem: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            episodeId: string;
            /** Format: uuid */
            meetingId: string;
            /** Format: uuid */
            panelId: string;
            panel: string;
            /** Format: date */
            heldOn: string;
            papersUntil: string;
            children: {
                givenNames: string;
                familyName: string;
            }[];
            question: string;
            putBy: {
                /** Format: uuid */
                id: string;
                name: string;
            };
            /** Format: date-time */
            putAt: string;
            /** Format: date-time */
            removedAt: string | null;
            decision: string | null;
            decidedBy: string | null;
            /** Format: date-time */
            decidedAt: string | null;
        };
        AgreedAgencyBody: {
            /** Format: uuid */
            agencyId: string;
            tiers?: ("T0" | "T1" | "T2" | "T3")[];
            topics?: ("mental_health" | "sexual_health" | "substance_misuse" | "domestic_abuse" | "offending" | "immigration" | "adult_health")[];
        };
        AnswerBody: {
            /** @enum {string} */
            answer: "yes" | "no" | "not_sure";
            note?: string | null;
        };
        AnswerQuestionBody: {
            answer: string;
        };
        AnswersBody: {
            healthy?: components["schemas"]["AnswerBody"];
            safe_from_harm?: components["schemas"]["AnswerBody"];
            learning_and_developing?: components["schemas"]["AnswerBody"];
            positive_impact?: components["schemas"]["AnswerBody"];
            free_from_poverty?: components["schemas"]["AnswerBody"];
        };
        ApartBody: {
            /** Format: uuid */
            childId: string;
            /** Format: uuid */
            otherChildId: string;
            reason: string;
        };
        AskBody: {
            /** Format: uuid */
            about?: string | null;
            reason: string;
        };
        Assessment: {
            savedSections: {
                [key: string]: {
                    savedBy: {
                        /** Format: uuid */
                        id: string;
                        name: string;
                    } | null;
                    /** Format: date-time */
                    savedAt: string;
                };
            };
            elements: components["schemas"]["AssessmentElement"][];
            form: components["schemas"]["AssessmentForm"];
            sections: components["schemas"]["SectionAnswers"];
            progress: components["schemas"]["Progress"];
            /** Format: uuid */
            id: string | null;
            /** @description 1 for the first assessment of an episode; null before the first draft. */
            number: number | null;
            /** @enum {string} */
            status: "not_started" | "draft" | "complete";
            /** Format: date-time */
            startedAt: string | null;
            /** Format: date-time */
            completedAt: string | null;
            assessor: components["schemas"]["NamedAuthor"] | null;
            version: number;
        };
        AssessmentBody: {
            /**
             * @description Sections by name, each with some or all of the parts in SectionAnswers. A section rejects parts that it does not
             *     have.
             */
            sections?: {
                [key: string]: unknown;
            };
            elements?: components["schemas"]["ElementBody"][];
        };
        AssessmentElement: {
            savedBy: {
                /** Format: uuid */
                id: string;
                name: string;
            } | null;
            writtenBy: {
                /** Format: uuid */
                id: string;
                name: string;
            } | null;
            strengths: string | null;
            needs: string | null;
            evidence: string | null;
            childsWords: string | null;
            levelIndicator: number | null;
            notExploredBecause: string | null;
            /** Format: date-time */
            savedAt: string;
            version: number;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            element: "A1a" | "A1b" | "A1c" | "A2" | "A3" | "A4" | "A5" | "A6" | "A7a" | "A7b" | "A7c" | "A7d" | "B1" | "B2" | "B3" | "C1" | "C2" | "C3" | "C4";
            topic: string;
        };
        AssessmentForm: {
            number: number | null;
            validFrom: string | null;
            title: string;
            opening: components["schemas"]["FormSection"][];
            domains: components["schemas"]["FormDomain"][];
            closing: components["schemas"]["FormSection"][];
            /** @description The parts of what is written about one element. */
            passage: components["schemas"]["Labelled"][];
            lists: {
                [key: string]: components["schemas"]["Labelled"][];
            };
        };
        AssessmentVersion: {
            /** Format: uuid */
            id: string | null;
            number: number | null;
            /** @enum {string} */
            status: "not_started" | "draft" | "complete";
            /** Format: date-time */
            startedAt: string | null;
            /** Format: date-time */
            completedAt: string | null;
            assessor: components["schemas"]["NamedAuthor"] | null;
            version: number;
        };
        Attendance: {
            /** Format: uuid */
            id: string;
            name: string;
            practitioner: {
                /** Format: uuid */
                id: string;
                name: string;
                agency: string | null;
            } | null;
            /** @enum {string} */
            attendance: "invited" | "absent" | "present" | "apologies";
            apologyReason: string | null;
        };
        AttendanceBody: {
            /** Format: uuid */
            practitionerId?: string | null;
            name?: string | null;
            /** @enum {string} */
            attendance: "invited" | "present" | "apologies" | "absent";
            apologyReason?: string | null;
        };
        Audit: {
            /** Format: uuid */
            id: string;
            question: string;
            auditor: {
                /** Format: uuid */
                id: string;
                name: string;
                agency: string;
            };
            commissionedBy: string;
            /** Format: date-time */
            commissionedAt: string;
            /**
             * Format: date
             * @description The last day on which the auditor reads.
             */
            endsOn: string;
            /** Format: date-time */
            endedAt: string | null;
            running: boolean;
            /** @description How many were sampled and are still within the reader's reach. */
            drawn: number;
            /** @description Named to the auditor alone, while the audit runs. */
            episodes: {
                /** Format: uuid */
                id: string;
                names: string;
            }[];
        };
        AuditBody: {
            /** Format: uuid */
            auditorId: string;
            question: string;
            most: number;
            level?: number | null;
            /** Format: date */
            endsOn: string;
        };
        BabyBody: {
            givenNames: string;
            familyName: string;
            /** @enum {string} */
            sex: "F" | "M" | "U";
        };
        Birth: {
            /** Format: date */
            dateOfBirth?: string | null;
            birthPeriod?: string | null;
            estimatedAge?: number | null;
            /** Format: date */
            estimatedOn?: string | null;
            /** Format: date */
            expectedDate?: string | null;
        };
        BirthBody: {
            /** Format: date */
            bornOn: string;
            /** @description One, or of twins each: the first keeps the record of the pregnancy. */
            babies: components["schemas"]["BabyBody"][];
            notTheSameAs?: string[];
        };
        Bundle: {
            /** Format: uuid */
            requestId: string;
            child: {
                /** Format: uuid */
                id: string;
                name: string;
                bornEarliest: string | null;
                /** Format: date */
                dateOfBirth?: string | null;
                birthPeriod?: string | null;
                estimatedAge?: number | null;
                /** Format: date */
                estimatedOn?: string | null;
                /** Format: date */
                expectedDate?: string | null;
            };
            /** @description The parents and carers that the request may be from; none when the child asks. */
            carers: {
                /** Format: uuid */
                id: string;
                name: string;
            }[];
            /**
             * Format: uuid
             * @description The one whom the answerer named; null while it is unknown which of them asks.
             */
            carerId: string | null;
            parts: components["schemas"]["BundlePart"][];
            /** @description Contact details of other family members: left out unless the answerer includes them. */
            contacts: components["schemas"]["FamilyContacts"];
        };
        BundleItem: {
            /** @description The sensitive topic, empty for most. */
            topic: string;
            values: components["schemas"]["Marked"][];
        };
        BundlePart: {
            relation: string;
            title: string;
            items: components["schemas"]["BundleItem"][];
        };
        CarerBody: {
            /** Format: uuid */
            carerId?: string | null;
            name?: string | null;
            /** @enum {string} */
            relationship: "mother" | "father" | "step_mother" | "step_father" | "other_parent" | "parents_partner" | "adoptive_mother" | "adoptive_father" | "foster_carer" | "special_guardian" | "kinship_carer" | "grandparent" | "sibling" | "half_sibling" | "step_sibling" | "aunt_or_uncle" | "cousin" | "child_of" | "partner" | "ex_partner" | "friend" | "professional" | "local_authority" | "other";
            /** @enum {string} */
            parentalResponsibility: "yes" | "no" | "not_known";
            livesWithChild?: boolean | null;
            /** Format: date */
            beganOn?: string | null;
            /** @enum {string|null} */
            responsibilityBasis?: "birth_mother" | "married" | "birth_certificate" | "agreement" | "parental_responsibility_order" | "child_arrangements_order" | "special_guardianship_order" | "guardian" | "parental_order" | "adoption" | "care_order" | "emergency_protection_order" | null;
            telephone?: string | null;
            address?: string | null;
            postcode?: string | null;
            /** @enum {string|null} */
            firstLanguage?: "eng" | "bfi" | "aka" | "sqi" | "amh" | "ara" | "ben" | "bos" | "bul" | "yue" | "hrv" | "ces" | "prs" | "nld" | "fil" | "fra" | "deu" | "ell" | "guj" | "heb" | "hin" | "hun" | "ibo" | "ita" | "kur" | "kmr" | "ckb" | "lav" | "lin" | "lit" | "cmn" | "mal" | "nep" | "phr" | "pan" | "pus" | "fas" | "pol" | "por" | "ron" | "rom" | "rus" | "srp" | "sna" | "slk" | "som" | "spa" | "swa" | "syl" | "tam" | "tel" | "tir" | "tur" | "ukr" | "urd" | "vie" | "cym" | "yor" | "other" | "not_known" | null;
            /** @enum {string|null} */
            interpreter?: "none" | "spoken" | "bsl" | "other" | null;
            /** @enum {string|null} */
            safeToContact?: "yes" | "ask_first" | "no" | null;
            contactAdvice?: string | null;
            notTheSameAs?: string[];
        };
        CarerChanges: {
            name?: string;
            /** @enum {string|null} */
            firstLanguage?: "eng" | "bfi" | "aka" | "sqi" | "amh" | "ara" | "ben" | "bos" | "bul" | "yue" | "hrv" | "ces" | "prs" | "nld" | "fil" | "fra" | "deu" | "ell" | "guj" | "heb" | "hin" | "hun" | "ibo" | "ita" | "kur" | "kmr" | "ckb" | "lav" | "lin" | "lit" | "cmn" | "mal" | "nep" | "phr" | "pan" | "pus" | "fas" | "pol" | "por" | "ron" | "rom" | "rus" | "srp" | "sna" | "slk" | "som" | "spa" | "swa" | "syl" | "tam" | "tel" | "tir" | "tur" | "ukr" | "urd" | "vie" | "cym" | "yor" | "other" | "not_known" | null;
            /** @enum {string|null} */
            interpreter?: "none" | "spoken" | "bsl" | "other" | null;
            telephone?: string | null;
            address?: string | null;
            postcode?: string | null;
            /** @enum {string|null} */
            safeToContact?: "yes" | "ask_first" | "no" | null;
            contactAdvice?: string | null;
        };
        CarerEndingBody: {
            /** Format: date */
            endedOn: string;
            /** @enum {string} */
            reason: "moved_out" | "relationship_ended" | "placement_ended" | "order_ended" | "adopted" | "died" | "recorded_in_error" | "other";
        };
        CarerOfChild: {
            /** Format: uuid */
            id: string;
            name: string;
            livesWithChild: boolean | null;
            evidenceSeenBy: string | null;
            emergencyOrder: number | null;
            /** Format: date */
            endedOn: string | null;
            endingReason: string | null;
            telephone: string | null;
            address: string | null;
            postcode: string | null;
            safeToContact: string | null;
            contactAdvice: string | null;
            firstLanguage: string | null;
            interpreter: string | null;
            /** @description The version of what they are to the child, and that of the person's own record. */
            version: number;
            personVersion: number;
            relationship: string;
            parentalResponsibility: string;
            /** Format: date */
            beganOn: string | null;
            responsibilityBasis: string | null;
            evidence: string | null;
            /** Format: date */
            evidenceSeenOn: string | null;
            contactRestriction: string | null;
            restrictionBasis: string | null;
            restrictedFrom: string | null;
        };
        CarerTie: {
            /** Format: uuid */
            id: string;
            kind: string;
            /** Format: date */
            beganOn: string | null;
            /** Format: date */
            endedOn: string | null;
            version: number;
            carer: {
                /** Format: uuid */
                id: string;
                name: string;
            };
            other: {
                /** Format: uuid */
                id: string;
                name: string;
            };
        };
        CarerTieBody: {
            /** Format: uuid */
            carerId: string;
            /** Format: uuid */
            otherCarerId: string;
            /** @enum {string} */
            kind: "married" | "partner" | "former_partner" | "parent_of" | "child_of" | "sibling" | "other_relative";
            /** Format: date */
            beganOn?: string | null;
        };
        Checklist: {
            complete: boolean;
            safeguarding: {
                advice: string;
                frontDoor: components["schemas"]["FrontDoorNumbers"] | null;
            } | null;
            decision: string | null;
            version: number;
            /** Format: date-time */
            completedAt: string | null;
            answers: {
                healthy?: {
                    /** @enum {string} */
                    answer: "no" | "yes" | "not_sure";
                    note?: string;
                };
                safe_from_harm?: {
                    /** @enum {string} */
                    answer: "no" | "yes" | "not_sure";
                    note?: string;
                };
                learning_and_developing?: {
                    /** @enum {string} */
                    answer: "no" | "yes" | "not_sure";
                    note?: string;
                };
                positive_impact?: {
                    /** @enum {string} */
                    answer: "no" | "yes" | "not_sure";
                    note?: string;
                };
                free_from_poverty?: {
                    /** @enum {string} */
                    answer: "no" | "yes" | "not_sure";
                    note?: string;
                };
            };
            extraHelp: string | null;
            clearWhatIsNeeded: string | null;
            ownServiceCanProvide: string | null;
            moreThanOneService: string | null;
            assessmentWouldHelp: string | null;
            existingAssessment: string | null;
            discussedWithChild: boolean | null;
            discussedWithParent: boolean | null;
            reasonNotDiscussed: string | null;
            /** Format: date */
            decidedOn: string | null;
            /** Format: date-time */
            savedAt: string | null;
        };
        ChecklistBody: {
            answers?: components["schemas"]["AnswersBody"];
            extraHelp?: string | null;
            /** @enum {string|null} */
            clearWhatIsNeeded?: "yes" | "no" | "not_sure" | null;
            /** @enum {string|null} */
            ownServiceCanProvide?: "yes" | "no" | "not_sure" | null;
            /** @enum {string|null} */
            moreThanOneService?: "yes" | "no" | "not_sure" | null;
            /** @enum {string|null} */
            assessmentWouldHelp?: "yes" | "no" | "not_sure" | null;
            /** @enum {string|null} */
            existingAssessment?: "none" | "open" | "closed" | null;
            discussedWithChild?: boolean;
            discussedWithParent?: boolean;
            reasonNotDiscussed?: string | null;
            /** @enum {string|null} */
            decision?: "none" | "single_agency" | "common_assessment" | "specialist_assessment" | "safeguarding" | null;
            /** Format: date */
            decidedOn?: string | null;
            complete?: boolean;
        };
        Child: {
            /** Format: date-time */
            recordedAt: string;
            names: components["schemas"]["ChildName"][];
            details: components["schemas"]["ChildDetails"] | null;
            contactProtected: boolean;
            carers: components["schemas"]["CarerOfChild"][] | null;
            siblings: components["schemas"]["Sibling"][] | null;
            notShared: ("details" | "carers" | "siblings")[];
            episodes: {
                /** Format: uuid */
                id: string;
                open: boolean;
            }[];
            /** @description Other records of the same child, each as its own address with `alone=yes` answers it. */
            otherRecords: string[];
            /** Format: uuid */
            id: string;
            givenNames: string;
            familyName: string;
            sex: string;
            /** Format: date */
            dateOfBirth: string | null;
            /** Format: date */
            expectedDate: string | null;
            /** @description '2012-03' or '2012': all that is known of the day of birth. */
            birthPeriod: string | null;
            estimatedAge: number | null;
            /**
             * Format: date
             * @description The day on which the child was about that old.
             */
            estimatedOn: string | null;
            /** Format: uuid */
            localityId: string | null;
            demo: boolean;
            version: number;
        };
        ChildBody: {
            /** Format: date */
            dateOfBirth?: string | null;
            /** @description A month or a year: `2012-03` or `2012`. */
            birthPeriod?: string | null;
            /** @description An age in years as it was told or estimated on `estimatedOn`. */
            estimatedAge?: number | null;
            /** Format: date */
            estimatedOn?: string | null;
            /**
             * Format: date
             * @description When the child is not born yet.
             */
            expectedDate?: string | null;
            /**
             * @description Confirms an expected date that is far off or long past.
             * @enum {boolean}
             */
            expectedDateConfirmed?: true;
            /** @description One part may be left out, for a child with one name only; never both. */
            givenNames?: string | null;
            familyName?: string | null;
            /** @description Recorded as a further name of kind `known_as`. */
            alsoKnownAs?: string | null;
            /** @enum {string} */
            sex: "F" | "M" | "U";
            /** Format: uuid */
            localityId: string;
            details?: components["schemas"]["DetailsBody"];
            carers?: components["schemas"]["CarerBody"][];
            notTheSameAs?: string[];
        };
        ChildCarerChanges: {
            /** @enum {string} */
            relationship?: "mother" | "father" | "step_mother" | "step_father" | "other_parent" | "parents_partner" | "adoptive_mother" | "adoptive_father" | "foster_carer" | "special_guardian" | "kinship_carer" | "grandparent" | "sibling" | "half_sibling" | "step_sibling" | "aunt_or_uncle" | "cousin" | "child_of" | "partner" | "ex_partner" | "friend" | "professional" | "local_authority" | "other";
            /** @enum {string} */
            parentalResponsibility?: "yes" | "no" | "not_known";
            /** Format: date */
            beganOn?: string | null;
            /** @enum {string|null} */
            responsibilityBasis?: "birth_mother" | "married" | "birth_certificate" | "agreement" | "parental_responsibility_order" | "child_arrangements_order" | "special_guardianship_order" | "guardian" | "parental_order" | "adoption" | "care_order" | "emergency_protection_order" | null;
            /** @enum {string|null} */
            evidence?: "birth_certificate" | "marriage_certificate" | "court_order" | "agreement" | "adoption_certificate" | "letter" | "told" | null;
            /** Format: date */
            evidenceSeenOn?: string | null;
            /** @enum {string|null} */
            contactRestriction?: "none" | "supervised" | "indirect_only" | "none_allowed" | null;
            /** @enum {string|null} */
            restrictionBasis?: "child_arrangements_order" | "prohibited_steps_order" | "non_molestation_order" | "bail_or_licence" | "care_plan" | "family_agreement" | "other" | null;
            /** Format: date */
            restrictedFrom?: string | null;
            changeReason?: string | null;
        };
        ChildChanges: {
            /** Format: date */
            dateOfBirth?: string | null;
            /** @description A month or a year: `2012-03` or `2012`. */
            birthPeriod?: string | null;
            /** @description An age in years as it was told or estimated on `estimatedOn`. */
            estimatedAge?: number | null;
            /** Format: date */
            estimatedOn?: string | null;
            /**
             * Format: date
             * @description When the child is not born yet.
             */
            expectedDate?: string | null;
            /**
             * @description Confirms an expected date that is far off or long past.
             * @enum {boolean}
             */
            expectedDateConfirmed?: true;
            givenNames?: string | null;
            familyName?: string | null;
            /** @description What becomes of the name until now, when it changes; kept as a former name if left out. */
            formerName?: components["schemas"]["FormerNameBody"];
            /** @enum {string} */
            sex?: "F" | "M" | "U";
            /** Format: uuid */
            localityId?: string | null;
            details?: components["schemas"]["DetailsBody"];
        };
        ChildDetails: {
            firstLanguage: string | null;
            interpreter: string | null;
            communicationNeeds: string | null;
            ethnicity: string | null;
            ethnicityNote: string | null;
            religion: string | null;
            disabilities: string[];
            disabilityNote: string | null;
            senProvision: string | null;
            nhsNumber: string | null;
            otherLanguages: string[];
            interpreterArranged: string | null;
            accessNeeds: string[];
            /** @description Those of the access needs for which help is arranged. */
            accessNeedsArranged: string[];
            /** @description Two at most, the main one first. */
            senNeeds: string[];
            youngCarer: string | null;
            exclusionRisk: string | null;
            lookedAfter: string | null;
            lookedAfterFrom: string | null;
            lookedAfterUntil: string | null;
            uln: string | null;
            /** Format: date-time */
            updatedAt: string;
            postcode: string | null;
            address: string | null;
            telephone: string | null;
            gp: string | null;
            accommodation: string | null;
            educationSetting: string | null;
            upn: string | null;
        };
        ChildDied: {
            /** Format: uuid */
            childId: string;
            /** Format: date */
            diedOn?: string | null;
            dateKnown: string;
            source: string;
            note?: string | null;
        };
        ChildDiedBody: {
            /** Format: uuid */
            childId: string;
            /** Format: date */
            diedOn?: string | null;
            /** @enum {string} */
            dateKnown: "exact" | "about" | "not_known";
            /** @enum {string} */
            source: "family" | "health" | "police" | "social_care" | "register" | "other";
            note?: string | null;
        };
        ChildMatch: {
            episode: {
                /** Format: uuid */
                id: string;
                open: boolean;
                lead: components["schemas"]["LeadContact"] | null;
            } | null;
            /**
             * @description Similarity of the name, from 0 to 1, plus 1 when the date of birth is, or may be, the same, or 0.8 when its day and
             *     month are changed over.
             */
            likeness: number;
            /** @description The further name that is nearest to the one sought, when it is nearer than the present name. */
            matchedName: string | null;
            withinReach: boolean;
            /** Format: uuid */
            id: string;
            givenNames: string;
            familyName: string;
            sex: string;
            /** Format: date */
            dateOfBirth?: string | null;
            birthPeriod?: string | null;
            estimatedAge?: number | null;
            /** Format: date */
            estimatedOn?: string | null;
            /** Format: date */
            expectedDate?: string | null;
        };
        ChildName: {
            /** Format: uuid */
            id: string;
            kind: string;
            givenNames: string;
            familyName: string;
            validFrom: string | null;
            /** Format: date */
            validUntil: string | null;
            /** Format: date-time */
            sealedAt: string | null;
            sealReason: string | null;
        };
        ChildNameBody: {
            /** @enum {string} */
            kind: "known_as" | "former" | "birth" | "other";
            givenNames?: string | null;
            familyName?: string | null;
            /** Format: date */
            validFrom?: string | null;
            /** Format: date */
            validUntil?: string | null;
        };
        ChildOnEpisode: {
            /** Format: uuid */
            id: string;
            givenNames: string;
            familyName: string;
            sex: string;
            hasDied: boolean;
            /** Format: date */
            dateOfBirth?: string | null;
            birthPeriod?: string | null;
            estimatedAge?: number | null;
            /** Format: date */
            estimatedOn?: string | null;
            /** Format: date */
            expectedDate?: string | null;
        };
        ChildSearchBody: {
            name?: string;
            /** Format: date */
            dateOfBirth?: string;
            /** Format: date */
            expectedDate?: string;
            postcode?: string;
            reason?: string;
        };
        ChildTie: {
            /** Format: uuid */
            id: string;
            kind: string;
            /** Format: date */
            beganOn: string | null;
            /** Format: date */
            endedOn: string | null;
            version: number;
            child: {
                /** Format: uuid */
                id: string;
                givenNames: string;
                familyName: string;
                /** Format: date */
                dateOfBirth: string | null;
                /** Format: date */
                expectedDate: string | null;
            };
        };
        ChildTieBody: {
            /** Format: uuid */
            otherChildId: string;
            /** @enum {string} */
            kind: "full_sibling" | "half_sibling" | "step_sibling" | "adoptive_sibling" | "foster_sibling" | "unrelated_in_household" | "cousin";
            /** Format: date */
            beganOn?: string | null;
        };
        ChildTieChanges: {
            /** @enum {string} */
            kind?: "full_sibling" | "half_sibling" | "step_sibling" | "adoptive_sibling" | "foster_sibling" | "unrelated_in_household" | "cousin";
            /** Format: date */
            beganOn?: string | null;
        };
        Childhood: {
            /** Format: uuid */
            carerId: string;
            /** Format: uuid */
            childId: string;
        };
        ChildhoodBody: {
            /** Format: uuid */
            childId: string;
        };
        Choice: {
            /** @enum {string} */
            email: "at_once" | "daily" | "never";
            digestHour: number;
            quietFrom: number | null;
            quietUntil: number | null;
            /** @description 0 before anything was chosen. */
            version: number;
            /** @description The work email address that is written to, or null if none is recorded. */
            address: string | null;
        };
        ChosenPost: {
            /** Format: uuid */
            postId: string;
        };
        ChronologyEntry: {
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            kind: "lead" | "team" | "level" | "episode" | "checklist" | "safety_concern" | "consent" | "assessment" | "step_up" | "meeting" | "plan" | "review" | "details" | "note";
            what: string;
            /** @description Null where the record names no one, as when a person left. */
            by: {
                /** Format: uuid */
                id: string;
                name: string;
                agency: string | null;
            } | null;
            href: string;
            category: string | null;
            significance: string | null;
            topic: string | null;
            /**
             * Format: uuid
             * @description Of a note written by hand; a derived event has no row of its own.
             */
            noteId: string | null;
            /** @description The practitioner on whose behalf business support wrote it. */
            enteredFor: string | null;
        };
        ClockBody: {
            /**
             * Format: date-time
             * @description An instant; without one the clock returns to the machine's time.
             */
            now?: string | null;
        };
        Closed: {
            what: string;
            /** @description What would open it, and who can do that. */
            opens: string;
        };
        Closure: {
            /** Format: date */
            canBeUndoneUntil: string;
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            episodeId: string;
            /** Format: date */
            closedOn: string;
            reason: string;
            summary: string;
            finalLevel: number | null;
            remainingNeeds: string | null;
            /** Format: uuid */
            namedAgencyId: string | null;
            safeguardingChecked: boolean;
            safeguardingNote: string | null;
            contactAttempts: components["schemas"]["ContactAttempt"][];
            receivingAuthority: string | null;
            familyTold: boolean;
            /** @description How they were told, or why they were not. */
            familyToldNote: string | null;
            /** Format: date */
            copyGivenOn: string | null;
            copyFormat: string | null;
            childView: string | null;
            parentView: string | null;
            ratings: {
                [key: string]: number;
            };
            recordedBy: string;
            /** Format: date-time */
            closedAt: string;
            /**
             * Format: uuid
             * @description The proposal that a manager approved, where closing takes two.
             */
            proposalId: string | null;
            /** @enum {string} */
            status: "closed";
        };
        ClosureBody: {
            /** Format: date */
            closedOn?: string | null;
            /** @enum {string} */
            reason: "NEEDS_MET" | "SINGLE_AGENCY" | "STEP_UP_CIN" | "STEP_UP_CP" | "STEP_UP_CLA" | "CONSENT_WITHDRAWN" | "NOT_ENGAGED" | "DECLINED" | "MOVED_LA" | "MOVED_NO_TRANSFER" | "ADULT" | "SPECIALIST" | "DIED" | "ERROR" | "DUPLICATE";
            summary: string;
            outcomes?: components["schemas"]["OutcomeClosedBody"][];
            finalLevel?: number | null;
            remainingNeeds?: string | null;
            /** Format: uuid */
            namedAgencyId?: string | null;
            safeguardingChecked?: boolean;
            safeguardingNote?: string | null;
            contactAttempts?: components["schemas"]["ContactAttemptBody"][];
            receivingAuthority?: string | null;
            familyTold: boolean;
            /** @description How the family was told, or why not; required if they could not be contacted. */
            familyToldNote?: string | null;
            /**
             * Format: uuid
             * @description The manager to approve the closure, if it needs two people.
             */
            managerId?: string | null;
            /** Format: date */
            copyGivenOn?: string | null;
            copyFormat?: string | null;
            childView?: string | null;
            parentView?: string | null;
            /** @description With the reason DIED: the children who died, unless their death is recorded already. */
            deaths?: components["schemas"]["ChildDiedBody"][];
            ratings?: components["schemas"]["RatingsBody"];
        };
        ClosureProposal: {
            /** @enum {string} */
            status: "approved" | "returned" | "withdrawn" | "superseded" | "lapsed" | "awaiting_approval";
            manager: {
                /** Format: uuid */
                id: string;
                name: string;
            };
            proposedBy: {
                /** Format: uuid */
                id: string;
                name: string;
            };
            closure: {
                /** Format: date */
                closedOn?: string | null;
                /** @enum {string} */
                reason: "NEEDS_MET" | "SINGLE_AGENCY" | "STEP_UP_CIN" | "STEP_UP_CP" | "STEP_UP_CLA" | "CONSENT_WITHDRAWN" | "NOT_ENGAGED" | "DECLINED" | "MOVED_LA" | "MOVED_NO_TRANSFER" | "ADULT" | "SPECIALIST" | "DIED" | "ERROR" | "DUPLICATE";
                summary: string;
                outcomes?: components["schemas"]["OutcomeClosure"][];
                finalLevel?: number | null;
                remainingNeeds?: string | null;
                /** Format: uuid */
                namedAgencyId?: string | null;
                safeguardingChecked?: boolean;
                safeguardingNote?: string | null;
                contactAttempts?: components["schemas"]["ContactAttempt"][];
                receivingAuthority?: string | null;
                familyTold: boolean;
                /** @description How the family was told, or why not: needed where they could not be contacted. */
                familyToldNote?: string | null;
                /** Format: date */
                copyGivenOn?: string | null;
                copyFormat?: string | null;
                childView?: string | null;
                parentView?: string | null;
                ratings?: {
                    [key: string]: number;
                };
                /** @description Closing because a child died records the death, unless that was done before. */
                deaths?: components["schemas"]["ChildDied"][];
            };
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            episodeId: string;
            /** Format: date-time */
            proposedAt: string;
            /** @enum {string|null} */
            outcome: "approved" | "returned" | "withdrawn" | "superseded" | "lapsed" | null;
            outcomeReason: string | null;
            outcomeBy: string | null;
            /** Format: date-time */
            outcomeAt: string | null;
            /** @description It is unanswered, and the manager who was asked may still answer. */
            canBeApproved: boolean;
        };
        CodeBody: {
            /**
             * Format: password
             * @description The 6 digits that the authenticator app shows now; a recovery code is accepted except at set-up.
             */
            code: string;
        };
        Colleague: {
            /** Format: uuid */
            id: string;
            name: string;
            jobTitle: string;
            telephone: string | null;
            agency: {
                /** Format: uuid */
                id: string;
                name: string;
            };
        };
        Comments: {
            child_comment?: string;
            /** @enum {string} */
            child_comment_missing?: "too_young" | "chose_not_to" | "absent" | "not_asked";
            parent_comment?: string;
            /** @enum {string} */
            parent_comment_missing?: "too_young" | "chose_not_to" | "absent" | "not_asked";
        };
        Comparison: {
            records: {
                hasDied: boolean;
                /** Format: uuid */
                id: string;
                givenNames: string;
                familyName: string;
                sex: string;
                /** Format: date */
                dateOfBirth: string | null;
                /** Format: date */
                expectedDate: string | null;
                birthPeriod: string | null;
                otherNames: string[];
                nhsNumber: string | null;
                contactProtected: boolean;
                carers: {
                    name: string;
                    relationship: string;
                }[] | null;
                episodes: {
                    /** Format: uuid */
                    id: string;
                    open: boolean;
                }[];
            }[];
            explanation: string;
            distinction: {
                reason: string;
                /** Format: date-time */
                decidedAt: string;
            } | null;
            keptOut: number;
        };
        ConcernAnswerBody: {
            actionTaken: string;
            /** Format: date-time */
            actionAt: string;
            spokenTo: string;
            reference?: string | null;
        };
        ConcernDecisionBody: {
            /** @enum {string} */
            outcome: "good_reason" | "reminded" | "taken_further";
            note: string;
        };
        Conclusions: {
            strengths_summary?: string;
            needs_summary?: string;
            /** @enum {string} */
            needs_category?: "none" | "additional" | "complex" | "risk_of_harm";
            /** @enum {string} */
            level?: "1" | "2" | "3" | "4";
            level_reasons?: string;
            /** @enum {string} */
            significant_harm?: "no" | "yes";
            significant_harm_note?: string;
            goals?: string;
            review_on?: string;
        };
        Confirmation: {
            /** Format: date-time */
            confirmedAt: string;
            confirmedBy: string;
            posts: number;
        };
        ConfirmedPost: {
            /** Format: uuid */
            personId: string;
            name: string;
            jobTitle: string;
            role: string;
            team: string | null;
            locality: string | null;
            /** Format: date-time */
            beganAt: string;
            /** Format: date-time */
            endedAt: string | null;
            coversFor: string | null;
        };
        Consent: {
            agencies: {
                agency: {
                    /** Format: uuid */
                    id: string;
                    name: string;
                };
                tiers: string[];
                topics: string[];
            }[];
            refusedAgencies: {
                /** Format: uuid */
                id: string;
                name: string;
            }[];
            excludedAgencies: {
                /** Format: uuid */
                id: string;
                name: string;
            }[];
            withdrawals: {
                /** Format: uuid */
                id: string;
                agency: string | null;
                withdrawnBy: string;
                /** Format: date-time */
                withdrawnAt: string;
                safeguardingConcern: boolean;
                /** @description The follow-up of the concern; null to a reader without access to the record itself. */
                safeguardingNote: string | null;
                /** @description The manager's review of the concern; null before it. */
                signedOff: {
                    by: string;
                    at: string;
                    note: string;
                } | null;
            }[];
            excludedPeople: {
                /** Format: uuid */
                id: string;
                name: string;
            }[];
            readmittedPeople: {
                /** Format: uuid */
                id: string;
                name: string;
            }[];
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            episodeId: string;
            purpose: string;
            decision: string;
            decidedBy: string | null;
            capacity: string | null;
            competence: string | null;
            competenceNote: string | null;
            competenceAssessor: string | null;
            /** Format: date */
            competenceAssessedOn: string | null;
            /** Format: uuid */
            decidedByChildId: string | null;
            /** Format: uuid */
            decidedByCarerId: string | null;
            childAsked: boolean | null;
            whoDisagreed: string | null;
            reasonNotYoungPerson: string | null;
            reasonContraryToChild: string | null;
            consentingAdult: string | null;
            leafletVersion: string | null;
            questionsAsked: string | null;
            askedAt: string | null;
            form: string | null;
            witness: string | null;
            /** Format: date */
            reviewOn: string | null;
            /** Format: date */
            decidedOn: string;
            /** Format: date */
            validUntil: string | null;
            indexAgreed: boolean;
            limitsExplained: boolean;
            explainedHow: string | null;
            explainedLanguage: string | null;
            interpreter: string | null;
            otherParentObjects: boolean | null;
            lawfulBasis: string | null;
            note: string | null;
            /** Format: date-time */
            recordedAt: string;
            recordedBy: string;
            /** @description How many agencies this decision covers that are not named to this reader. */
            unnamedAgencies: number;
            /** @enum {string} */
            state: "withdrawn" | "superseded" | "live" | "expired" | "refused" | "not_sought";
        };
        ConsentBody: {
            /** @enum {string} */
            purpose: "store" | "assess" | "share_assessment" | "hold_tac" | "share_plan" | "panel_referral" | "transfer" | "evaluation";
            /** @enum {string} */
            decision: "given" | "given_in_part" | "refused" | "not_sought";
            /** @description Children who joined the episode later and whom the decision includes; left out, those whom the latest decision included. */
            childIds?: string[];
            agencies?: components["schemas"]["AgreedAgencyBody"][];
            refusedAgencies?: string[];
            excludedAgencies?: string[];
            excludedPeople?: string[];
            readmittedPeople?: string[];
            decidedBy?: string | null;
            /** Format: uuid */
            decidedByChildId?: string | null;
            /** Format: uuid */
            decidedByCarerId?: string | null;
            /** @enum {string|null} */
            capacity?: "child" | "parental_responsibility" | "adult" | "local_authority" | null;
            /** @enum {string|null} */
            competence?: "competent" | "not_competent" | "not_assessed" | null;
            competenceNote?: string | null;
            competenceAssessor?: string | null;
            /** Format: date */
            competenceAssessedOn?: string | null;
            childAsked?: boolean | null;
            whoDisagreed?: string | null;
            reasonNotYoungPerson?: string | null;
            reasonContraryToChild?: string | null;
            consentingAdult?: string | null;
            otherParentObjects?: boolean | null;
            /** @enum {string|null} */
            interpreter?: "none" | "spoken" | "bsl" | "other" | null;
            explainedHow?: string | null;
            /** @enum {string|null} */
            explainedLanguage?: "eng" | "bfi" | "aka" | "sqi" | "amh" | "ara" | "ben" | "bos" | "bul" | "yue" | "hrv" | "ces" | "prs" | "nld" | "fil" | "fra" | "deu" | "ell" | "guj" | "heb" | "hin" | "hun" | "ibo" | "ita" | "kur" | "kmr" | "ckb" | "lav" | "lin" | "lit" | "cmn" | "mal" | "nep" | "phr" | "pan" | "pus" | "fas" | "pol" | "por" | "ron" | "rom" | "rus" | "srp" | "sna" | "slk" | "som" | "spa" | "swa" | "syl" | "tam" | "tel" | "tir" | "tur" | "ukr" | "urd" | "vie" | "cym" | "yor" | "other" | "not_known" | null;
            leafletVersion?: string | null;
            questionsAsked?: string | null;
            /** @enum {string|null} */
            askedAt?: "registration" | "assessment_end" | "review" | "other" | null;
            limitsExplained?: boolean;
            /** @enum {string|null} */
            form?: "written" | "typed" | "verbal_witnessed" | null;
            witness?: string | null;
            indexAgreed?: boolean;
            /** @enum {string|null} */
            lawfulBasis?: "public_task" | "legal_obligation" | "vital_interests" | "recognised_legitimate_interest" | "legitimate_interests" | "consent" | null;
            note?: string | null;
            /** Format: date */
            decidedOn?: string | null;
            /** Format: date */
            reviewOn?: string | null;
            /** Format: date */
            validUntil?: string | null;
        };
        ConsentChangeBody: {
            /** @enum {string} */
            cause: "parental_responsibility" | "care_order" | "adoption";
            note?: string | null;
        };
        ConsentStanding: {
            tiers: string[];
            agency: {
                /** Format: uuid */
                id: string;
                name: string;
            };
            /** Format: uuid */
            consentId: string;
            /** @enum {string} */
            state: "withdrawn" | "expired" | "refused" | "excluded" | "agreed";
            topics: string[];
            decidedBy: string | null;
            /** Format: date */
            decidedOn: string;
            until: string | null;
        };
        ContactAttempt: {
            on: string;
            how: string;
            result: string;
        };
        ContactAttemptBody: {
            /** Format: date */
            on: string;
            how: string;
            result: string;
        };
        ContactOffer: {
            of: components["schemas"]["FamilyMember"];
            /** @enum {string} */
            detail: "education" | "address" | "telephone" | "gp" | "meetings" | "safety";
            /** @description Null to a sender who decides without reading it. */
            text: string | null;
            livesApart: boolean;
            question: string;
            putIn: boolean;
            /** @description Sent back to include the detail. Valid for this sender, this copy, this day and the detail's present value. */
            token: string;
        };
        CopyOfRecord: {
            /** Format: uuid */
            episodeId: string;
            sections: components["schemas"]["CopySection"][];
        };
        CopyPassage: {
            key: string;
            label: string;
            text: string;
            /** @enum {string} */
            kind: "contact" | "record" | "index" | "basic" | "place" | "sensitive_service";
            /** @description A sensitive topic, or ''. */
            topic: string;
            /** @description What in this passage the child said, in their own words. */
            childsWords?: string;
        };
        CopySection: {
            key: string;
            title: string;
            passages: components["schemas"]["CopyPassage"][];
        };
        Correction: {
            recordedBy: {
                /** Format: uuid */
                id: string;
                name: string | null;
            };
            decidedBy: {
                /** Format: uuid */
                id: string;
                name: string | null;
            } | null;
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            episodeId: string;
            subjectKind: string;
            /** Format: uuid */
            subjectId: string;
            topic: string;
            saidWrong: string;
            shouldSay: string;
            askedBy: string;
            askedByCapacity: string;
            /** Format: date */
            askedOn: string;
            status: string;
            decisionNote: string | null;
            /** Format: date-time */
            decidedAt: string | null;
            /** Format: date-time */
            recordedAt: string;
        };
        CorrectionAnswerBody: {
            /** @enum {string} */
            status: "accepted" | "disputed" | "declined";
            note?: string | null;
        };
        CorrectionBody: {
            /** @enum {string} */
            subjectKind: "assessment_element" | "chronology_note" | "child_details";
            /** Format: uuid */
            subjectId: string;
            saidWrong: string;
            shouldSay: string;
            askedBy: string;
            /** @enum {string} */
            askedByCapacity: "child" | "parental_responsibility" | "carer" | "other";
            /** Format: date */
            askedOn?: string | null;
        };
        Credentials: {
            username: string;
            /** Format: password */
            password: string;
            /**
             * Format: password
             * @description A code of the authenticator app, or a recovery code, for an account with a second step. Without it the answer is 401.
             *     Passkeys are used on the pages only.
             */
            code?: string;
        };
        CurrentViewer: {
            /** Format: uuid */
            id: string;
            name: string;
            agency: {
                /** Format: uuid */
                id: string;
                name: string;
            };
            reaches: ("author" | "lead" | "team" | "agency" | "manager" | "coordinator" | "front_door" | "panel" | "emergency" | "governance" | "support" | "sample" | "family")[];
            tier: number;
            /** Format: date-time */
            ends: string | null;
        };
        DeathBody: {
            /** Format: date */
            diedOn?: string | null;
            /** @enum {string} */
            dateKnown: "exact" | "about" | "not_known";
            /**
             * @description Who told the practitioner.
             * @enum {string}
             */
            source: "family" | "health" | "police" | "social_care" | "register" | "other";
            note?: string | null;
        };
        Deputy: {
            /** Format: uuid */
            id: string;
            practitioner: components["schemas"]["InvolvedPractitioner"];
            /** Format: date */
            beginsOn: string;
            /** Format: date */
            endsOn: string;
            namedBy: string;
            /** Format: date-time */
            endedAt: string | null;
            /** @description A deputy of the current lead that is neither ended nor past. */
            current: boolean;
        };
        DeputyBody: {
            /** Format: uuid */
            practitionerId: string;
            /** Format: uuid */
            agencyId?: string;
            /** Format: date */
            beginsOn: string;
            /** Format: date */
            endsOn: string;
        };
        DestructionAnswerBody: {
            /** @enum {string} */
            answer: "approved" | "declined";
            reason?: string | null;
        };
        DestructionBody: {
            reason: string;
        };
        DetailsBody: {
            address?: string | null;
            postcode?: string | null;
            telephone?: string | null;
            /** @enum {string|null} */
            accommodation?: "home" | "temporary" | "placement" | "refuge" | "no_fixed_abode" | null;
            educationSetting?: string | null;
            gp?: string | null;
            /** @enum {string|null} */
            firstLanguage?: "eng" | "bfi" | "aka" | "sqi" | "amh" | "ara" | "ben" | "bos" | "bul" | "yue" | "hrv" | "ces" | "prs" | "nld" | "fil" | "fra" | "deu" | "ell" | "guj" | "heb" | "hin" | "hun" | "ibo" | "ita" | "kur" | "kmr" | "ckb" | "lav" | "lin" | "lit" | "cmn" | "mal" | "nep" | "phr" | "pan" | "pus" | "fas" | "pol" | "por" | "ron" | "rom" | "rus" | "srp" | "sna" | "slk" | "som" | "spa" | "swa" | "syl" | "tam" | "tel" | "tir" | "tur" | "ukr" | "urd" | "vie" | "cym" | "yor" | "other" | "not_known" | null;
            /** @enum {string|null} */
            interpreter?: "none" | "spoken" | "bsl" | "other" | null;
            communicationNeeds?: string | null;
            /** @enum {string|null} */
            ethnicity?: "WBRI" | "WIRI" | "WIRT" | "WROM" | "WOTH" | "MWBC" | "MWBA" | "MWAS" | "MOTH" | "AIND" | "APKN" | "ABAN" | "AOTH" | "BCRB" | "BAFR" | "BOTH" | "CHNE" | "OOTH" | "REFU" | "NOBT" | "ASKN" | null;
            ethnicityNote?: string | null;
            /** @enum {string|null} */
            religion?: "christian" | "jewish" | "hindu" | "muslim" | "buddhist" | "sikh" | "none" | "other" | "not_given" | null;
            disabilities?: ("AUT" | "BEH" | "COMM" | "CON" | "HAND" | "HEAR" | "INC" | "LD" | "MOB" | "PC" | "VIS" | "DDA" | "NONE")[];
            disabilityNote?: string | null;
            /** @enum {string|null} */
            senProvision?: "N" | "K" | "E" | "A" | "P" | "S" | null;
            nhsNumber?: string | null;
            upn?: string | null;
            otherLanguages?: ("eng" | "bfi" | "aka" | "sqi" | "amh" | "ara" | "ben" | "bos" | "bul" | "yue" | "hrv" | "ces" | "prs" | "nld" | "fil" | "fra" | "deu" | "ell" | "guj" | "heb" | "hin" | "hun" | "ibo" | "ita" | "kur" | "kmr" | "ckb" | "lav" | "lin" | "lit" | "cmn" | "mal" | "nep" | "phr" | "pan" | "pus" | "fas" | "pol" | "por" | "ron" | "rom" | "rus" | "srp" | "sna" | "slk" | "som" | "spa" | "swa" | "syl" | "tam" | "tel" | "tir" | "tur" | "ukr" | "urd" | "vie" | "cym" | "yor" | "other" | "not_known")[];
            /** @enum {string|null} */
            interpreterArranged?: "yes" | "no" | "not_known" | null;
            accessNeeds?: ("signing" | "symbols" | "lip_reading" | "hearing_loop" | "device" | "easy_read" | "large_print" | "braille" | "translation" | "step_free" | "transport" | "quiet_space" | "supporter")[];
            /** @description Those of the access needs for which help is arranged. */
            accessNeedsArranged?: ("signing" | "symbols" | "lip_reading" | "hearing_loop" | "device" | "easy_read" | "large_print" | "braille" | "translation" | "step_free" | "transport" | "quiet_space" | "supporter")[];
            /** @description Two at most, the main one first. */
            senNeeds?: ("SPLD" | "MLD" | "SLD" | "PMLD" | "SEMH" | "SLCN" | "HI" | "VI" | "MSI" | "PD" | "ASD" | "DS" | "OTH" | "NSA")[];
            /** @enum {string|null} */
            youngCarer?: "yes" | "no" | "not_known" | null;
            /** @enum {string|null} */
            exclusionRisk?: "yes" | "no" | "not_known" | null;
            /** @enum {string|null} */
            lookedAfter?: "never" | "accommodated" | "care_order" | "interim_order" | "short_breaks" | "remand" | "left_care" | "adopted" | "special_guardianship" | "care_leaver" | "not_known" | null;
            /** Format: date */
            lookedAfterFrom?: string | null;
            /** Format: date */
            lookedAfterUntil?: string | null;
            uln?: string | null;
        };
        Disclosure: {
            tiers: string[];
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            episodeId: string;
            askedBy: {
                practitioner: components["schemas"]["NamedPerson"] | null;
                name: string | null;
                agency: string | null;
            } | null;
            to: {
                agency: components["schemas"]["NamedPerson"] | null;
                practitioner: components["schemas"]["NamedPerson"] | null;
                name: string | null;
            };
            askedFor: string;
            purpose: string;
            topics: string[];
            riskOfSharing: string | null;
            riskOfNotSharing: string | null;
            basis: string | null;
            detrimentConsidered: string | null;
            decision: string;
            whatWasShared: string | null;
            reason: string | null;
            consulted: string | null;
            familyTold: string;
            familyToldNote: string | null;
            /** Format: date */
            tellFamilyOn: string | null;
            sentHow: string | null;
            outsideConsent: boolean;
            /** Format: date-time */
            decidedAt: string;
            recordedBy: string;
        };
        DisclosureBody: {
            /** Format: uuid */
            askedByPractitionerId?: string | null;
            askedByName?: string | null;
            askedByAgency?: string | null;
            /** Format: uuid */
            toAgencyId?: string | null;
            /** Format: uuid */
            toPractitionerId?: string | null;
            toName?: string | null;
            askedFor: string;
            purpose: string;
            tiers?: ("T0" | "T1" | "T2" | "T3")[];
            topics?: ("mental_health" | "sexual_health" | "substance_misuse" | "domestic_abuse" | "offending" | "immigration" | "adult_health")[];
            riskOfSharing?: string | null;
            riskOfNotSharing?: string | null;
            /** @enum {string|null} */
            basis?: "within_consent" | "recognised_legitimate_interest" | "serious_harm" | "legal_obligation" | "public_task" | "vital_interests" | "legitimate_interests" | "duty_16la" | null;
            detrimentConsidered?: string | null;
            /** @enum {string} */
            decision: "shared" | "shared_in_part" | "not_shared";
            whatWasShared?: string | null;
            reason?: string | null;
            consulted?: string | null;
            /** @enum {string} */
            familyTold: "told" | "to_be_told" | "not_told";
            familyToldNote?: string | null;
            /** Format: date */
            tellFamilyOn?: string | null;
            sentHow?: string | null;
        };
        DomainProgress: {
            explored: number;
            notExplored: number;
            total: number;
        };
        ElementBody: {
            /** @enum {string} */
            element: "A1a" | "A1b" | "A1c" | "A2" | "A3" | "A4" | "A5" | "A6" | "A7a" | "A7b" | "A7c" | "A7d" | "B1" | "B2" | "B3" | "C1" | "C2" | "C3" | "C4";
            /** @enum {string|null} */
            topic?: "mental_health" | "sexual_health" | "substance_misuse" | "domestic_abuse" | "offending" | "immigration" | "adult_health" | null;
            strengths?: string | null;
            needs?: string | null;
            evidence?: string | null;
            childsWords?: string | null;
            levelIndicator?: number | null;
            notExploredBecause?: string | null;
        };
        EmergencyAccess: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            episodeId: string;
            /** @enum {string} */
            state: "open" | "withdrawn" | "waiting_second" | "review_due" | "reviewed";
            practitioner: components["schemas"]["PersonInAgency"];
            role: string;
            reasonCode: string;
            reason: string;
            lawfulBasis: string;
            tier: string;
            topics: string[];
            protectedDetails: boolean;
            hours: number;
            /** Format: date-time */
            askedAt: string;
            needsSecond: boolean;
            secondedBy: {
                /** Format: uuid */
                id: string;
                name: string;
            } | null;
            /** Format: date-time */
            secondedAt: string | null;
            /** Format: date-time */
            beginsAt: string | null;
            /** Format: date-time */
            lapsesAt: string | null;
            /** Format: date-time */
            endedAt: string | null;
            /** Format: date */
            reviewDueOn: string;
            reviewLate: boolean;
            reviewer: components["schemas"]["PersonInAgency"] | null;
            review: "" | {
                outcome: string;
                note: string | null;
                /** Format: date-time */
                reviewedAt: string | null;
            } | null;
        };
        EmergencyAccessBody: {
            /** @enum {string} */
            reasonCode: "immediate_risk" | "missing" | "hospital" | "police_protection" | "court_today" | "other";
            reason: string;
            /** @enum {string} */
            lawfulBasis: "vital_interests" | "recognised_legitimate_interest" | "legal_obligation" | "public_task";
            /** @enum {string} */
            tier: "T1" | "T2" | "T3";
            topics?: ("mental_health" | "sexual_health" | "substance_misuse" | "domestic_abuse" | "offending" | "immigration" | "adult_health")[];
            hours?: number;
            protectedDetails?: boolean;
        };
        EmergencyAccessWithLooks: {
            looked: components["schemas"]["Look"][];
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            episodeId: string;
            /** @enum {string} */
            state: "open" | "withdrawn" | "waiting_second" | "review_due" | "reviewed";
            practitioner: components["schemas"]["PersonInAgency"];
            role: string;
            reasonCode: string;
            reason: string;
            lawfulBasis: string;
            tier: string;
            topics: string[];
            protectedDetails: boolean;
            hours: number;
            /** Format: date-time */
            askedAt: string;
            needsSecond: boolean;
            secondedBy: {
                /** Format: uuid */
                id: string;
                name: string;
            } | null;
            /** Format: date-time */
            secondedAt: string | null;
            /** Format: date-time */
            beginsAt: string | null;
            /** Format: date-time */
            lapsesAt: string | null;
            /** Format: date-time */
            endedAt: string | null;
            /** Format: date */
            reviewDueOn: string;
            reviewLate: boolean;
            reviewer: components["schemas"]["PersonInAgency"] | null;
            review: "" | {
                outcome: string;
                note: string | null;
                /** Format: date-time */
                reviewedAt: string | null;
            } | null;
        };
        EmergencyContactsBody: {
            carerIds: string[];
        };
        EmergencyReviewBody: {
            /** @enum {string} */
            outcome: "justified" | "not_justified" | "to_learn_from";
            note: string;
        };
        EndingBody: {
            /** Format: date */
            endedOn: string;
        };
        Episode: {
            /** @description The number of agencies that work with the family and are not named to the reader. */
            sensitiveServiceInvolved: boolean;
            protectedAgencies: number;
            /** @description Unanswered safety concerns; null if the reader may not know of any. */
            safetyConcerns: components["schemas"]["SafetyConcern"][] | null;
            /** @description The numbers to phone while a safety concern is open. */
            frontDoor: components["schemas"]["FrontDoorNumbers"] | null;
            status: string | null;
            reason: string | null;
            referralSource: string | null;
            presentingNeeds: string[] | null;
            longTerm: boolean | null;
            level: {
                number: number;
                name: string;
            } | null;
            /** Format: date */
            nextReviewOn: string | null;
            /** Format: date */
            lastContactOn: string | null;
            notShared: ("status" | "reason" | "referralSource" | "presentingNeeds" | "longTerm" | "level" | "nextReviewOn" | "lastContactOn" | "openingAgency")[];
            version: number;
            abilities: string[];
            reaches: ("author" | "lead" | "team" | "agency" | "manager" | "coordinator" | "front_door" | "panel" | "emergency" | "governance" | "support" | "sample" | "family")[];
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            openedAt: string;
            /** Format: date-time */
            closedAt: string | null;
            open: boolean;
            children: components["schemas"]["ChildOnEpisode"][];
            lead: components["schemas"]["LeadOnEpisode"] | null;
            /**
             * @description There is a lead who is not named to this reader, and why.
             * @enum {string|null}
             */
            leadUnnamed: "sensitive" | "protected" | null;
            /** @description Days without a lead, from the last one or from opening; null while there is one, and after closure. */
            vacancyDays: number | null;
            /** @description Without its id where the agency may not be named to this reader. */
            openingAgency: {
                /** Format: uuid */
                id: string | null;
                name: string;
            } | null;
        };
        EpisodeAuthor: {
            /** Format: uuid */
            id: string;
            practitioner: components["schemas"]["InvolvedPractitioner"];
            /** @enum {string} */
            kind: "assessor" | "opener";
            /** Format: date-time */
            beganAt: string;
            /** Format: date-time */
            endedAt: string | null;
        };
        EpisodeBody: {
            childIds: string[];
            reason: string;
            /** @enum {string|null} */
            referralSource?: "family" | "acquaintance" | "self" | "other_individual" | "school" | "education_service" | "connexions" | "gp" | "health_visitor" | "school_nurse" | "other_primary_health" | "emergency_department" | "camhs" | "other_health" | "housing" | "social_care" | "other_social_care" | "other_authority_service" | "youth_service" | "early_help" | "police" | "youth_justice" | "other_legal" | "voluntary_sector" | "other" | "anonymous" | "unknown" | null;
            presentingNeeds?: ("alcohol_child" | "alcohol_parent" | "alcohol_household" | "drugs_child" | "drugs_parent" | "drugs_household" | "domestic_abuse_child" | "domestic_abuse_parent" | "domestic_abuse_household" | "mental_health_child" | "mental_health_parent" | "mental_health_household" | "learning_disability_child" | "learning_disability_parent" | "learning_disability_household" | "physical_disability_child" | "physical_disability_parent" | "physical_disability_household" | "young_carer" | "privately_fostered" | "unaccompanied_asylum_seeker" | "going_missing" | "sexual_exploitation" | "trafficking" | "gangs" | "unacceptable_behaviour" | "self_harm" | "neglect" | "emotional_abuse" | "physical_abuse_by_adult" | "physical_abuse_by_child" | "sexual_abuse_by_adult" | "sexual_abuse_by_child" | "female_genital_mutilation" | "faith_abuse" | "criminal_exploitation" | "attendance" | "exclusion" | "special_educational_needs" | "speech_and_language" | "parenting" | "parental_conflict" | "housing" | "debt" | "bereavement" | "bullying" | "neet" | "teenage_parent" | "transition" | "isolation" | "other" | "none")[];
            longTerm?: boolean;
            /** @description Needed where a death is recorded for a child: why help begins all the same. */
            afterDeathBecause?: string | null;
            presentPeople?: components["schemas"]["PersonPresent"][];
        };
        EpisodeChanges: {
            reason?: string;
            presentingNeeds?: ("alcohol_child" | "alcohol_parent" | "alcohol_household" | "drugs_child" | "drugs_parent" | "drugs_household" | "domestic_abuse_child" | "domestic_abuse_parent" | "domestic_abuse_household" | "mental_health_child" | "mental_health_parent" | "mental_health_household" | "learning_disability_child" | "learning_disability_parent" | "learning_disability_household" | "physical_disability_child" | "physical_disability_parent" | "physical_disability_household" | "young_carer" | "privately_fostered" | "unaccompanied_asylum_seeker" | "going_missing" | "sexual_exploitation" | "trafficking" | "gangs" | "unacceptable_behaviour" | "self_harm" | "neglect" | "emotional_abuse" | "physical_abuse_by_adult" | "physical_abuse_by_child" | "sexual_abuse_by_adult" | "sexual_abuse_by_child" | "female_genital_mutilation" | "faith_abuse" | "criminal_exploitation" | "attendance" | "exclusion" | "special_educational_needs" | "speech_and_language" | "parenting" | "parental_conflict" | "housing" | "debt" | "bereavement" | "bullying" | "neet" | "teenage_parent" | "transition" | "isolation" | "other" | "none")[];
            longTerm?: boolean;
        };
        EpisodeFilter: {
            /** @enum {string} */
            scope?: "agency" | "locality" | "mine" | "all";
            status?: string;
            level?: string | number;
            exception?: string;
            /**
             * @description Open episodes of which the reader may not know whether this exception applies: the rows behind "not shared with
             *     you".
             */
            notShared?: string;
            /** Format: uuid */
            practitionerId?: string;
            /** Format: uuid */
            teamId?: string;
            /** Format: uuid */
            agencyId?: string;
            /** Format: uuid */
            localityId?: string;
            /** @description Episodes of any of these children. */
            childIds?: string[];
            limit?: number;
            cursor?: string;
            /** @description Episodes with an overdue review come first; otherwise the newest first. */
            lateFirst?: boolean;
            /** @description The reader's own families come first, and of the others at most this many; for a first page only. */
            maxOthers?: number;
        };
        EpisodeListItem: {
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            openedAt: string;
            /** Format: date-time */
            closedAt: string | null;
            status: string | null;
            level: number | null;
            levelName: string | null;
            /** Format: date */
            nextReviewOn: string | null;
            /** Format: date */
            lastContactOn: string | null;
            children: {
                /** Format: date */
                dateOfBirth?: string | null;
                birthPeriod?: string | null;
                estimatedAge?: number | null;
                /** Format: date */
                estimatedOn?: string | null;
                /** Format: date */
                expectedDate?: string | null;
                /** Format: uuid */
                id: string;
                givenNames: string;
                familyName: string;
                hasDied: boolean;
            }[];
            lead: {
                /** Format: uuid */
                id: string;
                name: string;
                agency: string;
            } | null;
            /**
             * @description There is a lead who is not named to this reader, and why.
             * @enum {string|null}
             */
            leadUnnamed: "sensitive" | "protected" | null;
            vacancyDays: number | null;
            /** @description Whether the reader works with the family now. */
            isMine: boolean;
            /** @description Fields that are null because the reader may not know them, not because they are empty. */
            notShared: string[];
        };
        ErasureBody: {
            reason: string;
        };
        ExplanationBody: {
            why: string;
        };
        ExtensionBody: {
            because: string;
            /** Format: date */
            toldOn: string;
        };
        FamilyAndHome: {
            structure?: string;
            lives_with?: string;
        };
        FamilyChange: {
            name: string;
            field: string;
            was: string | null;
            became: string | null;
            reason: string | null;
            /** Format: date-time */
            changedAt: string;
            changedBy: string | null;
        };
        FamilyContacts: {
            /** @description A family member's details are protected: nothing can be included, and the reason stays confidential. */
            isProtected: boolean;
            offers: components["schemas"]["ContactOffer"][];
        };
        FamilyHome: {
            /** Format: uuid */
            id: string;
            kind: string;
            members: {
                /** Format: uuid */
                personId: string;
                pattern: string;
            }[];
        };
        FamilyMember: {
            /** @enum {string} */
            kind: "carer" | "child" | "requester";
            /** Format: uuid */
            id: string;
            name: string;
        };
        FamilyPerson: {
            /**
             * Format: uuid
             * @description The id of the record as a child where there is one, otherwise of the record as an adult.
             */
            id: string;
            /** Format: uuid */
            childId: string | null;
            /** Format: uuid */
            carerId: string | null;
            name: string;
            /**
             * @description As recorded of a child, or as the word for an adult says it (mother, step-father); U where nothing says it.
             * @enum {string}
             */
            sex: "F" | "M" | "U";
            /** @description Known of people with a record as a child. */
            birth: components["schemas"]["Birth"] | null;
            /** @enum {string} */
            state: "living" | "expected" | "died" | "pregnancy_ended";
            /** Format: date */
            diedOn: string | null;
        };
        FamilyTie: {
            /** @enum {string} */
            kind: "carer" | "parent" | "step" | "partner" | "sibling" | "relative" | "together";
            from: string;
            to: string;
            as: string;
            /** Format: date */
            beganOn: string | null;
            /** Format: date */
            endedOn: string | null;
            /** @description A limit on the contact of an adult with a child, when there is one. */
            contactRestriction: string | null;
        };
        FieldChange: {
            /** Format: uuid */
            id: string;
            field: string;
            about: string | null;
            before: string | null;
            after: string | null;
            /** Format: date-time */
            changedAt: string;
            changedBy: string | null;
        };
        FieldError: {
            field: string;
            message: string;
        };
        Figure: {
            key: string;
            name: string;
            /** @description Null when withheld: it is small, or would reveal a small one. */
            families: number | null;
        };
        Figures: {
            /** @enum {string} */
            by: "level" | "locality" | "agency_kind";
            rows: components["schemas"]["Figure"][];
            total: number | null;
        };
        FormColumn: {
            list?: string;
            key: string;
            label: string;
        };
        FormDomain: {
            key: string;
            title: string;
            elements: {
                key: string;
                label: string;
                covers: string;
            }[];
        };
        FormQuestion: {
            /**
             * @description `comment`: words, or under `<key>_missing` a reason from the list; `rows`: a table; `date`: a day.
             * @enum {string}
             */
            kind: "text" | "choice" | "comment" | "rows" | "date";
            list?: string;
            columns?: components["schemas"]["FormColumn"][];
            key: string;
            label: string;
        };
        FormSection: {
            key: string;
            title: string;
            questions: components["schemas"]["FormQuestion"][];
        };
        FormerNameBody: {
            /**
             * @description `keep` finds the child by it still, `seal` hides it for good, `correct` drops it as a mistake.
             * @enum {string}
             */
            as: "keep" | "seal" | "correct";
            /**
             * @description Needed to seal.
             * @enum {string}
             */
            reason?: "adoption" | "safety" | "other";
            /** @description To seal: other names with a part of the old one that may still be found. Those left out are sealed too. */
            stillFound?: string[];
        };
        FrontDoor: {
            /** Format: uuid */
            id: string;
            /** @description Null: the whole area, except localities with numbers of their own. */
            locality: {
                /** Format: uuid */
                id: string;
                name: string;
            } | null;
            version: number;
            name: string;
            telephone: string;
            hours: string;
            outOfHoursTelephone: string;
        };
        FrontDoorBody: {
            name: string;
            telephone: string;
            hours: string;
            outOfHoursTelephone: string;
        };
        FrontDoorNumbers: {
            name: string;
            telephone: string | null;
            hours: string | null;
            outOfHoursTelephone: string | null;
        };
        GuardianBody: {
            /** Format: uuid */
            practitionerId?: string | null;
        };
        HandOver: {
            /** @enum {string} */
            kind: "author" | "lead" | "team" | "emergency" | "support" | "proposal" | "chair" | "action" | "deputy" | "note_taker" | "invitation" | "closure_approver" | "closure_proposer" | "supporter" | "panel_member" | "audit" | "guardian" | "emergency_review" | "shield_name";
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            episodeId: string;
            children: string;
            /**
             * @description `must` be handed over before they leave; `passes` to the person who answers for the family; `ends`.
             * @enum {string}
             */
            weight: "must" | "passes" | "ends";
            /** Format: date */
            dueOn: string | null;
            /** @description The action, or the kind of the meeting. */
            what: string | null;
            /** @description A practitioner has been asked to lead and has not answered. */
            isAsked: boolean;
        };
        HandOverBody: {
            /** @enum {string} */
            kind: "author" | "chair" | "action";
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            successorId: string;
        };
        HoldBody: {
            reason: string;
        };
        Household: {
            /** Format: uuid */
            id: string;
            kind: string;
            address: string | null;
            postcode: string | null;
            accommodation: string | null;
            version: number;
            /** @description Whether the child, or an adult who cares for the child, lives there now. */
            isPresent: boolean;
            members: components["schemas"]["Stay"][];
        };
        HouseholdBody: {
            /** @enum {string} */
            kind: "family" | "other_parent" | "kinship" | "foster" | "residential" | "temporary" | "other";
            address?: string | null;
            postcode?: string | null;
            /** @enum {string|null} */
            accommodation?: "home" | "temporary" | "placement" | "refuge" | "no_fixed_abode" | null;
        };
        HouseholdChanges: {
            /** @enum {string} */
            kind?: "family" | "other_parent" | "kinship" | "foster" | "residential" | "temporary" | "other";
            address?: string | null;
            postcode?: string | null;
            /** @enum {string|null} */
            accommodation?: "home" | "temporary" | "placement" | "refuge" | "no_fixed_abode" | null;
        };
        IdentityLink: {
            /** Format: uuid */
            providerId: string;
            /** @description What the provider calls this person; never an email address. */
            identifier: string;
        };
        IdentityProviderChange: {
            name: string;
            clientId: string;
            /**
             * Format: password
             * @description Without it the secret stays.
             */
            clientSecret?: string;
            /** @description Turned off, it signs no one in, and the sessions of those who use it end. */
            isOn: boolean;
        };
        ImmigrationStatement: {
            /** Format: uuid */
            id: string;
            status: string;
            note: string | null;
            /** Format: date-time */
            recordedAt: string;
        };
        ImmigrationStatusBody: {
            /** @enum {string} */
            status: "british_irish" | "settled" | "pre_settled" | "ilr" | "limited" | "dlr_18" | "refugee" | "asylum_family" | "uasc" | "visa" | "no_permission" | "other" | "not_given" | "not_known";
            note?: string | null;
        };
        IndexAnswerBody: {
            /** @enum {string} */
            answer: "share" | "talk" | "no";
        };
        IndexQuestion: {
            shared: {
                name: string;
                telephone: string | null;
            }[];
            talk: boolean;
            standing: string[];
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            askedAt: string;
            answerBy: string;
            givenNames: string;
            familyName: string;
            /** Format: date */
            dateOfBirth: string;
            /** @description Why this practitioner asks: the holder of the record reads it. */
            reason: string;
        };
        IndexQuestionBody: {
            /** @description One part may be left out, for a child with one name only; never both. */
            givenNames?: string | null;
            familyName?: string | null;
            /** Format: date */
            dateOfBirth: string;
            reason: string;
        };
        InvitationBody: {
            /** @description The work email address: the user name of the account, and where links go. */
            email: string;
        };
        InvitedPost: {
            role: string;
            agencyName: string;
            /** Format: date-time */
            beganAt: string;
            /** Format: date-time */
            endedAt: string | null;
        };
        InvitedPosts: {
            /** @description As the administrator wrote the name of the person. */
            name: string;
            agencyName: string;
            posts: components["schemas"]["InvitedPost"][];
            /** @description Why they cannot take it up with this account; null when they can. */
            obstacle: string | null;
        };
        InvolvedPractitioner: {
            /** Format: uuid */
            id: string;
            name: string;
            jobTitle: string;
            telephone: string | null;
            agency: {
                /** Format: uuid */
                id: string;
                name: string;
            };
        };
        JoiningBody: {
            /** Format: uuid */
            childId: string;
            /** @enum {string} */
            reason: "born" | "moved_in" | "needs_help" | "missed" | "other";
            /** Format: date */
            happenedOn: string;
            note?: string | null;
            /** @description Needed where a death is recorded for the child: why they are added all the same. */
            afterDeathBecause?: string | null;
        };
        Labelled: {
            key: string;
            label: string;
        };
        LeadAppointment: {
            /** Format: uuid */
            id: string;
            practitioner: components["schemas"]["InvolvedPractitioner"];
            name: string;
            /** Format: date-time */
            beganAt: string;
            /** Format: date-time */
            endedAt: string | null;
            endingReason: string | null;
        };
        LeadContact: {
            name: string;
            agency: string;
            telephone: string | null;
        };
        LeadOnEpisode: {
            /** Format: uuid */
            id: string;
            name: string;
            telephone: string | null;
            agency: {
                /** Format: uuid */
                id: string;
                name: string;
            };
            /** Format: date-time */
            since: string;
        };
        LeadProfessional: {
            current: components["schemas"]["LeadAppointment"] | null;
            /** @enum {string|null} */
            unnamed: "sensitive" | "protected" | null;
            vacancyDays: number | null;
            proposal: components["schemas"]["LeadProposal"] | null;
            history: components["schemas"]["LeadAppointment"][];
        };
        LeadProposal: {
            /** Format: uuid */
            id: string;
            practitioner: components["schemas"]["InvolvedPractitioner"];
            familyPreference: string;
            reason: string;
            changeReason: string | null;
            proposedBy: string;
            /** Format: date-time */
            proposedAt: string;
            answer: string | null;
            answerReason: string | null;
            /** Format: date-time */
            answeredAt: string | null;
        };
        LeavingBody: {
            reason?: string | null;
            /**
             * Format: uuid
             * @description Who takes over their open actions and planned meetings; the lead professional when left out.
             */
            successorId?: string | null;
        };
        LevelBody: {
            level: number;
            reason: string;
            evidence?: string | null;
            familyView: string;
        };
        LevelDecision: {
            /** Format: uuid */
            id: string;
            from: {
                number: number;
                name: string;
            } | null;
            reason: string;
            evidence: string | null;
            familyView: string;
            /** @enum {string} */
            occasion: "assessment" | "step_up" | "review" | "other" | "closure" | "moderation" | "step_down";
            /** Format: uuid */
            stepUpId: string | null;
            decidedBy: components["schemas"]["NamedAuthor"] | null;
            decidedRole: string;
            level: {
                number: number;
                name: string;
            };
            /** Format: date-time */
            decidedAt: string;
            /**
             * Format: date
             * @description The day that the decision is about, which is earlier when a review was written up late.
             */
            decidedOn: string;
        };
        LiftBody: {
            because: string;
        };
        Locality: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            authorityId: string;
            name: string;
            gssCode: string;
        };
        LogEntry: {
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            at: string;
            /** @description Null for a system of an agency, whose service token `detail` names. */
            practitioner: {
                /** Format: uuid */
                id: string;
                name: string;
            } | null;
            agency: {
                /** Format: uuid */
                id: string;
                name: string;
            };
            role: string;
            act: string;
            subjectKind: string;
            /** Format: uuid */
            subjectId: string | null;
            /** Format: uuid */
            episodeId: string | null;
            /** Format: uuid */
            childId: string | null;
            reaches: string[];
            reason: string | null;
            detail: {
                [key: string]: unknown;
            };
            /** @description Null while it waits to be sealed. */
            leaf: number | null;
            batch: number | null;
            hash: string | null;
            /** @description The salted digest of the content; null when there was none. */
            content: string | null;
            erased: boolean;
        };
        LoggedVisit: {
            /** Format: uuid */
            id: string;
            name: string;
            agency: {
                /** Format: uuid */
                id: string;
                name: string;
            };
            role: string;
            act: string;
            times: number;
            /** Format: date-time */
            at: string;
            reaches: ("author" | "lead" | "team" | "agency" | "manager" | "coordinator" | "front_door" | "panel" | "emergency" | "governance" | "support" | "sample" | "family")[];
            reason: string | null;
        };
        Look: {
            act: string;
            times: number;
        };
        Marked: {
            name: string;
            value: string;
            /** @description The owner of the value, when it is not the child. */
            thirdParty: string | null;
            /** @description Other people named in the text. */
            mentions: string[];
        };
        Meeting: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "review" | "step_down" | "first" | "closing" | "professionals_discussion";
            /** Format: date-time */
            startsAt: string;
            /** Format: date-time */
            endsAt: string | null;
            /** @description Null to a reader from whom a shield hides it. */
            place: string | null;
            chair: components["schemas"]["Person"] | null;
            noteTaker: components["schemas"]["Person"] | null;
            purpose: string;
            /** @enum {string} */
            status: "held" | "planned" | "cancelled";
            consentChecked: boolean;
            familyView: string | null;
            childView: string | null;
            goingWell: string | null;
            worries: string | null;
            needsToHappen: string | null;
            decisions: string | null;
            /** Format: date */
            nextMeetingOn: string | null;
            recordedBy: string;
            /** @description The practitioner on whose behalf business support wrote it. */
            enteredFor: string | null;
            /** Format: date-time */
            recordedAt: string;
            attendance: components["schemas"]["Attendance"][];
            /** @description How it was moved while it was planned, the first move first. */
            moves: components["schemas"]["MeetingMove"][];
            /** @description Sensitive notes, as far as the reader may see them. */
            notes: components["schemas"]["SensitiveNote"][];
            version: number;
        };
        MeetingBody: {
            /** @enum {string} */
            kind: "first" | "review" | "closing" | "step_down" | "professionals_discussion";
            /** Format: date-time */
            startsAt: string;
            /** Format: date-time */
            endsAt?: string | null;
            place: string;
            /** Format: uuid */
            chairId?: string | null;
            /** Format: uuid */
            noteTakerId?: string | null;
            purpose: string;
            invited?: components["schemas"]["InvitationBody"][];
        };
        MeetingMove: {
            from: string | null;
            placeChanged: boolean;
            by: string;
            at: string;
        };
        MeetingMoveBody: {
            /** Format: date-time */
            startsAt: string;
            /** Format: date-time */
            endsAt?: string | null;
            /** @description Left out, it stays where it was. */
            place?: string | null;
            /** @description True when the meeting goes on without people who leave before then. */
            leaversConfirmed?: boolean;
        };
        Member: {
            /** Format: uuid */
            id: string;
            givenNames: string;
            familyName: string;
            /**
             * Format: date-time
             * @description Null for a child who was there from the beginning.
             */
            addedAt: string | null;
            /** Format: date-time */
            removedAt: string | null;
            /** @description Whether what the family agreed, as it counts now, includes the child; null where the ledger is not the reader's to read. */
            isIncluded: boolean | null;
            /** Format: date */
            dateOfBirth?: string | null;
            birthPeriod?: string | null;
            estimatedAge?: number | null;
            /** Format: date */
            estimatedOn?: string | null;
            /** Format: date */
            expectedDate?: string | null;
        };
        MemberBody: {
            /** Format: uuid */
            practitionerId: string;
            /** @enum {string} */
            teamRole: "assessor" | "key_worker" | "member" | "report_only" | "advocate" | "interpreter";
            /**
             * Format: uuid
             * @description Required if the practitioner works for several agencies.
             */
            agencyId?: string | null;
        };
        MembershipChange: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            childId: string;
            name: string;
            /** @enum {string} */
            kind: "added" | "removed";
            reason: string;
            /** Format: date */
            happenedOn: string;
            note: string | null;
            by: {
                name: string;
                agency: string | null;
            };
            /** Format: date-time */
            recordedAt: string;
        };
        Merge: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            keptChildId: string;
            /** Format: uuid */
            otherChildId: string;
            /** @enum {string} */
            state: "approved" | "withdrawn" | "proposed" | "declined" | "undone";
            reason: string;
            proposedBy: string;
            /** Format: date-time */
            proposedAt: string;
            decisionReason: string | null;
            decidedBy: string | null;
            /** Format: date-time */
            decidedAt: string | null;
            undoneBecause: string | null;
            /** Format: date-time */
            undoneAt: string | null;
            /** Format: date-time */
            undoableUntil: string | null;
            /** @description The signed-in person may approve or decline it: they did not propose it, and see both records. */
            mayDecide: boolean;
            mayWithdraw: boolean;
            mayUndo: boolean;
        };
        MergeBody: {
            /**
             * Format: uuid
             * @description The record under which the child is found from then on.
             */
            keptChildId: string;
            /** Format: uuid */
            otherChildId: string;
            reason: string;
            /** @description True where one record alone says that the child has died, and it is so: the death then counts for both. */
            deathConfirmed?: boolean;
        };
        MergeDecisionBody: {
            /** @enum {string} */
            decision: "approved" | "declined";
            /** @description Needed where the proposal is declined. */
            decisionReason?: string | null;
        };
        MinuteBody: {
            /** @enum {string} */
            status?: "planned" | "held" | "cancelled";
            consentChecked?: boolean;
            familyView?: string | null;
            childView?: string | null;
            goingWell?: string | null;
            worries?: string | null;
            needsToHappen?: string | null;
            decisions?: string | null;
            /** Format: date */
            nextMeetingOn?: string | null;
            attendance?: components["schemas"]["AttendanceBody"][];
        };
        MoveBody: {
            /** Format: date */
            movedOn: string;
            /** @enum {string} */
            pattern?: "main" | "shared" | "weekends" | "temporary";
            /** Format: uuid */
            householdId?: string | null;
            household?: components["schemas"]["HouseholdBody"];
            carerIds?: string[];
        };
        NamedAuthor: {
            agency: {
                /** Format: uuid */
                id: string | null;
                name: string;
            };
            name: string;
            /** Format: uuid */
            id: string;
            telephone: string | null;
            jobTitle: string;
        };
        NamedPerson: {
            /** Format: uuid */
            id: string;
            name: string;
        };
        NewHouseholdBody: {
            /** @enum {string} */
            kind: "family" | "other_parent" | "kinship" | "foster" | "residential" | "temporary" | "other";
            address?: string | null;
            postcode?: string | null;
            /** @enum {string|null} */
            accommodation?: "home" | "temporary" | "placement" | "refuge" | "no_fixed_abode" | null;
            members: components["schemas"]["StayBody"][];
        };
        NewIdentityProvider: {
            /** @description As people see it on the sign-in page. */
            name: string;
            /** @description The address that the provider gives for itself. It never changes. */
            issuer: string;
            /**
             * @description The claim by which the provider identifies a person. It never changes.
             * @enum {string}
             */
            subjectClaim: "sub" | "oid";
            clientId: string;
            /**
             * Format: password
             * @description Never answered again.
             */
            clientSecret: string;
        };
        NewPassword: {
            /** Format: password */
            password: string;
        };
        NewSecret: {
            /** Format: uuid */
            id: string;
            secret: string;
        };
        NextReview: {
            /** Format: date */
            reviewOn: string | null;
            /** @description A date to offer where there is none yet. */
            offered: string | null;
            /** @description The dates set between reviews, the latest first. */
            changes: components["schemas"]["NextReviewChange"][];
        };
        NextReviewBody: {
            /** Format: date */
            reviewOn: string;
            /** @description Needed to move a date that has been set. */
            reason?: string | null;
        };
        NextReviewChange: {
            /** Format: date */
            reviewOn: string;
            movedFrom: string | null;
            reason: string | null;
            /** Format: date-time */
            recordedAt: string;
            recordedBy: components["schemas"]["NamedAuthor"] | null;
        };
        NoteBody: {
            /** Format: date */
            happenedOn: string;
            /** @enum {string} */
            category: "contact" | "health" | "education" | "family" | "housing" | "offending" | "domestic_abuse" | "significant_harm" | "childs_words" | "other";
            what: string;
            significance?: string | null;
            /** @enum {string|null} */
            topic?: "mental_health" | "sexual_health" | "substance_misuse" | "domestic_abuse" | "offending" | "immigration" | "adult_health" | null;
        };
        NotificationChoiceBody: {
            /** @enum {string} */
            email: "at_once" | "daily" | "never";
            /** @description Hours are in Europe/London. */
            digestHour?: number | null;
            quietFrom?: number | null;
            quietUntil?: number | null;
        };
        OpenWork: {
            /** Format: uuid */
            personId: string;
            name: string;
            lead: number;
            author: number;
            team: number;
            action: number;
            chair: number;
        };
        Outcome: {
            /** Format: uuid */
            id: string;
            description: string;
            /** @enum {string} */
            everyChildMatters: "be_healthy" | "stay_safe" | "enjoy_and_achieve" | "positive_contribution" | "economic_well_being";
            elements: string[];
            startingScore: number;
            targetScore: number | null;
            currentScore: number;
            /** @enum {string|null} */
            result: "achieved" | "partly" | "not" | "no_longer_relevant" | null;
            topic: string;
            scores: components["schemas"]["Score"][];
            actions: components["schemas"]["Action"][];
            version: number;
        };
        OutcomeBody: {
            description: string;
            /** @enum {string} */
            everyChildMatters: "be_healthy" | "stay_safe" | "enjoy_and_achieve" | "positive_contribution" | "economic_well_being";
            startingScore: number;
            targetScore?: number | null;
            elements?: ("A1a" | "A1b" | "A1c" | "A2" | "A3" | "A4" | "A5" | "A6" | "A7a" | "A7b" | "A7c" | "A7d" | "B1" | "B2" | "B3" | "C1" | "C2" | "C3" | "C4")[];
            /** @enum {string|null} */
            topic?: "mental_health" | "sexual_health" | "substance_misuse" | "domestic_abuse" | "offending" | "immigration" | "adult_health" | null;
        };
        OutcomeChangesBody: {
            description?: string;
            /** @enum {string} */
            everyChildMatters?: "be_healthy" | "stay_safe" | "enjoy_and_achieve" | "positive_contribution" | "economic_well_being";
            targetScore?: number | null;
            elements?: ("A1a" | "A1b" | "A1c" | "A2" | "A3" | "A4" | "A5" | "A6" | "A7a" | "A7b" | "A7c" | "A7d" | "B1" | "B2" | "B3" | "C1" | "C2" | "C3" | "C4")[];
        };
        OutcomeClosedBody: {
            /** Format: uuid */
            outcomeId: string;
            /** @enum {string} */
            result: "achieved" | "partly" | "not" | "no_longer_relevant";
            closingScore?: number | null;
        };
        OutcomeClosure: {
            /** Format: uuid */
            outcomeId: string;
            /** @enum {string} */
            result: "achieved" | "partly" | "not" | "no_longer_relevant";
            closingScore?: number | null;
        };
        OwnConcern: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "records" | "searches";
            day: string;
            times: number;
            subjects: number;
            /** @description The records concerned, as far as they are still within the person's reach. */
            episodeIds: string[];
            /** @enum {string} */
            state: "open" | "explained" | "closed";
            why: string | null;
            /** Format: date-time */
            explainedAt: string | null;
        };
        OwnFamilySearchBody: {
            name: string;
        };
        OwnSession: {
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            beganAt: string;
            /** Format: date-time */
            lastUsedAt: string;
            /** @description "Firefox on Windows". */
            browser: string | null;
        };
        Panel: {
            /** Format: uuid */
            id: string;
            name: string;
            purpose: string;
            members: components["schemas"]["PanelMember"][];
            meetings: components["schemas"]["PanelMeeting"][];
            /** @description Whether the reader is a member of it, and its chair. */
            mine: boolean;
            chairedByMe: boolean;
        };
        PanelBody: {
            name: string;
            purpose: string;
        };
        PanelDecisionBody: {
            decision: string;
        };
        PanelItemBody: {
            /** Format: uuid */
            episodeId: string;
            question: string;
        };
        PanelMeeting: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            panelId: string;
            panel: string;
            /** Format: date */
            heldOn: string;
            place: string | null;
            /** @description The last day on which the members may read the papers: ten working days after the meeting. */
            papersUntil: string;
            cancelled: boolean;
        };
        PanelMeetingBody: {
            /** Format: date */
            heldOn: string;
            place?: string | null;
        };
        PanelMember: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            practitionerId: string;
            name: string;
            agency: string;
            chairs: boolean;
        };
        PanelMemberBody: {
            /** Format: uuid */
            practitionerId: string;
            chairs?: boolean;
        };
        PasswordChange: {
            /** Format: password */
            currentPassword: string;
            /** Format: password */
            password: string;
            /**
             * Format: password
             * @description A code of the authenticator app, or a recovery code, for an account with a second step.
             */
            code?: string;
        };
        PauseBody: {
            /** Format: date */
            fromOn: string;
            reason: string;
        };
        PendingAdministrator: {
            /** Format: uuid */
            id: string;
            name: string;
            account: components["schemas"]["AccountSummary"];
        };
        PeopleConfirmationBody: {
            /** @description `shown` of the list that was read: 409 when people or posts have changed since. */
            shown: string;
        };
        PeoplePresent: {
            /** @description Null where those who were there at the opening did not say. */
            people?: {
                name: string;
                role?: string | null;
                agency?: string | null;
            }[];
        };
        Person: {
            /** Format: uuid */
            id: string;
            name: string;
        };
        PersonAtReview: {
            name: string;
            role: string;
        };
        PersonBody: {
            name: string;
            role: string;
        };
        PersonInAgency: {
            /** Format: uuid */
            id: string;
            name: string;
            agency: {
                /** Format: uuid */
                id: string;
                name: string;
            };
        };
        PersonPresent: {
            name: string;
            role?: string | null;
        };
        PersonalToken: {
            /** Format: uuid */
            id: string;
            name: string;
            /** @enum {string} */
            scope: "read" | "write";
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            expiresAt: string;
            /** Format: date-time */
            lastUsedAt: string | null;
        };
        PlaceChoice: {
            text: string;
            where: string | null;
        };
        PlaceOfPostcode: {
            postcode: string;
            district: string | null;
            ward: string | null;
            /**
             * Format: uuid
             * @description The locality of Bridges for this district; null outside the area.
             */
            localityId: string | null;
        };
        Plan: {
            /** Format: uuid */
            id: string | null;
            /** Format: date */
            agreedOn: string | null;
            agreedWith: string | null;
            /** Format: date-time */
            startedAt: string | null;
            outcomes: components["schemas"]["Outcome"][];
            version: number;
        };
        Post: {
            /** Format: uuid */
            id: string;
            role: string;
            team: {
                /** Format: uuid */
                id: string;
                name: string;
            } | null;
            locality: {
                /** Format: uuid */
                id: string;
                name: string;
            } | null;
            /** Format: date-time */
            beganAt: string;
            /** Format: date-time */
            endedAt: string | null;
            /** @enum {string} */
            status: "current" | "to come" | "ended";
            coversFor: {
                /** Format: uuid */
                id: string;
                name: string;
            } | null;
            givenBy: string | null;
            version: number;
        };
        PostBody: {
            /** @enum {string} */
            role: "practitioner" | "manager" | "coordinator" | "front_door" | "panel_member" | "panel_chair" | "governance" | "business_support" | "quality_auditor" | "performance_analyst" | "agency_administrator" | "directory_editor" | "system_administrator";
            /** Format: uuid */
            teamId?: string | null;
            /** Format: uuid */
            localityId?: string | null;
            /**
             * Format: date
             * @description The first day; today when left out.
             */
            beginsOn?: string | null;
            /**
             * Format: date
             * @description The last day; required for cover.
             */
            lastDayOn?: string | null;
            /**
             * Format: uuid
             * @description The colleague whose absence this post covers.
             */
            coversFor?: string | null;
        };
        PostChangesBody: {
            /** @enum {string} */
            role?: "practitioner" | "manager" | "coordinator" | "front_door" | "panel_member" | "panel_chair" | "governance" | "business_support" | "quality_auditor" | "performance_analyst" | "agency_administrator" | "directory_editor" | "system_administrator";
            /** Format: uuid */
            teamId?: string | null;
            /** Format: uuid */
            localityId?: string | null;
            /**
             * Format: date
             * @description The first day of the changed post; now when left out.
             */
            beginsOn?: string;
            /**
             * Format: date
             * @description Alone: the last day of the post, or null for no end.
             */
            lastDayOn?: string | null;
            /** @enum {boolean} */
            unassigned?: true;
        };
        PostcodeBody: {
            postcode: string;
        };
        PractitionerBody: {
            name: string;
            jobTitle: string;
            telephone?: string | null;
            email?: string | null;
            /** @enum {string} */
            role: "practitioner" | "manager" | "coordinator" | "front_door" | "panel_member" | "panel_chair" | "governance" | "business_support" | "quality_auditor" | "performance_analyst" | "agency_administrator" | "directory_editor" | "system_administrator";
            /** Format: uuid */
            teamId?: string | null;
            /** Format: uuid */
            localityId?: string | null;
            /**
             * Format: date
             * @description The first day of their post; today when left out.
             */
            beginsOn?: string | null;
            /** Format: date */
            lastDayOn?: string | null;
            /**
             * @description A person of the agency with this email address, or this name and telephone number, is another one.
             * @enum {boolean}
             */
            otherPersonConfirmed?: true;
        };
        PractitionerChanges: {
            name?: string;
            jobTitle?: string;
            telephone?: string | null;
            email?: string | null;
            /** @enum {boolean} */
            left?: true;
            /**
             * @description With `left`: families for which they are the only one responsible go to their manager and the coordinator.
             * @enum {boolean}
             */
            unassigned?: true;
        };
        Preview: {
            reader: {
                name: string;
                /** Format: uuid */
                id: string;
                agency: {
                    /** Format: uuid */
                    id: string;
                    name: string;
                } | null;
                /** @enum {string} */
                kind: "agency" | "practitioner" | "carer" | "child";
            };
            /** @description The reader's own copy; null when there is no page for them. */
            document: components["schemas"]["CopyOfRecord"] | null;
            withheld: components["schemas"]["Withheld"][];
            /** @description Only for a family member: the contact details of others that the sender may include. */
            contacts: components["schemas"]["FamilyContacts"] | null;
        };
        Problem: {
            type: string;
            title: string;
            status: number;
            detail: string;
            /** @description The X-Request-Id of this answer, to find it in the program's log. */
            instance?: string;
            errors?: components["schemas"]["FieldError"][];
            /** @description The current state, if the request was based on an outdated version. */
            current?: {
                [key: string]: unknown;
            } | null;
        };
        Progress: {
            sections: {
                /** @enum {string} */
                reason: "empty" | "begun" | "done";
                /** @enum {string} */
                people_present: "empty" | "begun" | "done";
                /** @enum {string} */
                family_and_home: "empty" | "begun" | "done";
                /** @enum {string} */
                services: "empty" | "begun" | "done";
                /** @enum {string} */
                conclusions: "empty" | "begun" | "done";
                /** @enum {string} */
                comments: "empty" | "begun" | "done";
            };
            domains: {
                A: components["schemas"]["DomainProgress"];
                B: components["schemas"]["DomainProgress"];
                C: components["schemas"]["DomainProgress"];
            };
            /** @description What this draft lacks, as completing it would report. */
            missing: components["schemas"]["FieldError"][];
        };
        ProofOfIdentity: {
            /**
             * Format: password
             * @description A code for an account with a second step, its password for any other.
             */
            passwordOrCode: string;
        };
        ProposalBody: {
            /** Format: uuid */
            practitionerId: string;
            familyPreference: string;
            reason: string;
            /** @enum {string|null} */
            changeReason?: "caseload_balance" | "left_role" | "reorganisation" | "transfer" | "absence_or_return" | "child_asked" | "parent_asked" | "stepped_up_or_down" | "died" | "other" | null;
        };
        ProviderSummary: {
            /** Format: uuid */
            id: string;
            name: string;
            issuer: string;
            /**
             * @description The claim by which the provider identifies a person.
             * @enum {string}
             */
            subjectClaim: "sub" | "oid";
            clientId: string;
            isOn: boolean;
            /** Format: date-time */
            changedAt: string;
            /** @description How many people sign in with it. */
            people: number;
            /** @description The address to register with the provider. */
            redirectAddress: string;
            /** @description Where the provider may say that a person signed out there. */
            logoutAddress: string;
        };
        QueueRow: {
            /**
             * Format: uuid
             * @description The episode's own id, even when only a tombstone is left of it.
             */
            id: string;
            children: string | null;
            proposedBy: string | null;
            holdReason: string | null;
            /** @enum {string} */
            class: "common_assessment" | "early_help" | "child_in_need" | "child_protection" | "looked_after";
            /** @enum {string} */
            trigger: "closure" | "date_of_birth" | "eighteenth_birthday" | "death" | "last_contact";
            months: number;
            /** @enum {string} */
            action: "review" | "restrict" | "archive" | "destroy";
            source: string;
            /** Format: date */
            dueOn: string;
        };
        RatingsBody: {
            fairness?: number | null;
            decisions?: number | null;
            working_together?: number | null;
            information?: number | null;
            contact?: number | null;
            respect?: number | null;
        };
        Reason: {
            what_led?: string;
        };
        ReasonBody: {
            reason: string;
        };
        ReceivedQuestion: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            episodeId: string;
            child: {
                /** Format: date */
                dateOfBirth?: string | null;
                birthPeriod?: string | null;
                estimatedAge?: number | null;
                /** Format: date */
                estimatedOn?: string | null;
                /** Format: date */
                expectedDate?: string | null;
                /** Format: uuid */
                id: string;
                givenNames: string;
                familyName: string;
            };
            asked: {
                givenNames: string;
                familyName: string;
                /** Format: date */
                dateOfBirth: string;
                reason: string;
            };
            by: {
                /** Format: uuid */
                id: string;
                name: string;
                jobTitle: string;
                telephone: string | null;
                agency: string;
            };
            /** Format: date-time */
            askedAt: string;
            answerBy: string;
            /** @enum {string|null} */
            answer: "talk" | "share" | "no" | null;
            /** Format: date-time */
            answeredAt: string | null;
        };
        ReferenceBody: {
            system: string;
            number: string;
        };
        RelativeBody: {
            /** @enum {string} */
            relationship: "mother" | "father" | "step_mother" | "step_father" | "other_parent" | "parents_partner" | "adoptive_mother" | "adoptive_father" | "foster_carer" | "special_guardian" | "kinship_carer" | "grandparent" | "sibling" | "half_sibling" | "step_sibling" | "aunt_or_uncle" | "cousin" | "child_of" | "partner" | "ex_partner" | "friend" | "professional" | "local_authority" | "other";
        };
        ReleaseBody: {
            /** Format: date */
            releasedOn: string;
            how: string;
        };
        RequestClock: {
            /** @enum {string} */
            state: "waiting_for_identity" | "running" | "paused" | "stopped";
            /** @enum {string} */
            what: "answer" | "acknowledge";
            /** Format: date */
            startedOn: string | null;
            /**
             * Format: date
             * @description Shown in advance: before the identity check, the date if it were done today.
             */
            dueOn: string | null;
            /** @description Negative when it is late. */
            daysLeft: number | null;
        };
        ResumeBody: {
            /** Format: date */
            toOn: string;
        };
        RetentionLine: {
            /** @enum {string} */
            class: "common_assessment" | "early_help" | "child_in_need" | "child_protection" | "looked_after";
            /** @enum {string} */
            trigger: "closure" | "date_of_birth" | "eighteenth_birthday" | "death" | "last_contact";
            months: number;
            /** @enum {string} */
            action: "review" | "restrict" | "archive" | "destroy";
            source: string;
            /** Format: date */
            dueOn: string;
        };
        RetentionRule: {
            /** @enum {string} */
            class: "common_assessment" | "early_help" | "child_in_need" | "child_protection" | "looked_after";
            appliesTo: string;
            /** @enum {string} */
            trigger: "closure" | "date_of_birth" | "eighteenth_birthday" | "death" | "last_contact";
            months: number;
            /** @enum {string} */
            action: "review" | "restrict" | "archive" | "destroy";
            source: string;
        };
        RetentionSummary: {
            held: boolean;
            lines: components["schemas"]["RetentionLine"][];
            /** @enum {string} */
            class: "common_assessment" | "early_help" | "child_in_need" | "child_protection" | "looked_after";
            /** @enum {string} */
            trigger: "closure" | "date_of_birth" | "eighteenth_birthday" | "death" | "last_contact";
            months: number;
            /** @enum {string} */
            action: "review" | "restrict" | "archive" | "destroy";
            source: string;
            /** Format: date */
            dueOn: string;
        };
        Review: {
            scores: {
                /** Format: uuid */
                outcomeId: string;
                scorer: string;
                score: number;
                progress: string | null;
            }[];
            recordedBy: components["schemas"]["NamedAuthor"] | null;
            /**
             * Format: date
             * @description The day of the latest review held after this one and recorded before it: this one is history and set nothing.
             */
            recordedAfterReviewOn: string | null;
            /** @description Sensitive notes, as far as the reader may see them. */
            notes: components["schemas"]["SensitiveNote"][];
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            episodeId: string;
            /** Format: date */
            heldOn: string;
            kind: string;
            peoplePresent: components["schemas"]["PersonAtReview"][];
            whatHasChanged: string;
            nextSteps: string;
            leadConfirmed: boolean;
            leadNote: string | null;
            level: number;
            levelReason: string;
            consentReaffirmed: string;
            childComment: string | null;
            childCommentMissing: string | null;
            parentComment: string | null;
            parentCommentMissing: string | null;
            /** Format: date */
            nextReviewOn: string | null;
            toClose: boolean;
            /** Format: date-time */
            recordedAt: string;
        };
        ReviewBody: {
            /** Format: date */
            heldOn: string;
            /** @enum {string} */
            kind: "scheduled" | "urgent" | "final";
            peoplePresent: components["schemas"]["PersonBody"][];
            whatHasChanged: string;
            nextSteps: string;
            scores?: components["schemas"]["ScoreBody"][];
            leadConfirmed: boolean;
            leadNote?: string | null;
            level: number;
            levelReason: string;
            /** @enum {string} */
            consentReaffirmed: "same" | "narrowed" | "widened" | "withdrawn";
            childComment?: string | null;
            /** @enum {string|null} */
            childCommentMissing?: "too_young" | "chose_not_to" | "absent" | "not_asked" | null;
            parentComment?: string | null;
            /** @enum {string|null} */
            parentCommentMissing?: "too_young" | "chose_not_to" | "absent" | "not_asked" | null;
            /** Format: date */
            nextReviewOn?: string | null;
            toClose?: boolean;
        };
        ReviewerBody: {
            /** Format: uuid */
            practitionerId: string;
        };
        ReviewerChoice: {
            /** Format: uuid */
            id: string;
            name: string;
            role: string;
            agency: {
                /** Format: uuid */
                id: string;
                name: string;
            };
        };
        RightsDecisionBody: {
            /** @enum {string} */
            decision: "granted" | "granted_in_part" | "refused" | "withdrawn";
            reason: string;
        };
        RightsRequest: {
            child: {
                /** Format: uuid */
                id: string;
                name: string;
            };
            clock: components["schemas"]["RequestClock"];
            pauses: components["schemas"]["RightsRequestPause"][];
            bundle: {
                ready: boolean;
            } | {
                ready: boolean;
                because: string;
            };
            history: {
                /** Format: date-time */
                at: string;
                by: string | null;
                what: string;
                changes: {
                    [key: string]: unknown;
                };
            }[];
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            episodeId: string;
            kind: string;
            about: string;
            aboutName: string | null;
            details: string | null;
            requester: string;
            requesterCapacity: string;
            authorityShown: string | null;
            /** Format: date */
            receivedOn: string;
            /** Format: date */
            identityCheckedOn: string | null;
            identityCheckedHow: string | null;
            clarification: string | null;
            /** Format: date */
            acknowledgedOn: string | null;
            /** Format: date */
            extendedToldOn: string | null;
            extendedBecause: string | null;
            childCompetence: string | null;
            childView: string | null;
            /** Format: date */
            childViewOn: string | null;
            exemptions: string[];
            exemptionNote: string | null;
            redactions: string | null;
            decision: string | null;
            decisionReason: string | null;
            decidedBy: string | null;
            /** Format: date-time */
            decidedAt: string | null;
            /** Format: date */
            releasedOn: string | null;
            releasedHow: string | null;
            /** Format: date-time */
            finishedAt: string | null;
            recordedBy: string;
            /** Format: date-time */
            recordedAt: string;
        };
        RightsRequestBody: {
            /** Format: uuid */
            episodeId: string;
            /** Format: uuid */
            childId: string;
            /** @enum {string} */
            kind: "access" | "rectification" | "objection" | "restriction" | "erasure" | "complaint";
            /** @enum {string} */
            about: "child" | "carer";
            aboutName?: string | null;
            details?: string | null;
            requester: string;
            /** @enum {string} */
            requesterCapacity: "themselves" | "parental_responsibility" | "solicitor" | "advocate" | "other";
            authorityShown?: string | null;
            /** Format: date */
            receivedOn: string;
        };
        RightsRequestListed: {
            child: {
                /** Format: uuid */
                id: string;
                name: string;
            };
            clock: components["schemas"]["RequestClock"];
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            episodeId: string;
            kind: string;
            about: string;
            aboutName: string | null;
            requester: string;
            requesterCapacity: string;
            /** Format: date */
            receivedOn: string;
            /** Format: date */
            identityCheckedOn: string | null;
            /** Format: date */
            extendedToldOn: string | null;
            /** Format: date */
            acknowledgedOn: string | null;
            decision: string | null;
            /** Format: date-time */
            finishedAt: string | null;
            pauses: {
                /** Format: date */
                fromOn: string;
                /** Format: date */
                toOn: string | null;
            }[];
        };
        RightsRequestPassedOn: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            episodeId: string;
            child: {
                /** Format: uuid */
                id: string;
                name: string;
            };
            kind: string;
            /** Format: date */
            receivedOn: string;
            state: string;
        };
        RightsRequestPause: {
            /** Format: uuid */
            id: string;
            /** Format: date */
            fromOn: string;
            /** Format: date */
            toOn: string | null;
            reason: string;
        };
        RightsRequestProgressBody: {
            details?: string | null;
            authorityShown?: string | null;
            /** Format: date */
            identityCheckedOn?: string | null;
            identityCheckedHow?: string | null;
            clarification?: string | null;
            /** Format: date */
            acknowledgedOn?: string | null;
            /** @enum {string|null} */
            childCompetence?: "competent" | "not_competent" | "not_assessed" | null;
            childView?: string | null;
            /** Format: date */
            childViewOn?: string | null;
            exemptions?: ("third_party" | "serious_harm" | "legal_privilege" | "crime" | "adoption" | "child_expectation")[];
            exemptionNote?: string | null;
            redactions?: string | null;
        };
        SafetyConcern: {
            answer: {
                actionTaken: string | null;
                /** Format: date-time */
                actionAt: string | null;
                spokenTo: string | null;
                reference: string | null;
                answeredBy: components["schemas"]["NamedAuthor"] | null;
                answeredRole: string | null;
                /** Format: date-time */
                answeredAt: string;
            } | null;
            /** @description The given name, when one child is meant. */
            childName: string | null;
            raisedBy: components["schemas"]["NamedAuthor"] | null;
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            episodeId: string;
            ground: string;
            said: string | null;
            /** @description Null where an assessment raised it. */
            checklistVersion: number | null;
            raisedRole: string;
            /** Format: date-time */
            raisedAt: string;
        };
        SchoolBody: {
            setting: string;
            /** @enum {string} */
            attendance: "on_roll" | "dual" | "early_years" | "EHE" | "EOTAS" | "CME" | "NEET" | "employed";
            /** @enum {string|null} */
            yearGroup?: "N" | "R" | "Y1" | "Y2" | "Y3" | "Y4" | "Y5" | "Y6" | "Y7" | "Y8" | "Y9" | "Y10" | "Y11" | "Y12" | "Y13" | "Y14" | null;
            /** Format: date */
            fromOn?: string | null;
            /**
             * Format: date
             * @description Left out while the child still goes there.
             */
            untilOn?: string | null;
        };
        SchoolChanges: {
            setting?: string;
            /** @enum {string} */
            attendance?: "on_roll" | "dual" | "early_years" | "EHE" | "EOTAS" | "CME" | "NEET" | "employed";
            /** @enum {string|null} */
            yearGroup?: "N" | "R" | "Y1" | "Y2" | "Y3" | "Y4" | "Y5" | "Y6" | "Y7" | "Y8" | "Y9" | "Y10" | "Y11" | "Y12" | "Y13" | "Y14" | null;
            /** Format: date */
            fromOn?: string | null;
            /** Format: date */
            untilOn?: string | null;
        };
        Score: {
            /** @enum {string} */
            scorer: "child" | "parent" | "worker";
            score: number;
            progress: string | null;
            /** Format: date */
            scoredOn: string;
            /** Format: uuid */
            reviewId: string | null;
        };
        ScoreBody: {
            /** Format: uuid */
            outcomeId: string;
            /** @enum {string} */
            scorer: "child" | "parent" | "worker";
            score: number;
            progress?: string | null;
        };
        SealBody: {
            /** @enum {string} */
            reason: "adoption" | "safety" | "other";
            /** @description Other names with a part of this one that may still be found. Those left out are sealed too. */
            stillFound?: string[];
        };
        SealedHead: {
            head: {
                batch: number;
                firstLeaf: number;
                key: string;
                previous: string | null;
                root: string;
                /** Format: date-time */
                sealedAt: string;
                size: number;
                /** @enum {string} */
                type: "bridges access log head";
            };
            /** @enum {string} */
            kind: "head";
            signature: string;
        };
        Search: {
            items: components["schemas"]["ChildMatch"][];
            next: null;
            advice: string;
            ask: string | null;
        };
        SecondFactorRemoval: {
            /** Format: password */
            currentPassword: string;
            /** Format: password */
            code: string;
        };
        SecondFactorState: {
            /** @description Whether one is in use, of either kind. */
            isSetUp: boolean;
            /**
             * Format: date-time
             * @description When the authenticator app was set up; null without one.
             */
            since: string | null;
            passkeys: number;
            recoveryCodesLeft: number;
            isRequired: boolean;
        };
        SecondStepRule: {
            required: boolean;
        };
        SectionAnswers: {
            people_present?: components["schemas"]["PeoplePresent"];
            reason?: components["schemas"]["Reason"];
            family_and_home?: components["schemas"]["FamilyAndHome"];
            services?: components["schemas"]["ServicesInvolved"];
            conclusions?: components["schemas"]["Conclusions"];
            comments?: components["schemas"]["Comments"];
        };
        SensitiveNote: {
            /** Format: uuid */
            id: string;
            topic: string;
            text: string;
            writtenBy: string;
            /** Format: date-time */
            writtenAt: string;
        };
        SensitiveNoteBody: {
            /** @enum {string} */
            topic: "mental_health" | "sexual_health" | "substance_misuse" | "domestic_abuse" | "offending" | "immigration" | "adult_health";
            text: string;
        };
        SentMessage: {
            /** Format: uuid */
            id: string;
            recipient: string;
            subject: string;
            body: string;
            href: string | null;
            /** Format: date-time */
            sent_at: string;
        };
        ServiceBody: {
            name: string;
            description: string;
            level: number;
            /** Format: uuid */
            agencyId?: string | null;
            audience?: string | null;
            telephone?: string | null;
        };
        ServiceChanges: {
            name?: string;
            description?: string;
            level?: number;
            /** Format: uuid */
            agencyId?: string | null;
            audience?: string | null;
            telephone?: string | null;
        };
        ServiceListItem: {
            /** Format: uuid */
            id: string;
            name: string;
            description: string;
            level: number;
            levelName: string;
            audience: string | null;
            telephone: string | null;
            source: string;
            agency: {
                /** Format: uuid */
                id: string;
                name: string;
            } | null;
            version: number;
        };
        ServicesInvolved: {
            services?: {
                name: string;
                /** @enum {string} */
                kind?: "health" | "education" | "other" | "gp";
                contact?: string;
                /** @description When it started, as the family remembers it. */
                since?: string;
                status?: string;
            }[];
            /** @enum {string} */
            none_known?: "yes";
        };
        SharingSettingsBody: {
            duty16la: boolean;
            goldenRulesEdition: string;
            /** @enum {string|null} */
            defaultLawfulBasis?: "public_task" | "legal_obligation" | "vital_interests" | "recognised_legitimate_interest" | "legitimate_interests" | "consent" | null;
        };
        Shield: {
            /** Format: uuid */
            id: string;
            child: {
                /** Format: uuid */
                id: string;
                givenNames: string;
                familyName: string;
            };
            grounds: string;
            detail: string | null;
            requestedBy: string;
            requesterCapacity: string;
            recordedBy: {
                /** Format: uuid */
                id: string;
                name: string;
            };
            /** Format: date-time */
            requestedAt: string;
            decideBy: string;
            /** @enum {string} */
            state: "declined" | "ended" | "provisional" | "confirmed";
            decision: string | null;
            decidedBy: string | null;
            /** Format: date-time */
            decidedAt: string | null;
            decisionReason: string | null;
            /** Format: date */
            reviewOn: string | null;
            endedBy: string | null;
            /** Format: date-time */
            endedAt: string | null;
            endingReason: string | null;
            names: components["schemas"]["ShieldName"][];
            unsafeCarers: {
                /** Format: uuid */
                id: string;
                name: string | null;
            }[];
            mayDecide: boolean;
            mayName: boolean;
        };
        ShieldBody: {
            /** @enum {string} */
            grounds: "domestic_abuse" | "refuge" | "marac" | "adoption" | "police_protection" | "forced_marriage" | "high_profile" | "other";
            detail?: string | null;
            requestedBy: string;
            /** @enum {string} */
            requesterCapacity: "parent" | "child" | "practitioner" | "refuge" | "police" | "other";
            unsafeCarerIds?: string[];
            practitionerIds?: string[];
        };
        ShieldDecisionBody: {
            /** @enum {string} */
            decision: "confirmed" | "declined";
            reason: string;
            /** Format: date */
            reviewOn?: string | null;
        };
        ShieldEndingBody: {
            reason: string;
        };
        ShieldName: {
            /** Format: uuid */
            id: string;
            practitioner: {
                /** Format: uuid */
                id: string;
                name: string;
                agency: string | null;
            };
            /** Format: date-time */
            namedAt: string;
            /** Format: date-time */
            endedAt: string | null;
        };
        ShieldNameBody: {
            /** Format: uuid */
            practitionerId: string;
        };
        ShownClosureBody: {
            /**
             * Format: uuid
             * @description The closure that was read: 404 when it has been called off since.
             */
            closureId: string;
        };
        Sibling: {
            /** Format: uuid */
            id: string;
            givenNames: string;
            familyName: string;
            /** Format: date */
            dateOfBirth: string | null;
            /** Format: date */
            expectedDate: string | null;
            /** @description '2012-03' or '2012': all that is known of the day of birth. */
            birthPeriod: string | null;
            estimatedAge: number | null;
            /**
             * Format: date
             * @description The day on which the child was about that old.
             */
            estimatedOn: string | null;
        };
        SignOffBody: {
            note: string;
        };
        Stay: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "carer" | "child";
            /** Format: uuid */
            personId: string;
            name: string;
            pattern: string;
            /** Format: date */
            beganOn: string | null;
            /** Format: date */
            endedOn: string | null;
        };
        StayBody: {
            /** Format: uuid */
            childId?: string | null;
            /** Format: uuid */
            carerId?: string | null;
            /** @enum {string} */
            pattern: "main" | "shared" | "weekends" | "temporary";
            /** Format: date */
            beganOn?: string | null;
        };
        StepUp: {
            raisedBy: components["schemas"]["NamedAuthor"] | null;
            outcomeBy: components["schemas"]["NamedAuthor"] | null;
            /**
             * Format: date
             * @description The day by which the front door should have answered.
             */
            answerDueOn: string;
            /** Format: uuid */
            id: string;
            reason: string;
            /** Format: uuid */
            episodeId: string;
            outcome: string | null;
            outcomeReason: string | null;
            /** Format: date-time */
            outcomeAt: string | null;
            evidence: string | null;
            raisedRole: string;
            /** Format: date-time */
            raisedAt: string;
            familyAgreement: string;
            familyAgreementNote: string | null;
        };
        StepUpAnswerBody: {
            /** @enum {string} */
            outcome: "accepted" | "advice" | "back_to_early_help" | "no_further_action";
            reason: string;
        };
        StepUpBody: {
            reason: string;
            evidence?: string | null;
            /** @enum {string} */
            familyAgreement: "agreed" | "not_agreed" | "not_asked";
            familyAgreementNote?: string | null;
        };
        StepUpWaiting: {
            level: {
                number: number;
                name: string;
            } | null;
            children: {
                /** Format: date */
                dateOfBirth?: string | null;
                birthPeriod?: string | null;
                estimatedAge?: number | null;
                /** Format: date */
                estimatedOn?: string | null;
                /** Format: date */
                expectedDate?: string | null;
                /** Format: uuid */
                id: string;
                givenNames: string;
                familyName: string;
            }[];
            /** @description Who to phone about the family; null when there is no lead, or none who is named to the reader. */
            lead: {
                name: string;
                telephone: string | null;
            } | null;
            raisedBy: components["schemas"]["NamedAuthor"] | null;
            outcomeBy: components["schemas"]["NamedAuthor"] | null;
            /**
             * Format: date
             * @description The day by which the front door should have answered.
             */
            answerDueOn: string;
            /** Format: uuid */
            id: string;
            reason: string;
            /** Format: uuid */
            episodeId: string;
            outcome: string | null;
            outcomeReason: string | null;
            /** Format: date-time */
            outcomeAt: string | null;
            evidence: string | null;
            raisedRole: string;
            /** Format: date-time */
            raisedAt: string;
            familyAgreement: string;
            familyAgreementNote: string | null;
        };
        SuggestedChild: {
            /** Format: uuid */
            id: string;
            givenNames: string;
            familyName: string;
            /** Format: date */
            dateOfBirth: string | null;
            /** Format: date */
            expectedDate: string | null;
            sharesCarer: boolean;
        };
        SupporterBody: {
            /** Format: uuid */
            supporterId: string;
        };
        Supporting: {
            /** Format: uuid */
            id: string;
            practitioner: {
                /** Format: uuid */
                id: string;
                name: string;
                jobTitle: string;
            };
            supporter: {
                /** Format: uuid */
                id: string;
                name: string;
                jobTitle: string;
            };
            team: string;
            /** Format: date-time */
            namedAt: string;
        };
        SuspensionBody: {
            reason: string;
        };
        Team: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            agencyId: string;
            /** Format: uuid */
            localityId: string | null;
            name: string;
            version: number;
        };
        TeamBody: {
            name: string;
            /** Format: uuid */
            localityId?: string | null;
        };
        TeamChanges: {
            name?: string;
            /** Format: uuid */
            localityId?: string | null;
        };
        TeamMember: {
            /** Format: uuid */
            id: string;
            practitioner: components["schemas"]["InvolvedPractitioner"];
            teamRole: string;
            /** Format: date-time */
            joinedAt: string;
            /** Format: date-time */
            leftAt: string | null;
            leavingReason: string | null;
            addedBy: string;
        };
        To: {
            /** Format: uuid */
            id: string;
            url: string;
            kinds: string[];
            /** Format: date-time */
            createdAt: string;
            failures: number;
            /** Format: date-time */
            disabledAt: string | null;
        };
        TokenBody: {
            name: string;
            /** @enum {string} */
            scope: "read" | "write";
            days: number;
        };
        Tombstone: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            class: "common_assessment" | "early_help" | "child_in_need" | "child_protection" | "looked_after";
            rule: string;
            /** Format: date */
            dueOn: string;
            /** Format: date-time */
            destroyedAt: string;
            proposedBy: string;
            approvedBy: string;
        };
        UndoableDeparture: {
            /** Format: uuid */
            id: string;
            name: string;
            /** Format: date-time */
            leftAt: string;
            /** Format: date-time */
            until: string;
        };
        UndoingBody: {
            reason: string;
        };
        WaitingClosure: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            episodeId: string;
            reason: string;
            proposedBy: string;
            /** Format: date-time */
            proposedAt: string;
            children: {
                givenNames: string;
                familyName: string;
            }[] | null;
        };
        WaitingLeadProposal: {
            /** Format: uuid */
            episodeId: string;
            children: {
                givenNames: string;
                familyName: string;
            }[];
            /** Format: uuid */
            id: string;
            practitioner: components["schemas"]["InvolvedPractitioner"];
            familyPreference: string;
            reason: string;
            changeReason: string | null;
            proposedBy: string;
            /** Format: date-time */
            proposedAt: string;
            answer: string | null;
            answerReason: string | null;
            /** Format: date-time */
            answeredAt: string | null;
        };
        WatchRule: {
            rule: string;
            position: number;
            threshold: number;
            hours: number | null;
            active: boolean;
            exemptRoles: string[];
            version: number;
        };
        WatchRuleChangesBody: {
            threshold?: number;
            hours?: number;
            active?: boolean;
        };
        WebhookAttempt: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            eventId: string;
            kind: string;
            /** Format: date-time */
            happenedAt: string;
            attempts: number;
            /** @enum {string|null} */
            outcome: "delivered" | "failed" | null;
            status: number | null;
            reason: string | null;
            /** Format: date-time */
            nextAttemptAt: string | null;
            /** Format: date-time */
            finishedAt: string | null;
        };
        WebhookBody: {
            url: string;
            kinds: ("episode.started" | "episode.closed" | "episode.reopened" | "lead_professional.changed" | "assessment.completed" | "level.decided" | "meeting.planned" | "meeting.cancelled" | "meeting.held" | "plan.started" | "review.held" | "consent.recorded" | "consent.withdrawn")[];
        };
        WithdrawalBody: {
            /** Format: uuid */
            agencyId?: string | null;
            withdrawnBy: string;
            /** @enum {string} */
            capacity: "child" | "parental_responsibility" | "adult" | "local_authority";
            reason?: string | null;
            safeguardingConcern: boolean;
            safeguardingNote?: string | null;
        };
        Withheld: {
            section: string;
            what: string;
            because: string;
        };
    };
    responses: {
        /** @description The request could not be understood. */
        BadRequest: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Not signed in, or no longer. */
        Unauthorized: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description You may not do this. */
        Forbidden: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description There is nothing here that you can reach. */
        NotFound: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description What is there now does not allow this. */
        Conflict: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description This has changed since you read it. */
        PreconditionFailed: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description That is more than can be taken at once. */
        ContentTooLarge: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Send application/json. */
        UnsupportedMediaType: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Some fields are not right; each is named. */
        UnprocessableContent: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Send If-Match. */
        PreconditionRequired: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Too many at once, or too many tries. */
        TooManyRequests: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The database is away or busy. */
        ServiceUnavailable: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /** @description The ETag that this resource had when you read it. */
        IfMatch: string;
        /** @description The ETag that this resource had when you read it; refused when it is stale. */
        OptionalIfMatch: string;
        /** @description A text of your own for this one act: sent again, it gets the first answer again. */
        IdempotencyKey: string;
    };
    requestBodies: never;
    headers: {
        /** @description Names this request in the log. */
        RequestId: string;
        /** @description The version of this resource, for If-Match. */
        ETag: string;
        /** @description The version of this resource, for If-Match, where you may change it. */
        OptionalETag: string;
        /** @description Where what was made is to be read. */
        Location: string;
        /** @description Seconds after which to try again. */
        RetryAfter: number;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    accountsRead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountSummary"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    accountsInvite: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvitationBody"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountSummary"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    accountsWithdraw: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    accountsSuspend: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SuspensionBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountSummary"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    accountsReinstate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    accountsReset: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountSummary"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    accountsAccept: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                secret: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPassword"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        username: string;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    accountsInvitedPosts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                secret: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitedPosts"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    accountsTakeUp: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                secret: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitedPosts"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    accountsUse: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                secret: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPassword"];
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    accountsChangePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordChange"];
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    secondFactorRead: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecondFactorState"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    secondFactorBegin: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        secret: string;
                        address: string;
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    secondFactorConfirm: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodeBody"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        recoveryCodes: string[];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    secondFactorRenewCodes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodeBody"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        recoveryCodes: string[];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    secondFactorRemove: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SecondFactorRemoval"];
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    identityProvidersList: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ProviderSummary"][];
                        next: null;
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    identityProvidersAdd: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewIdentityProvider"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProviderSummary"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    identityProvidersRead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProviderSummary"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    identityProvidersChange: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IdentityProviderChange"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProviderSummary"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    identityProvidersLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IdentityLink"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountSummary"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    identityProvidersUnlink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    secondStepRemoveLost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    secondStepRule: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        required: boolean;
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    secondStepSetRule: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SecondStepRule"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        required: boolean;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    agenciesList: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                kind?: "childrens_services" | "school" | "early_years" | "further_education" | "education_support" | "health_commissioner" | "health_provider" | "general_practice" | "police" | "youth_justice" | "probation" | "connexions" | "substance_misuse" | "district_council" | "housing_provider" | "voluntary_sector" | "safeguarding_partnership" | "other";
                name?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Agency"][];
                        next: string | null;
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    agenciesAdd: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AgencyBody"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Agency"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    agenciesRead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Agency"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    agenciesChange: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that this resource had when you read it. */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AgencyChanges"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Agency"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    agenciesAddAdministrator: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AdministratorBody"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["PendingAdministrator"][];
                        next: null;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    agenciesLocalities: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Locality"][];
                        next: null;
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    agenciesLevels: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            countyShare: number;
                            nationalShare: number;
                            number: number;
                            name: string;
                            description: string;
                            statutory: boolean;
                        }[];
                        next: null;
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    agencyClosuresRead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgencyClosure"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    agencyClosuresPropose: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AgencyClosureBody"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgencyClosure"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    agencyClosuresAgree: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ShownClosureBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgencyClosure"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    agencyClosuresCallOff: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ShownClosureBody"];
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    agencyClosuresReadOwn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgencyClosure"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    agencyClosuresAgreeOwn: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ShownClosureBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgencyClosure"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    agencyClosuresCallOffOwn: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ShownClosureBody"];
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    agencyClosuresOpenWork: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["OpenWork"][];
                        next: null;
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    teamsList: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                agencyId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Team"][];
                        next: string | null;
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    teamsAdd: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TeamBody"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Team"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    teamsRead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Team"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    teamsChange: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that this resource had when you read it. */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TeamChanges"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Team"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    practitionersList: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                agencyId?: string;
                teamId?: string;
                name?: string;
                role?: "practitioner" | "manager" | "coordinator" | "front_door" | "panel_member" | "panel_chair" | "governance" | "business_support" | "quality_auditor" | "performance_analyst" | "agency_administrator" | "directory_editor" | "system_administrator";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Colleague"][];
                        next: string | null;
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    practitionersAdd: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PractitionerBody"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        agency: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        };
                        /** Format: uuid */
                        id: string;
                        name: string;
                        jobTitle: string;
                        telephone: string | null;
                        email: string | null;
                        version: number;
                        role: string;
                        team: string | null;
                        locality: string | null;
                        /**
                         * Format: date-time
                         * @description When a post begins that is still to come; null when they work now.
                         */
                        startsAt: string | null;
                        /**
                         * Format: date-time
                         * @description The end of their last post, where one is set.
                         */
                        endsAt: string | null;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    practitionersRead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["OptionalETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Colleague"] | {
                        agency: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        };
                        /** Format: uuid */
                        id: string;
                        name: string;
                        jobTitle: string;
                        telephone: string | null;
                        email: string | null;
                        version: number;
                        role: string;
                        team: string | null;
                        locality: string | null;
                        /**
                         * Format: date-time
                         * @description When a post begins that is still to come; null when they work now.
                         */
                        startsAt: string | null;
                        /**
                         * Format: date-time
                         * @description The end of their last post, where one is set.
                         */
                        endsAt: string | null;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    practitionersChange: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that this resource had when you read it. */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PractitionerChanges"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["OptionalETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        agency: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        };
                        /** Format: uuid */
                        id: string;
                        name: string;
                        jobTitle: string;
                        telephone: string | null;
                        email: string | null;
                        version: number;
                        role: string;
                        team: string | null;
                        locality: string | null;
                        /**
                         * Format: date-time
                         * @description When a post begins that is still to come; null when they work now.
                         */
                        startsAt: string | null;
                        /**
                         * Format: date-time
                         * @description The end of their last post, where one is set.
                         */
                        endsAt: string | null;
                    } | {
                        /** Format: uuid */
                        id: string;
                        left: boolean;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    postsList: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Post"][];
                        next: null;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    postsGive: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PostBody"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Post"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    postsRead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                postId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Post"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    postsChange: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that this resource had when you read it. */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                id: string;
                postId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PostChangesBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Post"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    peopleConfirmationsCurrent: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        posts: components["schemas"]["ConfirmedPost"][];
                        shown: string;
                        last: components["schemas"]["Confirmation"] | null;
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    peopleConfirmationsConfirm: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PeopleConfirmationBody"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Confirmation"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    departuresList: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["UndoableDeparture"][];
                        next: null;
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    departuresStandings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            label: string;
                            /** @enum {string} */
                            kind: "author" | "lead" | "team" | "emergency" | "support" | "proposal" | "chair" | "action" | "deputy" | "note_taker" | "invitation" | "closure_approver" | "closure_proposer" | "supporter" | "panel_member" | "audit" | "guardian" | "emergency_review" | "shield_name";
                            /**
                             * @description `must` be handed over before; `passes` to the person who answers for the family; `ends`.
                             * @enum {string}
                             */
                            weight: "must" | "passes" | "ends";
                            many: number;
                        }[];
                        next: null;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    departuresAsk: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        managers: number;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    departuresUndo: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        left: boolean;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    handOversList: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["HandOver"][];
                        next: null;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    handOversAdd: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HandOverBody"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        successorId: string;
                        /** @enum {string} */
                        kind: "author" | "lead" | "team" | "emergency" | "support" | "proposal" | "chair" | "action" | "deputy" | "note_taker" | "invitation" | "closure_approver" | "closure_proposer" | "supporter" | "panel_member" | "audit" | "guardian" | "emergency_review" | "shield_name";
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        episodeId: string;
                        children: string;
                        /**
                         * @description `must` be handed over before they leave; `passes` to the person who answers for the family; `ends`.
                         * @enum {string}
                         */
                        weight: "must" | "passes" | "ends";
                        /** Format: date */
                        dueOn: string | null;
                        /** @description The action, or the kind of the meeting. */
                        what: string | null;
                        /** @description A practitioner has been asked to lead and has not answered. */
                        isAsked: boolean;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    directoryServicesList: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                level?: "1" | "2" | "3" | "4";
                name?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ServiceListItem"][];
                        next: string | null;
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    directoryServicesAdd: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ServiceBody"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceListItem"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    directoryServicesRead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceListItem"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    directoryServicesChange: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that this resource had when you read it. */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ServiceChanges"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceListItem"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    sessionSignIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "username": "health.visitor",
                 *       "password": "bridges-demo"
                 *     }
                 */
                "application/json": components["schemas"]["Credentials"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        token: string;
                        /** Format: date-time */
                        expiresAt: string;
                        practitioner: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            jobTitle: string;
                            role: string;
                            /** Format: uuid */
                            postId: string;
                            agency: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            };
                            locality: {
                                /** Format: uuid */
                                id: string;
                                name: string | null;
                            } | null;
                            posts: {
                                /** Format: uuid */
                                id: string;
                                role: string;
                                agency: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                };
                            }[];
                        };
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    sessionSignOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    sessionConfirm: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProofOfIdentity"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        token: string;
                        /** Format: date-time */
                        expiresAt: string;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    sessionMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        jobTitle: string;
                        role: string;
                        /** Format: uuid */
                        postId: string;
                        agency: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        };
                        locality: {
                            /** Format: uuid */
                            id: string;
                            name: string | null;
                        } | null;
                        posts: {
                            /** Format: uuid */
                            id: string;
                            role: string;
                            agency: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            };
                        }[];
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    sessionSwitchPost: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChosenPost"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        jobTitle: string;
                        role: string;
                        /** Format: uuid */
                        postId: string;
                        agency: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        };
                        locality: {
                            /** Format: uuid */
                            id: string;
                            name: string | null;
                        } | null;
                        posts: {
                            /** Format: uuid */
                            id: string;
                            role: string;
                            agency: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            };
                        }[];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    ownAccessListSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["OwnSession"][];
                        next: null;
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    ownAccessEndSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    ownAccessListTokens: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["PersonalToken"][];
                        next: null;
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    ownAccessCreateToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TokenBody"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        /** @enum {string} */
                        scope: "read" | "write";
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        expiresAt: string;
                        /** Format: date-time */
                        lastUsedAt: string | null;
                        token: string;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    ownAccessRevokeToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    demoList: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        password: string;
                        username: string;
                        name: string;
                        role: string;
                        agency: string;
                        sentence: string;
                    }[];
                };
            };
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    demoMoveClock: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClockBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        now: string;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    demoOutbox: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SentMessage"][];
                };
            };
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    childContextRead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        schools: {
                            /** Format: uuid */
                            id: string;
                            setting: string;
                            yearGroup: string | null;
                            attendance: string;
                            /** Format: date */
                            fromOn: string | null;
                            /** Format: date */
                            untilOn: string | null;
                            /** Format: date-time */
                            recordedAt: string;
                        }[];
                        references: {
                            /** Format: uuid */
                            id: string;
                            system: string;
                            number: string;
                            /** Format: date-time */
                            recordedAt: string;
                        }[];
                        immigration: components["schemas"]["ImmigrationStatement"][];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    childContextAddSchool: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SchoolBody"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        schools: {
                            /** Format: uuid */
                            id: string;
                            setting: string;
                            yearGroup: string | null;
                            attendance: string;
                            /** Format: date */
                            fromOn: string | null;
                            /** Format: date */
                            untilOn: string | null;
                            /** Format: date-time */
                            recordedAt: string;
                        }[];
                        references: {
                            /** Format: uuid */
                            id: string;
                            system: string;
                            number: string;
                            /** Format: date-time */
                            recordedAt: string;
                        }[];
                        immigration: components["schemas"]["ImmigrationStatement"][];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    childContextChangeSchool: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                schoolId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SchoolChanges"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        schools: {
                            /** Format: uuid */
                            id: string;
                            setting: string;
                            yearGroup: string | null;
                            attendance: string;
                            /** Format: date */
                            fromOn: string | null;
                            /** Format: date */
                            untilOn: string | null;
                            /** Format: date-time */
                            recordedAt: string;
                        }[];
                        references: {
                            /** Format: uuid */
                            id: string;
                            system: string;
                            number: string;
                            /** Format: date-time */
                            recordedAt: string;
                        }[];
                        immigration: components["schemas"]["ImmigrationStatement"][];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    childContextAddReference: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReferenceBody"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        schools: {
                            /** Format: uuid */
                            id: string;
                            setting: string;
                            yearGroup: string | null;
                            attendance: string;
                            /** Format: date */
                            fromOn: string | null;
                            /** Format: date */
                            untilOn: string | null;
                            /** Format: date-time */
                            recordedAt: string;
                        }[];
                        references: {
                            /** Format: uuid */
                            id: string;
                            system: string;
                            number: string;
                            /** Format: date-time */
                            recordedAt: string;
                        }[];
                        immigration: components["schemas"]["ImmigrationStatement"][];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    childContextEndReference: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
                referenceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        schools: {
                            /** Format: uuid */
                            id: string;
                            setting: string;
                            yearGroup: string | null;
                            attendance: string;
                            /** Format: date */
                            fromOn: string | null;
                            /** Format: date */
                            untilOn: string | null;
                            /** Format: date-time */
                            recordedAt: string;
                        }[];
                        references: {
                            /** Format: uuid */
                            id: string;
                            system: string;
                            number: string;
                            /** Format: date-time */
                            recordedAt: string;
                        }[];
                        immigration: components["schemas"]["ImmigrationStatement"][];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    childContextRecordImmigrationStatus: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImmigrationStatusBody"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        schools: {
                            /** Format: uuid */
                            id: string;
                            setting: string;
                            yearGroup: string | null;
                            attendance: string;
                            /** Format: date */
                            fromOn: string | null;
                            /** Format: date */
                            untilOn: string | null;
                            /** Format: date-time */
                            recordedAt: string;
                        }[];
                        references: {
                            /** Format: uuid */
                            id: string;
                            system: string;
                            number: string;
                            /** Format: date-time */
                            recordedAt: string;
                        }[];
                        immigration: components["schemas"]["ImmigrationStatement"][];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    fieldHistoryOfChild: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["FieldChange"][];
                        next: null;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    fieldHistoryOfPlan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["FieldChange"][];
                        next: null;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    carersChange: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that this resource had when you read it. */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                id: string;
                carerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChildCarerChanges"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CarerOfChild"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    carersChangePerson: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that this resource had when you read it. */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                id: string;
                carerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CarerChanges"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CarerOfChild"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    carersEnd: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that this resource had when you read it. */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
                carerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CarerEndingBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        gaveConsent: boolean;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    carersOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EmergencyContactsBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["CarerOfChild"][];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    childSearchesSearch: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChildSearchBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Search"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    childSearchesSearchOwn: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OwnFamilySearchBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Search"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    referenceDataSchools: {
        parameters: {
            query?: {
                name?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["PlaceChoice"][];
                        next: null;
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    referenceDataGpPractices: {
        parameters: {
            query?: {
                name?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["PlaceChoice"][];
                        next: null;
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    referenceDataPlaceOf: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PostcodeBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        place: components["schemas"]["PlaceOfPostcode"] | null;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    childrenSearch: {
        parameters: {
            query?: {
                /** @example Wren Example */
                name?: string;
                /** @example 2014-05-04 */
                dateOfBirth?: string;
                expectedDate?: string;
                postcode?: string;
                /** @example Her mother asked for help */
                reason?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "01a1f0c2-5a10-7c3e-9d51-2f6a7b8c9d01",
                     *           "givenNames": "Wren",
                     *           "familyName": "Example",
                     *           "sex": "F",
                     *           "dateOfBirth": "2014-05-04",
                     *           "expectedDate": null,
                     *           "likeness": 2,
                     *           "matchedName": null,
                     *           "withinReach": true,
                     *           "episode": {
                     *             "id": "01a1f0c2-5a10-7c3e-9d51-2f6a7b8c9d06",
                     *             "open": true,
                     *             "lead": {
                     *               "name": "Rosalind Peachtree",
                     *               "agency": "Leicestershire Partnership NHS Trust",
                     *               "telephone": null
                     *             }
                     *           }
                     *         }
                     *       ],
                     *       "next": null,
                     *       "advice": "A child who is not listed may still be known. Ask the coordinator for the locality.",
                     *       "ask": null
                     *     }
                     */
                    "application/json": components["schemas"]["Search"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    childrenRecord: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "givenNames": "Wren",
                 *       "familyName": "Example",
                 *       "sex": "F",
                 *       "dateOfBirth": "2014-05-04",
                 *       "localityId": "01a1f0c2-5a10-7c3e-9d51-2f6a7b8c9d04",
                 *       "carers": [
                 *         {
                 *           "name": "Ada Example",
                 *           "relationship": "mother",
                 *           "parentalResponsibility": "yes"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["ChildBody"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Child"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    childrenRead: {
        parameters: {
            query?: {
                /** @description The record itself, though it is kept under another record of the same child. */
                alone?: "yes";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Child"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    childrenChange: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that this resource had when you read it. */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChildChanges"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Child"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    childrenAddCarer: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CarerBody"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Child"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    childrenAddName: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChildNameBody"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Child"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    childrenSealName: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
                nameId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SealBody"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Child"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    childrenDeclareRelative: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RelativeBody"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        declared: boolean;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    familiesRead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        childId: string;
                        contactProtected: boolean;
                        carers: components["schemas"]["CarerOfChild"][] | null;
                        pastCarers: components["schemas"]["CarerOfChild"][] | null;
                        childTies: components["schemas"]["ChildTie"][] | null;
                        suggestedChildren: components["schemas"]["SuggestedChild"][] | null;
                        carerTies: components["schemas"]["CarerTie"][] | null;
                        childhoods: components["schemas"]["Childhood"][] | null;
                        homes: components["schemas"]["Household"][] | null;
                        changes: components["schemas"]["FamilyChange"][] | null;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    familiesRecordChildTie: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChildTieBody"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        childId: string;
                        contactProtected: boolean;
                        carers: components["schemas"]["CarerOfChild"][] | null;
                        pastCarers: components["schemas"]["CarerOfChild"][] | null;
                        childTies: components["schemas"]["ChildTie"][] | null;
                        suggestedChildren: components["schemas"]["SuggestedChild"][] | null;
                        carerTies: components["schemas"]["CarerTie"][] | null;
                        childhoods: components["schemas"]["Childhood"][] | null;
                        homes: components["schemas"]["Household"][] | null;
                        changes: components["schemas"]["FamilyChange"][] | null;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    familiesChangeChildTie: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that this resource had when you read it. */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                id: string;
                tieId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChildTieChanges"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        childId: string;
                        contactProtected: boolean;
                        carers: components["schemas"]["CarerOfChild"][] | null;
                        pastCarers: components["schemas"]["CarerOfChild"][] | null;
                        childTies: components["schemas"]["ChildTie"][] | null;
                        suggestedChildren: components["schemas"]["SuggestedChild"][] | null;
                        carerTies: components["schemas"]["CarerTie"][] | null;
                        childhoods: components["schemas"]["Childhood"][] | null;
                        homes: components["schemas"]["Household"][] | null;
                        changes: components["schemas"]["FamilyChange"][] | null;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    familiesEndChildTie: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
                tieId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndingBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        childId: string;
                        contactProtected: boolean;
                        carers: components["schemas"]["CarerOfChild"][] | null;
                        pastCarers: components["schemas"]["CarerOfChild"][] | null;
                        childTies: components["schemas"]["ChildTie"][] | null;
                        suggestedChildren: components["schemas"]["SuggestedChild"][] | null;
                        carerTies: components["schemas"]["CarerTie"][] | null;
                        childhoods: components["schemas"]["Childhood"][] | null;
                        homes: components["schemas"]["Household"][] | null;
                        changes: components["schemas"]["FamilyChange"][] | null;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    familiesRecordCarerTie: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CarerTieBody"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        childId: string;
                        contactProtected: boolean;
                        carers: components["schemas"]["CarerOfChild"][] | null;
                        pastCarers: components["schemas"]["CarerOfChild"][] | null;
                        childTies: components["schemas"]["ChildTie"][] | null;
                        suggestedChildren: components["schemas"]["SuggestedChild"][] | null;
                        carerTies: components["schemas"]["CarerTie"][] | null;
                        childhoods: components["schemas"]["Childhood"][] | null;
                        homes: components["schemas"]["Household"][] | null;
                        changes: components["schemas"]["FamilyChange"][] | null;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    familiesEndCarerTie: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
                tieId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndingBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        childId: string;
                        contactProtected: boolean;
                        carers: components["schemas"]["CarerOfChild"][] | null;
                        pastCarers: components["schemas"]["CarerOfChild"][] | null;
                        childTies: components["schemas"]["ChildTie"][] | null;
                        suggestedChildren: components["schemas"]["SuggestedChild"][] | null;
                        carerTies: components["schemas"]["CarerTie"][] | null;
                        childhoods: components["schemas"]["Childhood"][] | null;
                        homes: components["schemas"]["Household"][] | null;
                        changes: components["schemas"]["FamilyChange"][] | null;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    familiesLinkChildhood: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
                carerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChildhoodBody"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        childId: string;
                        contactProtected: boolean;
                        carers: components["schemas"]["CarerOfChild"][] | null;
                        pastCarers: components["schemas"]["CarerOfChild"][] | null;
                        childTies: components["schemas"]["ChildTie"][] | null;
                        suggestedChildren: components["schemas"]["SuggestedChild"][] | null;
                        carerTies: components["schemas"]["CarerTie"][] | null;
                        childhoods: components["schemas"]["Childhood"][] | null;
                        homes: components["schemas"]["Household"][] | null;
                        changes: components["schemas"]["FamilyChange"][] | null;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    familyPicturesRead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        childId: string;
                        people: components["schemas"]["FamilyPerson"][] | null;
                        ties: components["schemas"]["FamilyTie"][] | null;
                        homes: components["schemas"]["FamilyHome"][] | null;
                        homesProtected: boolean;
                        isCutShort: boolean;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    homesRecord: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewHouseholdBody"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Household"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    homesChange: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that this resource had when you read it. */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                id: string;
                homeId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HouseholdChanges"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Household"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    homesAddMember: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
                homeId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StayBody"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Household"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    homesEnd: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
                stayId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndingBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ended: boolean;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    homesMove: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MoveBody"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Household"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    episodesList: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                scope?: "mine" | "agency" | "locality" | "all";
                status?: "open" | "checklist" | "registered" | "assessing" | "assessed" | "delivering" | "closed";
                level?: "1" | "2" | "3" | "4" | "none" | "hidden";
                exception?: string;
                notShared?: "no_lead" | "no_one_responsible" | "review_late" | "no_next_date" | "no_contact" | "consent_ending";
                practitionerId?: string;
                teamId?: string;
                agencyId?: string;
                localityId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["EpisodeListItem"][];
                        next: string | null;
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    episodesOpen: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "childIds": [
                 *         "01a1f0c2-5a10-7c3e-9d51-2f6a7b8c9d01"
                 *       ],
                 *       "reason": "She does not sleep, and school is hard.",
                 *       "presentPeople": [
                 *         {
                 *           "name": "Ada Example",
                 *           "role": "Mother"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["EpisodeBody"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Episode"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    episodesRead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Episode"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    episodesChange: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that this resource had when you read it. */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EpisodeChanges"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Episode"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    episodeMembershipList: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Member"][];
                        next: null;
                        changes: components["schemas"]["MembershipChange"][];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    episodeMembershipAdd: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JoiningBody"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Member"][];
                        next: null;
                        changes: components["schemas"]["MembershipChange"][];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    episodeMembershipRemove: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
                childId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LeavingBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Member"][];
                        next: null;
                        changes: components["schemas"]["MembershipChange"][];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    birthsRecord: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BirthBody"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        childIds: string[];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    childDeathsRead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        beforeBirth: boolean;
                        /** Format: date */
                        diedOn: string | null;
                        source: string | null;
                        recordedBy: string | null;
                        /** Format: date-time */
                        recordedAt: string | null;
                        note?: string | null;
                        dateKnown: string;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    childDeathsRecord: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeathBody"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        beforeBirth: boolean;
                        /** Format: date */
                        diedOn: string | null;
                        source: string | null;
                        recordedBy: string | null;
                        /** Format: date-time */
                        recordedAt: string | null;
                        note?: string | null;
                        dateKnown: string;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    childDeathsUndo: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        childId: string;
                        undone: boolean;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    duplicatesList: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            children: {
                                /** Format: uuid */
                                id: string;
                                givenNames: string;
                                familyName: string;
                                sex: string;
                                /** Format: date */
                                dateOfBirth: string | null;
                                /** Format: date */
                                expectedDate: string | null;
                            }[];
                            elsewhere: {
                                /** Format: uuid */
                                childId: string;
                                ask: components["schemas"]["LeadContact"] | null;
                            } | null;
                            grounds: ("same_nhs_number" | "same_uln" | "same_upn" | "same_reference" | "same_carer_and_address" | "same_name" | "near_name" | "other_name" | "same_birth" | "swapped_birth" | "near_birth" | "possible_birth" | "other_birth")[];
                            explanation: string;
                        }[];
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    duplicatesCompare: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                childId: string;
                otherChildId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Comparison"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    duplicatesKeepApart: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApartBody"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        childId: string;
                        /** Format: uuid */
                        otherChildId: string;
                        reason: string;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    duplicatesWaiting: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Merge"][];
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    duplicatesPropose: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MergeBody"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        records: {
                            hasDied: boolean;
                            /** Format: uuid */
                            id: string;
                            givenNames: string;
                            familyName: string;
                            sex: string;
                            /** Format: date */
                            dateOfBirth: string | null;
                            /** Format: date */
                            expectedDate: string | null;
                            birthPeriod: string | null;
                            otherNames: string[];
                            nhsNumber: string | null;
                            contactProtected: boolean;
                            carers: {
                                name: string;
                                relationship: string;
                            }[] | null;
                            episodes: {
                                /** Format: uuid */
                                id: string;
                                open: boolean;
                            }[];
                        }[];
                        explanation: string;
                        distinction: {
                            reason: string;
                            /** Format: date-time */
                            decidedAt: string;
                        } | null;
                        keptOut: number;
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        keptChildId: string;
                        /** Format: uuid */
                        otherChildId: string;
                        /** @enum {string} */
                        state: "approved" | "withdrawn" | "proposed" | "declined" | "undone";
                        reason: string;
                        proposedBy: string;
                        /** Format: date-time */
                        proposedAt: string;
                        decisionReason: string | null;
                        decidedBy: string | null;
                        /** Format: date-time */
                        decidedAt: string | null;
                        undoneBecause: string | null;
                        /** Format: date-time */
                        undoneAt: string | null;
                        /** Format: date-time */
                        undoableUntil: string | null;
                        /** @description The signed-in person may approve or decline it: they did not propose it, and see both records. */
                        mayDecide: boolean;
                        mayWithdraw: boolean;
                        mayUndo: boolean;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    duplicatesRead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        records: {
                            hasDied: boolean;
                            /** Format: uuid */
                            id: string;
                            givenNames: string;
                            familyName: string;
                            sex: string;
                            /** Format: date */
                            dateOfBirth: string | null;
                            /** Format: date */
                            expectedDate: string | null;
                            birthPeriod: string | null;
                            otherNames: string[];
                            nhsNumber: string | null;
                            contactProtected: boolean;
                            carers: {
                                name: string;
                                relationship: string;
                            }[] | null;
                            episodes: {
                                /** Format: uuid */
                                id: string;
                                open: boolean;
                            }[];
                        }[];
                        explanation: string;
                        distinction: {
                            reason: string;
                            /** Format: date-time */
                            decidedAt: string;
                        } | null;
                        keptOut: number;
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        keptChildId: string;
                        /** Format: uuid */
                        otherChildId: string;
                        /** @enum {string} */
                        state: "approved" | "withdrawn" | "proposed" | "declined" | "undone";
                        reason: string;
                        proposedBy: string;
                        /** Format: date-time */
                        proposedAt: string;
                        decisionReason: string | null;
                        decidedBy: string | null;
                        /** Format: date-time */
                        decidedAt: string | null;
                        undoneBecause: string | null;
                        /** Format: date-time */
                        undoneAt: string | null;
                        /** Format: date-time */
                        undoableUntil: string | null;
                        /** @description The signed-in person may approve or decline it: they did not propose it, and see both records. */
                        mayDecide: boolean;
                        mayWithdraw: boolean;
                        mayUndo: boolean;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    duplicatesDecide: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MergeDecisionBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        decision: "approved" | "declined";
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    duplicatesWithdraw: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        withdrawn: boolean;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    duplicatesUndo: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UndoingBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        undone: boolean;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    consentsList: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Consent"][];
                        next: null;
                        standing: components["schemas"]["ConsentStanding"][];
                        endings: {
                            /** Format: uuid */
                            consentId: string;
                            /** Format: date */
                            validUntil: string;
                            daysLeft: number;
                            /** @enum {integer} */
                            step: 0 | 30 | 14;
                        }[];
                        prompts: {
                            /** @enum {string} */
                            cause: "age" | "child_added" | "parental_responsibility" | "care_order" | "adoption";
                            age: number | null;
                            on: string;
                            sentence: string;
                        }[];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    consentsRecord: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "purpose": "share_plan",
                 *       "decision": "given",
                 *       "agencies": [
                 *         {
                 *           "agencyId": "01a1f0c2-5a10-7c3e-9d51-2f6a7b8c9d02",
                 *           "tiers": [
                 *             "T0",
                 *             "T1",
                 *             "T2"
                 *           ],
                 *           "topics": []
                 *         }
                 *       ],
                 *       "decidedBy": "Ada Example",
                 *       "capacity": "parental_responsibility",
                 *       "limitsExplained": true,
                 *       "form": "written",
                 *       "decidedOn": "2026-03-03"
                 *     }
                 */
                "application/json": components["schemas"]["ConsentBody"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Consent"] | {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        episodeId: string;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    consentsNoteChange: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConsentChangeBody"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        episodeId: string;
                        /** @enum {string} */
                        cause: "parental_responsibility" | "care_order" | "adoption";
                        note: string | null;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    consentsSignOff: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignOffBody"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        withdrawalId: string;
                        /** Format: uuid */
                        episodeId: string;
                        note: string;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    consentsRead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Consent"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    consentsPreview: {
        parameters: {
            query?: {
                agencyId?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        consentId: string;
                        affected: components["schemas"]["AffectedByWithdrawal"][];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    consentsWithdraw: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WithdrawalBody"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        consentId: string;
                        /** Format: uuid */
                        agencyId: string | null;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    disclosuresList: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Disclosure"][];
                        next: null;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    disclosuresRecord: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DisclosureBody"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Disclosure"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    sharingSettingsRead: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duty16la: boolean;
                        defaultLawfulBasis: string | null;
                        goldenRules: {
                            edition: string;
                            name: string;
                            rules: string[];
                        };
                        agencies: {
                            agency: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            };
                            lawfulBasis: string;
                        }[];
                        version: number;
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    sharingSettingsChange: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that this resource had when you read it. */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SharingSettingsBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duty16la: boolean;
                        defaultLawfulBasis: string | null;
                        goldenRules: {
                            edition: string;
                            name: string;
                            rules: string[];
                        };
                        agencies: {
                            agency: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            };
                            lawfulBasis: string;
                        }[];
                        version: number;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    sharingSettingsChangeAgency: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agencyId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AgencyBasisBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duty16la: boolean;
                        defaultLawfulBasis: string | null;
                        goldenRules: {
                            edition: string;
                            name: string;
                            rules: string[];
                        };
                        agencies: {
                            agency: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            };
                            lawfulBasis: string;
                        }[];
                        version: number;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    checklistRead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                episodeId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Checklist"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    checklistSave: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that this resource had when you read it. */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                episodeId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "answers": {
                 *         "healthy": {
                 *           "answer": "yes"
                 *         },
                 *         "safe_from_harm": {
                 *           "answer": "yes"
                 *         },
                 *         "learning_and_developing": {
                 *           "answer": "no",
                 *           "note": "Behind in reading"
                 *         },
                 *         "positive_impact": {
                 *           "answer": "yes"
                 *         },
                 *         "free_from_poverty": {
                 *           "answer": "yes"
                 *         }
                 *       },
                 *       "extraHelp": "Sleep, and help at school.",
                 *       "assessmentWouldHelp": "yes",
                 *       "existingAssessment": "none",
                 *       "discussedWithChild": true,
                 *       "discussedWithParent": true,
                 *       "decision": "common_assessment",
                 *       "decidedOn": "2026-03-03",
                 *       "complete": true
                 *     }
                 */
                "application/json": components["schemas"]["ChecklistBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Checklist"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    assessmentsRead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                episodeId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Assessment"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    assessmentsStart: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                episodeId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Assessment"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    assessmentsSave: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that this resource had when you read it. */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                episodeId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "sections": {
                 *         "people_present": {
                 *           "people": [
                 *             {
                 *               "name": "Wren",
                 *               "role": "Child"
                 *             }
                 *           ]
                 *         },
                 *         "reason": {
                 *           "what_led": "Wren does not sleep."
                 *         },
                 *         "conclusions": {
                 *           "strengths_summary": "A close family.",
                 *           "needs_summary": "Sleep and mornings.",
                 *           "needs_category": "additional",
                 *           "goals": "Wren sleeps through most nights."
                 *         },
                 *         "comments": {
                 *           "child_comment": "I want to sleep.",
                 *           "parent_comment": "We are glad of the help."
                 *         }
                 *       },
                 *       "elements": [
                 *         {
                 *           "element": "A1a",
                 *           "strengths": "Well",
                 *           "needs": "Sleeps badly"
                 *         },
                 *         {
                 *           "element": "B1",
                 *           "strengths": "Warm and fed"
                 *         },
                 *         {
                 *           "element": "C3",
                 *           "notExploredBecause": "The family will talk about money next time"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["AssessmentBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Assessment"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    assessmentsComplete: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that this resource had when you read it; refused when it is stale. */
                "If-Match"?: components["parameters"]["OptionalIfMatch"];
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                episodeId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Assessment"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    assessmentsVersions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                episodeId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["AssessmentVersion"][];
                        next: null;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    assessmentsVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                episodeId: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Assessment"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    triangleOfNeedHistory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                episodeId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["LevelDecision"][];
                        next: null;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    triangleOfNeedDecide: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                episodeId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "level": 2,
                 *       "reason": "Two agencies are needed.",
                 *       "familyView": "They agree."
                 *     }
                 */
                "application/json": components["schemas"]["LevelBody"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LevelDecision"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    triangleOfNeedStepUpsOf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                episodeId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["StepUp"][];
                        next: null;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    triangleOfNeedRaise: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                episodeId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StepUpBody"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StepUp"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    triangleOfNeedAnswer: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                episodeId: string;
                stepUpId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StepUpAnswerBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StepUp"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    triangleOfNeedQueue: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["StepUpWaiting"][];
                        next: null;
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    teamList: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                episodeId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["TeamMember"][];
                        next: null;
                        former: components["schemas"]["TeamMember"][];
                        authors: components["schemas"]["EpisodeAuthor"][];
                        lead: components["schemas"]["LeadAppointment"] | null;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    teamAdd: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                episodeId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "practitionerId": "01a1f0c2-5a10-7c3e-9d51-2f6a7b8c9d03",
                 *       "teamRole": "member"
                 *     }
                 */
                "application/json": components["schemas"]["MemberBody"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeamMember"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    teamEnd: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                episodeId: string;
                memberId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LeavingBody"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeamMember"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    leadProfessionalWaiting: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["WaitingLeadProposal"][];
                        next: null;
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    leadProfessionalRead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                episodeId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LeadProfessional"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    leadProfessionalPropose: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                episodeId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "practitionerId": "01a1f0c2-5a10-7c3e-9d51-2f6a7b8c9d03",
                 *       "familyPreference": "Ada knows her from the school gate.",
                 *       "reason": "She sees them every week."
                 *     }
                 */
                "application/json": components["schemas"]["ProposalBody"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LeadProposal"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    leadProfessionalAccept: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                episodeId: string;
                proposalId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LeadProfessional"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    leadProfessionalRefuse: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                episodeId: string;
                proposalId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonBody"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LeadProfessional"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    leadProfessionalWithdrawProposal: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                episodeId: string;
                proposalId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LeadProfessional"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    leadProfessionalEnd: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                episodeId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonBody"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LeadAppointment"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    meetingsList: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                episodeId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Meeting"][];
                        next: null;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    meetingsPlan: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                episodeId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MeetingBody"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Meeting"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    meetingsRead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                episodeId: string;
                meetingId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Meeting"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    meetingsMinute: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that this resource had when you read it. */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                episodeId: string;
                meetingId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MinuteBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Meeting"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    meetingsMove: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that this resource had when you read it. */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                episodeId: string;
                meetingId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MeetingMoveBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Meeting"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    meetingsNote: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                episodeId: string;
                meetingId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SensitiveNoteBody"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Meeting"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    plansRead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                episodeId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    plansAddOutcome: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                episodeId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "description": "Wren sleeps through most nights",
                 *       "everyChildMatters": "be_healthy",
                 *       "startingScore": 3,
                 *       "targetScore": 8
                 *     }
                 */
                "application/json": components["schemas"]["OutcomeBody"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    plansChangeOutcome: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that this resource had when you read it. */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                episodeId: string;
                outcomeId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OutcomeChangesBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    plansAddAction: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                episodeId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "outcomeId": "01a1f0c2-5a10-7c3e-9d51-2f6a7b8c9d05",
                 *       "description": "A quiet half hour before bed",
                 *       "doerName": "Ada (mother)",
                 *       "dueOn": "2026-03-17",
                 *       "familyAgreement": "yes"
                 *     }
                 */
                "application/json": components["schemas"]["ActionBody"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        description: string;
                        doer: {
                            practitioner: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                agency: string | null;
                            } | null;
                            name: string;
                        };
                        /** Format: date */
                        dueOn: string;
                        /** @enum {string} */
                        status: "not_started" | "done" | "on_track" | "delayed" | "dropped";
                        /** @enum {string} */
                        familyAgreement: "no" | "yes" | "not_asked";
                        familyAgreementNote: string | null;
                        progressNote: string | null;
                        /** Format: date */
                        doneOn: string | null;
                        droppedBecause: string | null;
                        topic: string;
                        version: number;
                        /** Format: uuid */
                        outcomeId: string;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    plansChangeAction: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that this resource had when you read it. */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                episodeId: string;
                actionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "status": "done",
                 *       "progressNote": "Every evening this week.",
                 *       "doneOn": "2026-03-03"
                 *     }
                 */
                "application/json": components["schemas"]["ActionChangesBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        description: string;
                        doer: {
                            practitioner: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                agency: string | null;
                            } | null;
                            name: string;
                        };
                        /** Format: date */
                        dueOn: string;
                        /** @enum {string} */
                        status: "not_started" | "done" | "on_track" | "delayed" | "dropped";
                        /** @enum {string} */
                        familyAgreement: "no" | "yes" | "not_asked";
                        familyAgreementNote: string | null;
                        progressNote: string | null;
                        /** Format: date */
                        doneOn: string | null;
                        droppedBecause: string | null;
                        topic: string;
                        version: number;
                        /** Format: uuid */
                        outcomeId: string;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    nextReviewRead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NextReview"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    nextReviewSet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NextReviewBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NextReview"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    reviewsList: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Review"][];
                        next: null;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    reviewsHold: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "heldOn": "2026-03-03",
                 *       "kind": "scheduled",
                 *       "peoplePresent": [
                 *         {
                 *           "name": "Ada Example",
                 *           "role": "Mother"
                 *         }
                 *       ],
                 *       "whatHasChanged": "Nights are calmer.",
                 *       "nextSteps": "Go on.",
                 *       "scores": [
                 *         {
                 *           "outcomeId": "01a1f0c2-5a10-7c3e-9d51-2f6a7b8c9d05",
                 *           "scorer": "worker",
                 *           "score": 6,
                 *           "progress": "Better nights"
                 *         }
                 *       ],
                 *       "leadConfirmed": true,
                 *       "level": 2,
                 *       "levelReason": "Still two agencies.",
                 *       "consentReaffirmed": "same",
                 *       "childComment": "I slept.",
                 *       "parentComment": "Better.",
                 *       "nextReviewOn": "2026-04-14"
                 *     }
                 */
                "application/json": components["schemas"]["ReviewBody"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Review"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    reviewsNote: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
                reviewId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SensitiveNoteBody"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Review"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    closureProposalsWaiting: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["WaitingClosure"][];
                        next: null;
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    closureProposalsRead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClosureProposal"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    closureProposalsApprove: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Closure"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    closureProposalsSendBack: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClosureProposal"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    closureProposalsWithdraw: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClosureProposal"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    closuresRead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Closure"] | {
                        /** @enum {string} */
                        status: "awaiting_approval";
                        proposal: components["schemas"]["ClosureProposal"];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    closuresClose: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "NEEDS_MET",
                 *       "closedOn": "2026-03-03",
                 *       "summary": "Wren sleeps.",
                 *       "outcomes": [
                 *         {
                 *           "outcomeId": "01a1f0c2-5a10-7c3e-9d51-2f6a7b8c9d05",
                 *           "result": "achieved",
                 *           "closingScore": 8
                 *         }
                 *       ],
                 *       "finalLevel": 1,
                 *       "familyTold": true
                 *     }
                 */
                "application/json": components["schemas"]["ClosureBody"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Closure"] | {
                        /** @enum {string} */
                        status: "awaiting_approval";
                        proposal: components["schemas"]["ClosureProposal"];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    closuresUndo: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        episodeId: string;
                        open: boolean;
                        status: string | null;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    chronologyRead: {
        parameters: {
            query?: {
                kind?: "episode" | "checklist" | "safety_concern" | "consent" | "assessment" | "level" | "step_up" | "team" | "lead" | "meeting" | "plan" | "review" | "details" | "note";
                since?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ChronologyEntry"][];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    chronologyAdd: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoteBody"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        topic: string;
                        /** Format: date */
                        happenedOn: string;
                        /** @enum {string} */
                        category: "family" | "contact" | "health" | "education" | "housing" | "offending" | "domestic_abuse" | "significant_harm" | "childs_words" | "other";
                        what: string;
                        significance?: string | null;
                        /** Format: uuid */
                        id: string;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    accessRead: {
        parameters: {
            query?: {
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        why: string[];
                        whyNot: components["schemas"]["Closed"][];
                        whoCan: components["schemas"]["CurrentViewer"][] | null;
                        whoLooked: components["schemas"]["LoggedVisit"][] | null;
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    caseloadsRead: {
        parameters: {
            query?: {
                by?: "level" | "practitioner" | "team" | "agency" | "locality";
                sort?: "name" | "count" | "1" | "2" | "3" | "4" | "none" | "hidden" | "no_lead" | "no_one_responsible" | "review_late" | "no_next_date" | "no_contact" | "consent_ending";
                order?: "ascending" | "descending";
                scope?: "mine" | "agency" | "locality" | "all";
                status?: "open" | "checklist" | "registered" | "assessing" | "assessed" | "delivering" | "closed";
                level?: "1" | "2" | "3" | "4" | "none" | "hidden";
                exception?: string;
                notShared?: "no_lead" | "no_one_responsible" | "review_late" | "no_next_date" | "no_contact" | "consent_ending";
                practitionerId?: string;
                teamId?: string;
                agencyId?: string;
                localityId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        by: "team" | "agency" | "level" | "practitioner" | "locality";
                        filter: components["schemas"]["EpisodeFilter"];
                        groups: {
                            href: string;
                            key: string;
                            name: string;
                            /** @description Further text beside the name: a practitioner's or team's agency. */
                            beside: string | null;
                            count: number;
                            levels: {
                                1: number | null;
                                2: number | null;
                                3: number | null;
                                4: number | null;
                                none: number | null;
                                hidden: number | null;
                            };
                            exceptions: {
                                no_lead: number | null;
                                no_one_responsible: number | null;
                                review_late: number | null;
                                no_next_date: number | null;
                                no_contact: number | null;
                                consent_ending: number | null;
                            };
                            /** @description For how many families the reader may not know whether the exception applies; the number beside it leaves them out. */
                            notShared: {
                                no_lead: number;
                                no_one_responsible: number;
                                review_late: number;
                                no_next_date: number;
                                no_contact: number;
                                consent_ending: number;
                            };
                        }[];
                        levels: {
                            1: number | null;
                            2: number | null;
                            3: number | null;
                            4: number | null;
                            none: number | null;
                            hidden: number | null;
                        };
                        shares: {
                            href: string;
                            level: number;
                            name: string;
                            /** @description Null when the level of no family here is shared with the reader. */
                            count: number | null;
                            /** @description Per cent of the families whose level is known here, and of all children in the county and in England. */
                            here: number | null;
                            county: number;
                            national: number;
                        }[];
                        exceptions: {
                            no_lead: number | null;
                            no_one_responsible: number | null;
                            review_late: number | null;
                            no_next_date: number | null;
                            no_contact: number | null;
                            consent_ending: number | null;
                        };
                        notShared: {
                            no_lead: number;
                            no_one_responsible: number;
                            review_late: number;
                            no_next_date: number;
                            no_contact: number;
                            consent_ending: number;
                        };
                        total: number;
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    accessLogSearch: {
        parameters: {
            query?: {
                practitionerId?: string;
                episodeId?: string;
                from?: string;
                to?: string;
                act?: string;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["LogEntry"][];
                        next: string | null;
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    accessLogHeads: {
        parameters: {
            query?: {
                cursor?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        publicKey: string;
                        fingerprint: string;
                        sealed: number;
                        waiting: number;
                        items: components["schemas"]["SealedHead"][];
                        next: string | null;
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    accessLogExport: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    accessLogRead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LogEntry"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    accessLogErase: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ErasureBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LogEntry"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    rightsRequestsList: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                state?: "open" | "finished";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["RightsRequestPassedOn"][];
                        next: null;
                    } | {
                        items: components["schemas"]["RightsRequestListed"][];
                        next: string | null;
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    rightsRequestsRegister: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RightsRequestBody"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["OptionalETag"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RightsRequestPassedOn"] | components["schemas"]["RightsRequest"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    rightsRequestsRead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["OptionalETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RightsRequestPassedOn"] | components["schemas"]["RightsRequest"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    rightsRequestsChange: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that this resource had when you read it. */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RightsRequestProgressBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["OptionalETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RightsRequestPassedOn"] | components["schemas"]["RightsRequest"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    rightsRequestsExtend: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that this resource had when you read it. */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExtensionBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["OptionalETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RightsRequestPassedOn"] | components["schemas"]["RightsRequest"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    rightsRequestsPause: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PauseBody"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["OptionalETag"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RightsRequestPassedOn"] | components["schemas"]["RightsRequest"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    rightsRequestsResume: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResumeBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["OptionalETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RightsRequestPassedOn"] | components["schemas"]["RightsRequest"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    rightsRequestsDecide: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that this resource had when you read it. */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RightsDecisionBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["OptionalETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RightsRequestPassedOn"] | components["schemas"]["RightsRequest"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    rightsRequestsRelease: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that this resource had when you read it. */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReleaseBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["OptionalETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RightsRequestPassedOn"] | components["schemas"]["RightsRequest"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    rightsRequestsBundle: {
        parameters: {
            query?: {
                /** @description The parent or carer whom the request is from, one of `carers`: the other adults’ contact details are left out. */
                carerId?: string;
                /** @description Comma-separated tokens from `contacts.offers`: the contact details to include. */
                include?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Bundle"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    correctionsList: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Correction"][];
                        next: null;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    correctionsAsk: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectionBody"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Correction"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    correctionsDecide: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectionAnswerBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Correction"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    retentionClasses: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["RetentionRule"][];
                        next: null;
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    retentionQueue: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                state?: "due" | "proposed" | "held" | "coming" | "destroyed";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Tombstone"][];
                        next: string | null;
                    } | {
                        items: components["schemas"]["QueueRow"][];
                        next: string | null;
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    retentionRead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        keptUntil: components["schemas"]["RetentionSummary"] | null;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    retentionHold: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HoldBody"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        episodeId: string;
                        reason: string;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    retentionLift: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LiftBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        episodeId: string;
                        liftedBecause: string;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    retentionPropose: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DestructionBody"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        episodeId: string;
                        reason: string;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    retentionAnswer: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DestructionAnswerBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        answer: "approved";
                        tombstone: {
                            /** Format: uuid */
                            id: string;
                        };
                    } | {
                        /** @enum {string} */
                        answer: "declined";
                        reason: string;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    indexQuestionsMine: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["IndexQuestion"][];
                        next: null;
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    indexQuestionsAsk: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IndexQuestionBody"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        message: string;
                        shared: {
                            name: string;
                            telephone: string | null;
                        }[];
                        talk: boolean;
                        standing: string[];
                        /** Format: uuid */
                        id: string;
                        /** Format: date-time */
                        askedAt: string;
                        answerBy: string;
                        givenNames: string;
                        familyName: string;
                        /** Format: date */
                        dateOfBirth: string;
                        /** @description Why this practitioner asks: the holder of the record reads it. */
                        reason: string;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    indexQuestionsFind: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IndexQuestion"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    indexQuestionsHeld: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ReceivedQuestion"][];
                        next: null;
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    indexQuestionsAnswer: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IndexAnswerBody"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        answer: string;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    accessConcernsQueue: {
        parameters: {
            query?: {
                state?: "open" | "explained" | "closed";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["AccessConcern"][];
                        next: null;
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    accessConcernsMine: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["OwnConcern"][];
                        next: null;
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    accessConcernsFind: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessConcern"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    accessConcernsExplain: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExplanationBody"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnConcern"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    accessConcernsDecide: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConcernDecisionBody"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessConcern"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    accessConcernsGuardian: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        guardian: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            /** Format: date-time */
                            namedAt: string;
                        } | null;
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    accessConcernsName: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GuardianBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        guardian: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            /** Format: date-time */
                            namedAt: string;
                        } | null;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    accessConcernsWatchRules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["WatchRule"][];
                        next: null;
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    accessConcernsWatchRule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                rule: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WatchRule"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    accessConcernsChange: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that this resource had when you read it. */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                rule: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WatchRuleChangesBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WatchRule"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    copiesCopy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CopyOfRecord"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    copiesPreview: {
        parameters: {
            query?: {
                practitionerId?: string;
                agencyId?: string;
                carerId?: string;
                childId?: string;
                /** @description Comma-separated tokens from `contacts.offers`: the contact details to include. */
                include?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Preview"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    accessQuestionsList: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["AccessQuestion"][];
                        next: null;
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    accessQuestionsAsk: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AskBody"];
            };
        };
        responses: {
            /** @description Taken. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        asked: boolean;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    accessQuestionsAnswer: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnswerQuestionBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        answered: boolean;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    panelsList: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Panel"][];
                        next: null;
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    panelsAdd: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PanelBody"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Panel"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    panelsOne: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Panel"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    panelsAddMember: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PanelMemberBody"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Panel"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    panelsEndMembership: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
                memberId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Panel"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    panelsMeetings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["PanelMeeting"][];
                        next: null;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    panelsAddMeeting: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PanelMeetingBody"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PanelMeeting"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    panelsCancel: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PanelMeeting"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    panelsAgenda: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["AgendaItem"][];
                        next: null;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    panelsRefer: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PanelItemBody"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgendaItem"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    panelsDecide: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PanelDecisionBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgendaItem"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    panelsRemove: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        removed: boolean;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    panelsOfEpisode: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["AgendaItem"][];
                        next: null;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    auditsList: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Audit"][];
                        next: null;
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    auditsCommission: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AuditBody"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    auditsEnd: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        ended: boolean;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    figuresRead: {
        parameters: {
            query?: {
                by?: "level" | "locality" | "agency_kind";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Figures"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    emergencyAccessOfEpisode: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                episodeId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["EmergencyAccess"][];
                        next: null;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    emergencyAccessAsk: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                episodeId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EmergencyAccessBody"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmergencyAccess"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    emergencyAccessList: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                state?: "waiting_second" | "open" | "review_due" | "reviewed" | "withdrawn";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["EmergencyAccess"][];
                        next: string | null;
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    emergencyAccessRead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmergencyAccessWithLooks"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    emergencyAccessAgree: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmergencyAccess"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    emergencyAccessEnd: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmergencyAccess"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    emergencyAccessNameReviewer: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReviewerBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmergencyAccess"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    emergencyAccessReviewers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ReviewerChoice"][];
                        next: null;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    emergencyAccessReview: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EmergencyReviewBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmergencyAccessWithLooks"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    deputiesList: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                episodeId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Deputy"][];
                        next: null;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    deputiesName: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                episodeId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeputyBody"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Deputy"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    deputiesEnd: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                episodeId: string;
                deputyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Deputy"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    supportList: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Supporting"][];
                        next: null;
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    supportName: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SupporterBody"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Supporting"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    supportEnd: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Supporting"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    frontDoorsList: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["FrontDoor"][];
                        next: null;
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    frontDoorsSetForArea: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that this resource had when you read it. */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FrontDoorBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["FrontDoor"][];
                        next: null;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    frontDoorsSetForLocality: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that this resource had when you read it. */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                localityId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FrontDoorBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["FrontDoor"][];
                        next: null;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    safetyConcernsList: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                episodeId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["SafetyConcern"][];
                        next: null;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    safetyConcernsAnswer: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                episodeId: string;
                concernId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConcernAnswerBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SafetyConcern"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    shieldsOfChild: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Shield"][];
                        next: null;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    shieldsRequest: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ShieldBody"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Shield"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    shieldsQueue: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Shield"][];
                        next: null;
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    shieldsRead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Shield"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    shieldsDecide: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ShieldDecisionBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Shield"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    shieldsEnd: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ShieldEndingBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Shield"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    shieldsName: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ShieldNameBody"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Shield"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    shieldsUnname: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
                nameId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Shield"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    notificationsRead: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Choice"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    notificationsChoose: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that this resource had when you read it. */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NotificationChoiceBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Choice"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    notificationsCalendar: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        begunAt: string | null;
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    notificationsCreateCalendar: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        address: string;
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    notificationsEndCalendar: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    webhooksList: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["To"][];
                        next: null;
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    webhooksRegister: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookBody"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["To"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    webhooksRead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["To"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    webhooksRemove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    webhooksDeliveries: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["WebhookAttempt"][];
                        next: null;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    webhooksReplaceSecret: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewSecret"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    webhooksTurnOn: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own for this one act: sent again, it gets the first answer again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["To"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
}
