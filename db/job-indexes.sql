-- What pages and figures ask of the queue, beyond what its workers do. Read again at every migration, once its tables are there.
do $$ begin
  -- Asked first: to create it "if not exists" would lock out all workers for nothing.
  if to_regclass('graphile_worker.carillon_jobs_troubled') is null then
    create index carillon_jobs_troubled on graphile_worker._private_jobs (id)
      where last_error is not null or attempts >= max_attempts;
  end if;
end $$;
