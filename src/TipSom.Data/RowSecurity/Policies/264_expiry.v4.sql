-- What nobody needs any more goes by the clock, a batch of each kind at a time: notifications and mails, fired timers, searches, form keys,
-- ended drafts, and how people were to be met. The role of requests deletes none of it by itself.
create function security.purge_expired(batch integer) returns integer
    language plpgsql security definer
    set search_path = pg_catalog
as $$
declare
    kind record;
    rows integer;
    all_rows integer := 0;
begin
    perform security.must_work_as('clocks');
    for kind in
        select k.code, k.of_table, k.over from (values
            ('NOTIFICATION', 'telling.notifications', 'coalesce(settled_at, read_at, case when not is_work then made_at end)'),
            ('MAIL', 'telling.outbox', 'coalesce(sent_at, given_up_at)'),
            ('TIMER', 'telling.timers', 'fired_at'),
            ('SEARCH', 'casework.searches', 'at'),
            ('FORM_KEY', 'casework.idempotency_keys', 'at'),
            ('DRAFT_ROW', 'casework.drafts', 'ended_at')) k (code, of_table, over)
        where security.kept_for(k.code) is not null
    loop
        execute format(
            'delete from %1$s where ctid = any (array(select ctid from %1$s where %2$s < $1 limit $2 for update skip locked))', kind.of_table, kind.over)
            using security.moment() - security.kept_for(kind.code), batch;
        get diagnostics rows = row_count;
        all_rows := all_rows + rows;
        if rows > 0 then
            perform audit.write('PURGE', 'schedule', null, lower(kind.code) || ' ' || rows);
        end if;
    end loop;
    update casework.arrival_arrangements set sealed_details = security.erased()
    where referral_id in (
        select a.referral_id from casework.arrival_arrangements a join casework.referrals r on r.id = a.referral_id
        where r.ended_at < security.moment() - security.kept_for('ARRIVAL') and get_byte(a.sealed_details, 0) <> 2
        limit batch for update of a skip locked);
    get diagnostics rows = row_count;
    return all_rows + rows;
end
$$;
revoke all on function security.purge_expired(integer) from public;
grant execute on function security.purge_expired(integer) to tipsom_app;
