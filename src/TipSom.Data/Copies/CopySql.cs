namespace TipSom.Data.Copies;

/// <summary>The statements of <see cref="TestCopy"/>. Triggers rest meanwhile: nobody takes a step, and nobody is told.</summary>
internal static class CopySql
{
    private const string OurSchemas = "'casework', 'identity', 'telling', 'statistics'";

    /// <summary>Every table of ours.</summary>
    public const string Tables = $"""
        select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind = 'r' and n.nspname in ({OurSchemas}, 'security', 'audit') order by 1
        """;

    /// <summary>Every column of text that no check keeps to a list of codes, of the tables that keep their rows.</summary>
    public static readonly string TextColumns = $"""
        select format('%I.%I.%I', n.nspname, c.relname, a.attname)
        from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped and n.nspname in ({OurSchemas}, 'audit')
            and a.atttypid in ('text'::regtype, 'varchar'::regtype, 'bpchar'::regtype, 'name'::regtype, 'text[]'::regtype, 'varchar[]'::regtype,
                'json'::regtype, 'jsonb'::regtype, 'xml'::regtype)
            and not exists (
                select from pg_constraint k
                where k.conrelid = c.oid and k.contype = 'c' and k.conname = format('ck_%s_%s', c.relname, a.attname)
                    and pg_get_constraintdef(k.oid) ~ '(ANY|<@) ?\(?ARRAY|= ''')
            and (n.nspname <> 'identity' or c.relname in ({Quoted(ClearText.KeptOfAccounts)}))
            and format('%s.%s', n.nspname, c.relname) not in ({Quoted(ClearText.Emptied)})
        order by 1
        """;

    /// <summary>The case of a row of a table, as an expression on it.</summary>
    public const string CaseOf = """
        select case
            when $1 = 'casework.cases' then 't.id'
            when exists (select from pg_attribute a where a.attrelid = $1::regclass and a.attname = 'case_id' and not a.attisdropped) then 't.case_id'
            when exists (select from pg_attribute a where a.attrelid = $1::regclass and a.attname = 'referral_id' and not a.attisdropped)
                then '(select r.case_id from casework.referrals r where r.id = t.referral_id)'
            else 'null::uuid'
        end
        """;

    /// <summary>Lets triggers rest, empties what a copy does not need, and draws by how many days each case is moved.</summary>
    public static readonly string Begin = $"""
        do $do$
        declare
            t record;
        begin
            for t in {Tables} loop
                execute format('alter table %s disable trigger user', t.oid);
            end loop;
            for t in
                select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relkind = 'r' and (n.nspname = 'identity' and c.relname not in ({Quoted(ClearText.KeptOfAccounts)})
                    or format('%s.%s', n.nspname, c.relname) in ({Quoted(ClearText.Emptied)}))
            loop
                execute format('delete from %s', t.name);
            end loop;
        end
        $do$;
        create temporary table copy_days on commit drop as select id as case_id, -1 - floor(random() * 14)::integer as days from casework.cases;
        create unique index on copy_days (case_id);
        create temporary table copy_names (was text primary key, becomes text, no integer generated always as identity) on commit drop;
        update casework.register_imports set sealed_file = null;
        update casework.searches set query_hash = sha256(uuid_send(gen_random_uuid()));
        update casework.victim_identities set number_hashes = null, phone_hash = null, hashed_for_agency_id = null;
        """;

