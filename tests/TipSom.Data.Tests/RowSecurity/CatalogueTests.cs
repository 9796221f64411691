using TipSom.TestSupport;

namespace TipSom.Data.Tests.RowSecurity;

/// <summary>What PostgreSQL's own catalogue must say after every migration, whatever table it adds.</summary>
public sealed partial class CatalogueTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task Every_guarded_table_has_row_security_on()
    {
        Assert.NotEmpty(await ListAsync(GuardedTables("c.relrowsecurity")));
        Assert.Empty(await ListAsync(GuardedTables("not c.relrowsecurity")));
    }

    [Fact]
    public async Task Every_granted_command_has_a_policy_and_every_policy_a_granted_command()
    {
        const string granted = """
            select distinct c.oid::regclass || ' ' || lower(p.privilege) from pg_class c join pg_namespace n on n.oid = c.relnamespace,
                (values ('SELECT'), ('INSERT'), ('UPDATE'), ('DELETE')) p (privilege)
            where (n.nspname in ('casework', 'audit', 'telling') or n.nspname in ('reference', 'identity', 'statistics') and c.relrowsecurity) and c.relkind in ('r', 'p')
                and (has_table_privilege('tipsom_app', c.oid, p.privilege)
                    or p.privilege <> 'DELETE' and has_any_column_privilege('tipsom_app', c.oid, p.privilege))
            order by 1
            """;
        const string policies = """
            select distinct p.polrelid::regclass || ' ' || case p.polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' else p.polcmd::text end
            from pg_policy p order by 1
            """;

        Assert.Equal(await ListAsync(granted), await ListAsync(policies));
    }

    [Fact]
    public async Task Policies_bind_the_role_of_requests_only_and_only_ever_narrow() => Assert.Empty(await ListAsync("""
        select polname::text from pg_policy
        where polroles <> array['tipsom_app'::regrole::oid] or (polcmd = 'a' and polwithcheck is null) or (polcmd <> 'a' and polqual is null)
        """));

    [Fact]
    public async Task Nobody_deletes_truncates_or_hangs_triggers_on_guarded_tables()
    {
        // What lets somebody in, or slows them, ends by being taken away; who may is asked all the same.
        Assert.Empty(await ListAsync("""
            select p.polname::text from pg_policy p join pg_class c on c.oid = p.polrelid
            where p.polcmd = '*' or p.polcmd = 'd' and c.relnamespace <> 'identity'::regnamespace
            """));
        Assert.Empty(await ListAsync("""
            select c.oid::regclass || ' ' || p.privilege from pg_class c join pg_namespace n on n.oid = c.relnamespace,
                (values ('DELETE'), ('TRUNCATE'), ('REFERENCES'), ('TRIGGER')) p (privilege)
            where n.nspname in ('casework', 'audit', 'telling', 'statistics', 'security', 'reference') and c.relkind in ('r', 'p', 'v')
                and has_table_privilege('tipsom_app', c.oid, p.privilege)
            """));
    }

    [Fact]
    public async Task The_role_of_requests_owns_nothing_and_may_make_nothing()
    {
        Assert.Empty(await ListAsync("""
            select classid::regclass || ' ' || objid from pg_shdepend
            where refobjid = 'tipsom_app'::regrole and deptype = 'o' and dbid in (0, (select oid from pg_database where datname = current_database()))
            """));
        Assert.Empty(await ListAsync("select nspname::text from pg_namespace where has_schema_privilege('tipsom_app', oid, 'create')"));
        Assert.Equal("false", await OneAsync("select has_database_privilege('tipsom_app', current_database(), 'create, temporary')::text"));
        Assert.Empty(await ListAsync("""
            select rolname::text from pg_roles
            where rolname = 'tipsom_app' and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)
                or pg_has_role('tipsom_app', oid, 'member') and rolname <> 'tipsom_app'
            """));
    }

    [Fact]
    public async Task The_schema_of_security_shows_the_role_of_requests_no_table() => Assert.Empty(await ListAsync("""
        select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'security' and c.relkind in ('r', 'p', 'v')
            and (has_table_privilege('tipsom_app', c.oid, 'select, insert, update, delete') or has_any_column_privilege('tipsom_app', c.oid, 'select, update'))
        """));

    [Fact]
    public async Task Functions_with_the_owners_rights_are_callable_only_where_listed()
    {
        Assert.Equal(CallableWithOwnersRights, await ListAsync("""
            select p.oid::regprocedure::text from pg_proc p join pg_namespace n on n.oid = p.pronamespace
            where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema') and has_function_privilege('tipsom_app', p.oid, 'execute')
            order by 1
            """));
    }

    [Fact]
    public async Task Every_function_of_ours_looks_names_up_in_the_catalogue_only() => Assert.Empty(await ListAsync("""
        select p.oid::regprocedure::text from pg_proc p join pg_namespace n on n.oid = p.pronamespace
        where n.nspname in ('security', 'audit', 'casework', 'telling', 'statistics', 'identity', 'reference', 'program')
            and p.proconfig is distinct from array['search_path=pg_catalog']
            -- What is written as SQL of the standard was looked up when it was made.
            and p.prosqlbody is null
        """));

    [Fact]
    public async Task Functions_are_closed_to_everybody_else() => Assert.Empty(await ListAsync("""
        select p.oid::regprocedure::text from pg_proc p join pg_namespace n on n.oid = p.pronamespace,
            aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
        where n.nspname in ('security', 'audit', 'casework', 'telling', 'statistics', 'identity', 'reference', 'program') and a.grantee = 0
        """));

    [Fact]
    public async Task A_view_would_run_with_the_rights_of_who_asks() => Assert.Empty(await ListAsync("""
        select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname in ('casework', 'audit', 'telling', 'statistics', 'identity', 'security', 'reference')
            and (c.relkind = 'm' or c.relkind = 'v' and not coalesce(c.reloptions @> array['security_invoker=true'], false))
        """));

    [Fact]
    public async Task What_policies_and_their_functions_look_up_is_indexed()
    {
        foreach (var (table, columns) in new[]
                 {
                     ("casework.case_access", "case_id, unit_id"), ("casework.case_access", "unit_id, case_id"),
                     ("casework.referral_access", "referral_id, unit_id"), ("casework.referral_access", "unit_id, side, referral_id"),
                     ("casework.victims", "case_id"), ("casework.case_events", "case_id"), ("casework.case_changes", "case_id"),
                     ("casework.case_status_changes", "case_id"), ("casework.prints", "case_id"), ("casework.identity_openings", "case_id"),
                     ("casework.victims", "case_id"), ("casework.case_events", "case_id"), ("casework.case_shares", "case_id"),
                     ("casework.case_notes", "case_id"), ("casework.lead_transfers", "case_id"), ("casework.identity_openings", "case_id"),
                     ("casework.victims", "case_id"), ("casework.case_events", "case_id"), ("casework.identity_openings", "case_id"),
                     ("casework.indicator_screenings", "case_id"), ("casework.exploitation_records", "case_id"), ("casework.route_places", "case_id"),
                     ("casework.vulnerability_records", "case_id"), ("casework.risk_assessments", "case_id"),
                     ("casework.reflection_periods", "case_id"), ("casework.provider_notes", "case_id"), ("casework.need_changes", "case_id"),
                     ("casework.victims", "case_id"), ("casework.case_events", "case_id"), ("casework.identity_openings", "case_id"),
                     ("casework.case_documents", "case_id"), ("casework.case_document_contents", "case_id"), ("casework.document_openings", "case_id"),
                     ("casework.consents", "victim_id"), ("casework.needs", "victim_id"), ("casework.referrals", "case_id"),
                     ("casework.referral_events", "referral_id"), ("casework.disclosures", "referral_id"),
                     ("casework.place_changes", "referral_id"), ("casework.place_changes", "provider_service_id"),
                     ("casework.disclosure_openings", "referral_id"), ("casework.arrival_arrangements", "referral_id"), ("audit.entries", "row_id"), ("audit.links", "entry_id"),
                     ("telling.notifications", "user_id, made_at"), ("telling.notifications", "referral_id"),
                     ("casework.referral_messages", "referral_id"), ("casework.care_entries", "referral_id"),
                     ("casework.care_plan_items", "referral_id"), ("casework.follow_ups", "referral_id"),
                     ("casework.case_laws", "case_id"), ("casework.case_offences", "case_id"), ("casework.first_information_reports", "case_id"),
                     ("casework.legal_steps", "case_id"), ("casework.legal_deadlines", "case_id"), ("casework.charges", "case_id"),
                     ("casework.compensations", "case_id"), ("casework.case_reclassifications", "case_id"),
                     ("casework.person_roles", "case_id"), ("casework.family_ties", "case_id"), ("casework.suspects", "case_id"),
                     ("casework.suspect_openings", "case_id"),
                     ("casework.erasures", "case_id"), ("casework.redactions", "case_id"),
                     ("statistics.return_figures", "return_id"), ("statistics.returns", "agency_id"),
                     ("casework.agreement_versions", "agreement_id, version"), ("casework.agreement_documents", "agreement_id")
                 })
        {
            var indexes = await ListAsync("select pg_get_indexdef(indexrelid) from pg_index where indrelid = $1::regclass and indpred is null", table);
            Assert.True(
                indexes.Any(i => i[(i.IndexOf('(') + 1)..].Replace(" DESC", "", StringComparison.Ordinal).StartsWith(columns, StringComparison.Ordinal)),
                $"{table} ({columns}) has no index.");
        }
    }

    [Fact]
    public async Task Every_table_that_matters_writes_the_trail()
    {
        // Kept by triggers, or read by nobody but the program or its one writer, or a timeline itself.
        string[] silent =
        [
            "agreement_reminders",
            "case_access",
            "case_changes",
            // Goes with its document, which writes the trail.
            "case_document_contents",
            "case_events",
            // Counted from what writes the trail.
            "cells",
            "counts",
            "drafts",
            "enforcement",
            "enforcement_cells",
            "idempotency_keys",
            "notifications",
            "outbox",
            "people",
            "place_changes",
            "referral_access",
            "referral_events",
            "referral_message_readings",
            "referrals",
            // Go with their return, which writes the trail and never changes once it is signed.
            "return_figures",
            "return_reminders",
            "service_gaps",
            "timers",
        ];
        Assert.Equal(silent, await ListAsync("""
            select c.relname::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where (n.nspname in ('casework', 'telling') or n.nspname = 'statistics' and c.relrowsecurity) and c.relkind in ('r', 'p')
                and not exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgfoid = 'audit.record'::regproc
                    and t.tgtype & 1 = 1 and t.tgtype & 4 = 4 and t.tgtype & 16 = 16 and t.tgenabled = 'O')
            order by 1
            """));
    }

    private static string GuardedTables(string condition) => $"""
        select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where (n.nspname in ('casework', 'audit', 'telling') or n.nspname = 'statistics' and has_any_column_privilege('tipsom_app', c.oid, 'select, insert, update'))
            and c.relkind in ('r', 'p') and {condition} order by 1
        """;

    private async Task<string> OneAsync(string sql) => Assert.Single(await ListAsync(sql));

    private async Task<List<string>> ListAsync(string sql, params object[] values)
    {
        await using var owner = await PlainSql.AsOwnerAsync(database);
        return await owner.ListAsync(sql, values);
    }
}
