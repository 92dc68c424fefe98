grant select, insert on door.accounts to bridges_door;
grant update (password_hash, disabled_at) on door.accounts to bridges_door;

grant select, insert, update, delete on door.sessions to bridges_door;

grant select, insert, update, delete on door.tokens to bridges_door;

grant select, insert, update, delete on door.attempts to bridges_door;
