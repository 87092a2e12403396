-- What tables promise and no column can say. Read again at every migration.
create or replace function keep_moderation_log() returns trigger language plpgsql as $$
begin
  -- Who is forgotten is forgotten here too; what they did stays.
  if tg_op = 'UPDATE' and (to_jsonb(new) - array['moderator_id', 'actor_id', 'account_id', 'case_id'])
      = (to_jsonb(old) - array['moderator_id', 'actor_id', 'account_id', 'case_id'])
    and (new.moderator_id is null or new.moderator_id is not distinct from old.moderator_id)
    and (new.actor_id is null or new.actor_id is not distinct from old.actor_id)
    and (new.account_id is null or new.account_id is not distinct from old.account_id)
    and (new.case_id is null or new.case_id is not distinct from old.case_id) then
    return new;
  end if;
  raise exception 'moderation_log is append-only';
end $$;

create or replace trigger moderation_log_append_only before update or delete on moderation_log
  for each row execute function keep_moderation_log();