    /// <summary>Moves every day and moment of a case by the same number of days, and never forward.</summary>
    public const string MoveDays = $"""
        do $do$
        declare
            t record;
        begin
            for t in
                select c.oid::regclass::text as name, string_agg(format('%1$I = t.%1$I + %2$s', a.attname,
                    case a.atttypid when 'date'::regtype then 'd.days' else 'make_interval(days => d.days)' end), ', ') as moves,
                    case when c.relname = 'cases' then 't.id'
                        when bool_or(k.attname = 'case_id') then 't.case_id'
                        else '(select r.case_id from casework.referrals r where r.id = t.referral_id)' end as of_case
                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                        and a.atttypid in ('date'::regtype, 'timestamptz'::regtype)
                    left join pg_attribute k on k.attrelid = c.oid and k.attname in ('case_id', 'referral_id') and not k.attisdropped
                where c.relkind = 'r' and n.nspname in ({OurSchemas}) and (k.attname is not null or c.relname = 'cases')
                    and (k.attname is distinct from 'referral_id'
                        or not exists (select from pg_attribute o where o.attrelid = c.oid and o.attname = 'case_id' and not o.attisdropped))
                group by c.oid, c.relname
            loop
                execute format('update %s t set %s from copy_days d where d.case_id = %s', t.name, t.moves, t.of_case);
            end loop;
        end
        $do$
        """;

    /// <summary>Agencies, units and accounts under invented names, and nobody signs in.</summary>
    public const string Accounts = """
        with g as (
            update identity.agencies a set code = 'A' || n.no, name_en = 'Agency ' || n.no, name_ur = 'ادارہ ' || n.no
            from (select id, row_number() over (order by id) as no from identity.agencies) n where n.id = a.id
        ), u as (
            update identity.units t set code = 'U' || n.no, name_en = 'Unit ' || n.no, name_ur = 'یونٹ ' || n.no,
                phone = case when t.phone is not null then '9' || lpad(n.no::text, 9, '0') end
            from (select id, row_number() over (order by id) as no from identity.units) n where n.id = t.id
        ), terms as (
            update casework.agreement_versions v set terms = v.terms || jsonb_build_object(
                'number', 'COPY-' || v.agreement_id, 'lead_signatory', 'Test signatory', 'provider_signatory', 'Test signatory')
        ), numbered as (
            update casework.agreements set number = 'COPY-' || id
        ), told as (
            update telling.notifications set number = 'COPY' where number !~ '^T[A-Z]-[0-9]{4}-[0-9A-Z]{6}$'
        ), mailed as (
            update telling.outbox set number = 'COPY' where number !~ '^T[A-Z]-[0-9]{4}-[0-9A-Z]{6}$'
        ), documents as (
            update casework.case_documents set format = 'Pdf', pages = 1, width = null, height = null
        ), a as (
            update identity.users p set
                user_name = 'user' || n.no || '@copy.example', email = 'user' || n.no || '@copy.example',
                normalized_user_name = 'USER' || n.no || '@COPY.EXAMPLE', normalized_email = 'USER' || n.no || '@COPY.EXAMPLE',
                display_name = coalesce((select c.becomes from copy_names c where c.was = p.display_name), 'Colleague of number ' || n.no),
                password_hash = null, phone_number = null, phone_number_confirmed = false, two_factor_enabled = false,
                security_stamp = gen_random_uuid()::text, concurrency_stamp = gen_random_uuid()::text
            from (select id, row_number() over (order by id) as no from identity.users) n where n.id = p.id returning 1)
        select count(*) from a
        """;

    /// <summary>Wakes the triggers.</summary>
    public const string End = $"""
        do $do$
        declare
            t record;
        begin
            for t in {Tables} loop
                execute format('alter table %s enable trigger user', t.oid);
            end loop;
        end
        $do$
        """;

    /// <summary>The same name becomes the same invented one, wherever it stands.</summary>
    public static string Name(string table, string column) => $"""
        insert into copy_names (was) select distinct {column} from {table} where {column} is not null on conflict do nothing;
        update copy_names set becomes = 'Colleague ' || no where becomes is null;
        update {table} t set {column} = c.becomes from copy_names c where c.was = t.{column}
        """;

    /// <summary>Of the same length, and never nothing.</summary>
    public static string Words(string table, string column) => $"""
        update {table} set {column} = left(repeat('Words of a test copy. ', length({column}) / 22 + 1), length({column})) where {column} is not null
        """;

    private static string Quoted(IEnumerable<string> names) => string.Join(", ", names.Select(n => $"'{n}'"));
}
