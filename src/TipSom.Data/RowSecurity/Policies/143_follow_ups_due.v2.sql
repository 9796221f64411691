-- Questions due by a day, each told once; those whose consent has run out are called off instead. For the program's own reminders:
-- whoever is signed in is told nothing.
create function security.follow_ups_due(day date) returns table (follow_up_id uuid, referral_id uuid)
    language plpgsql security definer
    set search_path = pg_catalog
as $$
begin
    if security.my_user() is not null then
        return;
    end if;
    update casework.follow_ups f set cancelled_at = security.moment()
    from casework.referrals r
    where r.id = f.referral_id and f.due_on <= day and f.answer is null and f.cancelled_at is null
        and not security.consent_in_force(r.consent_id);
    return query
        update casework.follow_ups f set asked_at = security.moment()
        where f.due_on <= day and f.answer is null and f.cancelled_at is null and f.asked_at is null
        returning f.id, f.referral_id;
end
$$;
revoke all on function security.follow_ups_due(date) from public;
grant execute on function security.follow_ups_due(date) to tipsom_app;
