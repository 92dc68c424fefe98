grant select on access.signing_keys to bridges_reach;
grant update (people_changed) on access.signing_keys to bridges_reach;

grant select on access.rules to bridges_app, bridges_reach;

grant select, insert, delete on access.grants to bridges_reach;

grant select, insert, delete on access.exclusions to bridges_reach;

grant select, insert, delete on access.concealments to bridges_reach;
