-- The mail worker has no account. It may take mails that are due, say that one was sent or was not, and nothing else. Several workers
-- may run: a mail taken is one worker's until its lease ends. The moment comes from the program's clock, and is never one to come.
create function telling.no_later_than_now(at timestamptz) returns timestamptz
    language sql stable
    set search_path = pg_catalog
as $$ select case when session_user = 'tipsom_app' then least(at, clock_timestamp()) else at end $$;

create function telling.take_mail(batch integer, lease interval, at timestamptz)
    returns table (id uuid, address text, culture text, kind text, is_work boolean, is_urgent boolean, number text, is_referral boolean, attempt integer)
    language plpgsql security definer
    set search_path = pg_catalog
as $$
declare
    moment timestamptz := telling.no_later_than_now(at);
begin
    return query
    with due as (
        select m.id, u.email, u.disabled_at is not null or not g.is_active as is_gone
        from telling.outbox m join identity.users u on u.id = m.user_id join identity.agencies g on g.id = u.agency_id
        where m.sent_at is null and m.given_up_at is null and m.not_before <= moment and coalesce(m.leased_until <= moment, true)
        order by m.is_urgent desc, m.not_before limit batch for update of m skip locked
    ),
    gone as (
        update telling.outbox m set given_up_at = moment, last_error_kind = 'AccountDisabled'
        from due where m.id = due.id and due.is_gone
    )
    update telling.outbox m set attempts = m.attempts + 1, leased_until = moment + lease
    from due where m.id = due.id and not due.is_gone
    returning m.id, due.email::text, m.culture::text, m.kind, m.is_work, m.is_urgent, m.number::text, m.is_referral, m.attempts;
end
$$;

-- True for the one worker that marks it. Where a mail arrives that had found no server, the server is back: the others wait no longer.
create function telling.mail_sent(mail uuid, at timestamptz) returns boolean
    language plpgsql security definer
    set search_path = pg_catalog
as $$
declare
    moment timestamptz := telling.no_later_than_now(at);
    without_server constant text[] := array['NoServer', 'TooSlow', 'BrokeOff'];
    failed_with text;
begin
    select m.last_error_kind into failed_with from telling.outbox m where m.id = mail and m.sent_at is null for update;
    if not found then
        return false;
    end if;
    update telling.outbox set sent_at = moment, leased_until = null, last_error_kind = null where id = mail;
    if failed_with = any (without_server) then
        update telling.outbox set not_before = moment where id in (
            select m.id from telling.outbox m
            where m.sent_at is null and m.given_up_at is null and m.leased_until is null and m.not_before > moment
                and m.last_error_kind = any (without_server)
            for update skip locked);
    end if;
    return true;
end
$$;

-- Only the attempt that has the mail now may put it back. A mail that found no server for a week is given up, and stays on record.
create function telling.mail_failed(mail uuid, attempt integer, error_kind text, again_at timestamptz, at timestamptz) returns void
    language sql security definer
    set search_path = pg_catalog
as $$
    update telling.outbox set last_error_kind = error_kind, leased_until = null, not_before = again_at,
        given_up_at = case when made_at < telling.no_later_than_now(at) - interval '7 days' then telling.no_later_than_now(at) end
    where id = mail and attempts = attempt and sent_at is null and given_up_at is null
$$;
revoke all on function telling.no_later_than_now(timestamptz), telling.take_mail(integer, interval, timestamptz),
    telling.mail_sent(uuid, timestamptz), telling.mail_failed(uuid, integer, text, timestamptz, timestamptz) from public;
grant execute on function telling.take_mail(integer, interval, timestamptz), telling.mail_sent(uuid, timestamptz),
    telling.mail_failed(uuid, integer, text, timestamptz, timestamptz) to tipsom_app;
